import { settledFigure, settledTarget } from '@/lib/bring-in/understanding/cell/cell-meaning';
import { placeOf, textOf } from '@/lib/bring-in/understanding/cell/grid';
import { periodOf, type YearWord } from '@/lib/bring-in/understanding/cell/period-words';
import { unitInTitle } from '@/lib/bring-in/understanding/cell/word-meanings';
import type { Unit } from '@/lib/measure/measure';
import { addMonths } from '@/lib/time/day';
import type { Frequency, Period } from '@/lib/time/period';
import type { Row } from '@/lib/workbook/workbook';
import { outturnYear, targetStart } from './column-year';
import type { SheetColumn } from './columns-of-sheet';
import type { MeasureRead, OutturnRead, ReadingRead, TargetRead } from './row-read';
import { rowKindIn } from './settled-roles';
import type { SheetFrame } from './sheet-frame';
import { withParts } from './two-numbers';

type Figures = Pick<MeasureRead, 'readings' | 'targets' | 'outturns' | 'unitHints' | 'decimals' | 'awaited'>;

/** The readings, targets and outturns of a row; `period` is that of figures whose column names none. */
export function figuresOfRow(
  frame: SheetFrame,
  row: Row,
  period: Period | null | 'open',
  year: YearWord | null,
): Figures {
  const readings: ReadingRead[] = [];
  const targets: TargetRead[] = [];
  const outturns: OutturnRead[] = [];
  const unitHints: Unit[] = [];
  let decimals = 0;
  let awaited: Frequency | null = null;
  const { asking } = frame.reading;
  const seen = (unit: Unit | null, digits: number, { heading }: SheetColumn) => {
    const hint = unit ?? unitInTitle(heading);
    if (hint && !unitHints.includes(hint)) unitHints.push(hint);
    decimals = Math.max(decimals, digits);
  };
  const kindColumn = frame.byRole.get('row_kind')?.[0];
  const kind = kindColumn ? rowKindIn(textOf(row.cells[kindColumn.column])) : 'reading';
  for (const column of frame.columns) {
    const cell = row.cells[column.column];
    if (textOf(cell) === '') continue;
    const place = placeOf(frame.name, row.number, column.column);
    const isTarget = column.role === 'target' || (column.role === 'reading' && kind === 'target');
    if (kind === null && ['reading', 'target', 'outturn'].includes(column.role))
      asking.leaveOut(place, 'a row that has neither figures nor targets');
    else if (isTarget) {
      const read = settledTarget(cell, place, frame.reading);
      if (!read) continue;
      if (!('malformed' in read)) seen(read.unit, read.decimals, column);
      targets.push({
        from: targetStart(frame, column, period === 'open' ? null : period),
        cell: read,
        amber: null,
        place,
      });
    } else if (column.role === 'reading' || column.role === 'year_before') {
      const found = periodIn(column, period, year);
      const its = column.role === 'year_before' ? yearBefore(found) : found;
      if (its === 'open') {
        awaited = column.word?.frequency ?? 'monthly';
        asking.leaveOut(place, 'a figure whose period is not settled yet');
        continue;
      }
      if (its === null) {
        asking.leaveOut(place, 'a figure whose period is not known');
        continue;
      }
      const settled = settledFigure(cell, place, frame.reading);
      if (!settled) continue;
      if (settled.read) seen(settled.read.unit, settled.read.decimals, column);
      const fields: ReadingRead['fields'] = { figure: { value: settled.figure, place } };
      if (settled.mark) fields.mark = { value: settled.mark, place };
      readings.push({ period: its, fields, inFull: settled.read?.inFull === true, place });
    } else if (column.role === 'outturn') {
      const settled = settledFigure(cell, place, frame.reading);
      if (!settled) continue;
      if (settled.figure === '') {
        asking.leaveOut(place, 'no figure, so that there is no outturn');
        continue;
      }
      if (settled.read) seen(settled.read.unit, settled.read.decimals, column);
      const { figure, mark, read } = settled;
      outturns.push({ year: outturnYear(frame, column), figure, mark, inFull: read?.inFull === true, place });
    }
  }
  withAmber(frame, row, targets);
  withParts(frame, row, readings, period);
  return { readings, targets, outturns, unitHints, decimals, awaited };
}

/** The period of a figure: that of its column, in the year of its row where the row names one, or that of its row. */
function periodIn(
  { word, year: above, period, heading }: SheetColumn,
  ofRow: Period | null | 'open',
  year: YearWord | null,
): Period | null | 'open' {
  // A day whose heading shows its month alone has a year that nobody sees.
  if (word && !above && year && !/\d/.test(heading)) return periodOf({ ...word, year: null }, year);
  return period ?? (word ? 'open' : ofRow);
}

/** The same period a year before. */
const yearBefore = (period: Period | null | 'open'): Period | null | 'open' =>
  period === null || period === 'open' ? period : { ...period, start: addMonths(period.start, -12) };

function withAmber(frame: SheetFrame, row: Row, targets: TargetRead[]): void {
  const column = frame.byRole.get('amber')?.[0];
  const cell = column && row.cells[column.column];
  if (!column || textOf(cell) === '') return;
  const place = placeOf(frame.name, row.number, column.column);
  const settled = settledFigure(cell, place, frame.reading);
  const target = targets.at(-1);
  if (!settled || settled.figure === '') return;
  if (target) target.amber = { value: settled.figure, place };
  else frame.reading.asking.leaveOut(place, 'an amber figure without a target');
}
