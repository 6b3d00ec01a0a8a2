import { and, desc, eq, isNull } from 'drizzle-orm';
import { type By, managing } from '@/db/commands/people/people';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/record';
import { editionRows, editions, measures, services, withdrawals } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { Refused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import type { Retirement } from '@/lib/series/retirement';
import { isDay } from '@/lib/time/instant';
import { formatDate, londonDay } from '@/lib/time/period';

/** Retires a measure: after its last day no edition has it, and no figure is asked for. What was published stays. */
export async function retireMeasure(db: Database, by: By, asked: { code: string } & Retirement): Promise<string> {
  const { code, retiredOn, decidedOn } = asked;
  if (!isDay(retiredOn) || !isDay(decidedOn)) throw new Refused('Write each day as 2018-08-17.');
  const reason = givenText(asked.reason, limits.changeReason, 'Say why the measure is retired.');
  const decidedBy = givenText(asked.decidedBy, limits.decidedBy, 'Say who decided it.');
  if (decidedOn > londonDay(by.at)) throw new Refused(`${formatDate(decidedOn)} has not come yet.`);
  const change = async (tx: Transaction) => {
    const [named] = await tx.select({ serviceId: measures.serviceId }).from(measures).where(eq(measures.code, code));
    if (!named) throw new Refused(`There is no measure “${code}”.`);
    // With the service held, no edition is made meanwhile that would have to know of it.
    await tx.select({ id: services.id }).from(services).where(eq(services.id, named.serviceId)).for('no key update');
    const [measure] = await tx.select().from(measures).where(eq(measures.code, code)).for('no key update');
    if (!measure) throw new Refused(`There is no measure “${code}”.`);
    if (measure.retiredOn) throw new Refused(`${measure.title} was retired after ${formatDate(measure.retiredOn)}.`);
    await refuseBeforeEdition(tx, code, retiredOn);
    await tx
      .update(measures)
      .set({ retiredOn, retiredReason: reason, retiredDecidedBy: decidedBy, retiredDecidedOn: decidedOn })
      .where(eq(measures.id, measure.id));
    await record(tx, {
      ...{ at: by.at, actorId: by.who, serviceId: measure.serviceId, kind: 'measure_retired' },
      ...{ subject: 'measure', subjectId: measure.id },
      details: { measure: measure.number, code, retiredOn, reason, decidedBy, decidedOn },
    });
    return `${measure.title} (${code}) is retired: its last day is ${formatDate(retiredOn)}.`;
  };
  return managing(db, by, change, 'retire measures');
}

/** What an edition that stands has told of a day, stays told: the measure counted on it. */
async function refuseBeforeEdition(tx: Transaction, code: string, retiredOn: string): Promise<void> {
  const [last] = await tx
    .select({ number: editions.number, asAt: editions.asAt })
    .from(editionRows)
    .innerJoin(editions, eq(editions.id, editionRows.editionId))
    .leftJoin(withdrawals, eq(withdrawals.editionId, editions.id))
    .where(and(eq(editionRows.code, code), isNull(withdrawals.editionId)))
    .orderBy(desc(editions.asAt), desc(editions.number))
    .limit(1);
  if (last && retiredOn < last.asAt)
    throw new Refused(
      `Edition ${last.number} shows this measure as at ${formatDate(last.asAt)}: its last day cannot come before that.`,
    );
}
