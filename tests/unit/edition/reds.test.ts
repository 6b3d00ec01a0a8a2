import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FrozenRow } from '@/lib/edition/edition';
import { formerReds, type Outcome, outcomes, redsSentence, yearBefore } from '@/lib/edition/reds';
import { lastRequiredStart, retirementSentence } from '@/lib/series/retirement';
import type { Colour } from '@/lib/target/target';

const row = (number: number, colour: Colour | null): FrozenRow =>
  ({
    number,
    code: `bus-${number}`,
    title: `Buses ${number}`,
    current: { text: `${number}%`, why: null, marks: [] },
    period: { label: 'Jul 2026', range: '1 to 31 July 2026', start: '2026-07-01' },
    rag: { colour, sentence: `Because of ${number}.` },
  }) as unknown as FrozenRow;
const decision = { retiredOn: '2026-03-31', reason: 'It ended.', decidedBy: 'Cabinet', decidedOn: '2026-03-10' };
const of = (counts: Partial<Record<Outcome, number>>) =>
  outcomes.flatMap((outcome) => Array.from({ length: counts[outcome] ?? 0 }, () => ({ outcome })));

test.each([
  ['2018-08-17', '2017-08-17'],
  ['2020-02-29', '2019-02-28'],
  ['2021-02-28', '2020-02-28'],
])('a year before %s is %s', (day, before) => {
  expect(yearBefore(day)).toBe(before);
});

describe('what became of the Reds, in a sentence', () => {
  test.each([
    [{ green: 3, red: 4, retired: 1 }, 'Of 8 that were Red a year ago: 3 are Green, 4 still Red, 1 was retired.'],
    [{ green: 1, red: 4, none: 2 }, 'Of 7 that were Red a year ago: 1 is Green, 4 are still Red, 2 have no colour.'],
    [
      { green: 2, amber: 2, none: 1, retired: 2, gone: 1 },
      'Of 8 that were Red a year ago: 2 are Green, 2 Amber, 1 has no colour, 2 were retired, 1 is no longer on the scorecard.',
    ],
    [{ red: 2 }, 'Of 2 that were Red a year ago: 2 are still Red.'],
    [{ red: 1 }, 'The one measure that was Red a year ago is still Red.'],
    [{ retired: 1 }, 'The one measure that was Red a year ago was retired.'],
    [{}, 'No measure was Red a year ago.'],
  ])('%j', (counts, sentence) => {
    expect(redsSentence(of(counts), 'a year ago')).toBe(sentence);
  });

  test('every count is said once, and they add up', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...outcomes), { minLength: 2, maxLength: 60 }), (all) => {
        const [head = '', tail = ''] = redsSentence(
          all.map((outcome) => ({ outcome })),
          'then',
        ).split(': ');
        expect(head).toBe(`Of ${all.length} that were Red then`);
        const counts = tail.match(/\d+/g)?.map(Number) ?? [];
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
        expect(counts).toHaveLength(new Set(all).size);
      }),
    );
  });
});

test('each Red of then has what became of it, and nothing else is told', () => {
  const colour = fc.constantFrom<Colour | null>('green', 'amber', 'red', null);
  const fate = fc.constantFrom<Colour | null | 'retired' | 'gone'>('green', 'amber', 'red', null, 'retired', 'gone');
  fc.assert(
    fc.property(fc.array(fc.tuple(colour, fate), { maxLength: 20 }), (measures) => {
      const before = measures.map(([was], number) => row(number, was));
      const after = measures.flatMap(([, is], number) => (is === 'retired' || is === 'gone' ? [] : [row(number, is)]));
      const retirements = measures.flatMap(([, is], number) =>
        is === 'retired' ? [{ code: `bus-${number}`, ...decision }] : [],
      );
      const reds = formerReds(before, after, retirements);
      expect(reds.map(({ number, outcome }) => [number, outcome])).toEqual(
        measures.flatMap(([was, is], number) => (was === 'red' ? [[number, is ?? 'none']] : [])),
      );
      for (const { was, is, outcome, sentence, number } of reds) {
        expect(was).toMatchObject({ figure: { text: `${number}%` }, colour: 'red' });
        expect(is === null).toBe(outcome === 'retired' || outcome === 'gone');
        if (is) expect(sentence).toBe(`Because of ${number}.`);
        if (outcome === 'retired') expect(sentence).toBe(retirementSentence(decision));
      }
    }),
  );
});

test('a retirement reads as one sentence with its decision', () => {
  expect(retirementSentence(decision)).toBe(
    'Retired after 31 March 2026: It ended. Decided by Cabinet on 10 March 2026.',
  );
});

test.each([
  ['2026-08-31', 'monthly', '2026-07-01'],
  ['2026-09-01', 'monthly', '2026-08-01'],
  ['2026-09-30', 'quarterly', '2026-04-01'],
  ['2026-10-01', 'quarterly', '2026-07-01'],
  ['2026-03-31', 'annual', '2024-04-01'],
] as const)(
  'of a measure whose last day is %s, %s, the last figure asked for is that from %s',
  (day, frequency, start) => {
    expect(lastRequiredStart(day, { frequency, startMonth: 4 })).toBe(start);
    expect(lastRequiredStart(null, { frequency, startMonth: 4 })).toBeNull();
  },
);
