import { Prose } from '@/components/text/prose';
import type { FormAction } from '@/lib/form/form-state';
import { formatInstant } from '@/lib/time/instant';
import { ActionForm } from './action-form';
import { SubmitButton } from './submit-button';

type Props = {
  at: string;
  typed: Record<string, string>;
  fields: { code: string; periodStart: string };
  discard: FormAction;
};

/** What somebody typed in this form and did not save: to be taken up again, or thrown away. */
export function UnsavedOffer({ at, typed, fields, discard }: Props) {
  const { value, numerator, denominator, comments } = typed;
  const figure = value || [numerator, denominator].filter(Boolean).join(' of ');
  return (
    <section className="told offer" aria-labelledby="unsaved-title">
      <h2 id="unsaved-title">You typed in this form and did not save it</h2>
      <p>You typed this at {formatInstant(at)}. Nobody else sees it, and it is thrown away after 24 hours.</p>
      {(figure || comments) && (
        <blockquote>
          {figure && <p>{figure}</p>}
          {comments && <Prose text={comments} />}
        </blockquote>
      )}
      <div className="buttons">
        <form method="get">
          <button type="submit" className="button secondary" name="typing" value="taken">
            Take it up
          </button>
        </form>
        <ActionForm action={discard} fields={fields}>
          <SubmitButton className="button link">Throw it away</SubmitButton>
        </ActionForm>
      </div>
    </section>
  );
}

/** Says that the form holds what was typed before and is not saved. */
export function UnsavedTaken({ at }: { at: string | null }) {
  return (
    <p className="told" role="status">
      {at ? `The form holds what you typed at ${formatInstant(at)}.` : 'The form holds what you typed before.'} It is
      not saved yet.
    </p>
  );
}
