import { periodField } from '@/lib/bring-in/understanding/cell/period-words';
import { councilYear, yearLabel } from '@/lib/time/council-year';
import { type Period, yearStart } from '@/lib/time/period';
import type { SheetColumn } from './columns-of-sheet';
import type { SheetFrame } from './sheet-frame';

/** The month from which a target holds: its own, that of its year, that of its row, or that of the sheet's year. */
export function targetStart(
  { year: ofSheet, columns, context }: SheetFrame,
  { period, year, word }: SheetColumn,
  ofRow: Period | null,
): string {
  if (period) return periodField(period);
  if (!year && ofRow) return periodField(ofRow);
  const named = year ?? (word ? null : ofSheet);
  if (named) return `${named.from === 'april' ? 'April' : 'January'} ${named.start}`;
  const first = columns
    .flatMap((each) => (each.role === 'reading' && each.period ? [each.period.start] : []))
    .sort()[0];
  return `April ${yearStart(first ?? context.today, 4).slice(0, 4)}`;
}

/** The year that an outturn is of: its own, the one before the sheet's, or the latest that is over. */
export function outturnYear({ year: ofSheet, context }: SheetFrame, { year, period }: SheetColumn): string {
  if (year) return year.from === 'april' ? yearLabel(year.start) : String(year.start);
  if (period) return councilYear(period.start).label;
  return yearLabel((ofSheet?.start ?? councilYear(context.today).start) - 1);
}
