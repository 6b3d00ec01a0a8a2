import type { Summary } from '@/lib/scorecard/scorecard';

const columns = [
  ['Red', 'red'],
  ['Amber', 'amber'],
  ['Green', 'green'],
  ['No colour', 'none'],
] as const;

/** The heads over the counts of each colour. */
export function CountHeads() {
  return columns.map(([label]) => (
    <th key={label} scope="col" className="n">
      {label}
    </th>
  ));
}

type Props = {
  summary: Summary;
  /** Where those that are Red are shown by themselves. */
  redLink?: string | undefined;
};

/** How many measures are of each colour, a cell each. */
export function ColourCounts({ summary, redLink }: Props) {
  return columns.map(([label, colour]) => (
    <Count
      key={label}
      label={label}
      tone={colour}
      count={summary[colour]}
      link={colour === 'red' ? redLink : undefined}
    />
  ));
}

type CountProps = { label: string; tone: string; count: number; link?: string | undefined };

/** A cell with a count, whose label a phone shows beside it. */
export function Count({ label, tone, count, link }: CountProps) {
  return (
    <td data-label={label} className={count > 0 ? `n ${tone}` : 'n'}>
      {link && count > 0 ? <a href={link}>{count}</a> : count}
    </td>
  );
}
