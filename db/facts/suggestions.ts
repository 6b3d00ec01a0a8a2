import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { events, people, readings, readingVersions } from '@/db/schema';
import type { Content } from '@/lib/reading/content';
import { takesWording, wordsSaid } from '@/lib/reading/taken-wording';
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
  const suggestions = await tx
    .select({
      ...{ id: people.id, name: people.name, before: readingVersions.content },
      suggested: sql<string>`${events.details} ->> 'suggested'`,
    })
    .from(events)
    .innerJoin(readings, eq(readings.id, events.subjectId))
    .innerJoin(people, eq(people.id, events.actorId))
    .innerJoin(
      readingVersions,
      and(
        eq(readingVersions.readingId, readings.id),
        eq(readingVersions.version, sql`(${events.details} ->> 'version')::int`),
      ),
    )
    .where(
      and(
        ...[eq(events.subject, 'reading'), eq(events.kind, 'reading_returned'), sql`${events.details} ? 'suggested'`],
        ...[eq(readings.measureId, measureId), eq(readings.periodStart, periodStart)],
      ),
    );
  const after = wordsSaid(content);
  const taken = suggestions.filter(({ suggested, before }) =>
    takesWording(suggested, { before: wordsSaid(before), after }),
  );
  return [...new Map(taken.map(({ id, name }) => [id, { id, name }])).values()];
}
