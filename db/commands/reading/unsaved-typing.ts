import { lt } from 'drizzle-orm';
import { actor } from '@/db/commands/road/change';
import { noSuchReading, permitStep } from '@/db/commands/road/step';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { hoursAfter } from '@/db/connection/moment';
import { measurePlace } from '@/db/facts/reading-record';
import { atPlace, type UnsavedPlace } from '@/db/facts/unsaved-place';
import { unsavedTyping } from '@/db/schema';
import { StepRefused } from '@/lib/form/refused';
import { isDay } from '@/lib/time/instant';
import { lifetimes } from '@/lib/time/lifetimes';
import { isStart } from '@/lib/time/period';
import { openReading } from './newest-revision';

type Typing = {
  code: string;
  periodStart: string;
  /** The version of the reading over which it was typed; null when nothing was written yet. */
  version: number | null;
  fields: Record<string, string>;
};

/**
 * Keeps what an owner has typed in the form of a reading and not saved: no version, no event, nothing of it in the reading.
 * Refuses a person who may not save the reading now, or has not seen its present version.
 */
export async function keepUnsaved(db: Database, acting: Acting, typing: Typing): Promise<void> {
  const { code, periodStart, version, fields } = typing;
  const { at } = acting;
  await db.delete(unsavedTyping).where(lt(unsavedTyping.at, hoursAfter(at, -lifetimes.typing)));
  await db.transaction(async (tx) => {
    const place = await measurePlace(tx, { code });
    if (!place || !isDay(periodStart) || !isStart(periodStart, place.measure)) throw new StepRefused(noSuchReading);
    const who = await actor(tx, acting.who);
    const reading = await openReading(tx, place.measure.id, periodStart);
    await permitStep(tx, acting, who, 'save', { place, reading, periodStart, seenVersion: version });
    if (reading === null && version !== null) throw new StepRefused(noSuchReading);
    const { personId, measureId, periodStart: period } = unsavedTyping;
    await tx
      .insert(unsavedTyping)
      .values({ personId: who.id, measureId: place.measure.id, periodStart, fields, at })
      .onConflictDoUpdate({ target: [personId, measureId, period], set: { fields, at } });
  });
}

/** Forgets what a person had typed for a reading and not saved: it is saved by now, or thrown away. */
export async function forgetUnsaved(tx: Transaction | Database, place: UnsavedPlace) {
  await tx.delete(unsavedTyping).where(atPlace(place));
}

/** The same as a part of the statement that writes the reading. */
export const forgetting = (tx: Transaction, place: UnsavedPlace) =>
  tx.$with('forgotten').as(tx.delete(unsavedTyping).where(atPlace(place)).returning({ at: unsavedTyping.at }));

/** Throws away what a person had typed for a reading and not saved; there is nothing to refuse in one's own words. */
export async function throwAwayUnsaved(
  db: Database,
  { who }: Pick<Acting, 'who'>,
  { code, periodStart }: { code: string; periodStart: string },
): Promise<void> {
  const place = await measurePlace(db, { code });
  if (place) await forgetUnsaved(db, { personId: who, measureId: place.measure.id, periodStart });
}
