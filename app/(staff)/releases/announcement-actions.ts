'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { wakeAt } from '@/app/_server/jobs';
import { action } from '@/app/_staff/action';
import { announceRelease, cancelRelease, moveRelease } from '@/db/commands/release/announcements';
import { giveEarlyReading, takeEarlyReading } from '@/db/commands/release/early-reading';
import { database } from '@/db/connection/pool';
import { noAsAt, typedMoment } from '@/lib/edition/announcement';
import { Mistyped, type Problem } from '@/lib/form/form-state';
import { limits } from '@/lib/form/limits';
import { Refused } from '@/lib/form/refused';
import { textField } from '@/lib/form/typed-text';
import { isSlug } from '@/lib/text/address';
import { parseDay } from '@/lib/time/day-entry';

const service = z.string().refine(isSlug);
const id = z.string().regex(/^[1-9]\d{0,8}$/);
const day = z.string().max(100, 'Write the day like 1 September 2018.');
const time = z.string().max(100, 'Write the time like 09:30.');
const dueAt = z.iso.datetime();

const Announce = z.strictObject({
  ...{ service, releaseDay: day, releaseTime: time },
  seen: z.string().max(200),
  asAt: day,
  note: textField(limits.editionNote),
  finding: z.array(z.string().max(200)).optional(),
  reason: z.array(textField(limits.acknowledgement)).optional(),
});

/** Announces the edition that the preview showed for a moment to come. */
export const announce = action(
  Announce,
  async (acting, { service, seen, note, finding = [], reason = [], ...typed }) => {
    const problems: Problem[] = reason.flatMap((words, index) =>
      words.trim()
        ? []
        : [{ field: `announced-reason${index + 1}`, sentence: 'Say why you publish all the same, or put it right.' }],
    );
    const asAt = parseDay(typed.asAt);
    if ('problem' in asAt)
      problems.push({ field: 'announced-asAt', sentence: typed.asAt.trim() ? asAt.problem : noAsAt });
    const at = moment(typed.releaseDay, typed.releaseTime, ['releaseDay', 'releaseTime'], problems);
    const acknowledged = finding.map((id, index) => ({ finding: id, reason: reason[index] ?? '' }));
    const edition = { service, asAt: 'day' in asAt ? asAt.day : '', note, acknowledged, seen: seen || null };
    const { dueAt } = await announceRelease(database(), acting, { ...edition, dueAt: at }).catch(shownAnew(service));
    await wakeAt(dueAt);
    return `/releases/${service}?done=announced`;
  },
);

const Move = z.strictObject({
  service,
  id,
  dueAt,
  moveDay: day,
  moveTime: time,
  // Asked for together with the moment, which the schema cannot know.
  moveReason: textField(limits.publicReason),
});

/** Moves an announced release, with the reason that the public reads. */
export const move = action(Move, async (acting, { service, id, dueAt, moveDay, moveTime, moveReason }) => {
  const problems = missing('moveReason', moveReason, 'Tell the public why the release is moved.');
  const toAt = moment(moveDay, moveTime, ['moveDay', 'moveTime'], problems);
  const asked = { id: Number(id), dueAt, toAt, reason: moveReason };
  const moved = await moveRelease(database(), acting, asked).catch(shownAnew(service));
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

const Give = z.strictObject({
  service,
  id,
  reader: z.string().max(limits.emailAddress.most),
  fromDay: day,
  fromTime: time,
});

/** Lets somebody read an announced edition early. */
export const give = action(Give, async (acting, { service, id, reader, fromDay, fromTime }) => {
  const problems = missing('reader', reader, 'Give the e-mail address of somebody who signs in here.');
  const fromAt = moment(fromDay, fromTime, ['fromDay', 'fromTime'], problems);
  await giveEarlyReading(database(), acting, { id: Number(id), email: reader, fromAt }).catch(shownAnew(service));
  return `/releases/${service}?done=listed`;
});

const Take = z.strictObject({ service, id, person: id });

/** Takes somebody off the list of early readers. */
export const take = action(Take, async (acting, { service, id, person }) => {
  const asked = { id: Number(id), personId: Number(person) };
  await takeEarlyReading(database(), acting, asked).catch(shownAnew(service));
  return `/releases/${service}?done=unlisted`;
});

const missing = (field: string, typed: string, sentence: string): Problem[] =>
  typed.trim() ? [] : [{ field, sentence }];

/** The moment that was typed; throws with its problems and those found before. */
function moment(day: string, time: string, [dayField, timeField]: [string, string], before: Problem[]): string {
  const typed = typedMoment({ day, time }, { day: dayField, time: timeField });
  const problems = [...before, ...('problems' in typed ? typed.problems : [])];
  if ('problems' in typed || problems.length > 0) throw new Mistyped(problems);
  return typed.at;
}

/** After a refusal the page is made anew, as what it showed is not what is there. */
const shownAnew =
  (service: string) =>
  (error: unknown): never => {
    if (error instanceof Refused) revalidatePath(`/releases/${service}`);
    throw error;
  };
