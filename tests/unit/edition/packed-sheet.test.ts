import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freezeMeasure, type MeasureSheet } from '@/lib/edition/measure-sheet';
import { type KeptSheet, packedSheet, unpackedSheet } from '@/lib/edition/packed-sheet';
import { canonical } from '@/lib/record/canonical';
import { shift } from '@/lib/time/period';
import { recordOf, signed } from '../../support/reference/frozen-measure';

type Frequency = 'monthly' | 'quarterly';
const cut = { asAt: '2018-08-17', comparisonStart: 2017 };
/** The sheet of a measure whose last figures these are, the newest first. */
const sheetOf = (values: (string | null)[], frequency: Frequency = 'monthly', more = {}): MeasureSheet => {
  const last = frequency === 'monthly' ? '2018-07-01' : '2018-04-01';
  const readings = values.map((value, n) => signed(shift({ frequency, start: last }, -n).start, value));
  return freezeMeasure(recordOf({ frequency, readings, ...more }), cut).sheet;
};
/** As it is kept, by way of the database's JSON. */
const stored = (kept: KeptSheet): KeptSheet => JSON.parse(JSON.stringify(kept));
const packed = (sheet: MeasureSheet, base: KeptSheet | null = null) => {
  const kept = packedSheet(sheet, base);
  return { kept: stored(kept), isBase: kept.onBase !== true };
};

describe('a sheet is kept smaller than it is', () => {
  test('and what is had back has the same canonical text, alone or on whatever base, so that its hash holds', () => {
    const figure = fc.option(
      fc.integer({ min: 0, max: 200 }).map((n) => String(n)),
      { freq: 8 },
    );
    const aSheet = fc
      .tuple(
        fc.array(figure, { maxLength: 90 }),
        fc.constantFrom<Frequency>('monthly', 'quarterly'),
        fc.option(fc.constantFrom('2016-04-01', '2017-10-01'), { freq: 2 }),
      )
      .map(([values, frequency, start]) => {
        const rebases = start === null ? [] : [{ start, reason: 'the service moved' }];
        return sheetOf(values, frequency, { rebases });
      });
    fc.assert(
      fc.property(aSheet, aSheet, fc.constantFrom('none', 'packed', 'as it was'), (sheet, earlier, before) => {
        const base = { none: null, packed: packed(earlier).kept, 'as it was': earlier }[before];
        const { kept, isBase } = packed(sheet, base);
        expect(canonical(unpackedSheet(kept, isBase ? null : base))).toBe(canonical(sheet));
      }),
    );
  });

  test('so are signals that differ from one period to the next', () => {
    const sheet = sheetOf(Array.from({ length: 120 }, (_, n) => String(80 + ((n * 13) % 190) / 10)));
    if (sheet.process.refused !== null) throw new Error('refused');
    const { signals, starts } = sheet.process;
    const next = (start: string) => signals[starts[starts.indexOf(start) + 1] ?? ''];
    const differ = starts.filter(
      (start) => signals[start] && next(start) && canonical(signals[start]) !== canonical(next(start)),
    );
    expect(differ.length).toBeGreaterThan(10);
    expect(canonical(unpackedSheet(packed(sheet).kept, null))).toBe(canonical(sheet));
  });

  test('of fifty years of months a fifth alone, and a month later a twentieth of that', () => {
    const figures = Array.from({ length: 601 }, (_, n) => String(600 + ((n * n * 7919) % 397)));
    const [sheet, next] = [sheetOf(figures.slice(1)), sheetOf(figures)];
    const alone = packed(sheet);
    const later = packed(next, alone.kept);
    const size = (kept: KeptSheet) => JSON.stringify(kept).length;
    expect([alone.isBase, later.isBase]).toEqual([true, false]);
    expect(size(alone.kept)).toBeLessThan(size(sheet) / 5);
    expect(size(later.kept)).toBeLessThan(size(alone.kept) / 4);
  });

  test('where a base saves little, the sheet becomes one', () => {
    const base = packed(sheetOf(['80', '81'])).kept;
    const other = sheetOf(Array.from({ length: 120 }, (_, n) => String((n * n * 7919) % 397)));
    expect(packed(other, base).isBase).toBe(true);
  });

  test('a refused chart, no figures, and days that begin no month are had back too', () => {
    const sheet = sheetOf(['80', '81']);
    if (sheet.process.refused !== null) throw new Error('refused');
    const { process } = sheet;
    const odd = { ...sheet, process: { ...process, starts: ['2018-06-15', '2018-07-15'] } };
    const stray = { ...sheet, process: { ...process, signals: { '1999-01-01': [] } } };
    const rolling = sheetOf(['80', '81'], 'monthly', { window: 'rolling12' });
    for (const each of [sheetOf([]), rolling, odd, stray])
      expect(canonical(unpackedSheet(packed(each).kept, null))).toBe(canonical(each));
  });

  test('one from before sheets were packed is itself, and no base', () => {
    const sheet = sheetOf(['80', '81']);
    expect(unpackedSheet(sheet, null)).toBe(sheet);
    expect(packed(sheetOf(['82', '80', '81']), sheet).isBase).toBe(true);
  });

  test('a packed text that is none, or without its base, is an error', () => {
    const base = packed(sheetOf(Array.from({ length: 60 }, (_, n) => String((n * n * 7919) % 397)))).kept;
    const next = packed(sheetOf(Array.from({ length: 61 }, (_, n) => String(((n - 1) ** 2 * 7919) % 397))), base);
    expect(next.isBase).toBe(false);
    expect(() => unpackedSheet(next.kept, null)).toThrow();
    const { packed: text } = next.kept as { packed: string };
    for (const other of ['', '!', text.slice(8), text.slice(0, -8)])
      expect(() => unpackedSheet({ packed: other }, base), other).toThrow();
  });
});
