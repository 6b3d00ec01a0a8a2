import type {
  CountedMeasure,
  CountedReading,
  HiddenMeasure,
  HiddenReading,
  Total,
} from '@/lib/disclosure/counted-measure';
import { type PublicView, type SeenFigure, type SeenSum, type SeenTarget, seenColour } from './solver';

const monthsOf = { monthly: 1, quarterly: 3, termly: 4, half_yearly: 6, annual: 12 } as const;

/** The same day some months later. */
export function laterBy(start: string, months: number): string {
  const month = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** The year of a measure that begins in April, by the first month of a period. */
const yearOf = (start: string): number => Number(start.slice(0, 4)) - (start.slice(5) < '04' ? 1 : 0);

type Form = SeenFigure['form'];
export const formOfMeasure = ({ scale, unit }: CountedMeasure): Form => {
  if (scale === null) return 'count';
  if (unit === 'percent') return 'proportion';
  return scale === 1 ? 'average' : 'rate';
};

export const keyOf = (measure: CountedMeasure, { start, revision }: { start: string; revision: number }): string =>
  `${measure.code}/${start}/${revision}`;

/** The true parts of a figure; a count is its own numerator. */
export function partsOf(measure: CountedMeasure, reading: CountedReading): { numerator: number; denominator: number } {
  if (formOfMeasure(measure) === 'count') return { numerator: Number(reading.value), denominator: 1 };
  return { numerator: Number(reading.numerator), denominator: Number(reading.denominator) };
}

export function unitsOf(measure: CountedMeasure, reading: CountedReading, decimals: number): number {
  const { numerator, denominator } = partsOf(measure, reading);
  const top = numerator * (measure.scale ?? 1) * 10 ** decimals;
  return Math.floor((2 * top + denominator) / (2 * denominator));
}

const targetOf = ({ target }: CountedReading): SeenTarget | null =>
  target && (target.shape === 'at_least' || target.shape === 'at_most')
    ? { shape: target.shape, green: Number(target.green), amber: target.amber === null ? null : Number(target.amber) }
    : null;

const isLatest = (measure: CountedMeasure, reading: CountedReading): boolean =>
  measure.readings.every(({ start, revision }) => start !== reading.start || revision <= reading.revision);

/** Exactly what is public of one reading. */
function figureOf(measure: CountedMeasure, reading: CountedReading, hidden: HiddenReading | undefined): SeenFigure {
  const form = formOfMeasure(measure);
  const { numerator, denominator } = partsOf(measure, reading);
  const before = measure.alreadyPublic.find((other) => keyOf(measure, other) === keyOf(measure, reading));
  const isHidden = (part: 'value' | 'numerator' | 'denominator') =>
    (hidden?.parts.includes(part) ?? false) && (before?.[part] ?? null) === null;
  const decimals = isHidden('value') ? (hidden?.decimals ?? null) : measure.decimals;
  const target = targetOf(reading);
  const units = unitsOf(measure, reading, measure.decimals);
  return {
    key: keyOf(measure, reading),
    form,
    threshold: Math.max(2, measure.policy?.threshold ?? 5),
    countsPeople: measure.policy?.method === 'hide',
    scale: measure.scale ?? 1,
    numerator: isHidden(form === 'count' ? 'value' : 'numerator') ? null : numerator,
    denominator: form === 'count' ? 'none' : isHidden('denominator') ? null : denominator,
    mostDenominator: null,
    value: decimals === null ? null : { units: unitsOf(measure, reading, decimals), decimals },
    because: hidden && hidden.parts.length > 0 ? hidden.because : null,
    decimals: measure.decimals,
    target,
    colour: target && !hidden?.hidesColour ? seenColour(units / 10 ** measure.decimals, target) : null,
    travel: [],
    laterTravel: [],
  };
}

/** What a reading is compared with: the periods of the same measure that its comparator names. */
function earlierThan(measure: CountedMeasure, reading: CountedReading): CountedReading[] {
  const back = measure.comparator === 'previous_period' ? monthsOf[measure.frequency] : 12;
  if (measure.comparator === 'previous_year') return [];
  const start = laterBy(reading.start, -back);
  return measure.readings.filter((other) => other.start === start && isLatest(measure, other));
}

/** The directions of travel that a page says, of figures that are shown and of figures that are not. */
function withTravel(measure: CountedMeasure, figures: Map<string, SeenFigure>, hidden: HiddenReading[]): void {
  const isValueHidden = ({ start, revision }: CountedReading) =>
    hidden.some((one) => one.start === start && one.revision === revision && one.parts.includes('value'));
  for (const reading of measure.readings) {
    if (!isLatest(measure, reading)) continue;
    const own = hidden.find(({ start, revision }) => start === reading.start && revision === reading.revision);
    if (own?.hidesTravel) continue;
    const now = unitsOf(measure, reading, measure.decimals);
    const compared = earlierThan(measure, reading).map((then) => ({
      then,
      units: unitsOf(measure, then, measure.decimals),
    }));
    for (const { then, units } of compared) {
      const way = Math.sign(now - units);
      if (!isValueHidden(then)) figures.get(keyOf(measure, reading))?.travel.push({ fromUnits: units, way });
      else if (!isValueHidden(reading)) figures.get(keyOf(measure, then))?.laterTravel.push({ nowUnits: now, way });
      else throw new Error(`A direction is said between two hidden figures of ${measure.code}.`);
    }
    if (measure.comparator !== 'previous_year') continue;
    for (const { year, value } of measure.outturns) {
      if (year !== yearOf(reading.start) && year !== yearOf(reading.start) - 1) continue;
      const units = Math.round(Number(value) * 10 ** measure.decimals);
      figures.get(keyOf(measure, reading))?.travel.push({ fromUnits: units, way: Math.sign(now - units) });
    }
  }
}

/** The final figure of a year of a count, as a figure of its own. */
function yearFigure(
  measure: CountedMeasure,
  { year, value }: { year: number; value: string },
  isHidden: boolean,
): SeenFigure {
  return {
    key: `${measure.code}/${year}`,
    form: 'count',
    threshold: Math.max(2, measure.policy?.threshold ?? 5),
    countsPeople: false,
    scale: 1,
    numerator: isHidden ? null : Number(value),
    denominator: 'none',
    mostDenominator: null,
    value: null,
    because: null,
    decimals: 0,
    target: null,
    colour: null,
    travel: [],
    laterTravel: [],
  };
}

const infinite = Number.POSITIVE_INFINITY;

/** What a year's final figure says of its periods. */
function yearSums(measure: CountedMeasure, isHidden: (year: number) => boolean): SeenSum[] {
  return measure.outturns.flatMap(({ year, value }): SeenSum[] => {
    const inYear = measure.readings.filter((reading) => yearOf(reading.start) === year && isLatest(measure, reading));
    const keys = inYear.map((reading) => keyOf(measure, reading));
    const isFull = inYear.length === 12 / monthsOf[measure.frequency];
    if (measure.scale === null) {
      if (!measure.periodsAddUp || !isFull) return [];
      const parts = keys.map((key) => ({ key, part: 'numerator' as const, factor: 1 }));
      return [
        { parts: [...parts, { key: `${measure.code}/${year}`, part: 'numerator', factor: -1 }], low: 0, high: 0 },
      ];
    }
    if (measure.window !== 'single' || !isFull || isHidden(year)) return [];
    const units = Math.round(Number(value) * 10 ** measure.decimals);
    const edge = (side: number) =>
      keys.flatMap((key) => [
        { key, part: 'numerator' as const, factor: 2 * (measure.scale as number) * 10 ** measure.decimals },
        { key, part: 'denominator' as const, factor: -(2 * units + side) },
      ]);
    return [
      { parts: edge(-1), low: 0, high: infinite },
      { parts: edge(1), low: -infinite, high: -1 },
    ];
  });
}

/** Two figures of which one contains the other, from the older to the newer. */
export function runsOf(measure: CountedMeasure): [CountedReading, CountedReading][] {
  if (measure.window !== 'ytd') return [];
  const readings = measure.readings
    .filter((reading) => isLatest(measure, reading))
    .sort((one, other) => one.start.localeCompare(other.start));
  return readings.flatMap((reading, at) => {
    const before = readings[at - 1];
    return before && yearOf(before.start) === yearOf(reading.start) ? [[before, reading]] : [];
  });
}

function runSums(measure: CountedMeasure): SeenSum[] {
  const form = formOfMeasure(measure);
  return runsOf(measure).flatMap(([before, after]) => {
    const pair = (part: 'numerator' | 'denominator', factor: number) => [
      { key: keyOf(measure, after), part, factor },
      { key: keyOf(measure, before), part, factor: -factor },
    ];
    const sums = form === 'average' ? [] : [pair('numerator', 1)];
    if (form !== 'count') sums.push(pair('denominator', 1));
    if (form === 'proportion') sums.push([...pair('denominator', 1), ...pair('numerator', -1)]);
    return sums.map((parts) => ({ parts, low: 0, high: infinite }));
  });
}

/** Sums over rows, in every period in which each of them has one figure. */
function wholeSums(service: CountedMeasure[], { whole: total, parts }: Total): SeenSum[] {
  const members = [
    ...parts.map((part) => ({ code: part.code, part: part.part, factor: 1 })),
    { code: total.code, part: total.part, factor: -1 },
  ];
  const measures = members.map(({ code }) => service.find((measure) => measure.code === code) as CountedMeasure);
  return (measures.at(-1)?.readings ?? []).flatMap(({ start }) => {
    const readings = measures.map((measure) =>
      measure.readings.find((reading) => reading.start === start && reading.revision === 0),
    );
    if (readings.some((reading) => !reading)) return [];
    return [
      {
        parts: members.map(({ part, factor }, at) => ({
          key: keyOf(measures[at] as CountedMeasure, readings[at] as CountedReading),
          part: part === 'denominator' ? ('denominator' as const) : ('numerator' as const),
          factor,
        })),
        low: 0,
        high: 0,
      },
    ];
  });
}

/** Shares of people under the same words are of the same people in the same period. */
function sameBases(service: CountedMeasure[]): SeenSum[] {
  const shares = service.filter(({ scale }) => scale !== null);
  return shares.flatMap((one, at) =>
    shares.slice(at + 1).flatMap((other) => {
      if (one.denominatorLabel === null || one.denominatorLabel !== other.denominatorLabel) return [];
      return one.readings.flatMap((reading): SeenSum[] => {
        const mate = other.readings.find((same) => same.start === reading.start && isLatest(other, same));
        if (!mate || !isLatest(one, reading) || mate.denominator !== reading.denominator) return [];
        const part = 'denominator' as const;
        return [
          {
            parts: [
              { key: keyOf(one, reading), part, factor: 1 },
              { key: keyOf(other, mate), part, factor: -1 },
            ],
            low: 0,
            high: 0,
          },
        ];
      });
    }),
  );
}

/** Everything that the public sees of a service, and what ties its figures together. */
export function publicView(service: CountedMeasure[], wholes: Total[], hidden: HiddenMeasure[]): PublicView {
  const figures = new Map<string, SeenFigure>();
  const sums: SeenSum[] = [...wholes.flatMap((whole) => wholeSums(service, whole)), ...sameBases(service)];
  for (const [at, measure] of service.entries()) {
    const own = hidden[at] as HiddenMeasure;
    const isYearHidden = (year: number) => own.outturns.some((outturn) => outturn.year === year);
    for (const reading of measure.readings) {
      const veiled = own.readings.find(
        ({ start, revision }) => start === reading.start && revision === reading.revision,
      );
      figures.set(keyOf(measure, reading), figureOf(measure, reading, veiled));
    }
    withTravel(measure, figures, own.readings);
    if (measure.scale === null)
      for (const outturn of measure.outturns) {
        const figure = yearFigure(measure, outturn, isYearHidden(outturn.year));
        figures.set(figure.key, figure);
      }
    sums.push(...yearSums(measure, isYearHidden), ...runSums(measure));
  }
  const isSummed = (figure: SeenFigure) =>
    sums.some(({ parts }) =>
      parts.some(({ key, part, factor }) => key === figure.key && part === 'denominator' && Math.abs(factor) === 1),
    );
  for (const figure of figures.values())
    if (figure.because === 'small' && figure.denominator === null && !isSummed(figure))
      figure.mostDenominator = figure.threshold;
  return { figures: [...figures.values()], sums };
}
