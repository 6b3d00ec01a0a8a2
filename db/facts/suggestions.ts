import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import type { Given } from '@/db/connection/together';
import { events, isSuggestion, people, readings, readingVersions } from '@/db/schema';
import type { Content } from '@/lib/reading/content';
import { contentWords, takesWording } from '@/lib/reading/taken-wording';

type Place = { measureId: Given<number>; periodStart: Given<string> };

/**
 * What is asked for the suggestions that were ever made for a measure and a period, in this revision or before, against the
 * versions that they were made of. The record of events keeps them all.
 */
export function suggestionRows(tx: Connection, { measureId, periodStart }: Place) {
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
  return tx
    .select({ id: people.id, name: people.name, before: readingVersions.content, suggested: made.suggested })
    .from(made)
    .innerJoin(people, eq(people.id, made.by))
    .innerJoin(
      readingVersions,
      and(eq(readingVersions.readingId, made.readingId), eq(readingVersions.version, made.version)),
    );
}

type Suggestion = Awaited<ReturnType<typeof suggestionRows>>[number];

/** Whose suggested wording a content takes over. */
export function suggestersIn(suggestions: Suggestion[], content: Content): { id: number; name: string }[] {
  const after = contentWords(content);
  const taken = suggestions.filter(({ suggested, before }) =>
    takesWording(suggested, { before: contentWords(before), after }),
  );
  return [...new Map(taken.map(({ id, name }) => [id, { id, name }])).values()];
}
