import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '@/db/connection/client';
import { historyColumns, lastCorrections, ofFigure } from '@/db/facts/elsewhere/corrected-history';
import { headsLeft } from '@/db/facts/eyes-missing';
import { historyBatches, historyFigures, measures, people, services } from '@/db/schema';
import { confirmRefusal, discardRefusal, historySize } from '@/lib/elsewhere/confirming-history';
import { figureWords } from '@/lib/figure/figure';
import { covered } from '@/lib/measure/span';
import type { Person } from '@/lib/people/person';
import { worksFor } from '@/lib/people/who-acts-as-head';
import { label } from '@/lib/time/period';
import { partsWords } from '@/lib/year-end/parts-words';

/** A figure as it would be shown: its period, the span that it covers, the numbers behind it, and whether it may still change. */
type HistoryFigure = {
  start: string;
  label: string;
  range: string;
  figure: string;
  parts: string | null;
  provisional: boolean;
  /** What was published elsewhere, and why it counts no more; null where nobody has corrected it. */
  corrected: { was: string; note: string } | null;
};

/** Figures that came in together, and what became of them. */
export type HistoryBatch = {
  id: number;
  where: string;
  on: string;
  by: string;
  at: string;
  file: { name: string; hash: string } | null;
  size: string;
  ended: { how: 'confirmed' | 'discarded'; by: string; for: string | null; at: string; reason: string | null } | null;
};

export type HistoryPage = {
  service: { slug: string; name: string };
  /** What is looked at: the batch that was asked for, else the one that waits, else the last; null where none came in. */
  shown: HistoryBatch | null;
  /** The figures of a page of its measures, in report order. */
  measures: { number: number; code: string; title: string; figures: HistoryFigure[] }[];
  page: number;
  pages: number;
  /** Why this person cannot confirm it, or throw it away; null where they can, and once it waits no more. */
  whyNotConfirm: string | null;
  whyNotDiscard: string | null;
  /** Who must be named where nobody is left who may confirm it. */
  eyesMissing: string | null;
  /** The others that came in, the newest first. */
  others: HistoryBatch[];
};

/** How many measures one page shows. */
const historyPageMeasures = 20;

/** What was published elsewhere and came in for a service, for those who work for it; null for everybody else. */
export async function historyPage(
  db: Database,
  who: Person,
  slug: string,
  { batch, page, today }: { batch: number | null; page: number; today: string },
): Promise<HistoryPage | null> {
  const [service] = await db.select().from(services).where(eq(services.slug, slug));
  if (!service || !worksFor(who, service.id, today)) return null;
  const batches = await batchesOf(db, service.id);
  const wanted =
    batches.find(({ id }) => id === batch) ?? batches.findLast(({ ended }) => ended === null) ?? batches[0] ?? null;
  if (batch !== null && wanted?.id !== batch) return null;
  const facts = { serviceId: service.id, authors: wanted?.authors ?? [] };
  const waits = wanted !== null && wanted.ended === null;
  const figures = wanted ? await figuresOf(db, wanted.id, page) : { measures: [], pages: 1 };
  return {
    service: { slug, name: service.name },
    shown: wanted && alone(wanted),
    ...figures,
    page,
    whyNotConfirm: waits ? confirmRefusal(who, facts, today) : null,
    whyNotDiscard: waits ? discardRefusal(who, facts, today) : null,
    eyesMissing: waits ? await headsLeft(db, service, facts.authors, today) : null,
    others: batches.filter(({ id }) => id !== wanted?.id).map(alone),
  };
}

const alone = ({ authors: _, ...batch }: HistoryBatch & { authors: number[] }): HistoryBatch => batch;

/** The batches of a service, the newest first. */
async function batchesOf(db: Database, serviceId: number): Promise<(HistoryBatch & { authors: number[] })[]> {
  const [importer, confirmer, head, discarder] = [
    alias(people, 'importer'),
    alias(people, 'confirmer'),
    alias(people, 'head'),
    alias(people, 'discarder'),
  ];
  const rows = await db
    .select({
      batch: historyBatches,
      by: importer.name,
      confirmer: confirmer.name,
      head: head.name,
      discarder: discarder.name,
    })
    .from(historyBatches)
    .innerJoin(importer, eq(importer.id, historyBatches.laidBy))
    .leftJoin(confirmer, eq(confirmer.id, historyBatches.confirmedBy))
    .leftJoin(head, eq(head.id, historyBatches.confirmedFor))
    .leftJoin(discarder, eq(discarder.id, historyBatches.discardedBy))
    .where(eq(historyBatches.serviceId, serviceId))
    .orderBy(desc(historyBatches.id));
  return rows.map(({ batch, by, ...names }) => ({
    id: batch.id,
    authors: batch.authors,
    where: batch.publishedIn,
    on: batch.publishedOn,
    by,
    at: batch.laidAt,
    file: batch.fileName && batch.fileHash ? { name: batch.fileName, hash: batch.fileHash } : null,
    size: historySize(batch),
    ended: endOf(batch, names),
  }));
}

type Names = { confirmer: string | null; head: string | null; discarder: string | null };

function endOf(batch: typeof historyBatches.$inferSelect, names: Names): HistoryBatch['ended'] {
  if (batch.confirmedAt && names.confirmer)
    return { how: 'confirmed', by: names.confirmer, for: names.head, at: batch.confirmedAt, reason: null };
  if (batch.discardedAt && names.discarder)
    return { how: 'discarded', by: names.discarder, for: null, at: batch.discardedAt, reason: batch.discardReason };
  return null;
}

/** The figures of a page of a batch's measures, and how many pages there are; none once they are thrown away. */
async function figuresOf(db: Database, batchId: number, page: number) {
  const all = await db
    .selectDistinct({ id: historyFigures.measureId, number: measures.number })
    .from(historyFigures)
    .innerJoin(measures, eq(measures.id, historyFigures.measureId))
    .where(eq(historyFigures.batchId, batchId))
    .orderBy(asc(measures.number));
  const from = (page - 1) * historyPageMeasures;
  const here = all.slice(from, from + historyPageMeasures).map(({ id }) => id);
  const corrected = lastCorrections(db);
  const rows = await db
    .select({ figure: historyColumns(corrected), published: historyFigures, measure: measures })
    .from(historyFigures)
    .innerJoin(historyBatches, eq(historyBatches.id, historyFigures.batchId))
    .leftJoin(corrected, ofFigure(corrected))
    .innerJoin(measures, eq(measures.id, historyFigures.measureId))
    .where(and(eq(historyFigures.batchId, batchId), inArray(historyFigures.measureId, here)))
    .orderBy(asc(measures.number), asc(historyFigures.periodStart));
  const byNumber = new Map<number, HistoryPage['measures'][number]>();
  for (const { figure, published, measure } of rows) {
    const { number, code, title } = measure;
    const own = byNumber.get(number) ?? { number, code, title, figures: [] };
    const period = { frequency: measure.frequency, start: figure.periodStart };
    own.figures.push({
      start: figure.periodStart,
      label: label(period),
      range: covered(period, measure),
      figure: figureWords({ ...figure, missing: null }, measure),
      parts: partsWords(figure, measure),
      provisional: figure.provisional,
      corrected:
        figure.note === null ? null : { was: figureWords({ ...published, missing: null }, measure), note: figure.note },
    });
    byNumber.set(number, own);
  }
  return { measures: [...byNumber.values()], pages: Math.max(1, Math.ceil(all.length / historyPageMeasures)) };
}
