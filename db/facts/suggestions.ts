import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { events, isSuggestion, people, readings, readingVersions } from '@/db/schema';
import type { Content } from '@/lib/reading/content';
import { contentWords, takesWording } from '@/lib/reading/taken-wording';
import type { ReadingRow } from './reading-record';

/**
 * Whose suggested wording a content takes over: of every suggestion that was ever made for this measure and period, in
 * this revision or before, against the version that it was made of. The record of events keeps them all.
 */
export async function suggestersOf(
  tx: Transaction,
  { measureId, periodStart }: Pick<ReadingRow, 'measureId' | 'periodStart'>,
  content: Content,
): Promise<{ id: number; name: string }[]> {
  const ofThePeriod = tx
    .select({ id: readings.id })
    .from(readings)
    .where(and(eq(readings.measureId, measureId), eq(readings.periodStart, periodStart)));
  // In an order of its own, so that it is found by its index before anything is joined: the versions of a reading are many.
  const made = tx
    .select({
      by: events.actorId,
      readingId: events.subjectId,
      version: sql<number>`(${events.details} ->> 'version')::int`.as('suggested_of'),
      suggested: sql<string>`${events.details} ->> 'suggested'`.as('suggested_words'),
    })
    .from(events)
    .where(and(isSuggestion, inArray(events.subjectId, ofThePeriod)))
    .orderBy(events.id)
    .as('made');
  const suggestions = await tx
    .select({ id: people.id, name: people.name, before: readingVersions.content, suggested: made.suggested })
    .from(made)
    .innerJoin(people, eq(people.id, made.by))
    .innerJoin(
      readingVersions,
      and(eq(readingVersions.readingId, made.readingId), eq(readingVersions.version, made.version)),
    );
  const after = contentWords(content);
  const taken = suggestions.filter(({ suggested, before }) =>
    takesWording(suggested, { before: contentWords(before), after }),
  );
  return [...new Map(taken.map(({ id, name }) => [id, { id, name }])).values()];
}
