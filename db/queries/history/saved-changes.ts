import { and, eq, inArray, or } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { measures, readings, readingVersions } from '@/db/schema';
import { blankContent } from '@/lib/reading/content';
import { contentDifferences, type Difference } from '@/lib/reading/content-difference';
import type { EventKind } from '@/lib/record/event';

type Saved = { id: number; kind: EventKind; subjectId: number; details: Record<string, unknown> };

/** What each event of a save changed in its reading, by the event: the version that it wrote beside the one before. */
export async function savedChanges(db: Database, events: Saved[]): Promise<Map<number, Difference[]>> {
  const saves = events
    .filter(({ kind, details }) => kind === 'reading_saved' && Number.isInteger(details.version))
    .map(({ id, subjectId, details }) => ({ id, readingId: subjectId, version: Number(details.version) }));
  if (saves.length === 0) return new Map();
  const wanted = saves.map(({ readingId, version }) =>
    and(eq(readingVersions.readingId, readingId), inArray(readingVersions.version, [version, version - 1])),
  );
  const versions = await db
    .select({
      readingId: readingVersions.readingId,
      version: readingVersions.version,
      content: readingVersions.content,
      unit: measures.unit,
      decimals: measures.decimals,
      scale: measures.scale,
    })
    .from(readingVersions)
    .innerJoin(readings, eq(readings.id, readingVersions.readingId))
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .where(or(...wanted));
  const byPlace = new Map(versions.map((each) => [`${each.readingId} ${each.version}`, each]));
  return new Map(
    saves.flatMap(({ id, readingId, version }) => {
      const written = byPlace.get(`${readingId} ${version}`);
      if (!written) return [];
      const before = byPlace.get(`${readingId} ${version - 1}`)?.content ?? blankContent;
      return [[id, contentDifferences(before, written.content, written)] as const];
    }),
  );
}
