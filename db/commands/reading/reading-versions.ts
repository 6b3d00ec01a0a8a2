import { sql } from 'drizzle-orm';
import { authorsOf, type Doer } from '@/db/commands/road/who-and-when';
import type { Transaction } from '@/db/connection/client';
import { record, recordMany } from '@/db/events/append-events';
import { type GroundFor, groundsOf } from '@/db/facts/reading-ground';
import { type MeasureRow, type ReadingRow, readingDetails } from '@/db/facts/reading-record';
import type { UnsavedPlace } from '@/db/facts/unsaved-place';
import { sha256 } from '@/db/hashing/sha256';
import { actions, readings, readingVersions } from '@/db/schema';
import { type Content, contentText, type Ground } from '@/lib/reading/content';
import type { Happening } from '@/lib/record/event';
import { forgetting } from './unsaved-typing';

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

type Begin = {
  /** Called with how many are there. */
  written?: (count: number) => Promise<void>;
  /** What they are judged by, where it was asked before. */
  groundFor?: GroundFor;
  /** Whose typing is in them by now. */
  forgets?: UnsavedPlace;
};

/** Begins readings: a draft of each with its first version, recorded. The caller holds the measures, so that nobody else begins one. */
export async function beginReadings(
  tx: Transaction,
  doer: Doer,
  beginnings: Beginning[],
  { written, groundFor, forgets }: Begin = {},
): Promise<Changed[]> {
  const judgedBy = groundFor ?? (await groundsOf(tx, measuresIn(beginnings)));
  const begun: Changed[] = [];
  for (let from = 0; from < beginnings.length; from += atOnce) {
    const some = beginnings.slice(from, from + atOnce);
    begun.push(...(await beginSome(tx, doer, some, { groundFor: judgedBy, ...(forgets && { forgets }) })));
    await written?.(begun.length);
  }
  return begun;
}

const measuresIn = (beginnings: Beginning[]): MeasureRow[] => [
  ...new Map(beginnings.map(({ measure }) => [measure.id, measure])).values(),
];

async function beginSome(
  tx: Transaction,
  doer: Doer,
  beginnings: Beginning[],
  { groundFor, forgets }: Pick<Begin, 'forgets'> & { groundFor: GroundFor },
): Promise<Changed[]> {
  const { who, at } = doer;
  const writing = forgets ? tx.with(forgetting(tx, forgets)) : tx;
  const rows = await writing
    .insert(readings)
    .values(
      beginnings.map(({ measure, periodStart, content: { actions: _, ...words }, illustrative = false }) => ({
        measureId: measure.id,
        periodStart,
        illustrative,
        authors: authorsOf(doer),
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

type Written = { measure: MeasureRow; reading: ReadingRow; content: Content; ground: Ground };

/** Keeps the content as a version that can always be shown again, and records that it was written. */
export async function writeVersion(
  tx: Transaction,
  { who, at }: Doer,
  { measure, reading, content, ground }: Written,
  kind: 'reading_saved' | 'correction_begun',
  details: Record<string, unknown>,
): Promise<Changed> {
  const { id: readingId, version } = reading;
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
