import { and, eq } from 'drizzle-orm';
import type { Acting, Party } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { editionSince } from '@/db/facts/edition-since';
import type { MeasureRow } from '@/db/facts/reading-record';
import { seriesBreaks } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { isDay } from '@/lib/time/instant';
import { formatDate, name } from '@/lib/time/period';
import { periodDetails, refuseNoStart } from './measure-period';
import { administerMeasure, changeMeasure, givenReason } from './measure-road';

/**
 * Records that from a period on the figures of a measure are not alike with those before. Figures that are published already
 * stay; the next edition says it, compares nothing across it, and begins a new baseline there.
 */
export function breakSeries(
  db: Database,
  party: Party,
  { code, periodStart, reason: typed }: { code: string; periodStart: string; reason: string },
): Promise<string> {
  const read = () => givenReason(typed, 'Say why the figures are not alike with those before.');
  return administerMeasure(
    db,
    party,
    { code, step: 'break_series', read },
    async ({ tx, measure, words: reason, today }) => {
      refuseOtherStart(measure, periodStart, today);
      const [added] = await tx
        .insert(seriesBreaks)
        .values({ measureId: measure.id, periodStart, reason })
        .onConflictDoNothing()
        .returning();
      const period = name({ frequency: measure.frequency, start: periodStart });
      if (!added) throw new Refused(`The series of ${measure.title} breaks at ${period} already.`);
      await record(tx, {
        at: party.at,
        actorId: party.who,
        serviceId: measure.serviceId,
        kind: 'series_broken',
        subject: 'measure',
        subjectId: measure.id,
        details: { ...periodDetails(measure, periodStart), reason },
      });
      return `The series of ${measure.title} (${code}) breaks at ${period}.`;
    },
  );
}

/** Takes a break back that no edition has told of yet. */
export function takeBreakBack(
  db: Database,
  acting: Acting,
  { code, periodStart, reason: typed }: { code: string; periodStart: string; reason: string },
): Promise<string> {
  return changeMeasure(db, acting, { code, step: 'take_break_back' }, async ({ tx, who, measure }) => {
    const reason = givenReason(typed, 'Say why this break is taken back.');
    const isIt = (details: Record<string, unknown>) => details.periodStart === periodStart;
    const number = await editionSince(tx, measure, { kind: 'series_broken', isIt });
    if (number !== null)
      throw new Refused(`Edition ${number} has been published since this break was recorded, so it stays.`);
    const own = and(eq(seriesBreaks.measureId, measure.id), eq(seriesBreaks.periodStart, periodStart));
    const [gone] = await tx.delete(seriesBreaks).where(own).returning();
    if (!gone) throw new Refused('There is no such break any more.');
    await record(tx, {
      at: acting.at,
      actorId: who.id,
      serviceId: measure.serviceId,
      kind: 'break_removed',
      subject: 'measure',
      subjectId: measure.id,
      details: { ...periodDetails(measure, periodStart), was: gone.reason, reason },
    });
    return code;
  });
}

/** Throws unless this is the first day of a period of the measure that has begun, and not of its first one. */
export function refuseOtherStart(measure: MeasureRow, day: string, today: string): void {
  if (!isDay(day)) throw new Refused('Write the first day of the period as 2018-07-01.');
  refuseNoStart(day, measure);
  if (day > today) throw new Refused(`The period from ${formatDate(day)} has not begun yet.`);
  if (day <= measure.requiredFrom)
    throw new Refused(
      `The first period of this measure begins on ${formatDate(measure.requiredFrom)}: choose a later one.`,
    );
}
