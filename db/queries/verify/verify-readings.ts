import { and, asc, eq, getTableColumns, gt, inArray } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { judgedOf } from '@/db/facts/judged-columns';
import { actionsOf } from '@/db/facts/reading-facts';
import { type ReadingRow, wordsOf } from '@/db/facts/reading-record';
import { sha256 } from '@/db/hashing/sha256';
import { events, readings, readingVersions } from '@/db/schema';
import { asItStands } from '@/db/schema/checked-json';
import { grouped } from '@/lib/collection/grouped';
import { contentText, type Ground } from '@/lib/reading/content';
import type { State } from '@/lib/reading/workflow';
import { canonical } from '@/lib/record/canonical';
import { goneFault } from './gone-readings';
import { areAuthors, type ReadingEvent } from './reading-authors';
import type { Tampered, Verified } from './verify';

const batch = 500;

type Version = typeof readingVersions.$inferSelect;

const same = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : Date.parse(a) === Date.parse(b);

/** Checks every reading against its versions, its approval, and what the events tell of it; and that none has gone. */
export async function verifyReadings(
  db: Connection,
  published: Map<number, string>,
  checked: Verified['checked'],
): Promise<Tampered | null> {
  for (let after = 0; ; ) {
    const rows = await db
      .select({
        ...getTableColumns(readings),
        completed: asItStands(readings.completed),
        kept: asItStands(readings.kept),
      })
      .from(readings)
      .where(gt(readings.id, after))
      .orderBy(asc(readings.id))
      .limit(batch);
    const ids = rows.map(({ id }) => id);
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
    const planned = await actionsOf(db, ids);
    const versions = await db
      .select({
        ...getTableColumns(readingVersions),
        content: asItStands(readingVersions.content),
        ground: asItStands(readingVersions.ground),
      })
      .from(readingVersions)
      .where(inArray(readingVersions.readingId, ids))
      .orderBy(asc(readingVersions.readingId), asc(readingVersions.version));
    const history = await db
      .select({
        kind: events.kind,
        actorId: events.actorId,
        at: events.at,
        details: asItStands(events.details),
        subjectId: events.subjectId,
      })
      .from(events)
      .where(and(eq(events.subject, 'reading'), inArray(events.subjectId, ids)))
      .orderBy(asc(events.id));
    const [versionsOf, eventsOf] = [
      grouped(versions, ({ readingId }) => readingId),
      grouped(history, ({ subjectId }) => subjectId),
    ];
    for (const reading of rows) {
      checked.readings += 1;
      const content = canonical({ ...wordsOf(reading), actions: planned.get(reading.id) ?? [] });
      const [itsVersions, itsEvents] = [versionsOf.get(reading.id) ?? [], eventsOf.get(reading.id) ?? []];
      const fault =
        versionFault(reading, itsVersions, itsEvents) ??
        contentFault(reading, itsVersions, content) ??
        signatureFault(reading, itsVersions, itsEvents, published.get(reading.id) ?? null);
      if (fault) return fault;
    }
  }
  return goneFault(db);
}

const ofVersion = (id: number, version: number, what: string): Tampered => ({
  table: 'reading_versions',
  id: `${id}, ${version}`,
  what,
});
const ofReading = (id: number, what: string): Tampered => ({ table: 'readings', id: String(id), what });

/** What is wrong with the versions of a reading, each by itself and all together. */
function versionFault(reading: ReadingRow, versions: Version[], history: ReadingEvent[]): Tampered | null {
  const writes = history.filter(({ kind }) => kind === 'reading_saved' || kind === 'correction_begun');
  const began = Number(writes[0]?.details.version ?? 1);
  const written = Number(writes.at(-1)?.details.version ?? reading.version);
  if (written !== reading.version) return ofReading(reading.id, 'its version is not the one that its event tells');
  const first = versions.length > 0 ? began : undefined;
  if (first === undefined)
    return ofVersion(reading.id, reading.version, 'no version of this reading is there any more');
  for (let version = first; version <= reading.version; version += 1) {
    const versionRow = versions.find((row) => row.version === version);
    if (!versionRow) return ofVersion(reading.id, version, 'this version is not there any more');
    const { content, ground, contentHash, authorId, at } = versionRow;
    if (sha256(contentText(content, ground)) !== contentHash)
      return ofVersion(reading.id, version, 'it is not what was written: its hash does not fit');
    const event = writes.find(({ details }) => details.version === version);
    if (writes.length === 0) continue;
    if (!event) return ofVersion(reading.id, version, 'no event tells of it');
    if (event.details.contentHash !== contentHash || event.actorId !== authorId || !same(event.at, at))
      return ofVersion(reading.id, version, 'its author, its time or its hash is not the one that its event tells');
  }
  const extra = versions.find(({ version }) => version < first || version > reading.version);
  if (extra) return ofVersion(reading.id, extra.version, 'this version was never written');
  return areAuthors(reading, versions, history)
    ? null
    : ofReading(reading.id, 'its authors are not those who wrote or submitted it');
}

function contentFault(reading: ReadingRow, versions: Version[], content: string): Tampered | null {
  const last = versions.at(-1);
  if (!last || canonical(last.content) !== content)
    return ofReading(reading.id, `what it says is not what version ${reading.version} says`);
  const { measureId, periodStart, revision } = last.ground;
  if (measureId !== reading.measureId || periodStart !== reading.periodStart || revision !== reading.revision)
    return ofReading(reading.id, 'its measure, period or revision is not the one that it was written for');
  return null;
}

const states: Partial<Record<ReadingEvent['kind'], State>> = {
  correction_begun: 'draft',
  reading_submitted: 'submitted',
  reading_withdrawn: 'draft',
  reading_approved: 'approved',
  reading_returned: 'returned',
};

/** What is wrong with a reading's state and its signatures. */
function signatureFault(
  reading: ReadingRow,
  versions: Version[],
  history: ReadingEvent[],
  publishedAt: string | null,
): Tampered | null {
  const fault = (what: string) => ofReading(reading.id, what);
  const { state, approvedHash } = reading;
  if (!same(reading.publishedAt, publishedAt)) return fault('its publication is not what the editions tell of it');
  const last = versions.at(-1);
  const approval = history.findLast(({ kind }) => kind === 'reading_approved');
  if (approvedHash !== null && last) {
    const ground = (approval?.details.ground as Ground | undefined) ?? last.ground;
    if (sha256(contentText(last.content, ground, judgedOf(reading))) !== approvedHash)
      return fault('its approval does not sign what it says');
  }
  if (judgedFault(reading, approval)) return fault('the colour that it is judged to be is not what its approval tells');
  // What the demonstration brought with it has no events of its own.
  if (!history.some(({ kind }) => kind === 'reading_saved' || kind === 'correction_begun')) return null;
  const moved = history.findLast(({ kind }) => states[kind] !== undefined);
  const expected = publishedAt ? 'published' : ((moved && states[moved.kind]) ?? 'draft');
  if (state !== expected) return fault(`it is ${state}, but the events tell that it is ${expected}`);
  const begun = history.find(({ kind }) => kind === 'reading_saved' || kind === 'correction_begun');
  if (reading.illustrative !== (begun?.details.illustrative === true))
    return fault('whether it is marked as invented is not what its first event tells');
  const submission = history.findLast(({ kind }) => kind === 'reading_submitted');
  if (!signedBy(submission, reading.submittedBy, reading.submittedAt))
    return fault('who submitted it, or when, is not what its event tells');
  const signed = approvedHash === null ? undefined : approval;
  if (!signedBy(signed, reading.approvedBy, reading.approvedAt))
    return fault('who approved it, or when, is not what its event tells');
  if (signed && signed.details.hash !== approvedHash)
    return fault('its approved hash is not the one that its event tells');
  if ((signed?.details.forId ?? null) !== reading.approvedFor)
    return fault('for whom it was approved is not what its event tells');
  const back = reading.returnedAt === null ? undefined : history.findLast(({ kind }) => kind === 'reading_returned');
  if (
    !signedBy(back, reading.returnedBy, reading.returnedAt) ||
    (back?.details.reason ?? null) !== reading.returnReason
  )
    return fault('who returned it, when or why, is not what its event tells');
  const taken =
    back !== undefined && history.slice(history.indexOf(back)).some(({ details }) => details.accepted === true);
  const wording = taken ? null : (back?.details.suggested ?? null);
  return wording === reading.suggested ? null : fault('its suggested wording is not what its event tells');
}

/** Whether a judged status is there, or missing, or another one, beside what the approval of the reading tells of it. */
function judgedFault(reading: ReadingRow, approval: ReadingEvent | undefined): boolean {
  const { approvedHash, judgedColour, ruleColour, judgedReason } = reading;
  const signed = approvedHash === null ? null : (approval?.details.judged ?? null);
  const columns = [judgedColour, ruleColour, judgedReason];
  const isComplete = columns.every((column) => column === null) || columns.every((column) => column !== null);
  return !isComplete || canonical(signed) !== canonical(judgedOf(reading));
}

const signedBy = (event: ReadingEvent | undefined, by: number | null, at: string | null): boolean =>
  (event?.actorId ?? null) === by && same(event?.at ?? null, at);
