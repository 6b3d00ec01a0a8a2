import { describe, expect, test } from 'vitest';
import { analyse, assurances, type Settings, variations } from '@/lib/spc/spc';
import { assuranceMark, assuranceSentence, signalSentence, variationMark } from '@/lib/spc/spc-words';
import { windowRefusal } from '@/lib/spc/window-refusal';
import { frequencies, windows } from '@/lib/time/period';
import { ask, falling, high, low, moved, rising, steady } from '../../support/reference/spc-series';

const say = (text: string, settings: Partial<Settings> = {}) => signalSentence(ask(text, settings), 'monthly');
const flat = Array.from({ length: 9 }, () => '0 10').join(' ');

describe('the plain sentence', () => {
  test.each<[string, Partial<Settings>, string]>([
    [steady, {}, 'Within its normal range: this change is not a signal.'],
    [low, { improvement: 'lower' }, 'Seven months below average: a real improvement.'],
    [high, { improvement: 'lower' }, 'Seven months above average: a real cause for concern.'],
    [
      high,
      { improvement: 'none' },
      'Seven months above average: a real change, and neither higher nor lower is better.',
    ],
    [rising, {}, 'Rising over seven months: a real improvement.'],
    [rising, { improvement: 'lower' }, 'Rising over seven months: a real cause for concern.'],
    [falling, {}, 'Seven months above average: a real improvement, though falling over seven months.'],
    [
      falling,
      { improvement: 'none' },
      'Seven months above average and falling over seven months: a real change, and neither higher nor lower is better.',
    ],
    [`${flat} 29 10 29`, {}, 'Two of three months well above average: a real improvement.'],
    [
      `${flat} 40 40 40`,
      { improvement: 'lower' },
      'Above its normal range and three months in a row well above average: a real cause for concern.',
    ],
  ])('%s, %o: %s', (text, settings, sentence) => expect(say(text, settings)).toBe(sentence));

  test('a run is told at its whole length, in words to twelve and in figures beyond', () => {
    const run = (count: number) =>
      `${Array.from({ length: count }, () => '60 40').join(' ')} ${Array.from({ length: count }, (_, i) => 52 + (i % 2) * 5).join(' ')}`;
    expect(say(run(12))).toBe('Twelve months above average: a real improvement.');
    expect(say(run(13))).toBe('13 months above average: a real improvement.');
  });

  test('a tie ends a rise, so two rises are not told as one', () => {
    const analysis = ask(`${Array.from({ length: 8 }, () => '1 13').join(' ')} 1 2 3 4 5 6 7 7 8 9 10 11 12 13`);
    expect(analysis.points.at(-1)?.signals).toContainEqual({ rule: 'trend', way: 'up', length: 7 });
    expect(signalSentence(analysis, 'monthly')).toMatch(/rising over seven months/i);
  });

  test('the periods have the name of the frequency', () =>
    expect(frequencies.map((frequency) => signalSentence(ask(high), frequency))).toEqual([
      'Seven months above average: a real improvement.',
      'Seven quarters above average: a real improvement.',
      'Seven terms above average: a real improvement.',
      'Seven half-years above average: a real improvement.',
      'Seven years above average: a real improvement.',
    ]));

  test('where every figure is a signal, it says that it has moved throughout and concludes nothing', () => {
    for (const improvement of ['higher', 'lower', 'none', 'nearest'] as const)
      expect(say(moved, { improvement })).toBe('Cannot be told: it has moved throughout, so a new baseline may help.');
  });

  test('where few people are counted, it says so and concludes nothing', () => {
    const people = Array.from({ length: 27 }, () => '19');
    expect(say(high, { people })).toBe(
      'Cannot be told: there are too few people for this to tell, fewer than 20 in the usual period.',
    );
    expect(say(high, { people: people.map(() => '20') })).toBe('Seven months above average: a real improvement.');
  });

  test('of a range neither side is better', () =>
    expect(say(high, { improvement: 'nearest' })).toBe(
      'Seven months above average: a real change, and neither higher nor lower is better.',
    ));

  test('without limits it says what is wanting', () => {
    const wants = (here: string) => `Not enough data yet: a normal range needs 13 figures, and there ${here}.`;
    expect(signalSentence(analyse([], { improvement: 'higher' }), 'monthly')).toBe(wants('are none'));
    expect(say('5')).toBe(wants('is only 1'));
    expect(say('5 – 6 –')).toBe(wants('are only 2'));
    expect(say(`${steady} 80 81`, { rebaseAt: [13] })).toBe(wants('are only 2 since the last rebase'));
    expect(say(`${steady} –`, { rebaseAt: [13] })).toBe(wants('are none since the last rebase'));
    expect(say(Array.from({ length: 20 }, (_, i) => i).join(' – '))).toBe(
      'Not enough data yet: no two periods in a row have figures, so how far they normally move is not known.',
    );
  });
});

describe('words and shapes', () => {
  test('every variation has a word and a shape of its own', () => {
    const marks = variations.flatMap((kind) =>
      (['high', 'low', null] as const).map((way) => variationMark({ kind, way })),
    );
    expect(new Set(marks.map(({ word }) => word)).size).toBe(marks.length);
    expect(new Set(marks.map(({ shape }) => shape)).size).toBe(marks.length);
    expect(variationMark({ kind: 'concern', way: 'low' })).toEqual({ word: 'Concern (low)', shape: 'concern_low' });
    expect(variationMark({ kind: 'common_cause', way: null })).toEqual({ word: 'Common cause', shape: 'common_cause' });
  });

  test('every assurance has a word and a shape', () =>
    expect(assurances.map(assuranceMark)).toEqual([
      { word: 'Consistently meets', shape: 'consistently_meets' },
      { word: 'Hit or miss', shape: 'hit_or_miss' },
      { word: 'Consistently misses', shape: 'consistently_misses' },
    ]));

  test.each<[string, Partial<Settings>, RegExp]>([
    [steady, { target: '40' }, /^Consistently meets: the whole normal range meets the target/],
    [steady, { target: '50' }, /^Hit or miss: the target lies inside the normal range/],
    [steady, { target: '60' }, /^Consistently misses: no part of the normal range meets the target/],
    [steady, {}, /^No assurance: no target is set\.$/],
    [steady, { target: '50', improvement: 'none' }, /^No assurance: the measure is watched/],
    [high, { target: '200' }, /^No assurance: it cannot be told while it is changing\.$/],
    [high, { target: '0', improvement: 'lower' }, /^No assurance: it cannot be told while it is changing\.$/],
    [moved, { target: '90' }, /^Cannot be told: it has moved throughout/],
    [steady, { target: '50', improvement: 'nearest' }, /^No assurance: the target has two ends/],
    ['50 51', { target: '50' }, /^Not enough data yet: a normal range needs 13 figures, and there are only 2\.$/],
  ])('%s, %o: %o', (text, settings, sentence) => expect(assuranceSentence(ask(text, settings))).toMatch(sentence));
});

test('windows whose figures overlap are refused with the reason, in one sentence; single periods and snapshots are not', () => {
  expect(windows.filter((window) => windowRefusal(window) !== null)).toEqual(['rolling12', 'ytd', 'since']);
  expect(windowRefusal('rolling12')).toMatch(/the same month counts in several of them/);
  expect(windowRefusal('ytd')).toMatch(/starts again each year/);
  expect(windowRefusal('since')).toMatch(/counts everything since one day/);
  for (const window of windows) expect(windowRefusal(window) ?? 'No process control chart: x.').toMatch(/^No [^.]+\.$/);
});
