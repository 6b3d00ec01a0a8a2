import { pick } from '@/lib/collection/pick';
import { type Figures, readingValue } from '@/lib/figure/computed-value';
import type { MissingReason } from '@/lib/figure/missing-reason';
import { measureFactNames } from '@/lib/measure/measure';
import { spanLabel, spanOf } from '@/lib/measure/span';
import type { Content } from '@/lib/reading/content';
import { type Compared, comparatorOf } from '@/lib/series/compared-figure';
import { type MeasureRecord, periodOf, type ReadingRecord, unwritten } from '@/lib/series/measure-record';
import { withMethodBreaks } from '@/lib/series/series-break';
import { travel } from '@/lib/target/direction-of-travel';
import { targetInForce } from '@/lib/target/target-in-force';
import { colourWithReason } from '@/lib/target/why-this-colour';
import { councilYear } from '@/lib/time/council-year';
import { addDays, endOf, shift } from '@/lib/time/period';
import type { KnownFigure, ReadingText } from '../reading-text';

/** What the checks know beside a reading: the words of its service, and the day. */
export type Beside = Pick<ReadingText, 'glossary' | 'hidden' | 'today'> & {
  others: (ReadingText['others'][number] & { code: string })[];
};

/** What a reading says, as the checks read it. */
export type Written = Pick<
  Content,
  'value' | 'numerator' | 'denominator' | 'missing' | 'comments' | 'publicNote' | 'actions'
>;

/** How many earlier figures a reading may speak of. */
const mostEarlier = 24;

/**
 * A measure's reading of a period with all that the checks of its words know. `record` is as at a day after that period; what is
 * written may be what somebody is still typing. Source: docs/rules.md, Words and figures.
 */
export function readingText(
  record: MeasureRecord,
  { start, revision, written }: { start: string; revision: number; written: Written },
  { others, ...beside }: Beside,
): ReadingText {
  const measure = asWorded(record, start);
  const period = periodOf(measure, { periodStart: start });
  const earlier = measure.readings.filter(({ periodStart }) => periodStart < start);
  const own = measure.readings.find(({ periodStart }) => periodStart === start);
  const asAt = addDays(endOf(period), 1);
  const cut = { asAt, comparisonStart: councilYear(beside.today).start - 1 };
  const latest: ReadingRecord = { ...unwritten(start), ...written, revision };
  const compared = comparatorOf(measure, [latest, ...earlier], cut);
  const before = earlier.find(({ periodStart }) => periodStart === shift(period, -1).start);
  return withWritten(
    {
      measure: {
        ...pick(measure, ['number', 'code', 'title', 'definition', 'whyNoTarget', ...measureFactNames]),
        digitsFollow: measure.digitsFollow ?? false,
        periodsAddUp: measure.periodsAddUp ?? false,
      },
      period,
      figures: { value: null, numerator: null, denominator: null, missing: null },
      target: targetInForce(measure.targets, start)?.target ?? null,
      colour: null,
      direction: null,
      comparator: comparatorFigure(compared),
      notCompared: compared.break !== null || compared.lengths !== null,
      earlier: earlier.slice(0, mostEarlier).map((reading) => earlierFigure(reading, measure)),
      benchmarks: measure.benchmarks.flatMap(benchmarkFigures),
      comments: null,
      publicNote: null,
      actions: [],
      commentsBefore: before?.comments ?? null,
      others: others.filter(({ code }) => code !== measure.code).map(({ code: _, ...other }) => other),
      corrects: revision > 0 ? (own?.was ?? null) : null,
      ...beside,
    },
    written,
  );
}

/** The same reading with other words and figures in it, judged and compared again: as somebody types. */
export function withWritten(text: ReadingText, written: Written): ReadingText {
  const { value: typed, numerator, denominator, missing, comments, publicNote, actions } = written;
  const figures: Figures & { missing: MissingReason | null } = { value: typed, numerator, denominator, missing };
  const { measure, target, comparator } = text;
  const value = readingValue(figures, measure);
  const judged = { value, target, whyNoTarget: measure.whyNoTarget, measure, parts: figures };
  const compared = { value: comparator?.value ?? null, label: comparator?.label ?? '' };
  const direction = text.notCompared ? null : travel({ value, comparator: compared, measure, target }).direction;
  return { ...text, figures, colour: colourWithReason(judged).colour, direction, comments, publicNote, actions };
}

/** A measure in the words of a period, with a break wherever a period was answered "method changed". */
function asWorded(record: MeasureRecord, start: string): MeasureRecord {
  const measure = { ...record, breaks: withMethodBreaks(record) };
  const wording = measure.wordings.findLast(({ effectiveFrom }) => effectiveFrom <= start);
  if (!wording) return measure;
  const { title, definition, numeratorLabel, denominatorLabel } = wording;
  return { ...measure, title, definition, numeratorLabel, denominatorLabel };
}

const comparatorFigure = ({ value, label, span }: Compared): KnownFigure | null =>
  value === null ? null : { value, numerator: null, denominator: null, label, span };

function earlierFigure(reading: ReadingRecord, measure: MeasureRecord): KnownFigure {
  const period = periodOf(measure, reading);
  const { numerator, denominator } = reading;
  const value = readingValue(reading, measure);
  return { value, numerator, denominator, label: spanLabel(period, measure), span: spanOf(period, measure) };
}

const benchmarkFigures = ({ name, values }: MeasureRecord['benchmarks'][number]): KnownFigure[] =>
  values.map(({ from, until, value }) => ({
    value,
    numerator: null,
    denominator: null,
    label: name,
    span: { from, until },
  }));
