import { eq } from 'drizzle-orm';
import { periodDetails } from '@/db/commands/measure/measure-period';
import { aboutCouncil } from '@/db/commands/road/about-council';
import type { About } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Transaction } from '@/db/connection/client';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { type MeasurePlace, measurePlace } from '@/db/facts/reading-record';
import { disclosureExceptions, people, services } from '@/db/schema';
import type { ExceptionFacts } from '@/lib/disclosure/decision/exception-steps';
import { StepRefused } from '@/lib/form/refused';
import type { Person } from '@/lib/people/person';
import { worksFor } from '@/lib/people/who-acts-as-head';
import { announcedFor } from '@/lib/release/release-moment';
import { formatInstant } from '@/lib/time/instant';

export type ExceptionRow = typeof disclosureExceptions.$inferSelect;
type Scene = { about: About; place: MeasurePlace | null };

export const noSuchMeasure = 'There is no such measure.';
const noSuchException = 'There is no such exception.';

/** A measure with its service locked first, as a publication locks it, and what a refused try is kept of. */
export async function holdPlace(
  tx: Transaction,
  step: string,
  which: { code: string } | { id: number },
  periodStart: string,
): Promise<Scene> {
  const council = await aboutCouncil(tx, { step });
  const known = await measurePlace(tx, which);
  if (!known) return { about: council, place: null };
  await tx.select({ id: services.id }).from(services).where(eq(services.id, known.service.id)).for('no key update');
  const place = (await measurePlace(tx, which)) ?? known;
  const { id, serviceId } = place.measure;
  const details = { step, ...periodDetails(place.measure, periodStart) };
  return { about: { serviceId, subject: 'measure', subjectId: id, details }, place };
}

/** The same with an exception, locked after it. */
export async function findException(
  tx: Transaction,
  step: string,
  id: number,
): Promise<Scene & { exception: ExceptionRow | null }> {
  const [known] = await tx.select().from(disclosureExceptions).where(eq(disclosureExceptions.id, id));
  if (!known) return { about: await aboutCouncil(tx, { step }), place: null, exception: null };
  const scene = await holdPlace(tx, step, { id: known.measureId }, known.periodStart);
  const [exception] = await tx.select().from(disclosureExceptions).where(eq(disclosureExceptions.id, id)).for('update');
  return { ...scene, exception: exception ?? null };
}

type Refusal = (who: Person, exception: ExceptionFacts, today: string) => string | null;

/** What the steps know of an exception; throws unless this person may take the step. */
export function permitted(
  { exception, place }: Scene & { exception: ExceptionRow | null },
  { today }: Acting,
  who: Person,
  refusal: Refusal,
) {
  if (!exception || !place || !worksFor(who, place.service.id, today)) throw new StepRefused(noSuchException);
  const { measureId, askedBy, confirmedBy } = exception;
  const facts: ExceptionFacts = {
    serviceId: place.service.id,
    measureId,
    askedBy,
    isConfirmed: confirmedBy !== null,
  };
  const why = refusal(who, facts, today);
  if (why) throw new StepRefused(why);
  return { exception, place, facts };
}

/** Who ended an exception, and when; null while it waits or stands. */
export async function endedBy(tx: Transaction, { endedBy: by, endedAt: at }: ExceptionRow): Promise<string | null> {
  if (by === null || at === null) return null;
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, by));
  return `${person?.name ?? 'Somebody'} ended this at ${formatInstant(at)}: the figure stays hidden.`;
}

/** An announced edition shows the figure as it is now, hidden or not: changed, it would not be what was announced. */
export async function refuseWhileAnnounced(tx: Transaction, { service }: MeasurePlace): Promise<void> {
  const waiting = await waitingRelease(tx, service.id);
  if (waiting) throw new StepRefused(`${announcedFor(waiting)}: wait for it, or cancel it first.`);
}
