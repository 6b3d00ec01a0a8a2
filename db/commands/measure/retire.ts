import { and, desc, eq } from 'drizzle-orm';
import type { Acting, Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { toldRetired } from '@/db/facts/periods/retirements';
import { editionRows, editions, measures, stands } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { Refused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import { type Retirement, retiredForGood } from '@/lib/series/retirement';
import { isDay } from '@/lib/time/instant';
import { formatDate } from '@/lib/time/period';
import { administerMeasure, changeMeasure, givenReason } from './measure-road';

/**
 * Retires a measure: after its last day no edition has it, and it needs no figure. What was published stays. While a
 * release is announced it waits: without the measure the release would not be what was announced.
 */
export function retireMeasure(db: Database, party: Party, retirement: { code: string } & Retirement): Promise<string> {
  const { code } = retirement;
  const read = (today: string) => retirementOf(retirement, today);
  return administerMeasure(db, party, { code, step: 'retire', read }, async ({ tx, measure, words }) => {
    const { retiredOn, reason, decidedBy, decidedOn } = words;
    if (measure.retiredOn) throw new Refused(`${measure.title} was retired after ${formatDate(measure.retiredOn)}.`);
    await refuseBeforeEdition(tx, code, retiredOn);
    await tx
      .update(measures)
      .set({ retiredOn, retiredReason: reason, retiredDecidedBy: decidedBy, retiredDecidedOn: decidedOn })
      .where(eq(measures.id, measure.id));
    await record(tx, {
      at: party.at,
      actorId: party.who,
      serviceId: measure.serviceId,
      kind: 'measure_retired',
      subject: 'measure',
      subjectId: measure.id,
      details: { ...words, measure: measure.number, code },
    });
    return `${measure.title} (${code}) is retired: its last day is ${formatDate(retiredOn)}.`;
  });
}

/** Takes a retirement back that no edition has told the public of, so that the measure counts as before. */
export function takeRetirementBack(
  db: Database,
  acting: Acting,
  { code, reason: typed }: { code: string; reason: string },
): Promise<string> {
  return changeMeasure(db, acting, { code, step: 'take_retirement_back' }, async ({ tx, who, measure }) => {
    const reason = givenReason(typed, 'Say why it is taken back.');
    if (!measure.retiredOn) throw new Refused(`${measure.title} is not retired.`);
    const edition = await toldRetired(tx, code);
    if (edition !== null) throw new Refused(retiredForGood(edition));
    await tx
      .update(measures)
      .set({ retiredOn: null, retiredReason: null, retiredDecidedBy: null, retiredDecidedOn: null })
      .where(eq(measures.id, measure.id));
    await record(tx, {
      at: acting.at,
      actorId: who.id,
      serviceId: measure.serviceId,
      kind: 'measure_changed',
      subject: 'measure',
      subjectId: measure.id,
      details: {
        measure: measure.number,
        code,
        changes: [
          ['the last day', formatDate(measure.retiredOn), ''],
          ['why it was retired', measure.retiredReason ?? '', ''],
        ],
        reason,
      },
    });
    return code;
  });
}

/** A retirement as it is kept; throws where a day, the reason or who decided it cannot be kept. */
function retirementOf(typed: Retirement, today: string): Retirement {
  const { retiredOn, decidedOn } = typed;
  if (!isDay(retiredOn) || !isDay(decidedOn)) throw new Refused('Write each day as 2018-08-17.');
  const reason = givenReason(typed.reason, 'Say why the measure is retired.');
  const decidedBy = givenText(typed.decidedBy, limits.decidedBy, 'Say who decided it.');
  if (decidedOn > today) throw new Refused(`${formatDate(decidedOn)} has not come yet.`);
  return { retiredOn, reason, decidedBy, decidedOn };
}

/** Throws where an edition that stands has a later day: the measure counted on that day. */
async function refuseBeforeEdition(tx: Transaction, code: string, retiredOn: string): Promise<void> {
  const [last] = await tx
    .select({ number: editions.number, asAt: editions.asAt })
    .from(editionRows)
    .innerJoin(editions, eq(editions.id, editionRows.editionId))
    .where(and(eq(editionRows.code, code), stands(editions.id)))
    .orderBy(desc(editions.asAt), desc(editions.number))
    .limit(1);
  if (last && retiredOn < last.asAt)
    throw new Refused(
      `Edition ${last.number} shows this measure as at ${formatDate(last.asAt)}: its last day cannot come before that.`,
    );
}
