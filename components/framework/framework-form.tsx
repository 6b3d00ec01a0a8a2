'use client';

import { type ReactNode, useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import { Link } from '@/components/frame/link';
import { type FormAction, problemOf } from '@/lib/form/form-state';
import { readEffect } from '@/lib/framework/effect';
import { EffectBox } from './effect-box';

/** What a field shows: what was typed in it, and what is wrong with it. */
export type FieldState = { typed: Record<string, string | undefined>; problem: (field: string) => string | undefined };

type Props = {
  step: FormAction;
  /** What the fields hold when the form is opened. */
  opened: Record<string, string>;
  /** What is sent along: what the form is about, and what was there when its page was made. */
  hidden?: Record<string, string>;
  fresh: string;
  /** The button that saves, once the effect is shown. */
  save: string;
  /** Where to go without saving. */
  back: { href: string; text: string };
  children: (state: FieldState) => ReactNode;
};

/** A form of the framework: it shows what it would do, and saves only what was shown. */
export function FrameworkForm({ step, opened, hidden = {}, fresh, save, back, children }: Props) {
  const [state, send] = useActionState(step, null);
  const typed: Record<string, string | undefined> = state?.typed ?? opened;
  const effect = state?.done ? readEffect(typed.seen) : null;
  return (
    <form action={send} className={effect ? 'framework-form with-effect' : 'framework-form'} noValidate>
      <ErrorSummary problems={state?.problems ?? []} />
      <FormKey state={state} fresh={fresh} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="seen" value={effect ? typed.seen : ''} />
      {effect && <EffectBox effect={effect} changed={state?.done === 'changed'} save={save} />}
      <div className="framework-fields">
        {children({ typed, problem: (field) => problemOf(state, field) })}
        <div className="buttons">
          <SubmitButton className={effect ? 'button secondary' : 'button'} busy="Looking…" name="intent" value="effect">
            {effect ? 'Show the effect again' : 'Show the effect'}
          </SubmitButton>
          <Link className="beside-buttons" href={back.href}>
            {back.text}
          </Link>
        </div>
      </div>
    </form>
  );
}
