import type { FormState } from '@/lib/form/form-state';

/** The hidden key by which a form that is sent twice counts once; `fresh` is another one at each rendering of the page. */
export function FormKey({ state, fresh }: { state: FormState | null; fresh: string }) {
  return <input type="hidden" name="key" value={state?.key ?? fresh} />;
}
