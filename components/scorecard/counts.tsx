import { CountStrip, type StripShape } from '@/components/sign/count-strip';
import type { Summary } from '@/lib/scorecard/scorecard';
import type { Show } from '@/lib/scorecard/scorecard-view';
import { ruleCounts } from '@/lib/target/judged-status';

type Props = {
  summary: Summary;
  /** Where the measures that are counted are shown alone; none where the counts lead nowhere. */
  address?: (show: Show) => string;
};

type Line = { show: Show; word: string; tone: string; shape: StripShape; count: number };

/** The counts as pictures, each a link to its measures; a colour that no measure has is left out, but never Green or Red. */
export function Counts({ summary, address }: Props) {
  const { green, amber, red, none, improving, worsening, overdue, judged } = summary;
  const lines: Line[] = [
    { show: 'red', word: 'Red', tone: 'red', shape: 'r', count: red },
    ...(amber > 0 ? [{ show: 'amber', word: 'Amber', tone: 'amber', shape: 'a', count: amber } as const] : []),
    { show: 'green', word: 'Green', tone: 'green', shape: 'g', count: green },
    ...(none > 0 ? [{ show: 'none', word: 'No colour', tone: 'none', shape: 'n', count: none } as const] : []),
    { show: 'worsening', word: 'Worsening', tone: 'red', shape: 'd', count: worsening },
    { show: 'improving', word: 'Improving', tone: 'green', shape: 'u', count: improving },
    ...(address ? [{ show: 'overdue', word: 'Overdue', tone: 'late', shape: 'l', count: overdue } as const] : []),
  ];
  return (
    <ul className="counts">
      {lines.map(({ show, word, tone, shape, count }) => (
        <li key={show} className={tone}>
          <b>{count}</b> {address && count > 0 ? <a href={address(show)}>{word}</a> : word}
          <CountStrip shape={shape} count={count} />
        </li>
      ))}
      {judged && (
        <li className="judged-count">
          <b>{judged.count}</b> Judged <small>by the rule {ruleCounts(judged)}</small>
        </li>
      )}
    </ul>
  );
}
