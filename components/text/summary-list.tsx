import type { ReactNode } from 'react';

export type Answer = { term: string; answer: ReactNode; change?: string };

/** Terms with their answers, each with a link to where it is changed. */
export function SummaryList({ answers }: { answers: Answer[] }) {
  return (
    <dl className="answers">
      {answers.map(({ term, answer, change }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{answer}</dd>
          {change && (
            <dd>
              <a href={change}>
                Change<span className="unseen"> {term.toLowerCase()}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
