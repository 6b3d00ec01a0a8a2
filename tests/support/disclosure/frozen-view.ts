import type { CountedMeasure, Total } from '@/lib/disclosure/counted-measure';
import { formOfMeasure } from './public-view';
import type { PublicView, SeenFigure, SeenSum, SeenTarget } from './solver';

/** One figure of a measure as a file or an edition prints it; texts as they stand, null where nothing stands. */
export type PrintedFigure = {
  start: string;
  revision: number;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  colour: string | null;
  /** Why something of it is hidden; null where nothing is. */
  why: string | null;
  /** The decimals at which it is shown, where they are fewer than its measure has. */
  decimals: number | null;
  target: SeenTarget | null;
};

/** The row of a measure in one edition, as it is printed. */
export type PrintedRow = {
  /** The first day of its period. */
  start: string;
  revision: number;
  /** 1 up, -1 down, 0 as before; null where nothing is said. */
  way: number | null;
  /** The figure that it is compared with; null where there is none, or it is hidden. */
  previous: string | null;
  /** The year in which the year began that it is compared with; null where it is compared with no year. */
  year: number | null;
  sentences: string[];
};

/** What one edition prints of a measure. */
export type PrintedMeasure = {
  measure: Omit<CountedMeasure, 'alreadyPublic' | 'alreadyHidden' | 'readings'>;
  row: PrintedRow | null;
  figures: PrintedFigure[];
};

const units = (text: string, decimals: number): number => Math.round(Number(text) * 10 ** decimals);
const plain = (text: string): string => text.replaceAll(/[^\d.-]/g, '');

type Seen = Map<string, SeenFigure>;

function seen(all: Seen, { measure }: PrintedMeasure, start: string, revision: number): SeenFigure {
  const key = `${measure.code}/${start}/${revision}`;
  const own = all.get(key) ?? {
    key,
    form: formOfMeasure(measure as CountedMeasure),
    threshold: Math.max(2, measure.policy?.threshold ?? 5),
    countsPeople: measure.policy?.method === 'hide',
    scale: measure.scale ?? 1,
    numerator: null,
    denominator: measure.scale === null ? ('none' as const) : null,
    mostDenominator: null,
    value: null,
    because: null,
    decimals: measure.decimals,
    target: null,
    colour: null,
    travel: [],
    laterTravel: [],
  };
  all.set(key, own);
  return own;
}

/** Takes down what a figure says of itself; what an earlier edition said stays known. */
function seeFigure(all: Seen, printed: PrintedMeasure, figure: PrintedFigure): void {
  const own = seen(all, printed, figure.start, figure.revision);
  const decimals = figure.decimals ?? own.decimals;
  if (figure.value !== null && (!own.value || own.value.decimals < decimals))
    own.value = { units: units(figure.value, decimals), decimals };
  if (own.form === 'count') own.numerator ??= figure.value === null ? null : Number(figure.value);
  else own.numerator ??= figure.numerator === null ? null : Number(figure.numerator);
  if (own.denominator !== 'none') own.denominator ??= figure.denominator === null ? null : Number(figure.denominator);
  if (figure.why !== null) own.because = /it could tell of/.test(figure.why) ? 'small' : 'other';
  own.target = figure.target;
  own.colour ??= figure.colour as SeenFigure['colour'];
}

/** Takes down what a row says of its figure: which way it went, and any count that a sentence names. */
function seeRow(all: Seen, printed: PrintedMeasure, row: PrintedRow): void {
  const own = seen(all, printed, row.start, row.revision);
  if (row.way !== null && row.previous !== null)
    own.travel.push({ fromUnits: units(plain(row.previous), own.decimals), way: row.way });
  for (const sentence of row.sentences) {
    const [, count, base] = /(\d[\d,]*) (?:out )?of (?:the )?(\d[\d,]*)/.exec(sentence) ?? [];
    if (count) own.numerator ??= Number(plain(count));
    if (base && own.denominator !== 'none') own.denominator ??= Number(plain(base));
    const [, gap, side, then] = /(\d[\d,]*) (fewer|more) \((\d[\d,]*)\)/.exec(sentence) ?? [];
    if (gap && then) own.numerator ??= Number(plain(then)) + Number(plain(gap)) * (side === 'fewer' ? 1 : -1);
    const [, same] = /with the same (\d[\d,]*) /.exec(sentence) ?? [];
    if (same && own.denominator !== 'none') own.denominator ??= Number(plain(same));
  }
}

const yearOf = (start: string): number => Number(start.slice(0, 4)) - (start.slice(5) < '04' ? 1 : 0);
const monthsOf = { monthly: 1, quarterly: 3, termly: 4, half_yearly: 6, annual: 12 } as const;
const infinite = Number.POSITIVE_INFINITY;

type Own = { measure: PrintedMeasure['measure']; latest: SeenFigure[] };
const startOf = ({ key }: SeenFigure): string => key.split('/')[1] ?? '';

/** Of each period its latest figure, the oldest first. */
function latestOf(figures: SeenFigure[]): SeenFigure[] {
  const sorted = figures.toSorted((a, b) => a.key.localeCompare(b.key));
  return [...new Map(sorted.map((figure) => [startOf(figure), figure])).values()];
}

/** A total since the first day of a year never falls, nor does what is left of it. */
function runSums({ measure, latest }: Own): SeenSum[] {
  if (measure.window !== 'ytd') return [];
  return latest.slice(1).flatMap((after, at) => {
    const before = latest[at] as SeenFigure;
    if (yearOf(startOf(before)) !== yearOf(startOf(after))) return [];
    const pair = (part: 'numerator' | 'denominator', factor: number) => [
      { key: after.key, part, factor },
      { key: before.key, part, factor: -factor },
    ];
    const sums = after.form === 'average' ? [] : [pair('numerator', 1)];
    if (after.form !== 'count') sums.push(pair('denominator', 1));
    if (after.form === 'proportion') sums.push([...pair('denominator', 1), ...pair('numerator', -1)]);
    return sums.map((parts) => ({ parts, low: 0, high: infinite }));
  });
}

/** What the final figure of a year, where some row prints it, says of the year's periods. */
function yearSums({ measure, latest }: Own, outturns: Map<number, string>): SeenSum[] {
  return [...outturns].flatMap(([year, text]): SeenSum[] => {
    const own = latest.filter((figure) => yearOf(startOf(figure)) === year);
    if (own.length !== 12 / monthsOf[measure.frequency]) return [];
    const parts = measure.window === 'ytd' ? own.slice(-1) : own;
    const value = units(plain(text), measure.decimals);
    if (measure.scale === null)
      return [{ parts: parts.map(({ key }) => ({ key, part: 'numerator', factor: 1 })), low: value, high: value }];
    const factor = 2 * measure.scale * 10 ** measure.decimals;
    const edge = (side: number) =>
      parts.flatMap(({ key }) => [
        { key, part: 'numerator' as const, factor },
        { key, part: 'denominator' as const, factor: -(2 * value + side) },
      ]);
    return [
      { parts: edge(-1), low: 0, high: infinite },
      { parts: edge(1), low: -infinite, high: -1 },
    ];
  });
}

/** Sums over rows, of the latest figures of each period. */
function wholeSums(owns: Own[], { whole: total, parts }: Total): SeenSum[] {
  const members = [...parts.map(({ code }) => ({ code, factor: 1 })), { code: total.code, factor: -1 }];
  const rows = members.map(({ code, factor }) => ({ factor, own: owns.find(({ measure }) => measure.code === code) }));
  return (rows.at(-1)?.own?.latest ?? []).flatMap((figure) => {
    const found = rows.map(({ factor, own }) => ({
      factor,
      key: own?.latest.find((other) => startOf(other) === startOf(figure))?.key,
    }));
    if (found.some(({ key }) => key === undefined)) return [];
    return [
      {
        parts: found.map(({ key, factor }) => ({ key: key as string, part: 'numerator' as const, factor })),
        low: 0,
        high: 0,
      },
    ];
  });
}

/** Shares of people under the same words are of the same people in the same period. */
function sameBases(owns: Own[]): SeenSum[] {
  return owns.flatMap((one, at) =>
    owns.slice(at + 1).flatMap((other) => {
      if (one.measure.denominatorLabel !== other.measure.denominatorLabel || one.measure.scale === null) return [];
      return one.latest.flatMap((figure): SeenSum[] => {
        const same = other.latest.find((mate) => startOf(mate) === startOf(figure));
        if (!same) return [];
        const parts = [figure, same].map(({ key }, nth) => ({
          key,
          part: 'denominator' as const,
          factor: nth === 0 ? 1 : -1,
        }));
        return [{ parts, low: 0, high: 0 }];
      });
    }),
  );
}

/** Everything that all of these editions together say of a service, and what ties its figures together. */
export function viewOfEditions(editions: PrintedMeasure[][], wholes: Total[]): PublicView {
  const all: Seen = new Map();
  const outturns = new Map<string, Map<number, string>>();
  for (const printed of editions.flat()) {
    for (const figure of printed.figures) seeFigure(all, printed, figure);
    if (!printed.row) continue;
    seeRow(all, printed, printed.row);
    const { measure, row } = printed;
    if (row.year === null || row.previous === null) continue;
    const known = outturns.get(measure.code) ?? new Map<number, string>();
    outturns.set(measure.code, known.set(row.year, row.previous));
  }
  const measures = new Map(editions.flat().map(({ measure }) => [measure.code, measure]));
  const owns = [...measures.values()].map((measure): Own => {
    const figures = [...all.values()].filter(({ key }) => key.startsWith(`${measure.code}/`));
    return { measure, latest: latestOf(figures) };
  });
  const sums = [
    ...wholes.flatMap((whole) => wholeSums(owns, whole)),
    ...sameBases(owns),
    ...owns.flatMap((own) => [...runSums(own), ...yearSums(own, outturns.get(own.measure.code) ?? new Map())]),
  ];
  const isSummed = (figure: SeenFigure) =>
    sums.some(({ parts }) =>
      parts.some(({ key, part, factor }) => key === figure.key && part === 'denominator' && Math.abs(factor) === 1),
    );
  for (const figure of all.values())
    if (figure.because === 'small' && figure.denominator === null && !isSummed(figure))
      figure.mostDenominator = figure.threshold;
  return { figures: [...all.values()], sums };
}
