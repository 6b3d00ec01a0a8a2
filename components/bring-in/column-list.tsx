import { useId } from 'react';
import type { ColumnView, MeaningView } from '@/db/queries/bring-in/import-view';
import type { Choice } from '@/lib/bring-in/file-view-shape';

type Typed = { typed: Record<string, string> };

/** Each column of a sheet: its words, what they were understood as, and one press to say otherwise. */
export function ColumnList({ columns, typed }: { columns: ColumnView[] } & Typed) {
  if (columns.length === 0) return null;
  return (
    <div className="columns">
      <p className="columns-head" aria-hidden="true">
        <span>Column</span> <span>Their words</span> <span>Understood as</span> <span>If wrong</span>
      </p>
      <ol aria-label="The columns, and what each was understood as">
        {columns.map(({ key, letters, heading, meaning, role, choices }) => (
          <Guess
            key={key}
            name={key}
            letters={letters}
            words={heading}
            meaning={meaning}
            now={role}
            choices={choices}
            question={`What is column ${letters}${heading && `, “${heading}”`}?`}
            typed={typed[key] ?? ''}
          />
        ))}
      </ol>
    </div>
  );
}

type MeaningsProps = { title: string; meanings: MeaningView[]; isFolded?: boolean } & Typed;

/** What was guessed of a sheet as a whole, or of single measures, each with one press to say otherwise. */
export function MeaningList({ title, meanings, isFolded = false, typed }: MeaningsProps) {
  const titleId = useId();
  if (meanings.length === 0) return null;
  const list = (
    <ol aria-labelledby={titleId}>
      {meanings.map(({ key, words, meaning, choices }) => (
        <Guess
          key={key}
          name={key}
          letters={null}
          words={words}
          meaning={meaning}
          now={null}
          choices={choices}
          question={`What is meant by ${words}?`}
          typed={typed[key] ?? ''}
        />
      ))}
    </ol>
  );
  if (!isFolded)
    return (
      <div className="columns meanings">
        <p className="columns-head" id={titleId}>
          {title}
        </p>
        {list}
      </div>
    );
  return (
    <details className="columns meanings" open={meanings.some(({ key }) => typed[key])}>
      <summary className="meanings-fold" id={titleId}>
        {title}
      </summary>
      {list}
    </details>
  );
}

type GuessProps = {
  /** The field of the form by which it is changed. */
  name: string;
  /** The letters of its column; null where it is about none. */
  letters: string | null;
  words: string;
  meaning: string;
  /** Which of the choices it is now; null where its words alone say it. */
  now: string | null;
  choices: Choice[];
  question: string;
  typed: string;
};

/** One thing that was understood: their words, what they mean, and one press to say otherwise. */
function Guess({ name, letters, words, meaning, now, choices, question, typed }: GuessProps) {
  const field = useId();
  const facts = (
    <>
      {letters !== null && (
        <>
          <span className="column-letters">
            <span className="unseen">Column </span>
            {letters}
          </span>{' '}
        </>
      )}
      <span className="column-heading">{words || <i>no heading</i>}</span>{' '}
      <span className="column-meaning">{meaning}</span>
    </>
  );
  if (choices.length === 0) return <li className="column">{facts}</li>;
  return (
    <li>
      <details open={typed !== ''}>
        <summary className="column">
          {facts}{' '}
          <span className="column-change">
            Change<span className="unseen">: {letters === null ? words : `what column ${letters} means`}</span>
          </span>
        </summary>
        <div className="field">
          <label htmlFor={field}>{question}</label>
          {/* What was understood stays the first choice and sends nothing: only a change is an answer. */}
          <select id={field} name={name} key={typed} defaultValue={typed}>
            <option value="">As understood: {meaning}</option>
            {choices
              .filter(({ value }) => value !== now)
              .map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
          </select>
        </div>
      </details>
    </li>
  );
}
