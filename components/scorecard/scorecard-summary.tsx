import { CountStrip, type StripShape } from '@/components/sign/count-strip';
import { Shape } from '@/components/sign/symbol-sprite';
import { countSentence } from '@/lib/edition/edition-results';
import { hereWords, type Scorecard, type ScorecardRow, type Summary } from '@/lib/edition/scorecard';
import { isRed, ragSentence, ruleCounts } from '@/lib/target/judged-status';
import { anchor } from './measure-rows';

/** What a councillor takes away in ten seconds: the counts, what is Red and why, what is overdue. */
export function ScorecardSummary({ scorecard, address }: { scorecard: Scorecard; address: string }) {
  const { all, rows, summary } = scorecard;
  const red = all.filter((row) => isRed(row.rag));
  const redWords = red.some((row) => row.rag.judged) ? 'What is Red, by the rule or as judged' : 'What is Red';
  const overdue = all.filter((row) => row.status.status === 'overdue');
  const link = (row: ScorecardRow) => `${rows.includes(row) ? '' : address}#${anchor(row)}`;
  return (
    <section className="summary" aria-labelledby="summary">
      <h2 id="summary">{countSentence(summary)}</h2>
      <Counts summary={summary} />
      <div className="news">
        <h3>{red.length === 0 ? 'Nothing is Red' : <Headed shape="red">{redWords}</Headed>}</h3>
        <Exceptions rows={red} link={link} sentence={(row) => ragSentence(row.rag)} />
        <h3>{overdue.length === 0 ? 'Nothing is overdue' : <Headed shape="overdue">What is overdue</Headed>}</h3>
        {overdue.length === 0 && <p>{hereWords(all)}</p>}
        <Exceptions rows={overdue} link={link} sentence={(row) => row.status.sentence} />
      </div>
    </section>
  );
}

/** The counts as pictures; a colour that no measure has is left out, but never Green or Red. */
export function Counts({ summary }: { summary: Summary }) {
  return (
    <ul className="counts">
      <Count word="Green" colour="green" shape="g" count={summary.green} />
      {summary.amber > 0 && <Count word="Amber" colour="amber" shape="a" count={summary.amber} />}
      <Count word="Red" colour="red" shape="r" count={summary.red} />
      {summary.none > 0 && <Count word="No colour" colour="none" shape="n" count={summary.none} />}
      {summary.judged && (
        <li className="judged-count">
          <b>{summary.judged.count}</b> Judged <small>by the rule {ruleCounts(summary.judged)}</small>
        </li>
      )}
      <Count word="Improving" colour="green apart" shape="u" count={summary.improving} />
      <Count word="Worsening" colour="red" shape="d" count={summary.worsening} />
    </ul>
  );
}

function Count(props: { word: string; colour: string; shape: StripShape; count: number }) {
  return (
    <li className={props.colour}>
      <b>{props.count}</b> {props.word}
      <CountStrip shape={props.shape} count={props.count} />
    </li>
  );
}

function Headed({ shape, children }: { shape: string; children: string }) {
  return (
    <span className="red">
      <Shape symbol={shape} /> {children}
    </span>
  );
}

type ExceptionsProps = {
  rows: ScorecardRow[];
  link: (row: ScorecardRow) => string;
  sentence: (row: ScorecardRow) => string;
};

function Exceptions({ rows, link, sentence }: ExceptionsProps) {
  if (rows.length === 0) return null;
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.code}>
          <a href={link(row)}>{row.title}</a>
          <p>{afterVerdict(sentence(row))}</p>
        </li>
      ))}
    </ul>
  );
}

/** "Red: 83 is above …" under a heading that says Red already. */
const afterVerdict = (sentence: string) => sentence.replace(/^(Red|Overdue): /, '');
