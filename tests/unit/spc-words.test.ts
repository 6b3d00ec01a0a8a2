import { describe, expect, test } from 'vitest';
import { frequencies, windows } from '@/lib/period';
import { analyse, assurances, type Settings, variations } from '@/lib/spc';
import { assuranceMark, assuranceSentence, signalSentence, variationMark, windowRefusal } from '@/lib/spc-words';
import { ask, series, steady } from '../support/spc-series';

const say = (text: string, settings: Partial<Settings> = {}) => signalSentence(ask(text, settings), 'monthly');
const high = '44 48 45 47 44 48 46 56 52 55 53 56 52 54';
const low = series(high).toReversed().join(' ');
const rising = '50 47 53 48 52 50 47 48 49 50 51 52 53';
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
    [
      '43 49 44 48 45 47 46 57 56 55 54 53 52 51',
      {},
      'Seven months above average: a real improvement, though falling over seven months.',
    ],
    [
      '43 49 44 48 45 47 46 57 56 55 54 53 52 51',
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
      `${Array.from({ length: count }, (_, i) => 48 - (i % 2) * 5).join(' ')} ${Array.from({ length: count }, (_, i) => 52 + (i % 2) * 5).join(' ')}`;
    expect(say(run(12))).toBe('Twelve months above average: a real improvement.');
    expect(say(run(13))).toBe('13 months above average: a real improvement.');
  });

  test('a tie ends a rise, so two rises are not told as one', () => {
    const analysis = ask('1 2 3 4 5 6 7 7 8 9 10 11 12 13');
    expect(analysis.points[13]?.signals).toContainEqual({ rule: 'trend', way: 'up', length: 7 });
    expect(signalSentence(analysis, 'monthly')).toMatch(/rising over seven months/);
  });

  test('the periods have the name of the frequency', () =>
    expect(frequencies.map((frequency) => signalSentence(ask(high), frequency))).toEqual([
      'Seven months above average: a real improvement.',
      'Seven quarters above average: a real improvement.',
      'Seven terms above average: a real improvement.',
      'Seven half-years above average: a real improvement.',
      'Seven years above average: a real improvement.',
    ]));

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
