'use client';

import { type ReactNode, useActionState } from 'react';
import type { FormAction } from '@/lib/form/form-state';

type Props = { action: FormAction; fields?: Record<string, string>; className?: string; children: ReactNode };

/** A form that is no more than its buttons and what they send along; it says what was wrong, or that it is done. */
export function ActionForm({ action, fields = {}, className, children }: Props) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className={className}>
      {state?.problems.map(({ sentence }) => (
        <p className="problem" role="alert" key={sentence}>
          {sentence}
        </p>
      ))}
      {state?.done && (
        <p className="done" role="status">
          {state.done}
        </p>
      )}
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      {children}
    </form>
  );
}
