import { and, eq, isNull } from 'drizzle-orm';
import { periodDetails } from '@/db/commands/measure/measure-period';
import { change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { figureAt } from '@/db/facts/disclosure/figure-at';
import { policiesOf } from '@/db/facts/disclosure/policies';
import type { MeasurePlace } from '@/db/facts/reading-record';
import { disclosureExceptions } from '@/db/schema';
import {
  askRefusal,
  confirmRefusal,
  endingOf,
  endRefusal,
  whyNoException,
} from '@/lib/disclosure/decision/exception-steps';
import { limits } from '@/lib/form/limits';
import { Outdated, Refused, StepRefused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import { actsFor, worksFor } from '@/lib/people/who-acts-as-head';
import type { EventKind } from '@/lib/record/event';
import {
  type ExceptionRow,
  endedBy,
  findException,
  holdPlace,
  noSuchMeasure,
  permitted,
  refuseWhileAnnounced,
} from './exception-scene';

/** Asks for one small figure to be shown, with the reason; it stays hidden until another person confirms it. Answers its service's address. */
export function askException(
  db: Database,
  acting: Acting,
  { code, periodStart, reason: typed }: { code: string; periodStart: string; reason: string },
): Promise<string> {
  return change(db, acting, {
    command: 'ask_exception',
    permission: 'ask_exception',
    find: (tx) => holdPlace(tx, 'ask_exception', { code }, periodStart),
    work: async (tx, { place }, who) => {
      if (!place || !worksFor(who, place.service.id, acting.today)) throw new StepRefused(noSuchMeasure);
      const { measure, service } = place;
      const why = askRefusal(who, { measureId: measure.id });
      if (why) throw new StepRefused(why);
      const policy = (await policiesOf(tx, [measure.id])).get(measure.id)?.policy ?? null;
      const noneNeeded = whyNoException(measure.countsPeople, policy);
      if (noneNeeded) throw new Refused(noneNeeded);
      const figure = await figureAt(tx, measure.id, periodStart);
      if (!figure) throw new Refused('Choose a period with a figure that is approved or published.');
      const reason = givenText(typed, limits.exceptionReason, 'Say why this figure may be shown.');
      const row = { measureId: measure.id, periodStart, revision: figure.revision, reason };
      await refuseSecond(tx, row);
      await tx.insert(disclosureExceptions).values({ ...row, askedBy: who.id, askedAt: acting.at });
      await tell(tx, acting, place, { kind: 'exception_asked', periodStart, reason });
      return service.slug;
    },
  });
}

/** Confirms that a small figure is shown, on the word of the head of service or a deputy, never of the one who asked. */
export function confirmException(db: Database, acting: Acting, { id }: { id: number }): Promise<string> {
  return change(db, acting, {
    command: 'confirm_exception',
    permission: 'confirm_exception',
    find: (tx) => findException(tx, 'confirm_exception', id),
    work: async (tx, scene, who) => {
      const { exception, place, facts } = permitted(scene, acting, who, confirmRefusal);
      const ended = await endedBy(tx, exception);
      if (ended) throw new Outdated(ended);
      if (exception.confirmedAt) throw new Outdated('This figure is shown already: somebody confirmed it.');
      await refuseWhileAnnounced(tx, place);
      const deputised = actsFor(who, place.service.id, [facts.askedBy], acting.today);
      await tx
        .update(disclosureExceptions)
        .set({ confirmedBy: who.id, confirmedAt: acting.at, confirmedFor: deputised?.headId ?? null })
        .where(eq(disclosureExceptions.id, id));
      const { periodStart, reason } = exception;
      const more = deputised ? { for: deputised.headName, forId: deputised.headId } : {};
      await tell(tx, acting, place, { kind: 'exception_confirmed', periodStart, reason, more });
      return place.service.slug;
    },
  });
}

/** Ends an exception with a reason: it is refused, withdrawn or taken back, and its figure is hidden. */
export function endException(
  db: Database,
  acting: Acting,
  { id, reason: typed }: { id: number; reason: string },
): Promise<string> {
  return change(db, acting, {
    command: 'end_exception',
    permission: 'end_exception',
    find: (tx) => findException(tx, 'end_exception', id),
    work: async (tx, scene, who) => {
      const { exception, place, facts } = permitted(scene, acting, who, endRefusal);
      const ended = await endedBy(tx, exception);
      if (ended) throw new Outdated(ended);
      if (facts.isConfirmed) await refuseWhileAnnounced(tx, place);
      const reason = givenText(typed, limits.exceptionReason, 'Say why this figure stays hidden.');
      await tx
        .update(disclosureExceptions)
        .set({ endedBy: who.id, endedAt: acting.at, endReason: reason })
        .where(eq(disclosureExceptions.id, id));
      const kind = endingOf(who, facts) === 'refused' ? 'exception_refused' : 'exception_withdrawn';
      await tell(tx, acting, place, { kind, periodStart: exception.periodStart, reason });
      return place.service.slug;
    },
  });
}

/** Throws where somebody has asked for a figure already, and that has not ended. */
async function refuseSecond(tx: Transaction, row: Pick<ExceptionRow, 'measureId' | 'periodStart' | 'revision'>) {
  const [here] = await tx
    .select({ id: disclosureExceptions.id })
    .from(disclosureExceptions)
    .where(
      and(
        eq(disclosureExceptions.measureId, row.measureId),
        eq(disclosureExceptions.periodStart, row.periodStart),
        eq(disclosureExceptions.revision, row.revision),
        isNull(disclosureExceptions.endedBy),
      ),
    );
  if (here) throw new Outdated('Somebody asked for this figure to be shown already: look at that first.');
}

type Happened = { kind: EventKind; periodStart: string; reason: string; more?: Record<string, unknown> };

const tell = (
  tx: Transaction,
  { at, who }: Acting,
  { measure }: MeasurePlace,
  { kind, periodStart, reason, more = {} }: Happened,
): Promise<void> =>
  record(tx, {
    at,
    actorId: who,
    serviceId: measure.serviceId,
    kind,
    subject: 'measure',
    subjectId: measure.id,
    details: { ...periodDetails(measure, periodStart), reason, ...more },
  });
