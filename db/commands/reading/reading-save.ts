import { and, eq } from 'drizzle-orm';
import type { Acting } from '@/db/commands/road/acting';
import { actor, change, noSuchReading, permit } from '@/db/commands/road/step';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/record';
import {
  contentOf,
  groundOf,
  type MeasurePlace,
  type MeasureRow,
  measurePlace,
  type ReadingRow,
  replaceActions,
  toldOf,
} from '@/db/facts/reading-record';
import { suggestersOf } from '@/db/facts/suggestions';
import { sha256 } from '@/db/hashing/sha256';
import { readings, readingVersions } from '@/db/schema';
import { Outdated, Refused, StepRefused } from '@/lib/form/refused';
import { type Content, contentText, keptContent } from '@/lib/reading/content';
import { contentDifferences } from '@/lib/reading/content-difference';
import { canonical } from '@/lib/record/canonical';
import { lastAsked } from '@/lib/series/retirement';
import { isDay } from '@/lib/time/instant';
import { formatDate, isStart } from '@/lib/time/period';
import { refuseUntold } from './completed-actions';
import { openReading } from './open-reading';
import { forgetUnsaved } from './unsaved-typing';

/** A reading as a step leaves it: what the next step must carry. */
export type Changed = { readingId: number; version: number };

type Save = { code: string; periodStart: string; version: number | null; content: Content };

/** Saves what a reading says; `version` is the one seen, null when nothing was written yet. The same content changes nothing. */
export function saveReading(
  db: Database,
  acting: Acting,
  { code, periodStart, version, content }: Save,
): Promise<Changed> {
  return change(db, acting, 'save', async (tx, tried) => {
    const place = await measurePlace(tx, { code });
    if (!place) throw new StepRefused(noSuchReading);
    const { measure } = place;
    tried.of = {
      serviceId: measure.serviceId,
      subject: 'measure',
      subjectId: measure.id,
      details: { step: 'save', code },
    };
    if (!isDay(periodStart) || !isStart(periodStart, measure)) throw new StepRefused(noSuchReading);
    const reading = await openReading(tx, measure.id, periodStart);
    const told = toldOf(measure, { periodStart, revision: reading?.revision ?? 0, version });
    tried.of = { ...tried.of, details: { step: 'save', ...told } };
    if (reading) Object.assign(tried.of, { subject: 'reading', subjectId: reading.id });

    const who = await actor(tx, acting);
    const same = reading !== null && canonical(await contentOf(tx, reading)) === sameText(content, measure);
    const seen = same ? reading.version : version;
    await permit(tx, acting, who, place, reading, { step: 'save', periodStart, seen });
    await forgetUnsaved(tx, { personId: who.id, measureId: measure.id, periodStart });
    if (same) return { readingId: reading.id, version: reading.version };
    if (periodStart < measure.requiredFrom)
      throw new Refused(`The first figure of this measure is for the period from ${formatDate(measure.requiredFrom)}.`);
    const last = lastAsked(measure.retiredOn, measure);
    if (last !== null && measure.retiredOn !== null && periodStart > last)
      throw new Refused(`This measure is retired after ${formatDate(measure.retiredOn)}, and has no later figures.`);
    const kept = keptContent(content, measure);
    if ('problem' in kept) throw new Refused(kept.problem);
    await refuseUntold(tx, measure.id, periodStart, kept.content.completed);
    if (reading) return rewrite(tx, acting, place, reading, kept.content);
    if (version !== null) throw new Outdated('This reading is not there any more: open it again.');
    return begin(tx, acting, place, periodStart, kept.content);
  });
}

const sameText = (content: Content, measure: MeasureRow): string | null => {
  const kept = keptContent(content, measure);
  return 'content' in kept ? canonical(kept.content) : null;
};

async function begin(
  tx: Transaction,
  acting: Acting,
  { measure }: MeasurePlace,
  periodStart: string,
  content: Content,
) {
  const { actions, ...words } = content;
  const [row] = await tx
    .insert(readings)
    .values({ measureId: measure.id, periodStart, authors: [acting.who], ...words })
    .returning();
  if (!row) throw new Error('a reading was not written');
  await replaceActions(tx, row.id, actions);
  return writeVersion(tx, acting, measure, row, content, { first: true });
}

/**
 * Puts another content in the place of a reading's own, in the same state; whatever had signed the old one is void. Whose
 * suggested wording it takes over becomes one of its authors, and stays one.
 */
export async function rewrite(
  tx: Transaction,
  acting: Acting,
  { measure }: MeasurePlace,
  reading: ReadingRow,
  content: Content,
  more: { suggested?: null /** Whose suggestion was accepted with one press. */; accepted?: number | null } = {},
): Promise<Changed> {
  const { actions, ...words } = content;
  const before = await contentOf(tx, reading);
  const { accepted, ...columns } = more;
  const taken = await suggestersOf(tx, reading, content);
  const suggestedBy = [...new Set([...(accepted ? [accepted] : []), ...taken.map(({ id }) => id)])];
  const authors = [...new Set([...reading.authors, acting.who, ...suggestedBy])];
  const signed = { approvedBy: null, approvedAt: null, approvedFor: null, approvedHash: null };
  const [row] = await tx
    .update(readings)
    .set({ ...words, ...signed, ...columns, authors, version: reading.version + 1 })
    .where(and(eq(readings.id, reading.id), eq(readings.version, reading.version), eq(readings.state, reading.state)))
    .returning();
  if (!row) throw new Error('a locked reading changed');
  await replaceActions(tx, row.id, actions);
  const changed = contentDifferences(before, content, measure).map(({ what }) => what);
  return writeVersion(tx, acting, measure, row, content, {
    changed,
    ...(accepted && { accepted: true }),
    ...(suggestedBy.length > 0 && { suggestedBy, inWordsOf: taken.map(({ name }) => name) }),
  });
}

/** Keeps the content as a version that can always be shown again, and records that it was written. */
export async function writeVersion(
  tx: Transaction,
  { who, at }: Acting,
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
    ...{ at, actorId: who, serviceId: measure.serviceId, kind, subject: 'reading', subjectId: readingId },
    details: { ...toldOf(measure, reading), ...details, contentHash },
  });
  return { readingId, version };
}
