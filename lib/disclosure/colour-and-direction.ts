import { grouped } from '@/lib/collection/grouped';
import { colourBandsOf } from '@/lib/target/colour';
import { polarityBy } from '@/lib/target/direction-of-travel';
import type { Target } from '@/lib/target/target';
import { monthsIn } from '@/lib/time/period';
import { roundedAt, valueAt } from './rounded';
import { type Cell, yearOf } from './weighed-figure';

const tiny = 1e-9;

type ColourBand = { low: string | null; high: string | null };

const away = (value: number, { low, high }: ColourBand): number => {
  if (low !== null && value < Number(low) - tiny) return Number(low) - value;
  return high !== null && value > Number(high) + tiny ? value - Number(high) : 0;
};

/** A value as it is compared: as shown at the measure's decimals, or as stored. */
function comparedAt({ measure }: Cell, numerator: number, denominator: number | null): number {
  if (measure.compareAs === 'stored')
    return (numerator * (denominator ? (measure.scale ?? 1) : 1)) / (denominator ?? 1);
  return roundedAt({ measure }, numerator, denominator, measure.decimals) / 10 ** measure.decimals;
}

/** The colour of a value by a target; '' where there is none. */
export function colourAt(value: number, target: Target | null): string {
  const bands = target && colourBandsOf(target);
  if (!bands) return '';
  if (away(value, bands.green) === 0) return 'green';
  return bands.amber && away(value, bands.amber) === 0 ? 'amber' : 'red';
}

/** The colour that a figure would have with other parts; '' where it has none. */
export const colourWith = (cell: Cell, numerator: number, denominator: number | null): string =>
  cell.measure.polarity === 'none'
    ? ''
    : colourAt(comparedAt(cell, numerator, denominator), cell.reading?.target ?? null);

/** Which way one value is from another as a page says it: -1, 0 or 1. */
function direction(cell: Cell, now: number, then: number): number {
  const band = Number(cell.measure.noChangeBand ?? '0') + tiny;
  const target = cell.reading?.target ?? null;
  const green = target && colourBandsOf(target)?.green;
  const isNearest = polarityBy(cell.measure.polarity, target) === 'nearest' && green;
  const moved = isNearest ? away(now, green) - away(then, green) : now - then;
  return Math.abs(moved) <= band ? 0 : Math.sign(moved);
}

/** The value of a figure as it is compared with others; null where it has none. */
export function comparedValue(cell: Cell): number | null {
  const { form, numerator, denominator, measure } = cell;
  if (form !== 'number' && form !== 'bare' && numerator !== null) return comparedAt(cell, numerator, denominator);
  if (cell.value === null || measure.compareAs === 'stored') return cell.value;
  return (valueAt(cell, measure.decimals) as number) / 10 ** measure.decimals;
}

/** The direction of travel that a figure would have with other parts, against a shown figure. */
export const directionWith = (cell: Cell, numerator: number, denominator: number | null, then: Cell): number =>
  direction(cell, comparedAt(cell, numerator, denominator), comparedValue(then) ?? 0);

/** The direction of a shown figure against an earlier one that has other parts than its own. */
export const directionAgainst = (cell: Cell, then: Cell, numerator: number, denominator: number | null): number =>
  direction(cell, comparedValue(cell) ?? 0, comparedAt(then, numerator, denominator));

/**
 * What every figure may be compared with on some day, by the figure's place in the service: the latest form of each, and where
 * `isEver` what it was compared with before that was corrected.
 */
export function comparedCells(cells: Cell[], isEver: boolean): Cell[][] {
  const key = ({ measure }: Cell, month: number, isYear: boolean) => `${measure.code}/${isYear}/${month}`;
  const byPlace = grouped(
    cells.filter(({ isLatest }) => isEver || isLatest),
    (cell) => key(cell, cell.month, cell.year !== null),
  );
  return cells.map((cell) => {
    if (cell.year !== null || cell.value === null) return [];
    const { measure, month } = cell;
    const year = yearOf(month, measure);
    const places: [number, boolean][] = {
      previous_year: [
        [year - 12, true],
        [year, true],
      ] as [number, boolean][],
      previous_period: [[month - monthsIn[measure.frequency], false]] as [number, boolean][],
      same_period_last_year: [[month - 12, false]] as [number, boolean][],
    }[measure.comparator];
    if (measure.comparator === 'previous_year' && measure.frequency === 'annual') places.push([month - 12, false]);
    return places.flatMap(([at, isYear]) => byPlace.get(key(cell, at, isYear)) ?? []);
  });
}
