import { grouped } from '@/lib/collection/grouped';
import { monthsIn } from '@/lib/time/period';
import type { Total } from './counted-measure';
import { valueAt } from './rounded';
import { type Cell, yearOf } from './weighed-figure';

export type CellPart = 'numerator' | 'denominator';
type Term = { cell: Cell; part: CellPart; factor: number };

/** Parts of figures, each times its factor, whose sum lies between two numbers; `by` is a figure whose value must be shown for it. */
export type Link = { terms: Term[]; low: number; high: number; by: Cell | null };

const term = (cell: Cell, part: CellPart, factor: number): Term => ({ cell, part, factor });
const sumOf = (terms: Term[]): number | null =>
  terms.reduce<number | null>((sum, { cell, part, factor }) => {
    const count = cell[part];
    return sum === null || count === null || !Number.isInteger(count) ? null : sum + factor * count;
  }, 0);

/** A link, where the figures bear it out; none where they do not, or some are missing. */
function link(terms: Term[], low: number, high: number, by: Cell | null = null): Link[] {
  const sum = sumOf(terms);
  return sum !== null && sum >= low && sum <= high ? [{ terms, low, high, by }] : [];
}

/** Every way in which one figure of a service can be worked out from others. Source: docs/rules.md, Small counts of people. */
export function linksOf(cells: Cell[], wholes: Total[]): Link[] {
  const byMeasure = grouped(cells, ({ measure }) => measure.code);
  return [
    ...wholes.flatMap((each) => linksOfWhole(each, byMeasure)),
    ...sameCounts(cells),
    ...[...byMeasure.values()].flatMap((own) => [...runningLinks(own), ...yearLinks(own)]),
  ];
}

/** A sum over rows holds in each period and year, for the figures that stood together: each one's latest by some revision. */
function linksOfWhole({ whole: total, parts }: Total, byMeasure: Map<string, Cell[]>): Link[] {
  const partOf = (part: string): CellPart => (part === 'denominator' ? 'denominator' : 'numerator');
  const isMeant = (cell: Cell, part: string) => part !== 'value' || cell.form === 'number';
  const key = ({ month, year }: Cell) => `${year !== null}/${month}`;
  const totals = (byMeasure.get(total.code) ?? []).filter((cell) => isMeant(cell, total.part));
  const addends = parts.map(({ code, part }) =>
    grouped(
      (byMeasure.get(code) ?? []).filter((cell) => isMeant(cell, part)),
      key,
    ),
  );
  return [...grouped(totals, key)].flatMap(([place, own]) => {
    const others = addends.map((addend) => addend.get(place) ?? []);
    const revisions = new Set([own, ...others].flat().map(({ revision }) => revision));
    const links = [...revisions].flatMap((revision) => {
      const standing = (candidates: Cell[]) =>
        candidates
          .filter((cell) => cell.revision <= revision)
          .reduce<Cell | null>((best, cell) => (best && best.revision > cell.revision ? best : cell), null);
      const [sum, ...addendCells] = [own, ...others].map(standing);
      if (!sum || addendCells.some((cell) => !cell)) return [];
      const terms = addendCells.map((cell, at) => term(cell as Cell, partOf(parts[at]?.part ?? 'value'), 1));
      return link([...terms, term(sum, partOf(total.part), -1)], 0, 0);
    });
    return links.filter((one, at) => links.findIndex((other) => isSameLink(one, other)) === at);
  });
}

const isSameLink = (one: Link, other: Link): boolean =>
  one.terms.every(({ cell }, at) => cell === other.terms[at]?.cell);

/** The same words over the same months with the same number are the same count, in whichever row. */
function sameCounts(cells: Cell[]): Link[] {
  const shared = sharedLabels(new Set(cells.map(({ measure }) => measure)));
  const labelled = cells
    .filter(({ isLatest, year }) => isLatest && year === null)
    .flatMap((cell) => {
      const { numeratorLabel, denominatorLabel } = cell.measure;
      const parts: [CellPart, string | null][] = [
        ['numerator', cell.form === 'number' ? null : numeratorLabel],
        ['denominator', denominatorLabel],
      ];
      return parts.flatMap(([part, label]) =>
        label && shared.has(label) && cell[part] !== null
          ? [{ cell, part, key: `${label}/${cell.span}/${cell[part]}` }]
          : [],
      );
    });
  return [...grouped(labelled, ({ key }) => key).values()].flatMap((group) =>
    group.slice(1).flatMap(({ cell, part }, at) => {
      const before = group[at] as { cell: Cell; part: CellPart };
      return before.cell.measure === cell.measure
        ? []
        : link([term(cell, part, 1), term(before.cell, before.part, -1)], 0, 0);
    }),
  );
}

/** The words that more than one measure counts by. */
function sharedLabels(measures: Set<Cell['measure']>): Set<string> {
  const once = new Set<string>();
  const shared = new Set<string>();
  for (const { numeratorLabel, denominatorLabel } of measures)
    for (const label of new Set([numeratorLabel, denominatorLabel])) {
      if (label === null) continue;
      if (once.has(label)) shared.add(label);
      once.add(label);
    }
  return shared;
}

/** The latest readings of a measure, from the oldest to the newest. */
export const latestReadings = (own: Cell[]): Cell[] =>
  own.filter(({ isLatest, year }) => isLatest && year === null).sort((one, other) => one.month - other.month);

/** Whether two figures of a measure count from the same day, so that one contains the other. */
export const isSameRun = (one: Cell, other: Cell): boolean => {
  const { window } = one.measure;
  return window === 'since' || (window === 'ytd' && one.span[0] === other.span[0]);
};

/** What is counted from a day on never becomes fewer. */
function runningLinks(own: Cell[]): Link[] {
  const most = Number.POSITIVE_INFINITY;
  return latestReadings(own).flatMap((cell, at, all) => {
    const before = all[at - 1];
    if (!before || !isSameRun(before, cell)) return [];
    const numerators = [term(cell, 'numerator', 1), term(before, 'numerator', -1)];
    const denominators = [term(cell, 'denominator', 1), term(before, 'denominator', -1)];
    const rest = [...denominators, term(cell, 'numerator', -1), term(before, 'numerator', 1)];
    return [
      ...(cell.form === 'average' ? [] : link(numerators, 0, most)),
      ...link(denominators, 0, most),
      ...(cell.form === 'proportion' ? link(rest, 0, most) : []),
    ];
  });
}

/** A finished year is its last figure, or what its periods give together. */
function yearLinks(own: Cell[]): Link[] {
  const readings = latestReadings(own);
  return own.flatMap((outturn) => {
    if (outturn.year === null) return [];
    const { measure } = outturn;
    const inYear = readings.filter(({ month }) => yearOf(month, measure) === outturn.month);
    const last = lastOfYear(outturn, inYear);
    if (last)
      return last.form === 'number' ? link([term(outturn, 'numerator', 1), term(last, 'numerator', -1)], 0, 0) : [];
    if (measure.window !== 'single' || inYear.length !== 12 / monthsIn[measure.frequency]) return [];
    if (outturn.form === 'number')
      return measure.periodsAddUp
        ? link([...inYear.map((cell) => term(cell, 'numerator', 1)), term(outturn, 'numerator', -1)], 0, 0)
        : [];
    return pooled(outturn, inYear);
  });
}

/** The reading that a year's final figure repeats: its last one, unless single periods make the year. */
export function lastOfYear(outturn: Cell, inYear: Cell[]): Cell | null {
  const { measure, month } = outturn;
  if (measure.window === 'single' && measure.frequency !== 'annual') return null;
  const last = inYear.at(-1);
  return last && last.month + monthsIn[measure.frequency] === month + 12 ? last : null;
}

/** A year's value is its numerators over its denominators, within its rounding. */
function pooled(outturn: Cell, inYear: Cell[]): Link[] {
  const { measure } = outturn;
  const value = valueAt(outturn, measure.decimals);
  if (value === null || measure.scale === null) return [];
  const factor = 2 * measure.scale * 10 ** measure.decimals;
  const ends = (edge: number) =>
    inYear.flatMap((cell) => [term(cell, 'numerator', factor), term(cell, 'denominator', -(2 * value + edge))]);
  const most = Number.POSITIVE_INFINITY;
  const [atLeast, below] = [link(ends(-1), 0, most, outturn), link(ends(1), Number.NEGATIVE_INFINITY, -1, outturn)];
  return atLeast.length + below.length === 2 ? [...atLeast, ...below] : [];
}
