import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { contentOf, type MeasureRow, type ReadingRow, readingBefore, readingsBefore } from '@/db/facts/reading-record';
import { usualBefore } from '@/db/facts/usual-figures';
import { events, readingVersions } from '@/db/schema';
import { readingValue } from '@/lib/figure/computed-value';
import { unusual } from '@/lib/figure/unusual';
import type { Content } from '@/lib/reading/content';
import { contentDifferences, type Difference, namedByQuestions } from '@/lib/reading/content-difference';
import { label } from '@/lib/time/period';

/** The last version before this one that was submitted; what was saved and withheld since, the head never saw. */
async function lastSubmitted(db: Database, reading: ReadingRow) {
  const submittedVersion = sql`(${events.details} ->> 'version')::int`;
  const [version] = await db
    .select({ content: readingVersions.content })
    .from(readingVersions)
    .innerJoin(
      events,
      and(
        eq(events.subject, 'reading'),
        eq(events.subjectId, reading.id),
        eq(events.kind, 'reading_submitted'),
        eq(readingVersions.version, submittedVersion),
      ),
    )
    .where(and(eq(readingVersions.readingId, reading.id), lt(readingVersions.version, reading.version)))
    .orderBy(desc(readingVersions.version))
    .limit(1);
  return version ?? null;
}

/** What changed since the version before, since the period before, and since what is published; and what is unusual. */
export async function changesOf(db: Database, measure: MeasureRow, reading: ReadingRow, content: Content) {
  const version = await lastSubmitted(db, reading);
  const earlier = await readingsBefore(db, measure.id, reading.periodStart);
  const [last] = earlier;
  const corrected = reading.revision > 0 ? await readingBefore(db, reading) : null;
  const since = (before: Content) => namedByQuestions(contentDifferences(before, content, measure), measure);
  // A note of an earlier correction belongs to its own period: that this one has none is no change.
  const isOwn = ({ what, after }: Difference) =>
    after !== null || (what !== 'public note' && what !== 'kind of correction');
  const value = readingValue(content, measure);
  return {
    changedSinceLastVersion: version ? since(version.content) : [],
    changedSincePreviousPeriod: last
      ? {
          label: label({ frequency: measure.frequency, start: last.periodStart }),
          differences: since(await contentOf(db, last)).filter(isOwn),
        }
      : null,
    changedSincePublished: corrected?.publishedAt
      ? { at: corrected.publishedAt, differences: since(await contentOf(db, corrected)) }
      : null,
    unusual: value === null ? null : unusual(value, await usualBefore(db, measure, reading.periodStart), measure),
  };
}
