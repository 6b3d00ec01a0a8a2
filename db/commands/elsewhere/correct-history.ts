import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import { holdPlace, noSuchMeasure } from '@/db/commands/disclosure/exception-scene';
import { change } from '@/db/commands/road/change';
import type { Acting } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { confirmedHistoryAt } from '@/db/facts/history-figures';
import type { MeasurePlace } from '@/db/facts/reading-record';
import { historyCorrections } from '@/db/schema';
import { correctRefusal } from '@/lib/elsewhere/history-correction';
import { historyCheck } from '@/lib/elsewhere/history-entry';
import type { Figures } from '@/lib/figure/computed-value';
import { figureWords } from '@/lib/figure/figure';
import { type Parsed, parseFigure, parsePart } from '@/lib/figure/figure-entry';
import { Mistyped } from '@/lib/form/form-state';
import { limits } from '@/lib/form/limits';
import { Outdated, Refused, StepRefused } from '@/lib/form/refused';
import { givenText } from '@/lib/form/typed-text';
import { worksFor } from '@/lib/people/who-acts-as-head';
import type { RevisionReason } from '@/lib/reading/revision-reasons';
import type { EventKind } from '@/lib/record/event';
import { name } from '@/lib/time/period';

export type HistoryCorrection = Figures & {
  code: string;
  periodStart: string;
  /** The number that it has if nobody was quicker: 1 for the first one of a figure. */
  revision: number;
  provisional: boolean;
  reason: RevisionReason;
  note: string;
};

/**
 * Lays a correction of a confirmed figure that was published elsewhere, with its class and a public note. The figure stays as it is until
 * another person confirms it. Answers the service's address.
 */
export function correctHistory(db: Database, acting: Acting, typed: HistoryCorrection): Promise<string> {
  const { code, periodStart, revision, provisional, reason } = typed;
  return change(db, acting, {
    command: 'correct_history',
    permission: 'correct_history',
    find: (tx) => holdPlace(tx, 'correct_history', { code }, periodStart),
    work: async (tx, { place }, who) => {
      if (!place || !worksFor(who, place.service.id, acting.today)) throw new StepRefused(noSuchMeasure);
      const { measure, service } = place;
      const why = correctRefusal(who, { serviceId: service.id }, acting.today);
      if (why) throw new StepRefused(why);
      const was = await confirmedHistoryAt(tx, measure.id, periodStart);
      if (!was?.elsewhere) throw new Refused('Choose a figure that was published elsewhere and is confirmed.');
      await refuseOvertaken(tx, measure.id, periodStart, revision);
      const now = readFigures(typed, measure);
      const unfit = historyCheck(was.elsewhere.on)(
        { measureId: measure.id, periodStart, provisional, ...now },
        measure,
      );
      if (unfit) throw new Refused(unfit);
      const note = givenText(typed.note, limits.publicReason, 'Tell the public in a sentence what was wrong.');
      if (isSame(was, now) && was.provisional === provisional)
        throw new Refused('That is what the figure says already: nothing is corrected.');
      await tx.insert(historyCorrections).values({
        measureId: measure.id,
        periodStart,
        revision,
        ...now,
        provisional,
        wasValue: was.value,
        wasNumerator: was.numerator,
        wasDenominator: was.denominator,
        reason,
        note,
        laidBy: who.id,
        laidAt: acting.at,
      });
      await tellCorrection(tx, acting, place, 'history_correction_laid', { periodStart, was, now, note });
      return service.slug;
    },
  });
}

/** Throws where somebody has laid or confirmed a correction of the figure since the form was opened. */
async function refuseOvertaken(tx: Transaction, measureId: number, periodStart: string, revision: number) {
  const ofFigure = and(
    eq(historyCorrections.measureId, measureId),
    eq(historyCorrections.periodStart, periodStart),
    isNull(historyCorrections.endedBy),
  );
  const [waiting] = await tx
    .select({ id: historyCorrections.id })
    .from(historyCorrections)
    .where(and(ofFigure, isNull(historyCorrections.confirmedBy)));
  if (waiting) throw new Outdated('A correction of this figure waits already: look at that first.');
  const [confirmed] = await tx
    .select({ count: count() })
    .from(historyCorrections)
    .where(and(ofFigure, isNotNull(historyCorrections.confirmedBy)));
  if ((confirmed?.count ?? 0) + 1 !== revision)
    throw new Outdated('Somebody corrected this figure while you had the page open: look at it again.');
}

/** The typed figures as plain decimals; throws the sentence for each that is none. */
function readFigures(typed: Figures, measure: MeasurePlace['measure']): Figures {
  const read = (field: keyof Figures, parse: (text: string) => Parsed) => {
    const text = typed[field];
    if (text === null) return { field, value: null };
    const parsed = parse(text);
    return 'value' in parsed ? { field, value: parsed.value } : { field, value: null, sentence: parsed.problem };
  };
  const part = (text: string) => parsePart(text, measure);
  const fields = [
    read('value', (text) => parseFigure(text, measure)),
    read('numerator', part),
    read('denominator', part),
  ];
  const problems = fields.flatMap(({ field, sentence }) => (sentence ? [{ field, sentence }] : []));
  if (problems.length > 0) throw new Mistyped(problems);
  const [value = null, numerator = null, denominator = null] = fields.map((field) => field.value);
  if ((numerator === null) !== (denominator === null))
    throw new Mistyped([
      { field: numerator === null ? 'numerator' : 'denominator', sentence: 'Give both numbers, or neither.' },
    ]);
  return { value, numerator, denominator };
}

const isSame = (was: Figures, now: Figures): boolean =>
  (['value', 'numerator', 'denominator'] as const).every((field) =>
    was[field] === null || now[field] === null ? was[field] === now[field] : Number(was[field]) === Number(now[field]),
  );

type Happened = { periodStart: string; was: Figures; now: Figures; note: string; more?: Record<string, unknown> };

/** Keeps what happened to a correction, with both figures as they are shown. */
export const tellCorrection = (
  tx: Transaction,
  { at, who }: Acting,
  { measure }: MeasurePlace,
  kind: EventKind,
  { periodStart, was, now, note, more = {} }: Happened,
): Promise<void> =>
  record(tx, {
    at,
    actorId: who,
    serviceId: measure.serviceId,
    kind,
    subject: 'measure',
    subjectId: measure.id,
    details: {
      measure: measure.number,
      period: name({ frequency: measure.frequency, start: periodStart }),
      periodStart,
      was: figureWords({ ...was, missing: null }, measure),
      now: figureWords({ ...now, missing: null }, measure),
      note,
      ...more,
    },
  });
