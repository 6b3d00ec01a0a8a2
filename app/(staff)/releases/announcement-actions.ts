'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { wakeAt } from '@/app/_server/jobs';
import { action } from '@/app/_staff/action';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { giveEarlyReading, takeEarlyReading } from '@/db/commands/release/early-reading';
import { moveRelease } from '@/db/commands/release/move-release';
import { database } from '@/db/connection/pool';
import { answersTo, unanswered } from '@/lib/edition/warning-answers';
import { missing, together, unless } from '@/lib/form/fields-together';
import { limits } from '@/lib/form/limits';
import { Refused } from '@/lib/form/refused';
import { textField } from '@/lib/form/typed-text';
import { noAsAt, typedMoment } from '@/lib/release/release-moment';
import { isSlug } from '@/lib/text/page-address';
import { parseDay } from '@/lib/time/day-entry';

const service = z.string().refine(isSlug);
const id = z.string().regex(/^[1-9]\d{0,8}$/);
const day = z.string().max(100, 'Write the day like 1 September 2018.');
const time = z.string().max(100, 'Write the time like 09:30.');
const dueAt = z.iso.datetime();

const Announce = z
  .strictObject({
    service,
    releaseDay: day,
    releaseTime: time,
    seen: z.string().max(200),
    asAt: day,
    note: textField(limits.editionNote),
    finding: z.array(z.string().max(200)).default([]),
    reason: z.array(textField(limits.acknowledgement)).default([]),
  })
  .transform(
    together(({ releaseDay, releaseTime, finding, reason, seen, ...typed }) => {
      const problems = unanswered('announced-reason', reason);
      const asAt = parseDay(typed.asAt);
      if ('problem' in asAt)
        problems.push({ field: 'announced-asAt', sentence: typed.asAt.trim() ? asAt.problem : noAsAt });
      const fields = { day: 'releaseDay', time: 'releaseTime' };
      const due = typedMoment({ day: releaseDay, time: releaseTime }, fields);
      if ('problem' in asAt || 'problems' in due)
        return { problems: [...problems, ...('problems' in due ? due.problems : [])] };
      const announcement = { ...typed, asAt: asAt.day, dueAt: due.at, seen: seen || null };
      return unless(problems, { ...announcement, acknowledged: answersTo(finding, reason) });
    }),
  );

/** Announces the edition that the preview showed for a moment to come. */
export const announce = action(Announce, async (acting, edition) => {
  const { service } = edition;
  const { dueAt } = await announceRelease(database(), acting, edition).catch(shownAnew(service));
  await wakeAt(dueAt);
  return `/releases/${service}?done=announced`;
});

const Move = z
  .strictObject({
    service,
    id,
    dueAt,
    moveDay: day,
    moveTime: time,
    moveReason: textField(limits.publicReason),
  })
  .transform(
    together(({ moveDay, moveTime, moveReason: reason, ...typed }) => {
      const problems = missing('moveReason', reason, 'Tell the public why the release is moved.');
      const to = typedMoment({ day: moveDay, time: moveTime }, { day: 'moveDay', time: 'moveTime' });
      if ('problems' in to) return { problems: [...problems, ...to.problems] };
      return unless(problems, { ...typed, reason, toAt: to.at });
    }),
  );

/** Moves an announced release, with the reason that the public reads. */
export const move = action(Move, async (acting, { service, id, ...change }) => {
  const moved = await moveRelease(database(), acting, { ...change, id: Number(id) }).catch(shownAnew(service));
  await wakeAt(moved.dueAt);
  return `/releases/${service}?done=moved`;
});

const Cancel = z.strictObject({
  service,
  id,
  dueAt,
  cancelReason: textField(limits.publicReason, 'Tell the public why the release is cancelled.'),
});

/** Calls an announced release off, with the reason that the public reads. */
export const cancel = action(Cancel, async (acting, { service, id, dueAt, cancelReason }) => {
  await cancelRelease(database(), acting, { id: Number(id), dueAt, reason: cancelReason }).catch(shownAnew(service));
  return `/releases/${service}?done=cancelled`;
});

const Give = z
  .strictObject({
    service,
    id,
    reader: z.string().max(limits.emailAddress.most),
    fromDay: day,
    fromTime: time,
  })
  .transform(
    together(({ service, id, reader: email, fromDay, fromTime }) => {
      const problems = missing('reader', email, 'Give the e-mail address of somebody who signs in here.');
      const from = typedMoment({ day: fromDay, time: fromTime }, { day: 'fromDay', time: 'fromTime' });
      if ('problems' in from) return { problems: [...problems, ...from.problems] };
      return unless(problems, { service, id, email, fromAt: from.at });
    }),
  );

/** Lets somebody read an announced edition early. */
export const give = action(Give, async (acting, { service, id, email, fromAt }) => {
  await giveEarlyReading(database(), acting, { id: Number(id), email, fromAt }).catch(shownAnew(service));
  return `/releases/${service}?done=listed`;
});

const Take = z.strictObject({ service, id, person: id });

/** Takes somebody off the list of early readers. */
export const take = action(Take, async (acting, { service, id, person }) => {
  const listing = { id: Number(id), personId: Number(person) };
  await takeEarlyReading(database(), acting, listing).catch(shownAnew(service));
  return `/releases/${service}?done=unlisted`;
});

/** Makes the page again after a refusal, because what it showed is not what the record has now. */
const shownAnew =
  (service: string) =>
  (error: unknown): never => {
    if (error instanceof Refused) revalidatePath(`/releases/${service}`);
    throw error;
  };
