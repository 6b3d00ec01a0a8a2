import { compute, readingValue } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import type { MissingReason } from '@/lib/figure/missing-reason';
import { covered } from '@/lib/measure/span';
import type { MeasureRecord, ReadingRecord } from '@/lib/series/measure-record';
import { nameOfYear, periodsOfYear, requiredInYear } from '@/lib/series/measure-year';
import { breakBetween, withMethodBreaks } from '@/lib/series/series-break';
import { name, type Period } from '@/lib/time/period';
import { afterNumber, correctionWords, missingWords, type OnItsWay, partYearWords, reasonWords } from './open-words';
import { partsWords, wordsOfElsewhere } from './parts-words';

/** How a year's figure is reached: the last period's, pooled parts, figures added up; 'typed' where the periods do not give it. */
export type How = 'last' | 'pooled' | 'summed' | 'typed';

/** Something that keeps a year's figure from being certain, as a sentence without its full stop. */
type Open = {
  kind: 'missing' | 'no_figure' | 'provisional' | 'invented' | 'correction' | 'part_of_year' | 'typed';
  sentence: string;
};

/** The figure that is proposed for a year, how it was reached in words, and what is still open. */
export type Proposal = {
  year: number;
  name: string;
  value: string | null;
  how: How;
  /** How it was reached: 'Pooled: 4,268 of 4,290 in the 12 months'; '' where there is no figure. */
  words: string;
  open: Open[];
};

/** Whether a proposal can be confirmed without a look at it: there is a figure, and nothing is open. */
export const isCertain = ({ value, open }: Proposal): boolean => value !== null && open.length === 0;

type Scene = {
  measure: MeasureRecord;
  year: number;
  /** All periods of the year; those for which a figure is required; and the readings of those, by their first day. */
  all: Period[];
  required: Period[];
  readings: Map<string, ReadingRecord>;
  onItsWay: OnItsWay[];
};

/**
 * The figure that a measure's readings give for one of its own years: of a year to date, a rolling year, a total since a date and a
 * snapshot the last period's; of single periods Σ numerators over Σ denominators, never the mean of rates, or their sum where
 * they add up. The order of the readings means nothing. Source: docs/rules.md, Year end.
 */
export function proposeOutturn(measure: MeasureRecord, year: number, onItsWay: OnItsWay[] = []): Proposal {
  const required = requiredInYear(measure, year);
  const starts = new Set(required.map(({ start }) => start));
  const readings = new Map(
    measure.readings.filter(({ periodStart }) => starts.has(periodStart)).map((each) => [each.periodStart, each]),
  );
  const scene = { measure, year, all: periodsOfYear(measure, year), required, readings, onItsWay };
  const reached = measure.window === 'single' && scene.all.length > 1 ? fromAll(scene) : fromLast(scene);
  const value = reached.value === null ? null : new Exact(reached.value).toDecimalPlaces(mostPlaces).toFixed();
  return { year, name: nameOfYear(measure, year), ...reached, value };
}

/** So many decimal places are kept of a quotient: far more than any measure shows, so that it is rounded once as it is shown. */
const mostPlaces = 20;

type Reached = Pick<Proposal, 'value' | 'how' | 'words' | 'open'>;
const unreached = (how: How, open: Open[]): Reached => ({ value: null, how, words: '', open });

/** The last period's figure stands for the year. */
function fromLast({ measure, all, required, readings, onItsWay }: Scene): Reached {
  const last = all.at(-1);
  if (!last || required.at(-1)?.start !== last.start)
    return unreached('last', [{ kind: 'typed', sentence: 'No figure is required for the end of the year' }]);
  const reading = readings.get(last.start);
  if (!reading) return unreached('last', [missingOf([last], measure, onItsWay)]);
  const open = corrections([last], onItsWay);
  const value = readingValue(reading, measure);
  if (value === null) return unreached('last', [noFigure(last, reading), ...open]);
  const parts = partsWords(reading, measure);
  const words = `${lastWords(last, measure)}${parts ? `: ${parts}` : ''}${wordsOfElsewhere([reading])}`;
  open.unshift(...invented([reading], words));
  if (reading.provisional) open.unshift({ kind: 'provisional', sentence: `${words}, still provisional` });
  if (measure.window === 'ytd') open.push(...partOfYear(all, required));
  return { value, how: 'last', words, open };
}

/** What the last figure of a year covers, at the beginning of a sentence. */
function lastWords(period: Period, measure: MeasureRecord): string {
  const span = covered(period, measure);
  const heads = { snapshot: 'The last figure,', rolling12: 'The', ytd: 'The year to date,', since: 'The figure from' };
  return measure.window === 'single' ? `The figure of ${span}` : `${heads[measure.window]} ${span}`;
}

/** All periods of the year together: their figures where they add up, else their parts. */
function fromAll({ measure, year, all, required, readings, onItsWay }: Scene): Reached {
  const how = measure.periodsAddUp ? 'summed' : 'pooled';
  const here = required.flatMap((period) => readings.get(period.start) ?? []);
  const wanting = required.filter(({ start }) => !readings.has(start));
  const open: Open[] = [
    ...(wanting.length > 0 || required.length === 0 ? [missingOf(wanting, measure, onItsWay)] : []),
    ...required.flatMap((period) => {
      const reading = readings.get(period.start);
      return reading && isWithout(reading, measure) ? [noFigure(period, reading)] : [];
    }),
    ...corrections(required, onItsWay),
  ];
  const why = whyNotTogether(measure, here, afterNumber(all.length, measure.frequency));
  if (why) return unreached('typed', [{ kind: 'typed', sentence: why }, ...open]);
  if (wanting.length > 0 || here.length === 0 || here.some((reading) => isWithout(reading, measure)))
    return unreached(how, open);
  const together = measure.periodsAddUp ? added(here, measure) : pooled(here, measure);
  if (!together)
    return unreached(how, [
      { kind: 'no_figure', sentence: `Nothing was counted in ${nameOfYear(measure, year)}` },
      ...open,
    ]);
  const span = `the ${afterNumber(required.length, measure.frequency)}`;
  const sum = measure.periodsAddUp ? `Added up: ${span}` : `Pooled: ${together.words} in ${span}`;
  const words = sum + wordsOfElsewhere(here);
  open.unshift(...invented(here, words));
  const provisional = required.filter(({ start }) => readings.get(start)?.provisional);
  if (provisional[0])
    open.unshift({
      kind: 'provisional',
      sentence: `${words}; ${name(provisional[0])} ${provisional.length > 1 ? 'and others are' : 'is'} still provisional`,
    });
  return { value: together.value, how, words, open: [...open, ...partOfYear(all, required)] };
}

/** Why the figures of a year's periods make no figure together; null where they do. */
function whyNotTogether(measure: MeasureRecord, here: ReadingRecord[], periods: string): string | null {
  const starts = here.map(({ periodStart }) => periodStart).sort();
  const [first, last] = [starts[0], starts.at(-1)];
  const series = { ...measure, breaks: withMethodBreaks(measure) };
  const broken = first && last ? breakBetween(series, first, last) : null;
  if (broken) return `The ${periods} are not alike, because ${broken}`;
  if (measure.periodsAddUp) return null;
  const bare = here.find((reading) => reading.missing === null && !hasParts(reading));
  if (measure.scale === null || bare) return `No parts are kept, so the ${periods} cannot be pooled`;
  return null;
}

const hasParts = ({ numerator, denominator }: ReadingRecord): boolean => numerator !== null && denominator !== null;

/** Whether a period's answer says nothing that can be counted: a reason, but for "0 of 0". */
const isWithout = (reading: ReadingRecord, measure: MeasureRecord): boolean =>
  readingValue(reading, measure) === null && !(hasParts(reading) && new Exact(reading.numerator as string).isZero());

const total = (values: string[]): Exact => values.reduce((sum, value) => sum.plus(value), new Exact(0));

function pooled(here: ReadingRecord[], measure: MeasureRecord): { value: string; words: string } | null {
  const counted = here.filter(hasParts);
  const numerator = total(counted.map((reading) => reading.numerator as string)).toFixed();
  const denominator = total(counted.map((reading) => reading.denominator as string)).toFixed();
  const value = measure.scale === null ? null : compute(numerator, denominator, measure.scale);
  const words = partsWords({ numerator, denominator }, measure);
  return value === null || words === null ? null : { value, words };
}

function added(here: ReadingRecord[], measure: MeasureRecord): { value: string; words: string } {
  return { value: total(here.flatMap((reading) => readingValue(reading, measure) ?? [])).toFixed(), words: '' };
}

const missingOf = (periods: Period[], measure: MeasureRecord, onItsWay: OnItsWay[]): Open => ({
  kind: 'missing',
  sentence: missingWords(periods, measure.lagDays, onItsWay),
});

const noFigure = (
  period: Period,
  { missing, expectedOn }: { missing: MissingReason | null; expectedOn: string | null },
) => ({ kind: 'no_figure', sentence: reasonWords(period, missing, expectedOn) }) satisfies Open;

const corrections = (periods: Period[], onItsWay: OnItsWay[]): Open[] =>
  periods.flatMap((period) => {
    const own = onItsWay.find(({ start, revision }) => start === period.start && revision > 0);
    return own ? [{ kind: 'correction', sentence: correctionWords(period, own.person) }] : [];
  });

/** A figure that was made up for a demonstration is shown, and never confirmed unseen. */
const invented = (here: ReadingRecord[], words: string): Open[] =>
  here.some(({ illustrative }) => illustrative)
    ? [{ kind: 'invented', sentence: `${words}, with figures that were invented for the demonstration` }]
    : [];

const partOfYear = (all: Period[], required: Period[]): Open[] => {
  const first = required[0];
  if (!first || required.length === all.length) return [];
  return [{ kind: 'part_of_year', sentence: partYearWords(first, required.length, all.length) }];
};
