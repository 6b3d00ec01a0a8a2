'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { shownEverywhere } from '@/app/_server/lease';
import { action } from '@/app/_staff/action';
import { publishEdition } from '@/db/commands/release/editions';
import { withdrawEdition } from '@/db/commands/release/withdraw';
import { database } from '@/db/connection/pool';
import { Mistyped, type Problem } from '@/lib/form/form-state';
import { limits } from '@/lib/form/limits';
import { Refused } from '@/lib/form/refused';
import { textField } from '@/lib/form/typed-text';
import { isSlug } from '@/lib/text/address';
import { parseDay } from '@/lib/time/day-entry';

const Publish = z.strictObject({
  service: z.string().refine(isSlug),
  seen: z.string().max(200),
  asAt: z.string().max(100, 'Write the day like 17 August 2018.'),
  note: textField(limits.editionNote),
  finding: z.array(z.string().max(200)).optional(),
  reason: z.array(textField(limits.acknowledgement)).optional(),
});

/** Publishes the edition that the preview showed, with a reason for each warning that is let stand. */
export const publish = action(Publish, async (acting, { service, seen, asAt, note, finding = [], reason = [] }) => {
  const day = parseDay(asAt);
  const problems: Problem[] = reason.flatMap((words, index) =>
    words.trim()
      ? []
      : [{ field: `reason${index + 1}`, sentence: 'Say why you publish all the same, or put it right.' }],
  );
  if ('problem' in day) throw new Mistyped([...problems, { field: 'asAt', sentence: day.problem }]);
  if (problems.length > 0) throw new Mistyped(problems);
  const acknowledged = finding.map((id, index) => ({ finding: id, reason: reason[index] ?? '' }));
  const asked = { service, asAt: day.day, note, acknowledged, seen: seen || null };
  const { number } = await publishEdition(database(), acting, asked).catch((error) => {
    if (error instanceof Refused) revalidatePath(`/releases/${service}`);
    throw error;
  });
  await shownEverywhere();
  return `/releases/${service}?published=${number}`;
});

const Withdraw = z.strictObject({
  service: z.string().refine(isSlug),
  number: z
    .string()
    .optional()
    .refine((number) => /^[1-9]\d{0,8}$/.test(number ?? ''), 'Choose the edition.'),
  reason: textField(limits.publicReason, 'Tell the public in a sentence why it is withdrawn.'),
});

/** Withdraws an edition, with the reason that the public reads. */
export const withdraw = action(Withdraw, async (acting, { service, number, reason }) => {
  await withdrawEdition(database(), acting, { service, number: Number(number), reason });
  await shownEverywhere();
  return `/releases/${service}/withdraw?done=${number}`;
});
