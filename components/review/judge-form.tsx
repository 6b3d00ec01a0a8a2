'use client';

import { useActionState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { Field, FieldGroup } from '@/components/form/field';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import { EffectBox } from '@/components/framework/effect-box';
import { RagTag } from '@/components/sign/rag-tag';
import { type FormAction, problemOf } from '@/lib/form/form-state';
import { readEffect } from '@/lib/framework/effect';
import type { Judging } from '@/lib/reading/judging';
import { otherColours } from '@/lib/target/judged-status';
import { colourWords } from '@/lib/target/target';

type Props = {
  step: FormAction;
  /** What may be judged; null where nothing may, and then only why the last try failed is left. */
  judging: Judging | null;
  hidden: Record<string, string | number>;
  fresh: string;
};

/** Approves a reading with another colour than the rule's: it shows what the public would read before it signs. */
export function JudgeForm({ step, judging, hidden, fresh }: Props) {
  const [state, send] = useActionState(step, null);
  const problems = state?.problems ?? [];
  const typed: Record<string, string | undefined> = state?.typed ?? {};
  const effect = state?.done ? readEffect(typed.seen) : null;
  if (!judging && problems.length === 0) return null;
  return (
    <form action={send} className="judge" noValidate>
      <ErrorSummary problems={problems} />
      <FormKey state={state} fresh={fresh} />
      {Object.entries({ ...hidden, rule: judging?.rule ?? '', seen: effect ? (typed.seen ?? '') : '' }).map(
        ([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      {judging && (
        <details className="aside-question" open={state !== null}>
          <summary>Judge another colour</summary>
          {effect && (
            <EffectBox effect={effect} changed={state?.done === 'changed'} save={`Approve as judged ${named(typed)}`} />
          )}
          <p>
            By the rule it is <RagTag colour={judging.rule} />. The public reads both colours and your reason.
          </p>
          <FieldGroup
            name="judgedColour"
            legend="What do you judge it to be?"
            problem={problemOf(state, 'judgedColour')}
          >
            {otherColours(judging.rule).map((colour) => (
              <label className="choice" key={colour}>
                <input type="radio" name="judgedColour" value={colour} defaultChecked={typed.judgedColour === colour} />
                {colourWords[colour]}
              </label>
            ))}
          </FieldGroup>
          <Field
            name="judgedReason"
            label="Why?"
            hint="One or two sentences, 20 to 500 characters. Name no person: this is published as you write it."
            problem={problemOf(state, 'judgedReason')}
          >
            {(attributes) => (
              <textarea {...attributes} name="judgedReason" rows={3} defaultValue={typed.judgedReason} />
            )}
          </Field>
          <SubmitButton className="button secondary" busy="Looking…" name="intent" value="effect">
            {effect ? 'Show again what the public reads' : 'Show what the public would read'}
          </SubmitButton>
        </details>
      )}
    </form>
  );
}

const named = ({ judgedColour: colour }: Record<string, string | undefined>): string =>
  colour === 'green' || colour === 'amber' || colour === 'red' ? colourWords[colour] : '';
