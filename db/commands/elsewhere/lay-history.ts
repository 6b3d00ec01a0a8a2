import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { lastEdition } from '@/db/facts/edition/last-edition';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { sha256 } from '@/db/hashing/sha256';
import { historyBatches, historyFigures, measures, readings, services } from '@/db/schema';
import { type HistoryRow, historyCheck, historyText, placeProblem } from '@/lib/elsewhere/history-entry';
import { Exact } from '@/lib/figure/decimal';
import { Refused } from '@/lib/form/refused';
import { announcedFor } from '@/lib/release/release-moment';
import { tidyText } from '@/lib/text/tidy-text';
import { londonDay, name } from '@/lib/time/period';

export type LaidHistory = {
  at: string;
  /** Who brings the figures in, and whoever else had a part in them: none of them confirms. */
  who: number;
  authors?: number[];
  serviceId: number;
  /** Where and on which day the council published them. */
  where: string;
  on: string;
  importId: number | null;
  file: { name: string; hash: string } | null;
  rows: HistoryRow[];
};

/** How many sentences a refusal has at most; whoever mends so many looks again. */
const mostSentences = 5;

/**
 * Brings figures in that the council published elsewhere, before the first edition of a service: one batch, which waits until the head or
 * a deputy confirms it. Whoever calls this has asked whether the person may; here it is asked whether the figures fit.
 */
export async function layHistory(tx: Transaction, laid: LaidHistory): Promise<void> {
  const { at, who, serviceId, on, importId, file } = laid;
  const [service] = await tx.select().from(services).where(eq(services.id, serviceId)).for('no key update');
  if (!service) throw new Refused('There is no such service.');
  const where = tidyText(laid.where);
  const misplaced = placeProblem({ where, on }, londonDay(at));
  if (misplaced) throw new Refused(misplaced);
  const rows = laid.rows.map(plainRow);
  if (rows.length === 0) throw new Refused('There is no figure among them.');
  const last = await lastEdition(tx, serviceId);
  if (last)
    throw new Refused(
      `${service.name} has published edition ${last.number} already: figures that were published elsewhere come in before the first one.`,
    );
  const waiting = await waitingRelease(tx, serviceId);
  if (waiting) throw new Refused(`${announcedFor(waiting)} without these figures: wait for it, or cancel it first.`);
  await refuseUnfit(tx, serviceId, on, rows);

  const counts = { figures: rows.length, measures: new Set(rows.map(({ measureId }) => measureId)).size };
  const contentHash = sha256(historyText(serviceId, { where, on }, rows));
  const [batch] = await tx
    .insert(historyBatches)
    .values({
      serviceId,
      publishedIn: where,
      publishedOn: on,
      importId,
      fileName: file?.name ?? null,
      fileHash: file?.hash ?? null,
      laidBy: who,
      laidAt: at,
      authors: [...new Set([who, ...(laid.authors ?? [])])],
      ...counts,
      contentHash,
    })
    .returning({ id: historyBatches.id });
  if (!batch) throw new Error('a batch of history was not written');
  await tx.insert(historyFigures).select(sql`
    select ${batch.id}::int, "measureId", "periodStart", value, numerator, denominator, provisional
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as row("measureId" int, "periodStart" date, value numeric, numerator numeric, denominator numeric, provisional boolean)`);
  await record(tx, {
    at,
    actorId: who,
    serviceId,
    kind: 'history_laid',
    subject: 'service',
    subjectId: serviceId,
    details: { batch: batch.id, where, on, ...counts, hash: contentHash, ...(file && { file: file.name }) },
  });
}

/** A row with its numbers as plain decimals, as the database gives them back. */
const plainRow = ({ value, numerator, denominator, ...row }: HistoryRow): HistoryRow => ({
  measureId: row.measureId,
  periodStart: row.periodStart,
  provisional: row.provisional,
  value: plain(value),
  numerator: plain(numerator),
  denominator: plain(denominator),
});

const plain = (text: string | null): string | null => {
  // What is no number at all is refused by its sentence.
  if (text === null || !/^-?(\d+(\.\d*)?|\.\d+)$/.test(text)) return text;
  const number = new Exact(text);
  return number.isZero() ? '0' : number.toFixed();
};

/** Throws unless every figure is of a measure of the service, fits it, and has its period to itself; keeps readings of them out. */
async function refuseUnfit(tx: Transaction, serviceId: number, on: string, rows: HistoryRow[]): Promise<void> {
  const own = await tx
    .select()
    .from(measures)
    .where(
      and(
        eq(measures.serviceId, serviceId),
        inArray(measures.id, [...new Set(rows.map(({ measureId }) => measureId))]),
      ),
    )
    .orderBy(asc(measures.id))
    .for('no key update');
  const byId = new Map(own.map((measure) => [measure.id, measure]));
  const seen = new Set<string>();
  const taken = await takenPeriods(tx, [...byId.keys()]);
  const check = historyCheck(on);
  const problems: string[] = [];
  for (const row of rows) {
    const measure = byId.get(row.measureId);
    if (!measure) throw new Refused('One of these measures is not of this service.');
    const key = `${row.measureId} ${row.periodStart}`;
    const about = () =>
      `Measure ${measure.number}, ${name({ frequency: measure.frequency, start: row.periodStart })}: `;
    const problem =
      check(row, measure) ??
      (seen.has(key) ? `${about()}the period is there twice.` : null) ??
      (taken.has(key) ? about() + taken.get(key) : null);
    seen.add(key);
    if (problem) problems.push(problem);
    if (problems.length >= mostSentences) break;
  }
  if (problems.length > 0) throw new Refused(problems.join(' '));
}

/** The periods that have a reading or a figure from elsewhere already, each with the sentence that says so. */
async function takenPeriods(tx: Transaction, measureIds: number[]): Promise<Map<string, string>> {
  const [begun, laid] = [
    await tx
      .select({ measureId: readings.measureId, start: readings.periodStart })
      .from(readings)
      .where(inArray(readings.measureId, measureIds)),
    await tx
      .select({ measureId: historyFigures.measureId, start: historyFigures.periodStart })
      .from(historyFigures)
      .where(inArray(historyFigures.measureId, measureIds)),
  ];
  return new Map([
    ...laid.map(
      ({ measureId, start }) => [`${measureId} ${start}`, 'a figure of this period came in already.'] as const,
    ),
    ...begun.map(
      ({ measureId, start }) => [`${measureId} ${start}`, 'a reading of this period is begun here.'] as const,
    ),
  ]);
}
