import { and, desc, eq, isNotNull, isNull, notInArray, or, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { glossaryTerms, measures, readings, silencedChecks } from '@/db/schema';
import type { WarningRule } from '@/lib/commentary/finding';
import type { Beside } from '@/lib/commentary/road/reading-as-text';
import type { Term } from '@/lib/glossary/term';

/** What the checks of any reading of a service know beside it, and which kinds of warnings the service is not shown. */
export type WordsBeside = Omit<Beside, 'today' | 'hidden'> & { silenced: WarningRule[] };

/** The words around a service's readings: those of its other measures, its glossary and its silence, whatever number of readings is checked. */
export async function wordsBeside(db: Connection, serviceId: number): Promise<WordsBeside> {
  const others = await db
    .selectDistinctOn([measures.number], {
      code: measures.code,
      number: measures.number,
      title: measures.title,
      comments: readings.comments,
    })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .where(
      and(
        eq(measures.serviceId, serviceId),
        isNull(measures.retiredOn),
        isNotNull(readings.comments),
        // What somebody is still writing is nobody else's business.
        notInArray(readings.state, ['draft', 'returned']),
      ),
    )
    .orderBy(measures.number, desc(readings.periodStart), desc(readings.revision));
  const silenced = await db
    .select({ rule: silencedChecks.rule })
    .from(silencedChecks)
    .where(eq(silencedChecks.serviceId, serviceId));
  return {
    others: others.flatMap(({ comments, ...other }) => (comments === null ? [] : [{ ...other, comments }])),
    glossary: await glossaryOf(db, serviceId),
    silenced: silenced.map(({ rule }) => rule),
  };
}

/** The words that a service explains: the council's, with its own in the place of those that it means otherwise. */
export async function glossaryOf(db: Connection, serviceId: number): Promise<Term[]> {
  const rows = await db
    .select({ term: glossaryTerms.term, meaning: glossaryTerms.meaning })
    .from(glossaryTerms)
    .where(or(isNull(glossaryTerms.serviceId), eq(glossaryTerms.serviceId, serviceId)))
    .orderBy(sql`${glossaryTerms.serviceId} nulls first`);
  const byWord = new Map(rows.map((row) => [row.term.toLowerCase(), row]));
  return [...byWord.values()];
}
