import type { MeasureWithFacts } from '@/db/facts/measure-facts';
import type { HiddenMeasure } from '@/lib/disclosure/counted-measure';
import type { FrozenRow } from '@/lib/edition/edition';
import { freezePublicMeasure } from '@/lib/edition/freeze-public-measure';
import { freezeRow } from '@/lib/edition/freeze-row';
import { isKeptBack } from '@/lib/edition/frozen-figures';
import { ownsMeasure, type Person } from '@/lib/people/person';
import { type ReadingFacts, stepsFor } from '@/lib/reading/workflow';
import { type MeasureReadiness, readinessRows } from '@/lib/release/measure-readiness';
import type { ChecklistEntry } from '@/lib/release/release-checklist';
import type { Cut } from '@/lib/series/compared-figure';
import { lastRequiredStart } from '@/lib/series/retirement';
import { actFor, targetInWords, type WorkingRow, workingFigure } from '@/lib/service/working-row';
import { dueDate } from '@/lib/status/due-date';
import { addMonths, endOf, periodContaining, shift } from '@/lib/time/period';
import type { ServiceReading } from './unfinished-readings';

/** A measure with what is on its way for it, who owns it and what the edition in force says of it. */
export type ServiceMeasure = {
  measure: MeasureWithFacts;
  open: ServiceReading[];
  owner: string | null;
  published: FrozenRow | null;
};

type RowContext = {
  who: Person;
  today: string;
  comparisonStart: number;
  blockers: ChecklistEntry[];
  /** What the public is not shown of the service's measures, by code. */
  hidden: ReadonlyMap<string, HiddenMeasure>;
};

/** How far back a working scorecard looks for what is missing; readings on their way are found at any age. */
const monthsBack = 36;

/** Each period of a measure that is on its way, due or overdue; where there is none, the latest one. */
export function rowsOfMeasure({ measure, open, owner, published }: ServiceMeasure, context: RowContext): WorkingRow[] {
  const { who, today, comparisonStart, blockers, hidden } = context;
  const cut = { asAt: today, comparisonStart };
  // What is only on its way is not here yet, but for a correction of what is.
  const onItsWay = open.filter(({ state, revision }) => state !== 'approved' && revision === 0);
  const unsigned = new Set(onItsWay.map(({ periodStart }) => periodStart));
  const here = measure.periodsHere.filter((start) => !unsigned.has(start));
  const first = shift(periodContaining(addMonths(today, -monthsBack), measure), 1).start;
  const requiredFrom = [measure.requiredFrom, first].toSorted()[1] as string;
  const elsewhere = measure.readings.flatMap((reading) => (reading.elsewhere ? [reading.periodStart] : []));
  const standing = {
    measure: { ...measure, requiredFrom },
    open,
    here,
    elsewhere,
    awaited: measure.awaited ?? [],
    owner,
  };
  return readinessRows(standing, today).map((readiness) => {
    const start = readiness.period?.start ?? null;
    const reading = open.find(({ periodStart }) => periodStart === start) ?? null;
    const upToReading = reading && upTo(measure, reading.periodStart);
    const next = upToReading && freezeRow(upToReading, cut);
    const nextPublic = upToReading && freezePublicMeasure(upToReading, cut, hidden.get(measure.code)).row;
    // A draft without a figure is not in the facts, so that their latest period is another one.
    const isWritten = next?.period?.start === start;
    const isElsewhere = start !== null && elsewhere.includes(start);
    const steps = isElsewhere ? [] : stepsFor(who, factsFor(measure, reading, readiness, today), today);
    const alone = freezeRow(measure, cut);
    const own = published && publishedAsSeen({ measure, open, published }, cut);
    return {
      readiness,
      targetWords: targetInWords(next ?? alone),
      published: published && workingFigure(own ?? published, published),
      next: next && isWritten ? { ...workingFigure(next, nextPublic ?? next), travel: next.travel } : null,
      isOwn: ownsMeasure(who, measure.id),
      returned: reading?.returned ?? null,
      act: actFor(steps, readiness, reading?.id ?? null),
      nextDue: nextDue(measure, readiness),
      blocks: blockers.filter((finding) => isOf(finding, measure.code, reading)).map(({ sentence }) => sentence),
    };
  });
}

/** The row of a published figure that is hidden, as the staff see it; null where it is not, or where a correction of it is begun. */
function publishedAsSeen(
  { measure, open, published }: Pick<ServiceMeasure, 'measure' | 'open'> & { published: FrozenRow },
  cut: Cut,
): FrozenRow | null {
  const start = published.period?.start;
  if (!start || !isKeptBack(published.current) || open.some(({ periodStart }) => periodStart === start)) return null;
  return freezeRow(upTo(measure, start), cut);
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

const isOf = ({ id }: ChecklistEntry, code: string, reading: ServiceReading | null): boolean =>
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
