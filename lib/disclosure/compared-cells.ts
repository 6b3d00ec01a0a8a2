import { monthsIn } from '@/lib/time/period';
import { type Cell, yearOf } from './cell';
import { grouped } from './grouped';

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
