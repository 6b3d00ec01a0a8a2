import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountedMeasure, HiddenMeasure, Total } from '@/lib/disclosure/counted-measure';
import { hiddenOf } from '@/lib/disclosure/what-is-hidden';
import { hiddenAndLeast } from '../../support/disclosure/least-hidden';
import { keyOf, partsOf, publicView } from '../../support/disclosure/public-view';
import { countedMeasure, type Service } from '../../support/disclosure/random-service';
import { sharesOfTotal } from '../../support/disclosure/shares-of-total';
import { possibleNumbers } from '../../support/disclosure/solver';

const counts = { unit: 'number', scale: null, numeratorLabel: null, denominatorLabel: null } as const;
const rowOf = (code: string, value: number) => countedMeasure(code, counts, [{ value: String(value) }]);
const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
const wholeOf = (code: string, parts: string[]): Total => ({
  whole: { code, part: 'value' },
  parts: parts.map((part) => ({ code: part, part: 'value' })),
});

const small = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 60 }));

/** Up to eleven rows and their total. */
const flat = fc.array(small, { minLength: 2, maxLength: 11 }).map((values): Service => {
  const rows = values.map((value, at) => rowOf(`r${at}`, value));
  return {
    service: [rowOf('all', sum(values)), ...rows],
    wholes: [
      wholeOf(
        'all',
        rows.map(({ code }) => code),
      ),
    ],
  };
});

/** Two by two or two by three rows with totals across, down, and of all: at most twelve. */
const grid = fc
  .integer({ min: 2, max: 3 })
  .chain((width) => fc.array(fc.array(small, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 2 }))
  .map(gridOf);

/** Rows of counts with their totals across, down, and of all. */
function gridOf(lines: number[][]): Service {
  const columns = (lines[0] as number[]).map((_, at) => lines.map((line) => line[at] as number));
  const code = (line: number, column: number) => `c${line}${column}`;
  const cells = lines.flatMap((line, at) => line.map((value, column) => rowOf(code(at, column), value)));
  const across = lines.map((line, at) => rowOf(`across${at}`, sum(line)));
  const down = columns.map((column, at) => rowOf(`down${at}`, sum(column)));
  return {
    service: [rowOf('all', sum(lines.flat())), ...across, ...down, ...cells],
    wholes: [
      ...lines.map((line, at) =>
        wholeOf(
          `across${at}`,
          line.map((_, column) => code(at, column)),
        ),
      ),
      ...columns.map((column, at) =>
        wholeOf(
          `down${at}`,
          column.map((_, line) => code(line, at)),
        ),
      ),
      wholeOf(
        'all',
        across.map((row) => row.code),
      ),
    ],
  };
}

const countOf = (row: CountedMeasure) => Number(row.readings[0]?.value);
const isSmall = (row: CountedMeasure) => countOf(row) >= 1 && countOf(row) <= 5;

/** A service with these rows hidden, and nothing else. */
function hiding({ service }: Service, codes: Set<string>): HiddenMeasure[] {
  return service.map((row): HiddenMeasure => {
    const because = isSmall(row) ? 'small' : 'other';
    const signs = { hidesColour: true, hidesTravel: true, hidesSignal: true, why: '' };
    const reading = {
      start: '2018-04-01',
      revision: 0,
      parts: ['value' as const],
      decimals: null,
      because,
      ...signs,
    } as const;
    const readings = codes.has(row.code) ? [{ ...reading, parts: [...reading.parts] }] : [];
    return { code: row.code, readings, outturns: [], alreadyTold: [] };
  });
}

function isSafe(whole: Service, codes: Set<string>): boolean {
  const view = publicView(whole.service, whole.wholes, hiding(whole, codes));
  const truth = new Map(
    whole.service.flatMap((row) => row.readings.map((reading) => [keyOf(row, reading), partsOf(row, reading)])),
  );
  return [...codes].every(
    (code) => possibleNumbers(view, `${code}/2018-04-01/0`, 'numerator', { limit: 800, truth }).length >= 2,
  );
}

/** Every choice of some things out of a list. */
function* choices<Thing>(things: Thing[], size: number): Generator<Thing[]> {
  if (size === 0) yield [];
  for (const [at, thing] of things.entries())
    if (size > 0) for (const rest of choices(things.slice(at + 1), size - 1)) yield [thing, ...rest];
}

/** The fewest rows that could be hidden, by trying every choice. */
function fewest(whole: Service): number {
  const own = whole.service.filter(isSmall).map(({ code }) => code);
  if (own.length === 0) return 0;
  const others = whole.service.filter((row) => !isSmall(row)).map(({ code }) => code);
  for (let size = 0; size <= others.length; size += 1)
    for (const more of choices(others, size)) if (isSafe(whole, new Set([...own, ...more]))) return own.length + size;
  throw new Error('Nothing that could be hidden is enough.');
}

const rowsHidden = (whole: Service): Set<string> => {
  const measures = hiddenOf(whole.service, whole.wholes);
  return new Set(
    measures.filter(({ readings }) => readings.some(({ parts }) => parts.length > 0)).map((row) => row.code),
  );
};

test('a total of totals, three sums away from a hidden count that it gives away, is hidden where nothing nearer helps', () => {
  const whole = gridOf([
    [0, 1],
    [6, 4],
  ]);
  const rows = rowsHidden(whole);
  expect([...rows]).toEqual(['all', 'across0', 'across1', 'down1', 'c01', 'c11']);
  expect(isSafe(whole, rows)).toBe(true);
});

test('less than 5% of what is hidden in services of up to 12 rows could have been shown', () => {
  let hidden = 0;
  let least = 0;
  fc.assert(
    fc.property(fc.oneof(flat, grid), (whole) => {
      const rows = rowsHidden(whole);
      hidden += rows.size;
      least += fewest(whole);
      expect(isSafe(whole, rows)).toBe(true);
    }),
    { numRuns: 60 },
  );
  const share = ((hidden - least) / least) * 100;
  console.log(`Hidden in services of up to 12 rows: ${hidden}, at best ${least}, ${share.toFixed(1)}% in vain`);
  expect(share).toBeLessThan(5);
});

test.each(['people', 'mix', 'shares'] as const)(
  'so of shares with their percentages that add up by their %s',
  (kind) => {
    const sum = { hidden: 0, least: 0, alone: 0 };
    fc.assert(
      fc.property(sharesOfTotal(kind, 12), (whole) => {
        const { hidden, least, alone, isSafe: isKept } = hiddenAndLeast(whole);
        expect(isKept).toBe(true);
        sum.hidden += hidden;
        sum.least += least;
        sum.alone += alone;
      }),
      { numRuns: 25 },
    );
    const share = ((sum.hidden - sum.least) / (sum.alone + sum.least)) * 100;
    console.log(
      `Shares that add up by their ${kind}: ${sum.hidden} hidden besides ${sum.alone} of their own, at best ${sum.least}, ${share.toFixed(1)}% in vain`,
    );
    expect(share).toBeLessThan(5);
  },
);
