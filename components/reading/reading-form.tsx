'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { Field, FieldGroup } from '@/components/form/field';
import { FormKey } from '@/components/form/form-key';
import { SubmitButton } from '@/components/form/submit-button';
import { type Keeping, TypingKeeper } from '@/components/form/typing-keeper';
import { TypingLeft } from '@/components/form/typing-left';
import type { ReadingPage } from '@/db/queries/reading/reading-page';
import { changedSentences, isUnwritten, typedFindings } from '@/lib/commentary/checking/typed-findings';
import { realTerms } from '@/lib/figure/in-real-terms';
import { unusual } from '@/lib/figure/unusual';
import { type FormAction, problemOf } from '@/lib/form/form-state';
import { promptsFor } from '@/lib/reading/prompts';
import { actionFields, actionNumbers } from '@/lib/reading/reading-fields';
import { ActionFields } from './action-fields';
import { CompletedActions } from './completed-actions';
import { figuresOf, LiveResult } from './live-result';
import { MissingReason, ReadingFigures } from './reading-figures';
import { ReadingFindings } from './reading-findings';
import { RevisionKind } from './revision-kind';
import { useSettledTyping } from './settled-typing';

type Shown = 'measure' | 'version' | 'target' | 'whyNoTarget' | 'usual' | 'openActions' | 'checks' | 'keptBefore';
type FormPage = Pick<ReadingPage, Shown> & {
  /** What stands in public while this is a correction, and since which day. */
  published: { figure: string; day: string } | null;
  periodStart: string;
};

type Props = {
  /** Whether it may still be written; where it may no more, what was typed is left to be copied. */
  open: boolean;
  page: FormPage;
  /** What the fields hold when the form is opened: what is saved, or what was kept from a session that ended. */
  typed: Record<string, string>;
  /** A key of this rendering: a second press of the same button is the same press. */
  fresh: string;
  save: FormAction;
  /** How what is typed is watched over. */
  keeping?: Keeping | undefined;
};

/** The reading form: the figure, the words and the actions; a result that follows the typing where there is JavaScript. */
export function ReadingForm({ open, page, typed: opened, fresh, save, keeping }: Props) {
  const [state, send] = useActionState(save, null);
  const typed: Record<string, string | undefined> = state?.typed ?? opened;
  const form = useRef<HTMLFormElement>(null);
  const [live, setLive] = useState<Record<string, string | undefined> | null>(null);
  const now = live ?? typed;
  const follow = () => form.current && setLive(textOf(form.current));
  // A browser may have filled the fields again after a step back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer fills the fields again.
  useEffect(() => void follow(), [state]);

  const { measure, target, whyNoTarget } = page;
  const currentTarget = target?.target ?? null;
  const figures = figuresOf(now, measure);
  const judged = { value: figures?.result ?? null, target: currentTarget, whyNoTarget, measure, parts: figures };
  const prompts = figures || now.missing ? promptsFor(judged) : null;
  const sum = figures && realTerms(figures, measure);
  const sure = figures && unusual(figures.result, page.usual, measure);
  const problem = (field: string) => problemOf(state, field);
  const settled = useSettledTyping(now);
  const findings = typedFindings(page.checks, settled, measure);
  const changed = changedSentences(page.checks, settled, measure);
  const another = state?.problems.length === 0 && state.typed.intent === 'add-action';
  const rows = actionRows(typed, another);
  if (!open) return state && <TypingLeft state={state} />;
  return (
    <form ref={form} action={send} onInput={follow} className="reading" noValidate>
      <ErrorSummary problems={state?.problems ?? []} />
      <FormKey state={state} fresh={fresh} />
      <input type="hidden" name="code" value={measure.code} />
      <input type="hidden" name="periodStart" value={page.periodStart} />
      <input type="hidden" name="version" value={page.version ?? ''} />
      <input type="hidden" name="actionRows" value={rows} />

      <section>
        <h2>Figure</h2>
        <div id="figure" tabIndex={-1}>
          <ReadingFigures measure={measure} typed={typed} state={state} />
        </div>
        <SubmitButton className="button secondary work-out" name="intent" value="work-out">
          Work it out
        </SubmitButton>
        <LiveResult typed={now} measure={measure} target={currentTarget} whyNoTarget={whyNoTarget} />
        {(sure || typed.unusual || problem('unusual')) && (
          <Field
            name="unusual"
            label="Why is this figure right?"
            hint={problem('unusual') ? null : sure}
            problem={problem('unusual')}
          >
            {(attributes) => <textarea {...attributes} name="unusual" rows={2} defaultValue={typed.unusual} />}
          </Field>
        )}
        <label className="choice">
          <input type="checkbox" name="provisional" defaultChecked={Boolean(typed.provisional)} /> This figure is
          provisional and may change
        </label>
        <MissingReason typed={typed} state={state} />
      </section>

      <section>
        <h2>Comments</h2>
        <Field
          name="comments"
          label="Comments for councillors"
          hint={prompts?.comments.join(' ') ?? 'Questions that fit the figure appear here once it is in.'}
          problem={problem('comments')}
        >
          {(attributes) => <textarea {...attributes} name="comments" rows={8} defaultValue={typed.comments} />}
        </Field>
        {sum && <p className="hint">The scorecard says this by itself, so you need not type it: “{sum}.”</p>}
      </section>

      <section>
        <h2>Actions</h2>
        <CompletedActions
          open={page.openActions}
          typed={typed.completed}
          frequency={measure.frequency}
          problem={problem('completed')}
        />
        <FieldGroup name="actions" legend="What is being done about it?" hint={prompts?.actions.join(' ')}>
          {actionNumbers.slice(0, rows).map((n) => (
            <ActionFields key={n} n={n} typed={typed} state={state} focused={another && n === rows} />
          ))}
        </FieldGroup>
        {rows < actionNumbers.length && (
          <SubmitButton className="button secondary" name="intent" value="add-action">
            Add another action
          </SubmitButton>
        )}
      </section>

      <ReadingFindings
        isUnwritten={isUnwritten(settled, measure)}
        findings={findings}
        changed={changed}
        typed={typed}
        state={state}
        kept={page.keptBefore}
      />

      {page.published && (
        <section>
          <h2>Public note</h2>
          <RevisionKind typed={typed} problem={problem('revisionReason')} />
          <Field
            name="publicNote"
            label="What was corrected, and why?"
            hint={`The figure published on ${page.published.day} was ${page.published.figure}. Everybody can read this note.`}
            problem={problem('publicNote')}
          >
            {(attributes) => <textarea {...attributes} name="publicNote" rows={3} defaultValue={typed.publicNote} />}
          </Field>
        </section>
      )}

      <div className="buttons">
        <SubmitButton busy="Checking…" name="intent" value="check">
          Check answers
        </SubmitButton>
        <SubmitButton className="button secondary" busy="Saving…" name="intent" value="save">
          Save draft
        </SubmitButton>
      </div>
      {keeping && <TypingKeeper {...keeping} />}
    </form>
  );
}

/** How many actions the form shows: as before, all that are filled, at least one, and one more when the person asks for it. */
function actionRows(typed: Record<string, string | undefined>, another: boolean): number {
  const filled = actionNumbers.findLast((n) => Object.values(actionFields(n)).some((field) => typed[field])) ?? 1;
  const before = Number(typed.actionRows) || 1;
  return Math.min(Math.max(filled, before) + (another ? 1 : 0), actionNumbers.length);
}

const textOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
