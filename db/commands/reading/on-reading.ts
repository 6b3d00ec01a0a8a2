import { and, eq, type Placeholder } from 'drizzle-orm';
import { type About, change } from '@/db/commands/road/change';
import { noSuchReading } from '@/db/commands/road/step';
import type { Acting, Doer } from '@/db/commands/road/who-and-when';
import type { Connection, Database, Transaction } from '@/db/connection/client';
import { preparedQuestions } from '@/db/connection/together';
import { record } from '@/db/events/append-events';
import { personIn } from '@/db/facts/person';
import { plannedActions } from '@/db/facts/reading-facts';
import {
  contentFrom,
  lockReading,
  type MeasurePlace,
  placesOf,
  type ReadingRow,
  readingDetails,
} from '@/db/facts/reading-record';
import type { UnsavedPlace } from '@/db/facts/unsaved-place';
import { readings } from '@/db/schema';
import { StepRefused } from '@/lib/form/refused';
import type { Person } from '@/lib/people/person';
import type { Content } from '@/lib/reading/content';
import type { Step } from '@/lib/reading/workflow';
import type { EventKind } from '@/lib/record/event';
import type { Changed } from './reading-versions';
import { forgetting } from './unsaved-typing';

/** The version of a reading that somebody saw. */
export type ReadingVersion = { readingId: number; version: number };
/** A reading, locked, with what it says, where it stands, and whoever takes a step with it. */
export type Scene = { tx: Transaction; who: Person; place: MeasurePlace; reading: ReadingRow; content: Content };

/** What is asked once the reading of a step is locked. */
const around = (db: Connection, place: (name: 'measureId' | 'readingIds' | 'personId') => Placeholder) => ({
  places: placesOf(db, { id: place('measureId') }),
  planned: plannedActions(db, place('readingIds')),
  who: personIn(place('personId')),
});
type Around = { measureId: number; readingIds: number[]; personId: number };
const askAround = preparedQuestions<Around, ReturnType<typeof around>>(around);

/** Locks a reading, asks whether this person may take this step with the version they saw, and then does the work. */
export function onReading(
  db: Database,
  acting: Acting,
  { readingId, version }: ReadingVersion,
  { step, command = step }: { step: Step; command?: string },
  work: (scene: Scene) => Promise<Changed>,
): Promise<Changed> {
  return change(db, acting, {
    command,
    permission: step,
    find: async (tx) => {
      const reading = await lockReading(tx, readingId);
      if (!reading) throw new StepRefused(noSuchReading);
      const values = { measureId: reading.measureId, readingIds: [reading.id], personId: acting.who };
      const { places, planned, who } = await askAround(tx, values);
      const [place] = places;
      if (!place) throw new StepRefused(noSuchReading);
      const content = contentFrom(reading, planned);
      const details = { step: command, ...readingDetails(place.measure, { ...reading, version }) };
      const about: About = { serviceId: place.measure.serviceId, subject: 'reading', subjectId: reading.id, details };
      return { about, who, place, reading, content, periodStart: reading.periodStart, seenVersion: version };
    },
    work: (tx, { place, reading, content }, who) => work({ tx, who, place, reading, content }),
  });
}

type Move = {
  to: Partial<ReadingRow>;
  kind: EventKind;
  details?: Record<string, unknown>;
  /** Whose typing is over with this step. */
  forgets?: UnsavedPlace;
};

/** Writes the reading's next state, if it is still as it was locked, and records it. */
export async function move(
  { tx, place, reading }: Scene,
  doer: Doer,
  { to, kind, details = {}, forgets }: Move,
): Promise<Changed> {
  const writing = forgets ? tx.with(forgetting(tx, forgets)) : tx;
  const [row] = await writing
    .update(readings)
    .set(to)
    .where(and(eq(readings.id, reading.id), eq(readings.version, reading.version), eq(readings.state, reading.state)))
    .returning({ readingId: readings.id, version: readings.version });
  if (!row) throw new Error('a locked reading changed');
  await record(tx, {
    at: doer.at,
    actorId: doer.who,
    serviceId: place.measure.serviceId,
    kind,
    subject: 'reading',
    subjectId: reading.id,
    details: { ...readingDetails(place.measure, reading), ...details },
  });
  return row;
}
