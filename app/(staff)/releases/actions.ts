'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '@/app/action';
import { shownEverywhere } from '@/app/lease';
import { publishEdition } from '@/db/commands/editions';
import { withdrawEdition } from '@/db/commands/withdraw';
import { database } from '@/db/pool';
import { isSlug } from '@/lib/address';
import { parseDay } from '@/lib/day-entry';
import { Mistyped, type Problem } from '@/lib/form-state';
import { Refused } from '@/lib/refused';

const Publish = z.strictObject({
  service: z.string().refine(isSlug),
  seen: z.string().max(200),
  asAt: z.string().max(100, 'Write the day like 17 August 2018.'),
  note: z.string().max(2000, 'A note can have 2,000 characters.'),
  finding: z.array(z.string().max(200)).optional(),
  reason: z.array(z.string().max(1000, 'A reason can have 1,000 characters.')).optional(),
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
  number: z.string().max(20).optional(),
  reason: z.string().max(5000),
});

/** Withdraws an edition, with the reason that the public reads. */
export const withdraw = action(Withdraw, async (acting, { service, number, reason }) => {
  const problems: Problem[] = [
    ...(/^[1-9]\d{0,8}$/.test(number ?? '') ? [] : [{ field: 'number', sentence: 'Choose the edition.' }]),
    ...(reason.trim() ? [] : [{ field: 'reason', sentence: 'Tell the public in a sentence why it is withdrawn.' }]),
  ];
  if (problems.length > 0) throw new Mistyped(problems);
  await withdrawEdition(database(), acting, { service, number: Number(number), reason });
  await shownEverywhere();
  return `/releases/${service}/withdraw?done=${number}`;
});
