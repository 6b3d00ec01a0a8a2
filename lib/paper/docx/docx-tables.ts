import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Line, Table as PaperTable } from '@/lib/paper/paper';
import { paragraphOf } from './docx-text';

/** The width between the margins, in twentieths of a point: A4 less 14 mm on both sides. */
export const textWidth = 10_318;

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const hair = { style: BorderStyle.SINGLE, size: 4, color: 'B9B5AA' };
const ink = { style: BorderStyle.SINGLE, size: 8, color: '0B0C0C' };

/** A table whose head repeats on each page; a row stays on one page. */
export function tableOf({ columns, rows }: PaperTable): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((textWidth * share) / shares));
  const cell = (lines: Line[], index: number, head: boolean) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 0, right: 120 },
      borders: { bottom: head ? ink : hair },
      children: lines.map((line) =>
        paragraphOf(line, { style: head ? 'TableHead' : 'TableText', align: columns[index]?.align }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: none, bottom: none, left: none, right: none, insideVertical: none, insideHorizontal: none },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }, index) => cell([[{ text: head }]], index, true)),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({ cantSplit: !isLong(cells), children: cells.map((lines, index) => cell(lines, index, false)) }),
      ),
    ],
  });
}

/** Whether a row would leave half a page empty if it had to stay together. */
const isLong = (cells: Line[][]): boolean =>
  cells.some((lines) => lines.flat().reduce((sum, { text }) => sum + text.length, 0) > 900);
