import { formOf } from '@/lib/figure/label-grammar';
import { monthsIn } from '@/lib/time/period';
import type { CountedMeasure, CountedReading, HiddenReading, ShownReading } from './counted-measure';
import { usualThreshold } from './highest-small-count';

/** How the two parts of a figure make it; a `number` has its count as numerator, a `bare` figure has no parts. */
export type Form = 'proportion' | 'average' | 'over time' | 'rate' | 'number' | 'bare';

/** Which parts of a figure are not shown; `decimals` null where the value is not, `colour` and `travel` where they are not. */
export type Veil = {
  numerator: boolean;
  denominator: boolean;
  decimals: number | null;
  colour: boolean;
  travel: boolean;
};

/** One figure of a measure: of a reading, or of a finished year where `year` is not null. */
export type Cell = {
  id: number;
  measure: CountedMeasure;
  reading: CountedReading | null;
  year: number | null;
  /** The first and last month that the figure covers, and that of its period, counted from the year 0. */
  span: [from: number, until: number];
  month: number;
  revision: number;
  /** Whether no later revision of the same period is here. */
  isLatest: boolean;
  form: Form;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  threshold: number;
  /** Whether small counts of it are hidden for their own sake. */
  isHiding: boolean;
  /** What stays public whatever is hidden: an exception, or what was public already. */
  known: { numerator: boolean; denominator: boolean; value: boolean; decimals: number | null; colour: boolean };
  isException: boolean;
  /** What editions have hidden of it; null where nothing. */
  kept: HiddenReading | null;
};

const number = (text: string | null): number | null => (text === null ? null : Number(text));

/** A month as a number, so that months are counted without a calendar. */
const monthOf = (start: string): number => Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1;

/** The first month of the measure's own year that a month lies in. */
export const yearOf = (month: number, { startMonth }: CountedMeasure): number =>
  month - ((((month - startMonth + 1) % 12) + 12) % 12);

function spanOf(month: number, measure: CountedMeasure): [number, number] {
  const until = month + monthsIn[measure.frequency] - 1;
  switch (measure.window) {
    case 'snapshot':
      return [until, until];
    case 'rolling12':
      return [until - 11, until];
    case 'ytd':
      return [yearOf(until, measure), until];
    case 'since':
      return [measure.since ? monthOf(measure.since) : month, until];
    default:
      return [month, until];
  }
}

/** How a figure is made; a percentage that may lie above 100 has no rest, so that it is a rate. */
function formOfFigure(measure: CountedMeasure, reading: CountedReading): Form {
  const { numerator, denominator, value } = reading;
  const form = measure.scale === null ? null : formOf(measure);
  if (form !== null && numerator !== null && denominator !== null && Number(denominator) > 0)
    return form === 'proportion' && measure.outsideHundred ? 'rate' : form;
  return measure.scale === null && value !== null && Number.isInteger(Number(value)) ? 'number' : 'bare';
}

/** What is the same for every figure of a measure; `last` is the latest revision of each period, and `before` what was public. */
type Ground = Pick<Cell, 'measure' | 'threshold'> & {
  mayHide: boolean;
  last: Map<string, number>;
  before: Map<string, ShownReading>;
  kept: Map<string, HiddenReading>;
};

const keyOf = ({ start, revision }: { start: string; revision: number }): string => `${start}/${revision}`;

function groundOf(measure: CountedMeasure): Ground {
  const last = new Map<string, number>();
  for (const { start, revision } of measure.readings) last.set(start, Math.max(revision, last.get(start) ?? 0));
  return {
    measure,
    threshold: Math.max(2, measure.policy?.threshold ?? usualThreshold),
    mayHide: measure.policy?.method === 'hide',
    last,
    before: new Map(measure.alreadyPublic.map((reading) => [keyOf(reading), reading])),
    kept: new Map(measure.alreadyHidden.map((reading) => [keyOf(reading), reading])),
  };
}

/** The value as a number; only where no parts make it do its own digits count. */
function worthOf({ scale }: CountedMeasure, form: Form, { value, numerator, denominator }: CountedReading) {
  return form === 'number' || form === 'bare'
    ? number(value)
    : (Number(numerator) * (scale ?? 1)) / Number(denominator);
}

function cellOfReading(ground: Ground, reading: CountedReading, id: number): Cell {
  const { measure, threshold, mayHide, last } = ground;
  const { start, revision } = reading;
  const form = formOfFigure(measure, reading);
  const month = monthOf(start);
  const isException = measure.exceptions.some((other) => other.start === start && other.revision === revision);
  const before = ground.before.get(keyOf(reading));
  const isKnown = (part: 'value' | 'numerator' | 'denominator') => isException || (before?.[part] ?? null) !== null;
  const known = {
    numerator: isKnown(form === 'number' ? 'value' : 'numerator'),
    denominator: isKnown('denominator'),
    value: isKnown('value'),
    decimals: before?.decimals ?? null,
    colour: isException || (before?.colour ?? false),
  };
  return {
    id,
    measure,
    reading,
    year: null,
    span: spanOf(month, measure),
    month,
    revision,
    isLatest: last.get(start) === revision,
    form,
    numerator: number(form === 'number' ? reading.value : reading.numerator),
    denominator: number(reading.denominator),
    value: worthOf(measure, form, reading),
    threshold,
    isHiding: mayHide && (form !== 'number' || measure.unit === 'number'),
    known,
    isException,
    kept: ground.kept.get(keyOf(reading)) ?? null,
  };
}

function cellOfYear(ground: Ground, { year, value }: { year: number; value: string }, id: number): Cell {
  const { measure, threshold, mayHide } = ground;
  const isCount = measure.scale === null && Number.isInteger(Number(value));
  const month = year * 12 + measure.startMonth - 1;
  return {
    id,
    measure,
    reading: null,
    year,
    span: measure.window === 'snapshot' ? [month + 11, month + 11] : [month, month + 11],
    month,
    revision: 0,
    isLatest: true,
    form: isCount ? 'number' : 'bare',
    numerator: isCount ? Number(value) : null,
    denominator: null,
    value: Number(value),
    threshold,
    isHiding: mayHide && isCount && measure.unit === 'number',
    known: { numerator: false, denominator: false, value: false, decimals: null, colour: false },
    isException: false,
    kept: null,
  };
}

/** Every figure of a service in a fixed order; a threshold of 1 counts as 2, since what hides only one number says it. */
export function cellsOf(service: CountedMeasure[]): Cell[] {
  const cells: Cell[] = [];
  for (const measure of service) {
    const ground = groundOf(measure);
    for (const reading of measure.readings) cells.push(cellOfReading(ground, reading, cells.length));
    for (const outturn of measure.outturns) cells.push(cellOfYear(ground, outturn, cells.length));
  }
  return cells;
}

/** A figure of which everything is shown. */
export const unveiled = ({ measure }: Cell): Veil => ({
  numerator: false,
  denominator: false,
  decimals: measure.decimals,
  colour: false,
  travel: false,
});

/** Whether the value is shown in full. */
export const showsValue = (veil: Veil, { measure }: Cell): boolean => veil.decimals === measure.decimals;
