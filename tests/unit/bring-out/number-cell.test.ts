import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberCell } from '@/lib/bring-out/number-cell';
import { Exact } from '@/lib/figure/decimal';
import { readWorkbook } from '@/lib/workbook/workbook-reading';
import { writeWorkbook } from '@/lib/workbook/workbook-writing';

test.each([
  ['-12.5', -12.5],
  ['1.50', 1.5],
  ['0', 0],
  ['-0', '0'],
  ['0.1', 0.1],
  ['123456789012345', 123456789012345],
  ['1234567890123456', '1234567890123456'],
  ['0.30000000000000004', '0.30000000000000004'],
  ['9'.repeat(400), '9'.repeat(400)],
])('%s is %s in a cell', (decimal, cell) => expect(numberCell(decimal)).toBe(cell));

test('nothing is an empty cell', () => expect(numberCell(null)).toBeNull());

const decimal = fc
  .tuple(fc.boolean(), fc.stringMatching(/^\d{1,24}$/), fc.stringMatching(/^\d{0,24}$/))
  .map(([below, whole, rest]) => `${below ? '-' : ''}${whole}${rest ? `.${rest}` : ''}`);

test('any decimal comes out of a workbook as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(decimal, { minLength: 1, maxLength: 20 }), async (decimals) => {
      const rows = [['Figure'], ...decimals.map((each) => [numberCell(each)])];
      const read = await readWorkbook(await writeWorkbook([{ name: 'Readings', rows }]), 'out.xlsx');
      if (!('workbook' in read)) throw new Error(read.refused);
      const values = read.workbook.sheets[0]?.rows.slice(1).map(({ cells }) => cells[0]?.value ?? '') ?? [];
      expect(values.map((value) => new Exact(value).toFixed())).toEqual(
        decimals.map((each) => (new Exact(each).abs().isZero() ? '0' : new Exact(each).toFixed())),
      );
    }),
    { numRuns: 40 },
  );
});
