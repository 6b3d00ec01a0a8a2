import { and, asc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { measures, outturns, targets } from '@/db/schema';

/** A measure that waits for the same as the one before it. */
export type NextMeasure = { code: string; number: number; title: string };

/** What a measure can lack while a council is set up: a target with no reason for having none, or the figure of any year. */
const lacks = {
  target: sql`${measures.whyNoTarget} is null and ${measures.polarity} <> 'none'
    and not exists (select from ${targets} where ${targets.measureId} = ${measures.id})`,
  outturn: sql`not exists (select from ${outturns} where ${outturns.measureId} = ${measures.id})`,
} satisfies Record<string, SQL>;

/** The next measure of the same service that lacks it too, in report order from this one on; null where none does. */
export async function nextMeasure(
  db: Database,
  { code, number }: { code: string; number: number },
  what: keyof typeof lacks,
): Promise<NextMeasure | null> {
  const service = db.select({ id: measures.serviceId }).from(measures).where(eq(measures.code, code));
  const [next] = await db
    .select({ code: measures.code, number: measures.number, title: measures.title })
    .from(measures)
    .where(and(eq(measures.serviceId, service), ne(measures.code, code), isNull(measures.retiredOn), lacks[what]))
    .orderBy(sql`${measures.number} < ${number}`, asc(measures.number))
    .limit(1);
  return next ?? null;
}
