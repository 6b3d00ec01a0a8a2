import { type LaidHistory, layHistory } from '@/db/commands/elsewhere/lay-history';
import type { Database } from '@/db/connection/client';
import { historyBatches } from '@/db/schema';
import type { HistoryRow } from '@/lib/elsewhere/history-entry';
import { shift } from '@/lib/time/period';
import { at, type workingCouncil } from '../council/working-council';

type Council = Awaited<ReturnType<typeof workingCouncil>>;

/** Figures of a measure for months in a row from a first one on. */
export const months = (measureId: number, first: string, values: string[]): HistoryRow[] =>
  values.map((value, index) => ({
    measureId,
    periodStart: shift({ frequency: 'monthly', start: first }, index).start,
    value,
    numerator: null,
    denominator: null,
    provisional: false,
  }));

/** Ada brings figures of Buses in that an annual report published on 20 June 2026; answers the batch. */
export async function laid(db: Database, council: Council, more: Partial<LaidHistory> = {}): Promise<number> {
  const [first] = council.measures;
  await db.transaction((tx) =>
    layHistory(tx, {
      at,
      who: council.id.Ada,
      serviceId: council.buses.id,
      where: 'the annual report',
      on: '2026-06-20',
      importId: null,
      file: null,
      rows: months(first?.id ?? 0, '2026-02-01', ['88', '89', '91', '92']),
      ...more,
    }),
  );
  const rows = await db.select({ id: historyBatches.id }).from(historyBatches);
  return Math.max(...rows.map(({ id }) => id));
}
