import { monthsIn } from '@/lib/time/period';
import { type Cell, yearOf } from './cell';

/** What every figure may be compared with on some day, by the figure's place in the service. */
export function comparedCells(cells: Cell[]): Cell[][] {
  const byPlace = new Map<string, Cell>();
  const key = ({ measure }: Cell, month: number, isYear: boolean) => `${measure.code}/${isYear}/${month}`;
  for (const cell of cells) if (cell.isLatest) byPlace.set(key(cell, cell.month, cell.year !== null), cell);
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
