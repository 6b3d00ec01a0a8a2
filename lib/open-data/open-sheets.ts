import { numberCell, type OutCell } from '@/lib/bring-out/number-cell';
import { formatDate } from '@/lib/time/period';
import type { WrittenSheet } from '@/lib/workbook/workbook-writing';
import { kindWords, markerNotes } from './kinds-and-markers';
import { type OpenRow, openColumns } from './open-columns';
import type { DataAbout } from './open-file';

const numeric: readonly string[] = ['number', 'count'];

/** The sheets of a workbook: the figures under the names of their columns, and notes on what they are. */
export function openSheets(about: DataAbout, rows: OpenRow[]): WrittenSheet[] {
  const cellOf = (row: OpenRow, { name, kind }: (typeof openColumns)[number]): OutCell =>
    numeric.includes(kind) ? numberCell(row[name] || null) : (row[name] ?? null);
  return [
    {
      name: 'Figures',
      rows: [
        openColumns.map(({ name }) => name),
        ...rows.map((row) => openColumns.map((column) => cellOf(row, column))),
      ],
    },
    { name: 'Notes', rows: notesOf(about), widths: [28, 22, 90] },
  ];
}

function notesOf({ title, description, council, modified }: DataAbout): OutCell[][] {
  return [
    ['Notes', null, null],
    ['What', null, title],
    ['In a sentence', null, description],
    ['Publisher', null, council.name],
    ['Area code', null, council.areaCode],
    ['Licence', null, council.licence],
    ['Last changed', null, formatDate(modified)],
    ...markerNotes.map(({ marker, meaning }): OutCell[] => ['Marker', marker, meaning]),
    ...openColumns.map(({ name, kind, meaning }): OutCell[] => [name, kindWords[kind], meaning]),
  ];
}
