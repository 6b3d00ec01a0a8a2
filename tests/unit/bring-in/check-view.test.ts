import { expect, test } from 'vitest';
import { addressOf, lookingIn } from '@/lib/bring-in/check-address';
import { CheckFile, maySendFrom, PasteText } from '@/lib/bring-in/check-form';
import { answeredBy, newAnswers, rowChoices, sheetAt, standingsOf } from '@/lib/bring-in/check-view';
import { cellKey } from '@/lib/bring-in/sheet-view';
import type { Person } from '@/lib/people/person';

const place = (row: number, column: string, sheet = 'Scorecard') => ({ sheet, row, column });

test('cells of this sheet stand as their question or refusal says, those of another do not', () => {
  const choices = [{ value: 'a', label: 'A' }];
  const standings = standingsOf(
    'Scorecard',
    [
      { places: [place(9, 'H'), place(9, 'H', 'Notes')], choices },
      { places: [place(7, 'H')], choices: [] },
    ],
    [{ place: place(5, 'D') }, { place: place(6, '') }, { place: null }],
  );
  expect(Object.fromEntries(standings)).toEqual({
    [cellKey(9, 'H')]: 'question',
    [cellKey(7, 'H')]: 'refused',
    [cellKey(5, 'D')]: 'refused',
  });
});

test('only what is answered otherwise than before is an answer; what the file itself speaks for is none until it is saved', () => {
  const typed = {
    'column:ref': '',
    'word:n/k': 'leave',
    'period:Jun': 'quarter',
    'cell:S!H7': ' ',
    'unit:x': 'number',
  };
  const answers = { 'word:n/k': 'leave' };
  expect(newAnswers(typed, answers)).toEqual({ 'period:Jun': 'quarter', 'unit:x': 'number' });
  const questions = [
    { id: 'period:Jun', proposed: 'quarter' },
    { id: 'word:n/k', proposed: null },
  ];
  expect(newAnswers(typed, answeredBy(answers, questions))).toEqual({ 'unit:x': 'number' });
  expect(answeredBy({ 'period:Jun': 'month' }, questions)).toEqual({ 'period:Jun': 'month' });
});

test('a row that was left out can be used, and one that names a theme can be left out', () => {
  const row = (number: number, use: 'left_out' | 'section' | 'data', cells: string[], why: string | null = null) => ({
    number,
    use,
    why,
    cells,
  });
  const rows = [
    row(1, 'left_out', ['Draft'], 'a title'),
    row(2, 'left_out', ['', '']),
    row(4, 'section', ['', 'YOUTH JUSTICE']),
    row(5, 'data', ['C2']),
  ];
  expect(rowChoices('Q1', rows)).toEqual({
    leftOut: [{ key: 'row:Q1!1', value: 'data', number: 1, words: 'a title' }],
    sections: [{ key: 'row:Q1!4', value: 'left_out', number: 4, words: 'YOUTH JUSTICE' }],
  });
});

test('an address looks at what is there to be looked at, and leaves out what is usual', () => {
  const looking = lookingIn({ sheet: '2', rows: '-1', show: 'refuse', kind: 'measures', page: ['3'] });
  expect(looking).toEqual({ sheet: 2, rows: 1, action: 'refuse', kind: null, page: 1 });
  expect(addressOf('/settings/bring-in/12', looking, { page: 3 }, '#rows')).toBe(
    '/settings/bring-in/12?sheet=2&show=refuse&page=3#rows',
  );
  expect(addressOf('/settings/bring-in/12', lookingIn({}))).toBe('/settings/bring-in/12');
  const sheets = [{ used: false }, { used: true }, { used: true }];
  expect([0, 1, 3, 9].map((number) => sheetAt(sheets, number))).toEqual([1, 0, 2, 1]);
  expect(sheetAt([{ used: false }], 0)).toBe(0);
});

test('the form of a file knows its own fields from answers, and takes no list for an answer', () => {
  const sent = { import: '12', version: '3', back: '/settings/bring-in/12', intent: 'save', 'word:n/k': 'leave' };
  expect(CheckFile.parse(sent)).toEqual({
    id: 12,
    version: 3,
    back: '/settings/bring-in/12',
    intent: 'save',
    submits: false,
    answers: { 'word:n/k': 'leave' },
  });
  expect(CheckFile.safeParse({ ...sent, 'word:n/k': ['leave', 'month'] }).success).toBe(false);
  expect(CheckFile.safeParse({ ...sent, import: '12; drop' }).success).toBe(false);
  expect(CheckFile.safeParse({ ...sent, intent: 'all of it' }).success).toBe(false);
});

test('text that is pasted is there, and not longer than a form holds', () => {
  const typed = (text: string) => PasteText.safeParse({ from: 'settings', text }).success;
  expect(['a\tb', ' \n', 'x'.repeat(200_000), 'x'.repeat(200_001)].map(typed)).toEqual([true, false, true, false]);
});

test('an officer and an administrator send files of the council, an owner her own', () => {
  const who = (some: Partial<Person>): Person => ({
    id: 1,
    name: 'Ada Byrne',
    roles: [],
    owns: [],
    heads: [],
    deputises: [],
    ...some,
  });
  const from = (person: Person) => [maySendFrom(person, 'settings'), maySendFrom(person, 'work')];
  expect(from(who({ roles: ['performance_officer'] }))).toEqual([true, false]);
  expect(from(who({ roles: ['administrator'] }))).toEqual([true, false]);
  expect(from(who({ owns: [{ measureId: 4, serviceId: 1 }] }))).toEqual([false, true]);
  expect(from(who({ roles: ['councillor'], heads: [1] }))).toEqual([false, false]);
});
