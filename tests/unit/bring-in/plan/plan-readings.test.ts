import { describe, expect, test } from 'vitest';
import type { ReadingNow } from '@/lib/bring-in/plan/row/council-now';
import {
  ada,
  adam,
  council,
  line,
  lines,
  measureNow,
  olive,
  readingNow,
} from '../../../support/bring-in/planned-council';
import { draft } from '../../../support/council/drafts';
import { wish } from '../../../support/council/wishes';

const june = { measure: 'bus-01', period: 'June 2026', figure: '92.5' };
const withReading = (reading: ReadingNow) =>
  council({ measures: [measureNow({ hasReadings: true, readings: new Map([['2026-06-01', reading]]) })] });

describe('a reading', () => {
  test.each<[string, Record<string, string>, string]>([
    ['becomes a draft', {}, 'create Readings 2: A draft: 92.5%.'],
    ['by its first day', { period: '2026-06-01' }, 'create Readings 2: A draft: 92.5%.'],
    ['by a short month', { period: 'Jun 2026' }, 'create Readings 2: A draft: 92.5%.'],
    ['of two numbers', { figure: '', first_number: '37', second_number: '40' }, 'create Readings 2: A draft: 92.5%.'],
    ['that is provisional', { mark: 'Provisional' }, 'create Readings 2: A draft: 92.5%, provisional.'],
    [
      'that says why there is none',
      { figure: '', mark: 'not collected' },
      'create Readings 2: A draft: not collected.',
    ],
    [
      'in which nothing is written',
      { figure: '' },
      'same Readings 2: Nothing is written there, so that it is left alone.',
    ],
    [
      'of a period to come',
      { period: 'August 2026' },
      'refuse Readings 2 B: This period has not ended yet, so it has no figure to give.',
    ],
    [
      'before the first period',
      { period: 'March 2026' },
      'refuse Readings 2 B: The first figure of this measure is for the period from 1 April 2026.',
    ],
    [
      'of no period',
      { period: 'soon' },
      'refuse Readings 2 B: “soon” is no period that we can read: write it like Apr 2018, 2017/18 or 31/03/2018.',
    ],
    ['of no measure', { measure: 'bus-99' }, 'refuse Readings 2: There is no measure “bus-99”, and no row adds it.'],
    [
      'with words for a figure',
      { figure: 'eighty' },
      'refuse Readings 2 C: “eighty” is in words: write the figure in digits.',
    ],
    [
      'over 100%',
      { figure: '120' },
      'refuse Readings 2 C: “120” is above 100%, and this measure cannot be. Check the figure.',
    ],
    ['whose figure is not that of its numbers', { first_number: '37', second_number: '41' }, 'refuse'],
    [
      'with an unknown mark',
      { mark: 'perhaps' },
      'refuse Readings 2 D: “perhaps” is no mark of a figure: write provisional, or why there is none: not available yet, not applicable, not collected, method changed, suppressed at source.',
    ],
  ])('%s', (_, fields, sentence) => {
    const found = line('reading', { ...june, ...fields });
    if (sentence === 'refuse' || /above 100/.test(sentence)) expect(found).toMatch(/^refuse Readings 2/);
    else expect(found).toBe(sentence);
  });

  test('of a quarter is known by its first month, its range and its number in the year', () => {
    const quarterly = council({
      measures: [measureNow({ draft: draft({ code: 'bus-01', frequency: 'quarterly', requiredFrom: '2026-04-01' }) })],
    });
    for (const period of ['Apr 2026', 'April to June 2026', 'Q1 2026/27'])
      expect(line('reading', { ...june, period }, quarterly), period).toBe('create Readings 2: A draft: 92.5%.');
    expect(line('reading', { ...june, period: 'May 2026' }, quarterly)).toMatch(/begins no period of this measure/);
    expect(line('reading', { ...june, period: 'April to May 2026' }, quarterly)).toMatch(
      /is no period of this measure/,
    );
  });

  test('of a measure that is retired comes only until its last day', () => {
    const retired = council({ measures: [measureNow({ retiredOn: '2026-05-31' })] });
    expect(line('reading', june, retired)).toMatch(/This measure is retired after 31 May 2026/);
  });
});

describe('over what is there', () => {
  test('the same figure is left alone, in every state, also where the parts come to it', () => {
    for (const state of ['draft', 'returned', 'submitted', 'approved', 'published'] as const)
      expect(line('reading', june, withReading(readingNow(state, { value: '92.5' }))), state).toMatch(/^same/);
    expect(line('reading', june, withReading(readingNow('draft', { numerator: '37', denominator: '40' })))).toMatch(
      /^same/,
    );
  });
  test('a draft is changed, and keeps what the file does not speak of', () => {
    const now = withReading(readingNow('draft', { value: '91', comments: 'Few storms.' }));
    expect(line('reading', june, now)).toBe('change Readings 2: Figure: “92.5%” instead of “91.0%”.');
    expect(line('reading', { ...june, comments: '' }, now)).toMatch(/Comments: nothing instead of “Few storms\.”/);
  });
  test.each([
    [
      'submitted',
      'This reading is with the head of service, or further on, and cannot be edited now. The file has 92.5% as figure, and here is 91.0%.',
    ],
    [
      'approved',
      'This reading is with the head of service, or further on, and cannot be edited now. The file has 92.5% as figure, and here is 91.0%.',
    ],
    [
      'published',
      'June 2026 of bus-01 is published: correct it on its page. The file has 92.5% as figure, and here is 91.0%.',
    ],
  ] as const)('one that is %s is refused with both figures', (state, sentence) =>
    expect(line('reading', june, withReading(readingNow(state, { value: '91' })))).toBe(
      `refuse Readings 2: ${sentence}`,
    ),
  );
  test('the same reading twice in a file is read once, or refused with both rows named', () => {
    const again = wish('reading', 3, { ...june, period: 'Jun 2026' });
    expect(lines([wish('reading', 2, june), wish('reading', 3, june)])[1]).toBe(
      'same Readings 3: Readings, row 2 says the same.',
    );
    expect(lines([wish('reading', 2, june), { ...again, fields: { ...again.fields, figure: '90' } }])).toEqual([
      'refuse Readings 2: Readings, row 2 and Readings, row 3 both speak of this, and not alike: leave one of them.',
      'refuse Readings 3: Readings, row 3 and Readings, row 2 both speak of this, and not alike: leave one of them.',
    ]);
  });
});

describe('who brings it', () => {
  test('an owner brings readings of her own measures, and nothing else', () => {
    const own = { who: olive, scope: 'own' } as const;
    expect(line('reading', june, council(), own)).toBe('create Readings 2: A draft: 92.5%.');
    const others = council({ measures: [measureNow({ id: 2, ownerId: 2 })] });
    expect(line('reading', june, others, own)).toBe(
      'refuse Readings 2: Only the data owner of this measure can write its readings.',
    );
    expect(
      line('target', { measure: 'bus-01', from: 'April 2026', shape: 'at least', green_from: '95' }, council(), own),
    ).toMatch(/^refuse Targets 2: .*A file of your own brings readings alone\.$/);
  });
  test('an officer brings drafts for the owners, an administrator none', () => {
    expect(line('reading', june, council(), { who: ada })).toMatch(/^create/);
    expect(line('reading', june, council(), { who: adam })).toBe(
      'refuse Readings 2: Only the performance officer can bring in readings for their owners.',
    );
  });
  test('history from elsewhere is laid for the head, and says where and when it was published', () => {
    const history = { ...june, published_where: 'Cabinet report', published_on: '13 July 2026' };
    const refused = (more: Record<string, string>) => line('reading', { ...history, ...more });
    expect(refused({})).toMatch(
      /^create Readings 2: Published in Cabinet report on 13 July 2026; the head of .* confirms it\.$/,
    );
    expect(refused({ published_where: '' })).toBe('refuse Readings 2 D: Say where this figure was published.');
    expect(refused({ published_on: '30 June 2026' })).toBe(
      'refuse Readings 2 E: The period was not over on 30 June 2026, when it was published.',
    );
  });
});
