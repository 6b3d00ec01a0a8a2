import type { FormState } from '@/lib/form/form-state';
import { typedFields } from '@/lib/reading/reading-fields';
import { ErrorSummary } from './error-summary';

/** Why a form could not be saved that may be written no more, and all that was typed in it, to be copied. */
export function TypingLeft({ state }: { state: FormState }) {
  const left = typedFields.filter((field) => state.typed[field] && field !== 'provisional' && field !== 'missing');
  return (
    <>
      <ErrorSummary problems={state.problems.map(({ sentence }) => ({ field: null, sentence }))} />
      {left.length > 0 && (
        <div className="told">
          <h2>What you typed</h2>
          <p>It is not saved. Copy what you want to keep.</p>
          {left.map((field) => (
            <blockquote key={field}>{state.typed[field]}</blockquote>
          ))}
        </div>
      )}
    </>
  );
}
