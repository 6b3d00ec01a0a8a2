import { and, eq } from 'drizzle-orm';
import { openReading } from '@/db/commands/reading/newest-revision';
import { type About, change, type Scene } from '@/db/commands/road/change';
import { permitStep } from '@/db/commands/road/step';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { type MeasurePlace, measurePlace, type ReadingRow, readingDetails } from '@/db/facts/reading-record';
import { systemMeasures } from '@/db/schema';
import { Mistyped } from '@/lib/form/form-state';
import { OutOfScope } from '@/lib/form/refused';
import { notEnded } from '@/lib/reading/workflow';
import { outOfScope, type Received } from '@/lib/submission/answers-to-systems';
import { notAPeriod, type SentReading } from '@/lib/submission/sent-reading';
import { endOf, isStart } from '@/lib/time/period';
import { takeIn } from './take-in';

/** What a system acts with: its number, the person who answers for it, and when. */
export type Sending = Acting & { systemId: number };

/** `place` is null for a measure that is out of the system's scope, or that there is not. */
type SendScene = Scene & { place: MeasurePlace | null; reading: ReadingRow | null };

/**
 * Takes a reading that a system sends: writes it as its data owner would, and hands it to the head of service where nothing is
 * left to answer. A system writes where nothing is written, or over what it sent itself; never over what somebody wrote.
 */
export function sendReading(db: Database, acting: Sending, sent: SentReading): Promise<Received> {
  return change(db, acting, {
    command: `send_reading ${acting.systemId}`,
    permission: 'send_reading',
    find: (tx) => findSent(tx, acting, sent),
    work: async (tx, { place, reading }, who) => {
      if (!place) throw new OutOfScope(outOfScope);
      const { frequency } = place.measure;
      const periodStart = sent.period_start;
      const problem = isStart(periodStart, place.measure)
        ? endOf({ frequency, start: periodStart }) < acting.today
          ? null
          : notEnded
        : notAPeriod;
      if (problem) throw new Mistyped([{ field: 'period_start', sentence: problem }]);
      await permitStep(tx, acting, who, 'save', { place, reading, periodStart, seenVersion: reading?.version ?? null });
      return takeIn({ tx, acting, who, place, reading }, sent);
    },
  });
}

/** The reading that is sent, locked, with what a refused try is kept of: where it is out of scope, nothing of the measure. */
async function findSent(tx: Transaction, { systemId }: Sending, sent: SentReading): Promise<SendScene> {
  const step = 'send_reading';
  const place = await placeInScope(tx, systemId, sent.measure);
  if (!place) {
    const about: About = { serviceId: null, subject: 'system', subjectId: systemId, details: { step } };
    return { about, place: null, reading: null };
  }
  const { measure } = place;
  const { serviceId } = measure;
  const { period_start: periodStart } = sent;
  const ofMeasure = { serviceId, subject: 'measure', subjectId: measure.id } as const;
  if (!isStart(periodStart, measure))
    return { about: { ...ofMeasure, details: { step, code: measure.code } }, place, reading: null };
  const reading = await openReading(tx, measure.id, periodStart);
  const { revision = 0, version = null } = reading ?? {};
  const details = { step, ...readingDetails(measure, { periodStart, revision, version }) };
  const about: About = reading
    ? { serviceId, subject: 'reading', subjectId: reading.id, details }
    : { ...ofMeasure, details };
  return { about, place, reading };
}

/** A measure that a system may send; null for every other, and where there is none of that code. */
async function placeInScope(tx: Transaction, systemId: number, code: string): Promise<MeasurePlace | null> {
  const place = await measurePlace(tx, { code });
  const isSent = and(eq(systemMeasures.systemId, systemId), eq(systemMeasures.measureId, place?.measure.id ?? 0));
  return (await tx.$count(systemMeasures, isSent)) > 0 ? place : null;
}
