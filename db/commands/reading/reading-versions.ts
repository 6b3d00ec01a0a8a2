import { sql } from 'drizzle-orm';
import type { Doer } from '@/db/commands/road/acting';
import type { Transaction } from '@/db/connection/client';
import { record, recordMany } from '@/db/events/record';
import { groundOf, groundsOf } from '@/db/facts/reading-ground';
import { type MeasureRow, type ReadingRow, readingDetails } from '@/db/facts/reading-record';
import { sha256 } from '@/db/hashing/sha256';
import { actions, readings, readingVersions } from '@/db/schema';
import { type Content, contentText } from '@/lib/reading/content';
import type { Happening } from '@/lib/record/event';

/** A reading as a step leaves it: what the next step must carry. */
export type Changed = { readingId: number; version: number };

/** A period of a measure with what its first draft says. */
export type Beginning = {
  measure: MeasureRow;
  periodStart: string;
  content: Content;
  /** Whether it is invented for a demonstration, and marked so wherever it is drawn. */
  illustrative?: boolean;
};

/** As many readings as one statement writes. */
const atOnce = 500;

/**
 * Begins readings: a draft of each with its first version, recorded. The caller holds the measures, so that nobody else begins one;
 * `written` is called with how many are there.
 */
export async function beginReadings(
  tx: Transaction,
  { who, at }: Doer,
  beginnings: Beginning[],
  written: (count: number) => Promise<void> = async () => {},
): Promise<Changed[]> {
  const held = [...new Map(beginnings.map(({ measure }) => [measure.id, measure])).values()];
  const groundFor = await groundsOf(tx, held);
  const begun: Changed[] = [];
  for (let from = 0; from < beginnings.length; from += atOnce) {
    const some = beginnings.slice(from, from + atOnce);
    begun.push(...(await beginSome(tx, { who, at }, some, groundFor)));
    await written(begun.length);
  }
  return begun;
}

async function beginSome(
  tx: Transaction,
  { who, at }: Doer,
  beginnings: Beginning[],
  groundFor: Awaited<ReturnType<typeof groundsOf>>,
): Promise<Changed[]> {
  const rows = await tx
    .insert(readings)
    .values(
      beginnings.map(({ measure, periodStart, content: { actions: _, ...words }, illustrative = false }) => ({
        measureId: measure.id,
        periodStart,
        illustrative,
        authors: [who],
        ...words,
      })),
    )
    .returning({ id: readings.id, measureId: readings.measureId, periodStart: readings.periodStart });
  const ids = new Map(rows.map(({ id, measureId, periodStart }) => [`${measureId} ${periodStart}`, id]));
  const drafts = beginnings.map(({ measure, periodStart, content, illustrative = false }) => {
    const readingId = ids.get(`${measure.id} ${periodStart}`);
    if (readingId === undefined) throw new Error('a reading was not written');
    const ground = groundFor(measure, { periodStart, revision: 0 });
    const contentHash = sha256(contentText(content, ground));
    return { measure, readingId, periodStart, content, illustrative, ground, contentHash };
  });
  const planned = drafts.flatMap(({ readingId, content }) =>
    content.actions.map(({ due, ...action }, index) => ({ ...action, dueOn: due, readingId, position: index + 1 })),
  );
  if (planned.length > 0) await tx.insert(actions).values(planned);
  await insertVersions(
    tx,
    drafts.map(({ readingId, content, ground, contentHash }) => ({
      readingId,
      version: 1,
      content,
      ground,
      contentHash,
      authorId: who,
      at,
    })),
  );
  await recordMany(
    tx,
    drafts.map(
      ({ measure, readingId, periodStart, illustrative, contentHash }): Happening => ({
        at,
        actorId: who,
        serviceId: measure.serviceId,
        kind: 'reading_saved',
        subject: 'reading',
        subjectId: readingId,
        details: {
          ...readingDetails(measure, { periodStart, revision: 0, version: 1 }),
          first: true,
          ...(illustrative && { illustrative }),
          contentHash,
        },
      }),
    ),
  );
  return drafts.map(({ readingId }) => ({ readingId, version: 1 }));
}

/** As few versions as are written column by column; more go as one JSON text. */
const few = 10;

async function insertVersions(tx: Transaction, versions: (typeof readingVersions.$inferInsert)[]): Promise<void> {
  if (versions.length <= few) await tx.insert(readingVersions).values(versions);
  else
    await tx.execute(sql`
      insert into ${readingVersions} (reading_id, version, content, ground, content_hash, author_id, at)
      select "readingId", version, content, ground, "contentHash", "authorId", at
      from jsonb_to_recordset(${JSON.stringify(versions)}::text::jsonb)
        as each("readingId" int, version int, content jsonb, ground jsonb, "contentHash" text, "authorId" int, at timestamptz)`);
}

/** Keeps the content as a version that can always be shown again, and records that it was written. */
export async function writeVersion(
  tx: Transaction,
  { who, at }: Doer,
  measure: MeasureRow,
  reading: ReadingRow,
  content: Content,
  details: Record<string, unknown>,
  kind: 'reading_saved' | 'correction_begun' = 'reading_saved',
): Promise<Changed> {
  const { id: readingId, version } = reading;
  const ground = await groundOf(tx, measure, reading);
  const contentHash = sha256(contentText(content, ground));
  await tx.insert(readingVersions).values({ readingId, version, content, ground, contentHash, authorId: who, at });
  await record(tx, {
    at,
    actorId: who,
    serviceId: measure.serviceId,
    kind,
    subject: 'reading',
    subjectId: readingId,
    details: { ...readingDetails(measure, reading), ...details, contentHash },
  });
  return { readingId, version };
}
