import type { MeasureWithFacts } from '@/db/facts/measure-facts';
import type { FrozenRow } from '@/lib/edition/edition';
import { freezeRow } from '@/lib/edition/freeze';
import { ownsMeasure, type Person } from '@/lib/people/person';
import { type ReadingFacts, stepsFor } from '@/lib/reading/workflow';
import { lastRequiredStart } from '@/lib/series/retirement';
import { actFor, targetInWords, type WorkingRow, workingFigure } from '@/lib/service/working-row';
import { type MeasureReadiness, readinessRows } from '@/lib/status/readiness';
import type { Finding } from '@/lib/status/release-findings';
import { addMonths, dueDate, endOf, periodContaining, shift } from '@/lib/time/period';
import type { ServiceReading } from './open-readings';

/** A measure with what is on its way for it, who owns it and what the edition in force says of it. */
export type ServiceMeasure = {
  measure: MeasureWithFacts;
  open: ServiceReading[];
  owner: string | null;
  published: FrozenRow | null;
};

type RowContext = { who: Person; today: string; comparisonStart: number; blockers: Finding[] };

/** How far back a working scorecard looks for what is missing; readings on their way are found at any age. */
const monthsBack = 36;

/** Each period of a measure that is on its way, due or overdue; where there is none, the latest one. */
export function rowsOfMeasure({ measure, open, owner, published }: ServiceMeasure, context: RowContext): WorkingRow[] {
  const { who, today, comparisonStart, blockers } = context;
  // What is only on its way is not here yet, but for a correction of what is.
  const onItsWay = open.filter(({ state, revision }) => state !== 'approved' && revision === 0);
  const unsigned = new Set(onItsWay.map(({ periodStart }) => periodStart));
  const here = measure.periodsHere.filter((start) => !unsigned.has(start));
  const first = shift(periodContaining(addMonths(today, -monthsBack), measure), 1).start;
  const requiredFrom = [measure.requiredFrom, first].toSorted()[1] as string;
  const standing = { measure: { ...measure, requiredFrom }, open, here, awaited: measure.awaited ?? [], owner };
  return readinessRows(standing, today).map((readiness) => {
    const start = readiness.period?.start ?? null;
    const reading = open.find(({ periodStart }) => periodStart === start) ?? null;
    const next = reading && freezeRow(upTo(measure, reading.periodStart), { asAt: today, comparisonStart });
    // A draft without a figure is not in the facts, so that their latest period is another one.
    const isWritten = next?.period?.start === start;
    const steps = stepsFor(who, factsFor(measure, reading, readiness, today), today);
    const alone = freezeRow(measure, { asAt: today, comparisonStart });
    return {
      readiness,
      targetWords: targetInWords(next ?? alone),
      published: published && workingFigure(published),
      next: next && isWritten ? { ...workingFigure(next), travel: next.travel } : null,
      isOwn: ownsMeasure(who, measure.id),
      returned: reading?.returned ?? null,
      act: actFor(steps, readiness, reading?.id ?? null),
      nextDue: nextDue(measure, readiness),
      blocks: blockers.filter((finding) => isOf(finding, measure.code, reading)).map(({ sentence }) => sentence),
    };
  });
}

/** A measure as it stood with the reading of a period, without later ones. */
const upTo = (measure: MeasureWithFacts, start: string): MeasureWithFacts => ({
  ...measure,
  readings: measure.readings.filter(({ periodStart }) => periodStart <= start),
});

function nextDue(measure: MeasureWithFacts, { state, period }: MeasureReadiness): string | null {
  if (state !== 'published' || period === null) return null;
  const next = shift({ frequency: measure.frequency, start: period.start }, 1);
  const last = lastRequiredStart(measure.retiredOn, measure);
  return last === null || next.start <= last ? dueDate(next, measure.lagDays) : null;
}

const isOf = ({ id }: Finding, code: string, reading: ServiceReading | null): boolean =>
  id === `target:${code}` || (reading !== null && id === `approval:${reading.id}`);

function factsFor(
  measure: MeasureWithFacts,
  reading: ServiceReading | null,
  { period, state }: MeasureReadiness,
  today: string,
): ReadingFacts {
  return {
    measureId: measure.id,
    serviceId: measure.serviceId,
    state: reading?.state ?? (state === 'published' ? 'published' : null),
    authors: reading?.row.authors ?? [],
    submittedBy: reading?.row.submittedBy ?? null,
    ended: period !== null && endOf({ frequency: measure.frequency, start: period.start }) < today,
  };
}
