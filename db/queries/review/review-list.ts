import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { factsOfReading } from '@/db/facts/reading-record';
import { submitterOf } from '@/db/facts/systems/sent-by-system';
import { measures, people, readings, services } from '@/db/schema';
import { covered } from '@/lib/measure/span';
import type { Person } from '@/lib/people/person';
import { headsService } from '@/lib/people/who-acts-as-head';
import { refusal, type Step, stepsFor } from '@/lib/reading/workflow';
import { dueDate } from '@/lib/status/due-date';
import { daysBetween, label } from '@/lib/time/period';
import { type ReviewWords, reviewWords } from './review-words';

export type ReviewItem = {
  readingId: number;
  /** What an approval from the list must carry. */
  version: number;
  number: number;
  code: string;
  title: string;
  service: { slug: string; name: string };
  period: { start: string; label: string; range: string };
  due: string;
  daysLate: number;
  correction: boolean;
  /** What is signed with a tick: figures, judgements and words. */
  words: ReviewWords;
  submitted: { by: string; at: string };
  steps: Step[];
  /** Why this person may not approve it; null when they may. */
  whyNot: string | null;
  href: string;
};

/** For how many days a reading has been overdue; a correction is of a figure that was here already, so it never is. */
export const daysLateOf = ({ revision }: { revision: number }, due: string, today: string): number =>
  revision > 0 ? 0 : Math.max(0, daysBetween(due, today));

/** The services that a person heads on a day, in their own right or as a deputy. */
const servicesHeaded = (who: Person, today: string): number[] =>
  [...who.heads, ...who.deputises.map(({ serviceId }) => serviceId)].filter((id) => headsService(who, id, today));

/** Which readings wait for this person's review, oldest due first. */
export async function reviewOrder(db: Database, who: Person, today: string): Promise<number[]> {
  const headed = servicesHeaded(who, today);
  if (headed.length === 0) return [];
  const rows = await db
    .select({
      id: readings.id,
      start: readings.periodStart,
      frequency: measures.frequency,
      lagDays: measures.lagDays,
    })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    // In the words of the index of what waits, which a named plan would not be sure of otherwise.
    .where(and(inArray(measures.serviceId, headed), sql`${readings.state} = 'submitted'`));
  return rows
    .map(({ id, lagDays, ...period }) => ({ id, due: dueDate(period, lagDays) }))
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.id - b.id)
    .map(({ id }) => id);
}

/** The readings that wait for this person's review, all or some of them, oldest due first; those they wrote themselves say why not. */
export async function reviewsFor(db: Database, who: Person, today: string, some?: number[]): Promise<ReviewItem[]> {
  const headed = servicesHeaded(who, today);
  if (headed.length === 0 || some?.length === 0) return [];
  const rows = await db
    .select({
      reading: readings,
      measure: measures,
      slug: services.slug,
      service: services.name,
      by: submitterOf(readings.id, people.name),
    })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .innerJoin(services, eq(services.id, measures.serviceId))
    .leftJoin(people, eq(people.id, readings.submittedBy))
    .where(
      and(
        inArray(measures.serviceId, headed),
        sql`${readings.state} = 'submitted'`,
        some && inArray(readings.id, some),
      ),
    );
  const listed = rows.map(({ reading, measure }) => ({ reading, frequency: measure.frequency }));
  const wordsByReading = await reviewWords(db, listed, today);
  const items = rows.map(({ reading, measure, slug, service, by }): ReviewItem => {
    const words = wordsByReading.get(reading.id);
    if (!words) throw new Error(`the measure of reading ${reading.id} is not there`);
    const period = { frequency: measure.frequency, start: reading.periodStart };
    const due = dueDate(period, measure.lagDays);
    const facts = factsOfReading(measure, reading, reading.periodStart, today);
    return {
      readingId: reading.id,
      version: reading.version,
      number: measure.number,
      code: measure.code,
      title: measure.title,
      service: { slug, name: service },
      period: { start: period.start, label: label(period), range: covered(period, measure) },
      due,
      daysLate: daysLateOf(reading, due, today),
      correction: reading.revision > 0,
      words,
      submitted: { by: by ?? 'Somebody', at: reading.submittedAt ?? new Date(0).toISOString() },
      steps: stepsFor(who, facts, today),
      whyNot: refusal(who, 'approve', facts, today),
      href: `/reviews/${reading.id}`,
    };
  });
  return items.toSorted((a, b) => a.due.localeCompare(b.due) || a.readingId - b.readingId);
}
