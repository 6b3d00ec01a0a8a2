import type { ReadingRow } from '@/db/facts/reading-record';
import type { events } from '@/db/schema';

/** What verifying asks of an event of a reading. */
export type ReadingEvent = Pick<typeof events.$inferSelect, 'kind' | 'actorId' | 'at' | 'details' | 'subjectId'>;

/** Whether the authors are exactly those who wrote, submitted or suggested it, whoever made the token of a system that did, and those of what it corrects. */
export function areAuthors(
  { authors }: ReadingRow,
  versions: { authorId: number }[],
  history: ReadingEvent[],
): boolean {
  const before = history.find(({ kind }) => kind === 'correction_begun')?.details.authors ?? [];
  const submitters = history.filter(({ kind }) => kind === 'reading_submitted').map(({ actorId }) => actorId);
  const suggesters = history.flatMap(({ details }) => (details.suggestedBy ?? []) as number[]);
  const makers = history
    .filter(({ kind }) => kind === 'reading_saved' || kind === 'reading_submitted')
    .flatMap(({ details }) => (details.system ? [(details.system as { madeBy: number }).madeBy] : []));
  const writers = versions.map(({ authorId }) => authorId);
  const expected = new Set([...(before as number[]), ...submitters, ...suggesters, ...makers, ...writers]);
  const listed = new Set(authors);
  return (
    listed.size === authors.length &&
    listed.size === expected.size &&
    [...expected].every((by) => listed.has(by as number))
  );
}
