import { ActionList } from '@/components/text/action-list';
import { Prose } from '@/components/text/prose';
import { type Answer, SummaryList } from '@/components/text/summary-list';
import { readingValue } from '@/lib/figure/computed-value';
import { asGiven, shown } from '@/lib/figure/figure';
import { missingWords } from '@/lib/figure/missing-reason';
import { partQuestions } from '@/lib/figure/part-label';
import type { MeasureFacts } from '@/lib/measure/measure';
import type { Content } from '@/lib/reading/content';
import { type Kept, keptWords } from '@/lib/reading/kept-warnings';
import { revisionWords } from '@/lib/reading/revision-reasons';
import { formatDate } from '@/lib/time/period';

type Props = {
  content: Content;
  measure: MeasureFacts;
  correction: boolean;
  /** Where the answers are changed; null where they cannot be. */
  form: string | null;
};

/** What a reading says, answer by answer, each with a link to its place in the form. */
export function ReadingAnswers({ content, measure, correction, form }: Props) {
  const to = (field: string) => (form ? { change: `${form}#${field}` } : {});
  const { comments, actions, completed, kept, unusual, publicNote, revisionReason } = content;
  const answers: Answer[] = [
    { term: 'Figure', answer: <FigureGiven content={content} measure={measure} />, ...to('figure') },
    { term: 'Comments', answer: comments ? <Prose text={comments} /> : <i>None</i>, ...to('comments') },
    { term: 'Actions', answer: actions.length > 0 ? <ActionList actions={actions} /> : <i>None</i>, ...to('actions') },
    ...(completed.length > 0
      ? [{ term: 'Earlier actions that are done', answer: <CompletedList completed={completed} />, ...to('completed') }]
      : []),
    ...(kept ? [{ term: 'Warnings kept', answer: <KeptList kept={kept} />, ...to('findings-title') }] : []),
    ...(unusual ? [{ term: 'Why an unusual figure is right', answer: unusual, ...to('unusual') }] : []),
    ...(correction
      ? [
          {
            term: 'Kind of correction',
            answer: revisionReason ? revisionWords[revisionReason].choice : <i>None chosen</i>,
            ...to('revisionReason'),
          },
          { term: 'Public note', answer: publicNote ?? <i>None</i>, ...to('publicNote') },
        ]
      : []),
  ];
  return <SummaryList answers={answers} />;
}

/** The warnings that stand, each with the words that it is about and the reason. */
function KeptList({ kept }: { kept: Kept[] }) {
  return (
    <ul className="actions">
      {kept.map((warning) => (
        <li key={warning.finding}>{keptWords(warning)}</li>
      ))}
    </ul>
  );
}

function CompletedList({ completed }: Pick<Content, 'completed'>) {
  return (
    <ul className="actions">
      {completed.map(({ start, text }) => (
        <li key={`${start} ${text}`}>{text}</li>
      ))}
    </ul>
  );
}

function FigureGiven({ content, measure }: Pick<Props, 'content' | 'measure'>) {
  const { numerator, denominator, missing, expectedOn, provisional } = content;
  const value = readingValue(content, measure);
  const questions = partQuestions(measure);
  return (
    <>
      {value !== null && (
        <p>
          <b>{shown(value, measure)}</b>
          {provisional && ', provisional'}
        </p>
      )}
      {value === null && !missing && <i>No figure yet</i>}
      {missing && (
        <p>
          None: {missingWords[missing].title.toLowerCase()}
          {expectedOn && `, expected ${formatDate(expectedOn)}`}
        </p>
      )}
      {numerator !== null && denominator !== null && (
        <p>
          <small>
            {questions.numerator}: {asGiven(numerator)}. {questions.denominator}: {asGiven(denominator)}.
          </small>
        </p>
      )}
    </>
  );
}
