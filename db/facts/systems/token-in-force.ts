import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Connection, Transaction } from '@/db/connection/client';
import type { SystemNamed } from '@/db/events/append-events';
import { measures, people, systemMeasures, systems } from '@/db/schema';
import { TokenOver } from '@/lib/form/refused';
import type { Person } from '@/lib/people/person';

/**
 * A system as it acts on a day: the person who answers for it, with no right but to send its measures. Its row is held, so that
 * a token that is revoked meanwhile waits for what was begun before. Throws where its token is over.
 */
export async function sendingSystem(tx: Transaction, id: number, today: string): Promise<Person> {
  const [row] = await tx
    .select({ name: systems.name, madeBy: systems.madeBy, responsibleId: systems.responsibleId })
    .from(systems)
    .where(and(eq(systems.id, id), isNull(systems.endedAt), sql`${systems.untilDay} >= ${today}`))
    .for('share');
  const [responsible] = row
    ? await tx
        .select({ id: people.id })
        .from(people)
        .where(and(eq(people.id, row.responsibleId), isNull(people.leftAt)))
    : [];
  if (!row || !responsible) throw new TokenOver();
  const sends = await tx
    .select({ measureId: measures.id, serviceId: measures.serviceId })
    .from(systemMeasures)
    .innerJoin(measures, eq(measures.id, systemMeasures.measureId))
    .where(eq(systemMeasures.systemId, id));
  const system = { id, name: row.name, madeBy: row.madeBy, sends };
  return { id: responsible.id, name: row.name, roles: [], owns: [], heads: [], deputises: [], system };
}

/** A system as each event of what it does names it, whether its token is over or not. */
export async function systemNamed(db: Connection, id: number): Promise<SystemNamed | null> {
  const [row] = await db
    .select({ id: systems.id, name: systems.name, madeBy: systems.madeBy })
    .from(systems)
    .where(eq(systems.id, id));
  return row ?? null;
}
