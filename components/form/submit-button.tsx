'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';

type Props = {
  children: ReactNode;
  /** The button's words while the form is on its way. */
  busy?: string;
  className?: string;
  /** Where a form has several buttons: which one was pressed. */
  name?: string;
  value?: string;
};

/** A form's button; where there is JavaScript a second press does nothing while the first is on its way. */
export function SubmitButton({ children, busy, className = 'button', name, value }: Props) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={className}
      name={name}
      value={value}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {pending && busy ? busy : children}
    </button>
  );
}
