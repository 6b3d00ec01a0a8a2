'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { wakePapers } from '@/app/_server/jobs';
import { shownEverywhere } from '@/app/_server/lease';
import { action } from '@/app/_staff/action';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { withdrawEdition } from '@/db/commands/release/withdraw';
import { database } from '@/db/connection/pool';
import { answersTo, unanswered } from '@/lib/edition/warning-answers';
import { together, unless } from '@/lib/form/fields-together';
import { limits } from '@/lib/form/limits';
import { Refused } from '@/lib/form/refused';
import { textField } from '@/lib/form/typed-text';
import { isSlug } from '@/lib/text/page-address';
import { parseDay } from '@/lib/time/day-entry';

const Publish = z
  .strictObject({
    service: z.string().refine(isSlug),
    seen: z.string().max(200),
    asAt: z.string().max(100, 'Write the day like 17 August 2018.'),
    note: textField(limits.editionNote),
    finding: z.array(z.string().max(200)).default([]),
    reason: z.array(textField(limits.acknowledgement)).default([]),
  })
  .transform(
    together((typed) => {
      const { finding, reason, seen, ...edition } = typed;
      const problems = unanswered('reason', reason);
      const day = parseDay(typed.asAt);
      if ('problem' in day) return { problems: [...problems, { field: 'asAt', sentence: day.problem }] };
      const publication = { ...edition, asAt: day.day, seen: seen || null, acknowledged: answersTo(finding, reason) };
      return unless(problems, publication);
    }),
  );

/** Publishes the edition that the preview showed, with a reason for each warning that is let stand. */
export const publish = action(Publish, async (acting, edition) => {
  const { number } = await publishEdition(database(), acting, edition).catch((error) => {
    if (error instanceof Refused) revalidatePath(`/releases/${edition.service}`);
    throw error;
  });
  await wakePapers();
  await shownEverywhere();
  return `/releases/${edition.service}?published=${number}`;
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
