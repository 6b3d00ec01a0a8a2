import { RagTag } from '@/components/sign/rag-tag';
import { Lines, Prose } from '@/components/text/prose';
import { firstUses } from '@/lib/commentary/expand-terms';
import type { MeasureView } from '@/lib/edition/measure-view';
import type { TrendReading } from '@/lib/edition/trend-of';
import { missingWords } from '@/lib/figure/missing-reason';
import type { Term } from '@/lib/glossary/term';
import { covered } from '@/lib/measure/span';
import { type Completed, doneBy } from '@/lib/reading/completed-actions';
import { revisionWords } from '@/lib/reading/revision-reasons';
import { ragSentence } from '@/lib/target/judged-status';
import { colourWords } from '@/lib/target/target';
import { formatDate, label } from '@/lib/time/period';
import { periodFigure } from '@/lib/trend/trend-words';

type Props = {
  view: MeasureView;
  /** The words that are explained where they stand first; none for staff. */
  terms?: Term[];
};

/** The comments and actions of a measure through time, the newest first; the earlier ones are folded away. */
export function WordsThroughTime({ view, terms = [] }: Props) {
  const { readings, sheet } = view;
  const telling = readings.filter(hasWords);
  const [latest, ...earlier] = telling;
  const [explained, ...before] = firstUses(
    telling.map((reading) => wordsOf(reading).join('\n')),
    terms,
  );
  return (
    <section className="part" aria-labelledby="words-title">
      <h2 id="words-title">Comments and actions</h2>
      {sheet.stillRed && <p className="still-red">{sheet.stillRed}</p>}
      {latest ? (
        <Words reading={latest} view={view} terms={explained} />
      ) : (
        <p>No comments have been published for these periods.</p>
      )}
      {earlier.length > 0 && (
        <details className="earlier">
          <summary>{earlier.length === 1 ? 'The comments before' : `The ${earlier.length} comments before`}</summary>
          {earlier.map((reading, index) => (
            <Words key={reading.start} reading={reading} view={view} terms={before[index]} />
          ))}
        </details>
      )}
    </section>
  );
}

const hasWords = ({ comments, actions, completed, corrects, missing, judged }: TrendReading): boolean =>
  [comments, corrects, missing].some((words) => words !== null) ||
  judged !== undefined ||
  actions.length > 0 ||
  completed.length > 0;

/** What was written of a period, in the order in which it is shown: the comments, and each action. */
const wordsOf = ({ comments, actions }: TrendReading): string[] => [comments ?? '', ...actions.map(({ text }) => text)];

type WordsProps = { reading: TrendReading; view: MeasureView; terms: Term[] | undefined };

function Words({ reading, view, terms = [] }: WordsProps) {
  const [explained, ...ofActions] = firstUses(wordsOf(reading), terms);
  const { sheet } = view;
  const period = { frequency: sheet.frequency, start: reading.start };
  const figure = periodFigure(reading, sheet);
  const { corrects, missing, unpublished } = reading;
  return (
    <article className={unpublished ? 'period-words unpublished' : 'period-words'}>
      <h3>
        <abbr title={covered(period, sheet)}>{label(period)}</abbr>
        {figure && <b>{figure}</b>} <RagTag colour={reading.colour} judged={reading.judged} />
      </h3>
      {unpublished && <p className="mark-unpublished">Not published: {unpublished}</p>}
      {reading.hidden && (figure === null || reading.hidden.decimals !== undefined) && <p>{reading.hidden.why}</p>}
      {missing && <p>No figure: {missingWords[missing].because}.</p>}
      {reading.judged && (
        <p className="soft">
          {ragSentence({
            sentence: `${reading.colour ? colourWords[reading.colour] : 'without a colour'}.`,
            judged: reading.judged,
          })}
        </p>
      )}
      {reading.comments && <Prose text={reading.comments} terms={explained} />}
      {corrects && (
        <p className="soft">
          Corrected: was {corrects.was ?? 'without a figure'}
          {corrects.reason && ` (${revisionWords[corrects.reason].publicName})`}. {corrects.note}
        </p>
      )}
      {reading.actions.length > 0 && (
        <ul className="acts-told">
          {reading.actions.map((action, index) => (
            <Planned key={action.text} action={action} start={reading.start} view={view} terms={ofActions[index]} />
          ))}
        </ul>
      )}
      {reading.completed.length > 0 && (
        <p className="soft">
          Told to be done:{' '}
          {reading.completed.map(({ text, start }) => `${text} (of ${label({ ...period, start })})`).join('; ')}
        </p>
      )}
      <p className="signature">{signature(reading)}</p>
    </article>
  );
}

type PlannedProps = {
  action: TrendReading['actions'][number];
  start: string;
  view: MeasureView;
  terms: Term[] | undefined;
};

function Planned({ action, start, view, terms }: PlannedProps) {
  const { text, owner, due } = action;
  return (
    <li>
      <Lines text={text} terms={terms} />{' '}
      <small>
        {owner}, {due ? `by ${formatDate(due)}` : 'no date set'} · <b>{standing({ start, text }, due, view)}</b>
      </small>
    </li>
  );
}

/** Whether the readings say that an action is done: 'done, told with Aug 2018', 'open', 'its date has passed'. */
function standing(action: Completed, due: string | null, { readings, date, sheet }: MeasureView): string {
  const doneIn = doneBy(readings)(action);
  if (doneIn) return `done, told with ${label({ frequency: sheet.frequency, start: doneIn })}`;
  return due !== null && due < date ? 'not told to be done, and its date has passed' : 'open';
}

function signature({ approved, unpublished }: TrendReading): string {
  if (!approved) return unpublished ? 'Written by the data owner, not approved yet' : 'Written by the data owner';
  return `Written by the data owner, approved by the ${approved.by} on ${formatDate(approved.on)}`;
}
