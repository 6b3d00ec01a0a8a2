import { and, eq } from 'drizzle-orm';
import { dayOf, type Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { meetingGround } from '@/db/facts/committee-facts';
import { meetingMoves, meetings } from '@/db/schema';
import { whyMeetingStays } from '@/lib/committee/meeting-effect';
import { limits } from '@/lib/form/limits';
import { Outdated, Refused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import { formatWeekday } from '@/lib/time/day';
import { isDay } from '@/lib/time/instant';
import { type Committee, changeCommittee, recordOfCommittee } from './committee-change';

type Meeting = { committee: string; day: string };

/** Sets a day on which a committee meets, or met. */
export function setMeeting(db: Database, party: Party, { committee: slug, day }: Meeting): Promise<string> {
  return changeCommittee(db, party, { slug, step: 'set_meeting' }, async (tx, found) => {
    const { id, name } = committeeOf(found, slug, day);
    const set = await tx.insert(meetings).values({ committeeId: id, day }).onConflictDoNothing().returning();
    if (set.length === 0) throw new Refused(`${name} meets on ${formatWeekday(day)} already.`);
    await recordOfCommittee(tx, party, id, 'meeting_set', { committee: name, slug, day });
    return `${name} meets on ${formatWeekday(day)}.`;
  });
}

const whyChanged = 'Say why. The public reads it.';

/** Moves a meeting to another day, with the reason that the public reads. */
export function moveMeeting(
  db: Database,
  party: Party,
  { committee: slug, day, to, reason: typed }: Meeting & { to: string; reason: string },
): Promise<string> {
  return changeCommittee(db, party, { slug, step: 'move_meeting' }, async (tx, found) => {
    const committee = committeeOf(found, slug, day, to);
    const { id, name } = committee;
    const reason = givenText(typed, limits.changeReason, whyChanged);
    const stays = whyMeetingStays({ day, to }, await meetingGround(tx, committee), dayOf(party));
    if (stays) throw new Refused(stays);
    await takeOut(tx, committee, day);
    await tx.insert(meetings).values({ committeeId: id, day: to });
    await tx.insert(meetingMoves).values({ committeeId: id, fromDay: day, movedAt: party.at, toDay: to, reason });
    const details = { committee: name, slug, day, toDay: to, reason };
    await recordOfCommittee(tx, party, id, 'meeting_moved', details);
    return `${name} meets on ${formatWeekday(to)} instead of ${formatWeekday(day)}.`;
  });
}

/** Cancels a meeting, or takes a day out on which a committee did not meet, with the reason that the public reads. */
export function dropMeeting(
  db: Database,
  party: Party,
  { committee: slug, day, reason: typed }: Meeting & { reason: string },
): Promise<string> {
  return changeCommittee(db, party, { slug, step: 'drop_meeting' }, async (tx, found) => {
    const committee = committeeOf(found, slug, day);
    const { id, name } = committee;
    const reason = givenText(typed, limits.changeReason, whyChanged);
    await takeOut(tx, committee, day);
    await tx.insert(meetingMoves).values({ committeeId: id, fromDay: day, movedAt: party.at, reason });
    await recordOfCommittee(tx, party, id, 'meeting_dropped', { committee: name, slug, day, reason });
    return `${name} does not meet on ${formatWeekday(day)}.`;
  });
}

async function takeOut(tx: Transaction, { id, name }: Committee, day: string): Promise<void> {
  const theirs = and(eq(meetings.committeeId, id), eq(meetings.day, day));
  const gone = await tx.delete(meetings).where(theirs).returning();
  if (gone.length > 0) return;
  const [move] = await tx
    .select({ toDay: meetingMoves.toDay })
    .from(meetingMoves)
    .where(and(eq(meetingMoves.committeeId, id), eq(meetingMoves.fromDay, day)));
  if (!move) throw new Refused(`${name} has no meeting on ${formatWeekday(day)}.`);
  const became = move.toDay ? `was moved to ${formatWeekday(move.toDay)}` : 'was cancelled';
  throw new Outdated(`The meeting of ${formatWeekday(day)} ${became} already: look at the meetings again.`);
}

/** The committee of a meeting; throws where a day is none or there is no such committee. */
function committeeOf(committee: Committee | null, slug: string, ...days: string[]): Committee {
  if (!days.every(isDay)) throw new Refused('Write the day as 2018-08-17.');
  if (!committee) throw new Refused(`There is no committee “${slug.slice(0, 80)}”.`);
  return committee;
}
