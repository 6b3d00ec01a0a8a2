import type { HiddenMeasure, HiddenReading, Part } from '@/lib/disclosure/counted-measure';
import { type Figures, readingValue } from '@/lib/figure/computed-value';
import { round } from '@/lib/figure/rounding';
import type { Withheld } from '@/lib/figure/withheld';
import type { EarlierFigure, MeasureRecord, Outturn, ReadingRecord } from './measure-record';
import { ruleColour } from './published-reading';

/**
 * A measure as the public may know it: what is hidden is taken out of its record before anything is made of it, so that no sentence,
 * chart or file can have it. Source: docs/rules.md, Small counts of people.
 */
export function publicMeasure(measure: MeasureRecord, hidden: HiddenMeasure): MeasureRecord {
  const hiddenYears = new Map(hidden.outturns.map(({ year, why }) => [year, why]));
  const { outturns, withoutOutturn = [], earlier } = measure;
  const years = hidden.outturns.map(({ year, why }) => ({ year, why, withheld: { why, instead: null, colour: null } }));
  const none = [...withoutOutturn.filter(({ year }) => !hiddenYears.has(year)), ...years];
  return {
    ...measure,
    readings: measure.readings.map((reading) => publicReading(measure, reading, hidden)),
    ...(earlier && { earlier: earlier.map((figure) => publicEarlier(measure, figure, hidden)) }),
    outturns: outturns.filter(({ year }) => !hiddenYears.has(year)).map((outturn) => publicOutturn(measure, outturn)),
    ...(none.length > 0 && { withoutOutturn: none }),
  };
}

/** A reading as the public may know it, and the figure that it corrects. */
export function publicReading(measure: MeasureRecord, reading: ReadingRecord, hidden: HiddenMeasure): ReadingRecord {
  const { periodStart, revision, was } = reading;
  const found = hiddenFigures(hidden, periodStart, revision);
  const before = was && hiddenFigures(hidden, periodStart, revision - 1);
  const publicWas = was && before ? { ...was, ...publicFigures(measure, { ...was, periodStart }, before) } : was;
  if (!found) return publicWas === was ? reading : { ...reading, was: publicWas };
  return { ...reading, ...publicFigures(measure, reading, found), was: publicWas };
}

type Weighed = Omit<HiddenReading, 'start' | 'revision'>;

/** What is left of the figures of a reading, and what is said of the rest. */
function publicFigures(
  measure: MeasureRecord,
  reading: Figures & { periodStart: string },
  { parts, decimals, hidesColour, why }: Weighed,
): Figures & { withheld: Withheld } {
  const value = readingValue(reading, measure);
  const isHidden = (part: Part) => parts.includes(part);
  const hasBoth = !isHidden('numerator') && !isHidden('denominator');
  // A value that is worked out from a hidden part is kept as it is shown: its digits would give the part away.
  const left = hasBoth || value === null ? reading.value : round(value, measure.decimals);
  const instead = decimals === null || value === null ? null : { value: round(value, decimals), decimals };
  return {
    value: isHidden('value') ? null : left,
    // Both parts together are the value.
    numerator: isHidden('numerator') || (isHidden('value') && hasBoth) ? null : reading.numerator,
    denominator: isHidden('denominator') ? null : reading.denominator,
    withheld: {
      why: instead ? why.replace(/^Hidden\b/, 'Rounded') : why,
      instead,
      colour: hidesColour ? null : ruleColour(measure, reading),
    },
  };
}

function publicEarlier(measure: MeasureRecord, figure: EarlierFigure, { readings }: HiddenMeasure): EarlierFigure {
  const found = readings.filter(({ start }) => start === figure.periodStart);
  const latest = found.toSorted((a, b) => b.revision - a.revision)[0];
  if (!latest) return figure;
  const { withheld: _, ...figures } = publicFigures(measure, figure, latest);
  return { ...figure, ...figures };
}

/** The final figure of a year: the one before it was a count as well, and nobody weighs it. */
function publicOutturn({ scale, countsPeople }: MeasureRecord, outturn: Outturn): Outturn {
  const { was, ...others } = outturn;
  return was !== undefined && countsPeople && scale === null ? others : outturn;
}

export type CorrectedFigures = Figures & { periodStart: string; revision: number; withheld?: Withheld };

/** The figures of one revision of a reading as the public may know them. */
export function withoutHidden<T extends CorrectedFigures>(
  measure: MeasureRecord,
  reading: T,
  hidden: HiddenMeasure,
): T {
  const found = hiddenFigures(hidden, reading.periodStart, reading.revision);
  return found ? { ...reading, ...publicFigures(measure, reading, found) } : reading;
}

/** What is hidden of the figures of a reading or of their colour: a direction of travel alone is a matter of its row. */
function hiddenFigures(hidden: HiddenMeasure, start: string, revision: number): HiddenReading | undefined {
  const found = hiddenAt(hidden, start, revision);
  return found && (found.parts.length > 0 || found.hidesColour) ? found : undefined;
}

/** What is hidden of one reading; undefined where nothing is. */
export const hiddenAt = ({ readings }: HiddenMeasure, start: string, revision: number): HiddenReading | undefined =>
  readings.find((reading) => reading.start === start && reading.revision === revision);
