import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { factsOfReading } from '@/db/facts/reading-record';
import { measures, people, readings, services } from '@/db/schema';
import { covered } from '@/lib/measure/span';
import { headsService, type Person } from '@/lib/people/person';
import { refusal, type Step, stepsFor } from '@/lib/reading/workflow';
import { daysBetween, dueDate, label } from '@/lib/time/period';
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

/** The readings that wait for this person's review, oldest due first; those they wrote themselves say why not. */
export async function reviewsFor(db: Database, who: Person, today: string): Promise<ReviewItem[]> {
  const headed = servicesHeaded(who, today);
  if (headed.length === 0) return [];
  const rows = await db
    .select({ reading: readings, measure: measures, slug: services.slug, service: services.name, by: people.name })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .innerJoin(services, eq(services.id, measures.serviceId))
    .leftJoin(people, eq(people.id, readings.submittedBy))
    .where(and(inArray(measures.serviceId, headed), eq(readings.state, 'submitted')));
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
