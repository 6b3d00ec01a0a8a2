'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import type { ColumnView, MeaningView, QuestionView } from '@/db/queries/bring-in/import-view';
import { columnsAtOnce, questionsAtOnce, type RowChoice } from '@/lib/bring-in/check-view';
import type { ImportScope } from '@/lib/bring-in/import-words';
import type { FormAction } from '@/lib/form/form-state';
import { numberOf } from '@/lib/text/number-in-words';
import { CheckEnd } from './check-end';
import { ColumnList, MeaningList } from './column-list';
import { QuestionFields } from './question-fields';
import { RowChoices } from './row-choices';

type Props = {
  id: number;
  /** How often the file had been read when this page was made. */
  version: number;
  /** Where the form leads back to: the sheet and the rows that are looked at. */
  back: string;
  scope: ImportScope;
  /** The sheet that is looked at. */
  sheet: string;
  isAsking: boolean;
  questions: QuestionView[];
  frame: MeaningView[];
  columns: ColumnView[];
  measures: MeaningView[];
  leftOut: RowChoice[];
  sections: RowChoice[];
  /** What was typed when a session ended. */
  kept: Record<string, string>;
  /** What the good rows are: "7 measures"; null where there is nothing to bring in. */
  good: string | null;
  refused: number;
  fresh: string;
  act: FormAction;
};

/** What was understood of a file, each guess beside what can be said instead; and what is to become of the file. */
export function CheckForm(props: Props) {
  const { id, version, back, scope, sheet, isAsking, questions, frame, columns, measures } = props;
  const { leftOut, sections, kept, good, refused, fresh, act } = props;
  const [state, send] = useActionState(act, null);
  const typed = state?.typed ?? kept;
  return (
    <form action={send} noValidate className="check-form">
      <ErrorSummary problems={state?.problems ?? []} />
      <FormKey state={state} fresh={fresh} />
      <input type="hidden" name="import" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="back" value={back} />
      <QuestionFields questions={questions.slice(0, questionsAtOnce)} sheet={sheet} typed={typed} />
      <Beyond all={questions.length} shown={questionsAtOnce} noun="question" then="once these are answered" />
      {questions.length > 0 && <SaveAnswers isFilled={isAsking} />}
      <MeaningList title="The sheet" meanings={frame} typed={typed} />
      <ColumnList columns={columns.slice(0, columnsAtOnce)} typed={typed} />
      <Beyond all={columns.length} shown={columnsAtOnce} noun="column" then="understood, and not listed here" />
      <MeaningList
        title={`Guessed about single measures: ${measures.length}`}
        meanings={measures}
        isFolded
        typed={typed}
      />
      <RowChoices
        title="Rows that name a theme or a service"
        rows={sections}
        change="Leave one of them out"
        question="Which of these rows are to be left out?"
        typed={typed}
      />
      <RowChoices
        title="Rows left out"
        rows={leftOut}
        change="Use one of them"
        question="Which of these rows are to be used?"
        typed={typed}
      />
      <SaveAnswers isFilled={false} />
      <CheckEnd scope={scope} isAsking={isAsking} good={good} refused={refused} submits={typed.submits === 'yes'} />
    </form>
  );
}

type BeyondProps = { all: number; shown: number; noun: string; then: string };

/** How many more there are than the form holds. */
function Beyond({ all, shown, noun, then }: BeyondProps) {
  return all > shown ? (
    <p className="hint">
      {numberOf(all - shown, `more ${noun}`)}: {then}.
    </p>
  ) : null;
}

function SaveAnswers({ isFilled }: { isFilled: boolean }) {
  return (
    <p className="save-answers">
      <SubmitButton
        className={isFilled ? 'button' : 'button secondary'}
        name="intent"
        value="save"
        busy="Reading again…"
      >
        Save my answers
      </SubmitButton>
      <small>The file is read again with them, and they are kept for the next one.</small>
    </p>
  );
}
