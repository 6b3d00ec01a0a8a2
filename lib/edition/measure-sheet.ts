import { pick } from '@/lib/collection/pick';
import { readingValue } from '@/lib/figure/computed-value';
import { shown } from '@/lib/figure/figure';
import { formOf } from '@/lib/figure/label-grammar';
import { round } from '@/lib/figure/rounding';
import { type MeasureFacts, measureFactNames } from '@/lib/measure/measure';
import { type Cut, comparatorOf } from '@/lib/series/compared-figure';
import { type EarlierFigure, type MeasureRecord, periodOf } from '@/lib/series/measure-record';
import type { Mend } from '@/lib/series/mend';
import { type PublishedReading, publishedReading } from '@/lib/series/published-reading';
import { changesOf, restartsOf, type Wording } from '@/lib/series/series-break';
import { stillRed } from '@/lib/series/still-red';
import { type Process, processOf, type WorkedPeriod } from '@/lib/spc/frozen-process';
import { polarityBy } from '@/lib/target/direction-of-travel';
import { type Target, targetRule } from '@/lib/target/target';
import { type Decision, targetInForce } from '@/lib/target/target-in-force';
import { endOf, startsFrom } from '@/lib/time/period';
import type { Benchmark } from '@/lib/trend/trend';
import type { FrozenRow } from './edition';
import { asCounted, freezeRow } from './freeze-row';
import { headline } from './measure-headline';

/** A target with the first day of the period from which it counts, its rule in words and the decision that set it. */
export type SheetTarget = { from: string; rule: string | null; target: Target; decision: Decision | null };

/** What the page of a measure says beside its row and its readings, as an edition freezes it; JSON-safe. */
export type MeasureSheet = MeasureFacts & {
  /** How it is going, in one sentence, and how long it has been Red where it has. */
  headline: string;
  stillRed: string | null;
  source: string | null;
  ownerRole: string | null;
  whyNoTarget: string | null;
  targets: SheetTarget[];
  wordings: Wording[];
  /** The slips that were mended in its words; absent where there was none. */
  mends?: Mend[];
  /** Where its figures stop being alike with those before, and why. */
  changes: { start: string; why: string }[];
  benchmarks: Benchmark[];
  process: Process;
};

/** The row of an edition that tells of a measure at a day, its process control in brief, and its page's sheet. */
export function freezeMeasure(record: MeasureRecord, cut: Cut): { row: FrozenRow; sheet: MeasureSheet } {
  const row = freezeRow(record, cut);
  const measure = asCounted(record, cut.asAt);
  const readings = measure.readings.filter((reading) => endOf(periodOf(measure, reading)) < cut.asAt);
  const published = readings.map((reading) => publishedReading(measure, reading));
  const process = processOfMeasure(measure, published);
  const sheet = {
    ...factsAlone(measure),
    headline: headlineOf(measure, cut, readings, row),
    stillRed: stillRed(published),
    source: measure.source,
    ownerRole: measure.ownerRole,
    whyNoTarget: measure.whyNoTarget,
    targets: measure.targets.map(({ effectiveFrom, target, decision }) => ({
      from: effectiveFrom,
      rule: targetRule(target, measure),
      target,
      decision,
    })),
    wordings: measure.wordings,
    ...(measure.mends && { mends: measure.mends }),
    changes: changesOf(measure),
    benchmarks: measure.benchmarks,
    process,
  };
  return { row: { ...row, signal: signalOf(process) }, sheet };
}

/** Process control in brief, of the row's own figure: where there is none, an earlier one does not speak for it. */
function signalOf(process: Process): NonNullable<FrozenRow['signal']> {
  if (process.refused !== null) return { variation: null, assurance: null, sentence: process.refused };
  const { variation, assurance, signalSentence, values, segments } = process;
  const silent = segments.at(-1)?.silent;
  if (values.length > 0 && values.at(-1) === null)
    return { variation: null, assurance, sentence: 'There is no current figure that could be a signal.' };
  return { variation, assurance, sentence: signalSentence, ...(silent && { silent }) };
}

function headlineOf(measure: MeasureRecord, cut: Cut, readings: MeasureRecord['readings'], row: FrozenRow): string {
  const latest = readings[0] ?? null;
  const period = latest && periodOf(measure, latest);
  const { value, label } = comparatorOf(measure, readings, cut);
  return headline({
    measure,
    period,
    value: latest && readingValue(latest, measure),
    missing: latest?.missing ?? null,
    earlier: value === null ? null : { text: shown(value, measure), label },
    direction: row.travel.direction,
    target: targetInForce(measure.targets, period?.start ?? cut.asAt)?.target ?? null,
    colour: row.rag.colour,
    withheld: latest?.withheld,
  });
}

/** What the rules know of a measure, and nothing else of its record. */
const factsAlone = (measure: MeasureRecord): MeasureFacts => ({
  ...pick(measure, measureFactNames),
  ...(measure.digitsFollow && { digitsFollow: true }),
  ...(measure.periodsAddUp && { periodsAddUp: true }),
});

/** Process control from the readings as they are published, the newest first; the target is that of the latest figure. */
function processOfMeasure(measure: MeasureRecord, readings: PublishedReading[]): Process {
  const counted = countsSome(measure);
  const worked = [
    ...(measure.earlier ?? []).map((figure) => earlierPeriod(measure, figure, counted)),
    ...readings.toReversed().map((reading) => publishedPeriod(reading, counted)),
  ];
  const [oldest, latest] = [worked[0], readings[0]];
  const starts = oldest && latest ? startsFrom(measure.frequency, oldest.start, latest.start) : [];
  return processOf({
    frequency: measure.frequency,
    window: measure.window,
    improvement: polarityBy(measure.polarity, latest?.target ?? null),
    target: latest?.target ?? null,
    periods: withGaps(starts, worked),
    restarts: restartsOf(measure),
    more: oldest !== undefined && (measure.periodsHere[0] ?? oldest.start) < oldest.start,
    screening: measure.screeningReason ?? null,
  });
}

/** The periods of a row of first days, in its order: those that are worked with, and gaps. */
function withGaps(starts: readonly string[], worked: WorkedPeriod[]): WorkedPeriod[] {
  if (worked.length === starts.length && worked.every(({ start }, place) => start === starts[place])) return worked;
  const byStart = new Map(worked.map((period) => [period.start, period]));
  return starts.map((start) => byStart.get(start) ?? { start, value: null, illustrative: false });
}

/** A period with its figure as it is published. */
function publishedPeriod(reading: PublishedReading, counted: boolean): WorkedPeriod {
  const { start, illustrative, elsewhere, denominator, hidden } = reading;
  // At fewer decimals than the others a figure would bend the limits.
  const value = hidden?.decimals === undefined ? reading.value : null;
  return {
    start,
    value,
    illustrative,
    elsewhere: elsewhere !== undefined,
    people: counted ? denominator : null,
    hidden: hidden !== undefined && value === null,
  };
}

/** A period of long ago with its figure as it would be published. */
function earlierPeriod(measure: MeasureRecord, figure: EarlierFigure, counted: boolean): WorkedPeriod {
  const { periodStart: start, illustrative, elsewhere, denominator } = figure;
  const value = readingValue(figure, measure);
  return {
    start,
    value: value === null ? null : round(value, measure.decimals),
    illustrative,
    elsewhere: elsewhere !== undefined,
    people: counted ? denominator : null,
  };
}

/** Whether the denominators of a measure are people or what they have: months, by which some figures are divided, are not. */
const countsSome = (measure: MeasureRecord): boolean => measure.countsPeople && formOf(measure) !== 'over time';
