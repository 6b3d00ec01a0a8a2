import type { RowChoice } from '@/lib/bring-in/check-view';

type Props = {
  /** What the rows are, before their numbers. */
  title: string;
  rows: RowChoice[];
  /** The words that open the choice, and its question. */
  change: string;
  question: string;
  typed: Record<string, string>;
};

/** How many rows are named in the sentence. */
const named = 12;

/** Rows that were not taken as data, each with why; and a way to use one otherwise. */
export function RowChoices({ title, rows, change, question, typed }: Props) {
  if (rows.length === 0) return null;
  return (
    <div className="left-rows">
      <p>
        <b>{title}:</b>{' '}
        {rows
          .slice(0, named)
          .map(({ number, words }) => `${number} (${words})`)
          .join(', ')}
        {rows.length > named && ` and ${rows.length - named} more`}.
      </p>
      <details open={rows.some(({ key }) => typed[key] !== undefined)}>
        <summary>{change}</summary>
        <fieldset className="field">
          <legend className="unseen">{question}</legend>
          {rows.map(({ key, value, number, words }) => (
            <label className="choice" key={key}>
              <input type="checkbox" name={key} value={value} defaultChecked={typed[key] === value} />
              <span>
                Row {number} <small>{words}</small>
              </span>
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  );
}
