'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { FieldGroup } from '@/components/form/field';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import type { GivingCheck as Check } from '@/db/queries/people/giving-page';
import { type FormAction, problemOf } from '@/lib/form/form-state';
import { capital, numberOf } from '@/lib/text/number-in-words';

type Props = { check: Check; fresh: string; give: FormAction };

/** The measures that would go from one person to another, each ticked until it is left out, and what goes with them. */
export function GivingCheck({ check: { from, to, measures }, fresh, give }: Props) {
  const [state, send] = useActionState(give, null);
  const left = state && new Set((state.typed.code ?? '').split('\n'));
  const services = [...new Set(measures.map(({ service }) => service))];
  if (measures.length === 0)
    return (
      <>
        <ErrorSummary problems={state?.problems ?? []} />
        <p>{from ? `${from.name} owns no measure now.` : 'Every measure has an owner now.'}</p>
      </>
    );
  return (
    <form action={send} noValidate>
      <ErrorSummary problems={state?.problems ?? []} />
      <FormKey state={state} fresh={fresh} />
      <input type="hidden" name="from" value={from?.id ?? ''} />
      <input type="hidden" name="to" value={to.id} />
      {services.map((service, index) => (
        <FieldGroup
          key={service}
          name={index === 0 ? 'code' : `code-${index}`}
          legend={service}
          problem={index === 0 ? problemOf(state, 'code') : undefined}
        >
          {measures
            .filter((measure) => measure.service === service)
            .map(({ code, number, title, drafts, waiting }) => (
              <label key={code} className="choice">
                <input type="checkbox" name="code" value={code} defaultChecked={left ? left.has(code) : true} />
                <span>
                  {number}. {title}
                  <small>{withIt(drafts, waiting)}</small>
                </span>
              </label>
            ))}
        </FieldGroup>
      ))}
      <SubmitButton busy="Giving…">{`Give the ticked measures to ${to.name}`}</SubmitButton>
    </form>
  );
}

/** What of a measure's readings goes with it, and what stays. */
function withIt(drafts: number, waiting: number): string {
  const parts = [
    drafts > 0 && `${numberOf(drafts, 'draft goes', 'drafts go')} with it`,
    waiting > 0 &&
      `${numberOf(waiting, 'reading waits', 'readings wait')} for approval and ${waiting === 1 ? 'stays' : 'stay'}`,
  ].filter((part) => typeof part === 'string');
  return parts.length > 0 ? `${capital(parts.join('; '))}.` : '';
}
