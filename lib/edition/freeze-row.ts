import { readingValue } from '@/lib/figure/computed-value';
import { realTerms } from '@/lib/figure/in-real-terms';
import { missingWords } from '@/lib/figure/missing-reason';
import { round } from '@/lib/figure/rounding';
import { hiddenBecause } from '@/lib/figure/withheld';
import { type MeasureFacts, units } from '@/lib/measure/measure';
import { covered, grows, whenCovered } from '@/lib/measure/span';
import { type Cut, comparatorOf } from '@/lib/series/compared-figure';
import { type MeasureRecord, periodOf, type ReadingRecord } from '@/lib/series/measure-record';
import { lastRequiredStart } from '@/lib/series/retirement';
import { withMethodBreaks } from '@/lib/series/series-break';
import { scheduleOf, statusAt } from '@/lib/status/data-status';
import { travel } from '@/lib/target/direction-of-travel';
import { publishedJudgement } from '@/lib/target/judged-status';
import { type Target, targetRule } from '@/lib/target/target';
import { targetInForce } from '@/lib/target/target-in-force';
import { colourWithReason } from '@/lib/target/why-this-colour';
import { withheldRag, withheldTravel } from '@/lib/target/withheld-words';
import { endOf, formatDate, label, name, periodsFrom, windowWords } from '@/lib/time/period';
import type { FrozenRow, TrendPoint } from './edition';
import { currentFigure, earlierFigure, marksOf, targetText } from './frozen-figures';
import { revisedNotes } from './revised-note';
import { notesOfElsewhere, outturnNotes, targetChanges } from './row-notes';
import { trendLength } from './trend-length';

/** What every cell of a row is worked out from: the measure as it was counted, its latest reading, and what that is held against. */
function groundOf(record: MeasureRecord, cut: Cut) {
  const { asAt } = cut;
  const measure = asCounted(record, asAt);
  const readings = measure.readings.filter((reading) => endOf(periodOf(measure, reading)) < asAt);
  const reading = readings[0] ?? null;
  const period = reading && periodOf(measure, reading);
  const span = { from: measure.requiredFrom, until: lastRequiredStart(measure.retiredOn, measure) };
  const schedule = scheduleOf({ ...calendarOf(measure), ...span }, measure.periodsHere, measure.awaited);
  const none =
    statusAt(schedule, asAt).status === 'overdue' ? 'the first one is overdue' : 'nothing has fallen due yet';
  const withheld = reading?.withheld;
  const whyMissing = reading ? reading.missing && missingWords[reading.missing].because : none;
  return {
    measure,
    readings,
    reading,
    period,
    schedule,
    withheld,
    value: reading && readingValue(reading, measure),
    whyNoValue: withheld ? hiddenBecause(withheld) : whyMissing,
    target: targetInForce(measure.targets, period?.start ?? asAt),
    comparator: comparatorOf(measure, readings, cut),
  };
}

type Ground = ReturnType<typeof groundOf>;

const travelOn = ({ measure, period, withheld, value, whyNoValue, target, comparator }: Ground): FrozenRow['travel'] =>
  withheldTravel(withheld, comparator) ??
  travel({
    value,
    whyNoValue,
    comparator,
    measure,
    when: period && whenCovered(period, measure),
    target: target?.target ?? null,
    selfComparison: comparator.self,
    period: period && name(period),
    break: comparator.break,
    lengths: comparator.lengths,
  });

/** The direction of travel of a measure's row at a day, and the first day of the period that it is about; null where there is none. */
export function travelAt(record: MeasureRecord, cut: Cut): { travel: FrozenRow['travel']; start: string | null } {
  const ground = groundOf(record, cut);
  return { travel: travelOn(ground), start: ground.period?.start ?? null };
}

/** The row of an edition that tells of a measure at a day: what the public may see, and nothing else. */
export function freezeRow(record: MeasureRecord, cut: Cut): FrozenRow {
  const ground = groundOf(record, cut);
  const { measure, readings, reading, period, schedule, withheld, value, whyNoValue, target, comparator } = ground;
  const judgement = {
    value,
    whyNoValue,
    target: target?.target ?? null,
    whyNoTarget: measure.whyNoTarget,
    measure,
    parts: reading,
  };
  const rule = withheld ? withheldRag(judgement, withheld) : colourWithReason(judgement);
  const judged = publishedJudgement(reading, rule.colour);

  return {
    number: measure.number,
    code: measure.code,
    title: measure.title,
    definition: measure.definition,
    unit: units[measure.unit].column,
    frequency: measure.frequency,
    covers: measure.since ? `since ${formatDate(measure.since)}` : windowWords[measure.window],
    previous: earlierFigure(comparator, measure),
    target: { ...targetText(target, measure), rule: target && targetRule(target.target, measure) },
    current: { ...currentFigure(value, reading, measure), marks: reading ? marksOf(reading) : [] },
    period: period && { label: label(period), range: covered(period, measure), start: period.start },
    travel: travelOn(ground),
    rag: { ...rule, ...(judged && { judged }) },
    realTerms: reading && realTerms(reading, measure),
    comments: reading?.comments ?? null,
    actions: reading?.actions ?? [],
    notes: [
      ...measure.notes,
      ...targetChanges(measure, period, value),
      ...revisedNotes(measure, readings),
      ...outturnNotes(measure, comparator),
      ...notesOfElsewhere(measure, readings.slice(0, trendLength[measure.frequency]), comparator),
    ],
    trend: trendOfRow(measure, readings, target?.target ?? null),
    schedule,
    ...(measure.theme && { theme: measure.theme }),
  };
}

/**
 * A measure as its figures before a day were counted: in the words of the latest one, since a new wording waits for its first figure,
 * and with a break wherever a period was answered "method changed".
 */
export function asCounted(record: MeasureRecord, asAt: string): MeasureRecord {
  const measure = { ...record, breaks: withMethodBreaks(record) };
  const latest = measure.readings.find((reading) => endOf(periodOf(measure, reading)) < asAt);
  const wording = latest && measure.wordings.findLast(({ effectiveFrom }) => effectiveFrom <= latest.periodStart);
  if (!wording) return measure;
  const { title, definition, numeratorLabel, denominatorLabel } = wording;
  return { ...measure, title, definition, numeratorLabel, denominatorLabel };
}

const calendarOf = ({ frequency, startMonth, lagDays }: MeasureFacts) => ({ frequency, startMonth, lagDays });

/** The threshold that a trend draws as its target line; a range is drawn by its nearer end only in words, so not at all. */
const plotted = (target: Target | null): string | null =>
  target && (target.shape === 'at_least' || target.shape === 'at_most') ? target.green : null;

/** The trend of a row: its points, the target of the latest one, and from which period on each target was set. */
function trendOfRow(measure: MeasureRecord, readings: ReadingRecord[], latest: Target | null): FrozenRow['trend'] {
  const points = pointsOf(measure, readings.slice(0, trendLength[measure.frequency]));
  const steps: { start: string; value: string | null }[] = [];
  for (const { start } of points) {
    const value = plotted(targetInForce(measure.targets, start)?.target ?? null);
    if (value !== (steps.at(-1)?.value ?? null)) steps.push({ start, value });
  }
  return { points, target: plotted(latest), targets: steps, ...(grows(measure) && { growing: true }) };
}

/** The trend's points from the oldest to the latest period, a period without a figure included as a gap. */
function pointsOf(measure: MeasureRecord, readings: ReadingRecord[]): TrendPoint[] {
  const oldest = readings.at(-1);
  const latest = readings[0];
  if (!oldest || !latest) return [];
  const byStart = new Map(readings.map((reading) => [reading.periodStart, reading]));
  return periodsFrom(measure.frequency, oldest.periodStart, latest.periodStart).map(({ start }) => {
    const reading = byStart.get(start);
    const value = reading ? readingValue(reading, measure) : null;
    const rounded = reading?.withheld?.instead?.value ?? null;
    const isHidden = value === null && reading?.withheld !== undefined;
    return {
      start,
      value: value === null ? rounded : round(value, measure.decimals),
      illustrative: reading?.illustrative ?? false,
      ...(reading?.elsewhere && { elsewhere: true }),
      ...(isHidden && { hidden: true }),
    };
  });
}
