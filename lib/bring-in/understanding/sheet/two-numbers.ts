import { settledFigure } from '@/lib/bring-in/understanding/cell/cell-meaning';
import { placeOf, quoted, textOf } from '@/lib/bring-in/understanding/cell/grid';
import type { Period } from '@/lib/time/period';
import type { Row } from '@/lib/workbook/workbook';
import type { ReadingRead } from './row-read';
import type { SheetFrame } from './sheet-frame';

const twoNumbers = /^(\d[\d,. ]*?)\s?(?:\/|of|out of)\s?(\d[\d,. ]*)$/i;

/** Puts the two numbers that make a figure beside the reading of the row; a row may have them alone. */
export function withParts(frame: SheetFrame, row: Row, readings: ReadingRead[], ofRow: Period | null | 'open'): void {
  const { asking } = frame.reading;
  for (const role of ['first_number', 'second_number', 'both_numbers'] as const)
    for (const column of frame.byRole.get(role) ?? []) {
      const cell = row.cells[column.column];
      const text = textOf(cell);
      if (!cell || text === '') continue;
      const place = placeOf(frame.name, row.number, column.column);
      const [, first = '', second = ''] = twoNumbers.exec(text) ?? [];
      const cells =
        role === 'both_numbers'
          ? ([
              ['first_number', first],
              ['second_number', second],
            ] as const)
          : ([[role, null]] as const);
      if (role === 'both_numbers' && second === '') {
        asking.leaveOut(place, `${quoted(text)} is not two numbers`);
        continue;
      }
      const period = column.period ?? ofRow;
      for (const [field, part] of cells) {
        const its = part === null ? cell : { ...cell, kind: 'text' as const, value: part, text: part };
        const settled = settledFigure(its, place, frame.reading);
        if (!settled || settled.figure === '' || period === 'open') continue;
        if (period === null) {
          asking.leaveOut(place, 'a number whose period is not known');
          continue;
        }
        const reading = readings.find((each) => each.period.start === period.start);
        const value = { value: settled.figure, place };
        if (reading) reading.fields[field] = value;
        else readings.push({ period, fields: { [field]: value }, inFull: false, place });
      }
    }
}
