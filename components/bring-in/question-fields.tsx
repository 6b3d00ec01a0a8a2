import { type ReactNode, useId } from 'react';
import type { QuestionView } from '@/db/queries/bring-in/import-view';
import { cellsWords } from '@/lib/bring-in/place-words';

type Props = {
  questions: QuestionView[];
  /** The sheet that is looked at. */
  sheet: string;
  typed: Record<string, string>;
};
type Asking = { question: QuestionView; value: string | undefined; words: ReactNode };

/** So many choices stand beside each other; more are a list, as the people of a council may be hundreds. */
const mostRadios = 8;

/** What only a person can tell of a file: a choice of a few, or what a cell should say. Named after the cells that it is about. */
export function QuestionFields({ questions, sheet, typed }: Props) {
  return questions.map((question) => {
    const { id, places, sentence, choices, answer, proposed, mend } = question;
    const value = typed[id] ?? answer ?? proposed ?? mend ?? undefined;
    const words = (
      <>
        {places.length > 0 && <span className="check-cells">{cellsWords(places, sheet)}: </span>}
        {sentence}
      </>
    );
    const Field = choices.length === 0 ? TypedAnswer : choices.length > mostRadios ? ListedAnswer : ChosenAnswer;
    return <Field key={id} question={question} value={value} words={words} />;
  });
}

const isOpen = ({ answer, proposed }: QuestionView): true | undefined =>
  answer === null && proposed === null ? true : undefined;

function TypedAnswer({ question, value, words }: Asking) {
  const field = useId();
  const { id, gloss } = question;
  return (
    <div className="check-question mend" data-open={isOpen(question)}>
      <label htmlFor={field}>{words}</label>
      {gloss && (
        <p className="hint" id={`${field}-gloss`}>
          {gloss}
        </p>
      )}
      <input
        id={field}
        name={id}
        autoComplete="off"
        defaultValue={value}
        {...(gloss && { 'aria-describedby': `${field}-gloss` })}
      />
    </div>
  );
}

function ListedAnswer({ question, value, words }: Asking) {
  const field = useId();
  const { id, gloss, choices } = question;
  return (
    <div className="check-question listed" data-open={isOpen(question)}>
      <label htmlFor={field}>{words}</label>
      {gloss && (
        <p className="hint" id={`${field}-gloss`}>
          {gloss}
        </p>
      )}
      <select
        id={field}
        name={id}
        key={value}
        defaultValue={value ?? ''}
        {...(gloss && { 'aria-describedby': `${field}-gloss` })}
      >
        <option value="">Choose one</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function ChosenAnswer({ question, value, words }: Asking) {
  const { id, gloss, choices } = question;
  return (
    <fieldset className="check-question" data-open={isOpen(question)}>
      <legend>{words}</legend>
      {gloss && <p className="hint">{gloss}</p>}
      <div className="choices-beside" key={value}>
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input type="radio" name={id} value={choice.value} defaultChecked={value === choice.value} />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
