import { describe, expect, test } from 'vitest';
import { cellKey, columnsShown, type RowUse, rowsShown, sheetView } from '@/lib/bring-in/sheet-view';

type Source = Parameters<typeof sheetView>[0];
const row = (number: number, cells: string[], use: RowUse = 'data', hidden = false) => ({ number, use, cells, hidden });
const sheet = (rows: Source['rows'], hiddenColumns: string[] = []): Source => ({
  name: 'Scorecard',
  rows,
  rowCount: rows.at(-1)?.number ?? 0,
  hiddenColumns,
});
const view = (from: Source, more: Partial<Parameters<typeof sheetView>[1]> = {}) =>
  sheetView(from, { standings: new Map(), page: 1, ...more });

describe('a sheet beside what was understood', () => {
  test('a title reaches over the empty cells beside it, a figure and a row of data do not', () => {
    const shown = view(
      sheet([
        row(1, ['Scorecard 2018/19'], 'left_out'),
        row(3, ['Ref', '', 'Jun'], 'heading'),
        row(5, ['C2', '', '81']),
      ]),
    );
    expect(shown.rows.map(({ cells }) => cells.map(({ across }) => across))).toEqual([[3], [2, 1], [1, 1, 1]]);
    expect(shown.letters.map(({ letters }) => letters)).toEqual(['A', 'B', 'C']);
    expect(shown.rows[0]?.cells[0]?.standing).toBe('left_out');
  });

  test.each(['81', '81%', '1,200', '£1.5', '-3', '55 (p)', '55p', '(12)', '0.19'])('%s stands at the right', (text) => {
    expect(view(sheet([row(1, [text])])).rows[0]?.cells[0]?.isNumber).toBe(true);
  });
  test.each(['C2', 'n/k', '17/18', 'Apr', '5O9', '2018/19', ''])('“%s” stands at the left', (text) => {
    expect(view(sheet([row(1, [text])])).rows[0]?.cells[0]?.isNumber).toBe(false);
  });

  test('a cell stands as it was judged, whatever its row does', () => {
    const { rows } = view(sheet([row(7, ['C4', '5O9'])]), {
      standings: new Map([[cellKey(7, 'B'), 'refused' as const]]),
    });
    expect(rows[0]?.cells.map(({ standing }) => standing)).toEqual(['plain', 'refused']);
  });

  test('what is hidden in the sheet is shown, and says so', () => {
    const { letters, rows } = view(sheet([row(2, ['a', 'b'], 'data', true)], ['B']));
    expect([letters.map(({ isHidden }) => isHidden), rows[0]?.isHidden]).toEqual([[false, true], true]);
  });

  test('a long sheet comes in pages by the numbers of its own rows, and a page that is not there is the nearest', () => {
    const long = sheet(Array.from({ length: rowsShown + 2 }, (_, index) => row(index * 2 + 1, ['x'])));
    expect(view(long)).toMatchObject({ first: 1, last: 79, all: 83, page: 1, pages: 2 });
    expect(view(long, { page: 9 })).toMatchObject({ first: 81, last: 83, page: 2 });
    expect(view(long, { page: -1 }).page).toBe(1);
    expect(view(sheet([]))).toMatchObject({ first: 0, last: 0, all: 0, pages: 1, rows: [] });
  });

  test('of a very wide sheet as many columns are shown as can be looked at, and the others are counted', () => {
    const wide = sheet([
      row(
        1,
        Array.from({ length: columnsShown + 5 }, () => '1'),
      ),
    ]);
    expect([view(wide).letters.length, view(wide).columnsBeyond]).toEqual([columnsShown, 5]);
  });
});
