import { describe, expect, test } from 'vitest';
import { emptyRecord } from '@/lib/framework/measure-effect';
import { outturnEffect } from '@/lib/framework/outturn-effect';
import { finishedYears, isOver, outturnDraft, SetOutturn } from '@/lib/framework/outturn-entry';
import { unwritten } from '@/lib/series/measure-record';
import { nameOfYear } from '@/lib/series/measure-year';
import { parseMonth } from '@/lib/time/month-entry';
import { draft } from '../../support/council/drafts';

const today = '2026-08-17';
const typed = { year: '2025', value: '88.4%', source: 'The return', reason: '' };
const problems = (more: object, here: { year: number; value: string }[] = []) => {
  const found = outturnDraft({ ...typed, ...more }, draft(), here, today);
  return 'problems' in found ? found.problems.map(({ field, sentence }) => `${field}: ${sentence}`) : [];
};

describe('an outturn', () => {
  test('is of a year of the measure that is over', () => {
    expect(finishedYears({ startMonth: 4 }, today).slice(0, 2)).toEqual([2025, 2024]);
    expect(finishedYears({ startMonth: 9 }, today)[0]).toBe(2024);
    expect(isOver({ startMonth: 4 }, 2025, '2026-03-31')).toBe(false);
    expect(isOver({ startMonth: 4 }, 2025, '2026-04-01')).toBe(true);
    expect(nameOfYear({ startMonth: 1 }, 2025)).toBe('2025');
    expect(nameOfYear({ startMonth: 4 }, 2025)).toBe('2025/26');
  });

  test('is kept in full, and says where it comes from', () => {
    expect(outturnDraft(typed, draft(), [], today)).toEqual({
      input: {
        year: 2025,
        value: '88.4',
        source: 'The return',
        reason: '',
        standing: 'final',
        why: '',
        publicNote: '',
      },
    });
    expect(problems({ year: '2026', value: '', source: '' })).toEqual([
      'year: Choose a year that is over.',
      'value: Enter the figure of the whole year.',
      'source: Say where the figure comes from.',
    ]);
    expect(problems({ value: '9,3' })[0]).toMatch(/^value: .*a comma is not a decimal point/);
  });

  test('of a year that has one already says why', () =>
    expect(problems({}, [{ year: 2025, value: '80' }])).toEqual([
      'reason: 80.0% is entered for this year already: say why it changes.',
    ]));

  test('that may still change, or is none, says why', () => {
    const sentences = (more: object) => {
      const read = outturnDraft({ ...typed, ...more }, draft(), [], today);
      return 'problems' in read ? read.problems.map(({ sentence }) => sentence) : read.input.value;
    };
    expect(sentences({ standing: 'provisional' })).toEqual(['Say why the figure may still change.']);
    expect(sentences({ standing: 'provisional', why: 'March is late.' })).toBe('88.4');
    expect(sentences({ standing: 'none', value: 'x', source: '' })).toEqual([
      'Say why there is no figure for the year.',
    ]);
    expect(sentences({ standing: 'none', value: 'x', source: '', why: 'nobody counted' })).toBe('');
  });

  test('that an edition has shown changes only with a word to the public', () => {
    const kept = [{ year: 2025, value: '80', shownIn: 3 }];
    expect(problems({ reason: 'A slip.' }, kept)).toEqual([
      'publicNote: Edition 3 shows 80.0%: tell the public in a sentence why it changes.',
    ]);
    expect(problems({ value: '80' }, kept)).toEqual([]);
  });

  test('left in its field as it stood there keeps all its decimals', () => {
    const read = outturnDraft({ ...typed, value: '94.762' }, draft(), [{ year: 2025, value: '94.7619047619' }], today);
    expect(read).toMatchObject({ input: { value: '94.7619047619' } });
  });

  test('says what it does to the direction of travel', () => {
    const record = {
      ...emptyRecord(draft()),
      readings: [{ ...unwritten('2026-07-01'), id: 1, state: 'approved', value: '91' }],
    };
    const { sentences } = outturnEffect(record, { year: 2025, value: '88.4', source: 'x', reason: '' }, today);
    expect(sentences[0]).toBe('The outturn of 2025/26 would be 88.4%.');
    expect(sentences[1]).toBe(
      'The next edition would say of the direction of travel: “Improving: 91.0% in July 2026 against 88.4% in 2025/26, 2.6 percentage points higher, and higher is better.” Now it is: “Cannot be compared: there is no figure for 2025/26.”',
    );
    const old = outturnEffect(record, { year: 2020, value: '70', source: 'x', reason: '' }, today);
    expect(old.sentences[1]).toBe('The direction of travel stays as it is.');
  });

  test('the fields are those of the page', () => {
    const fields = { ...typed, code: 'bus-01', was: '{}', intent: 'save' };
    expect(SetOutturn.safeParse(fields).success).toBe(true);
    expect(SetOutturn.safeParse({ ...fields, measure: '1' }).success).toBe(false);
  });
});

test('a month is read as people write it', () => {
  for (const month of ['April 2018', 'apr 2018', 'Apr. 2018', '2018-04', '17 April 2018', '2018-04-01'])
    expect(parseMonth(month)).toEqual({ start: '2018-04-01' });
  for (const none of ['', 'April', '2018', 'Aprl 2018', '13/2018', '2018-13', 'April 1066', `${'x'.repeat(500)}`])
    expect(parseMonth(none)).toHaveProperty('problem');
});
