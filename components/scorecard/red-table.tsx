import { DirectionArrow } from '@/components/sign/direction-tag';
import { Figure } from '@/components/sign/figure';
import { RagTag } from '@/components/sign/rag-tag';
import { ownerAndDay } from '@/components/text/action-list';
import { Lines } from '@/components/text/prose';
import { firstUses } from '@/lib/commentary/expand-terms';
import type { Term } from '@/lib/glossary/term';
import { causeOf } from '@/lib/row-words/authors-cause';
import type { StandingRow } from '@/lib/scorecard/council-view';

/** How many letters a cause may have here. */
const causeLetters = 160;

/** What stands of a Red measure in the table: its cause, and the first of its actions. */
export const redWords = (row: Pick<StandingRow, 'comments' | 'rag' | 'actions'>): string[] => [
  causeOf(row, causeLetters),
  row.actions[0]?.text ?? '',
];

type Props<Row extends StandingRow> = {
  rows: Row[];
  /** Where a measure is read in full. */
  link: (row: Row) => string;
  /** The terms that the page explains here, of each row's words. */
  terms: Term[];
};

/** What is Red: by how much, why in its owner's words, and what is being done by whom. */
export function RedTable<Row extends StandingRow>({ rows, link, terms }: Props<Row>) {
  const explained = firstUses(rows.flatMap(redWords), terms);
  return (
    <table className="why-red">
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">Figure and target</th>
          <th scope="col">Why</th>
          <th scope="col">What is being done</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.code}>
            <th scope="row">
              <a href={link(row)}>{row.title}</a>
            </th>
            <td>
              <Figure figure={row.current} marks={row.current.marks} />{' '}
              <DirectionArrow direction={row.travel.direction} colour={row.travel.colour} />
              {row.rag.judged && <RagTag {...row.rag} />}
              <small>{byHowMuch(row.rag.sentence)}</small>
            </td>
            <td>
              <Lines text={causeOf(row, causeLetters)} terms={explained[2 * index]} />
            </td>
            <td>
              <FirstAction row={row} terms={explained[2 * index + 1]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FirstAction({ row: { actions }, terms }: { row: StandingRow; terms: Term[] | undefined }) {
  const [first, ...more] = actions;
  if (!first) return <i>No action is recorded.</i>;
  return (
    <>
      <Lines text={first.text} terms={terms} />
      <small>{`${ownerAndDay(first)}${more.length > 0 ? `; ${more.length} more` : ''}`}</small>
    </>
  );
}

/** 'Red: 83 is above the target of at most 76, by 7; with …' without its verdict, which the heading says, and its sum. */
const byHowMuch = (sentence: string): string => sentence.replace(/^Red: /, '').split(/; |\.$/)[0] ?? '';
