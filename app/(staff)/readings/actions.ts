'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '@/app/_staff/action';
import { saveReading } from '@/db/commands/reading/reading-save';
import { acceptSuggestion, beginCorrection, submitReading, withdrawReading } from '@/db/commands/reading/reading-steps';
import { throwAwayUnsaved } from '@/db/commands/reading/unsaved-typing';
import { database } from '@/db/connection/pool';
import { readingForm } from '@/db/queries/reading/reading-form';
import { problemsOf, stillKept } from '@/lib/commentary/checking/weigh-findings';
import { Mistyped } from '@/lib/form/form-state';
import { Refused } from '@/lib/form/refused';
import { mostCompleted } from '@/lib/reading/completed-actions';
import { contentOf, lacksOf } from '@/lib/reading/content-entry';
import { contentFields } from '@/lib/reading/reading-fields';
import { Stale, staleProblems } from '@/lib/reading/stale';
import { isSlug } from '@/lib/text/page-address';
import { isDay } from '@/lib/time/instant';

const place = { code: z.string().refine(isSlug), periodStart: z.string().refine(isDay) };
const count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const WriteReading = z.strictObject({
  ...place,
  version: z.union([count, z.literal('').transform(() => null)]),
  actionRows: z.string(),
  intent: z.enum(['work-out', 'add-action', 'save', 'check']),
  completed: z.array(z.string().max(2_500)).max(mostCompleted).optional(),
  ...(Object.fromEntries(contentFields.map((field) => [field, z.string().optional()])) as Record<
    string,
    z.ZodOptional<z.ZodString>
  >),
});
const TakeStep = z.strictObject({ ...place, readingId: count, version: count });

const stillHere = 'What you typed is still here. If you save it again, it takes the place of what is there now.';

const address = ({ code, periodStart }: { code: string; periodStart: string }) => `/readings/${code}/${periodStart}`;

/** The reading form: works the figure out, makes room for an action, saves the draft, or saves it and goes on to check it. */
export const writeReading = action(WriteReading, async (acting, input, who) => {
  const { intent, actionRows: _, version, code, periodStart, completed = [], ...fields } = input;
  const typed = { ...fields, completed: completed.join('\n') };
  if (intent === 'work-out') return { done: 'Worked out.' };
  if (intent === 'add-action') return { done: 'There is room for another action.' };
  const form = await readingForm(database(), who, code, periodStart, acting.today);
  if (!form) throw new Refused('There is no such reading, or it is not yours to write.');
  const { measure, correction } = form;
  const { content, problems } = contentOf(typed, measure);
  if (problems.length > 0) throw new Mistyped(problems);
  if (intent === 'check') {
    const lacks = lacksOf(content, { measure, correction, usual: await form.usual(), today: acting.today });
    const findings = await form.findings(content);
    lacks.push(...problemsOf(findings, content.kept ?? []));
    if (lacks.length > 0) throw new Mistyped(lacks);
    if (content.kept) content.kept = stillKept(content.kept, findings);
  }
  const saved = await saveReading(database(), acting, { code, periodStart, version, content }).catch((error) => {
    if (!(error instanceof Stale)) throw error;
    // The page is made again with the present version, so that a person who has read what changed may save over it.
    revalidatePath(address(input));
    throw new Mistyped([...staleProblems(error), { field: null, sentence: stillHere }], { cause: error });
  });
  return intent === 'check' ? `${address(input)}/check` : `${address(input)}?saved=${saved.version}`;
});

export const submit = action(TakeStep, async (acting, { code: _, periodStart: __, ...readingVersion }) => {
  await submitReading(database(), acting, readingVersion);
  return '/work?done=submitted';
});

export const withdraw = action(TakeStep, async (acting, { code, periodStart, ...readingVersion }) => {
  await withdrawReading(database(), acting, readingVersion);
  return address({ code, periodStart });
});

export const accept = action(TakeStep, async (acting, { code, periodStart, ...readingVersion }) => {
  const { version } = await acceptSuggestion(database(), acting, readingVersion);
  return `${address({ code, periodStart })}?saved=${version}`;
});

export const correct = action(TakeStep, async (acting, { code, periodStart, ...readingVersion }) => {
  await beginCorrection(database(), acting, readingVersion);
  return address({ code, periodStart });
});

export const discard = action(z.strictObject(place), async (acting, reading) => {
  await throwAwayUnsaved(database(), acting, reading);
  return address(reading);
});
