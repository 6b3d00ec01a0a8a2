import { Shape } from '@/components/sign/sign-shapes';
import type { Term } from '@/lib/glossary/term';
import type { Scorecard } from '@/lib/scorecard/scorecard';
import { hereWords } from '@/lib/scorecard/scorecard';
import type { ScorecardRow } from '@/lib/scorecard/scorecard-view';
import { isRed } from '@/lib/target/judged-status';
import { anchor } from './measure-rows';
import { RedTable } from './red-table';

type Props = { scorecard: Scorecard; address: string; terms: Term[] };

/** What a councillor takes away before the table: what is Red and why, what is being done, and what is overdue. */
export function ScorecardSummary({ scorecard, address, terms }: Props) {
  const { all, rows } = scorecard;
  const red = redRows(scorecard);
  const overdue = all.filter((row) => row.status.status === 'overdue');
  const link = (row: ScorecardRow) => `${rows.includes(row) ? '' : address}#${anchor(row)}`;
  const isJudged = red.some((row) => row.rag.judged);
  return (
    <section className="summary" aria-labelledby="red-title">
      <h2 id="red-title">
        {red.length === 0 ? (
          'Nothing is Red'
        ) : (
          <>
            <span className="red">
              <Shape symbol="red" />
            </span>{' '}
            What is Red, and why{isJudged && ': by the rule or as judged'}
          </>
        )}
      </h2>
      {red.length > 0 && <RedTable rows={red} link={link} terms={terms} />}
      {overdue.length === 0 ? (
        <p className="soft">Nothing is overdue. {hereWords(all)}</p>
      ) : (
        <>
          <h2>What is overdue</h2>
          <ul className="overdue">
            {overdue.map((row) => (
              <li key={row.code}>
                <a href={link(row)}>{row.title}</a> <span>{row.status.sentence.replace(/^Overdue: /, '')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The measures that are Red, by the rule or as judged, in report order. */
export const redRows = ({ all }: Pick<Scorecard, 'all'>): ScorecardRow[] => all.filter(({ rag }) => isRed(rag));
