import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import type { MeasureWithFacts } from '@/db/facts/measure-facts';
import { editionRows, editions, stands } from '@/db/schema';
import type { RowInForce } from '@/lib/edition/freeze-public-measure';
import type { ServiceHidden } from './service-hidden';

/** What the edition in force says of the measures of one service that hide something, by code, from what editions froze of them. */
export async function rowsInForce(
  db: Connection,
  facts: MeasureWithFacts[],
  { measures, frozen }: Pick<ServiceHidden, 'measures' | 'frozen'>,
): Promise<Map<string, RowInForce>> {
  const hidden = [...measures.values()].filter(({ code, readings }) => readings.length > 0 && frozen.has(code));
  const codes = hidden.map(({ code }) => code);
  const serviceId = facts[0]?.serviceId;
  if (codes.length === 0 || serviceId === undefined) return new Map();
  const inForce = db
    .select({ id: editions.id })
    .from(editions)
    .where(and(eq(editions.serviceId, serviceId), stands(editions.id)))
    .orderBy(desc(editions.number))
    .limit(1);
  const rows = await db
    .select({ code: editionRows.code, row: editionRows.row })
    .from(editionRows)
    .where(and(eq(editionRows.editionId, inForce), inArray(editionRows.code, codes)));
  return new Map(
    rows.flatMap(({ code, row }) => {
      const reading = (frozen.get(code) ?? []).find(({ start }) => start === row.period?.start);
      return reading ? [[code, { row, revision: reading.revision }]] : [];
    }),
  );
}
