import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ImportPage } from '@/components/bring-in/import-page';
import { StartPage } from '@/components/bring-in/start-page';
import { fileSpecimen as checkFile } from '@/components/specimen/file-specimen';
import type { ImportView } from '@/db/queries/bring-in/import-view';
import { lookingIn } from '@/lib/bring-in/check-address';
import type { FormState } from '@/lib/form/form-state';

const act = async (): Promise<FormState> => ({ problems: [], typed: {} });
const html = (file: ImportView, { isOwn = true, query = {} } = {}) =>
  renderToStaticMarkup(
    createElement(ImportPage, {
      crumbs: [{ href: '/settings', text: 'Settings' }],
      base: '/settings/bring-in/12',
      file,
      isOwn,
      looking: lookingIn(query),
      done: null,
      turn: '',
      kept: {},
      fresh: 'a-key-of-this-rendering',
      act,
    }),
  );
const words = (page: string) =>
  page
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const buttons = (page: string) => [...page.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, name]) => name);

const asking = html(checkFile);
const ready = html({ ...checkFile, state: 'ready', questions: [] });

describe('a file before it is brought in', () => {
  test('one sentence says how it stands', () => {
    expect(words(asking)).toContain(
      'Nothing is saved yet. Two questions for you, one cell cannot be used and three rows are left out.',
    );
  });

  test('what was understood is read before the sheet, and the questions before the columns', () => {
    const order = [
      'Understood as',
      'is “Jun” the month',
      '“5O9” has the letter O',
      'Last yr 17/18',
      'Rows left out',
      'Your sheet',
    ];
    const at = order.map((each) => words(asking).indexOf(each));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
  });

  test('the sheet is a table with letters and numbers in a frame that the keyboard reaches, and says its marks in words', () => {
    expect(asking).toContain('<section class="sheet-frame" aria-label="Your sheet “Scorecard”" tabindex="0">');
    expect(asking).toContain('<th scope="col">H</th>');
    const cell = (text: string) =>
      asking.replaceAll(' class="brief"', '').match(new RegExp(`<td[^>]*>(?:<s>)?${text}.*?</td>`))?.[0];
    expect(cell('n/k')).toBe('<td data-cell="question">n/k<span class="unseen"> (a question)</span></td>');
    expect(cell('5O9')).toBe('<td data-cell="refused">5O9<span class="unseen"> (cannot be used)</span></td>');
    expect(cell('TOTAL')).toBe('<td colSpan="4" data-cell="left_out"><s>TOTAL</s></td>');
    expect(asking).toContain('13<span class="unseen">, left out</span>');
    expect(asking).toContain('<td colSpan="9">CHILDREN IN CARE</td>');
  });

  test('each column and each row that was not taken as data is changed by a field of its own, which sends nothing by itself', () => {
    expect([...asking.matchAll(/<select[^>]* name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'service:scorecard',
      ...['A', 'B', 'C', 'D', 'E', 'F–H', 'I'].map((letters) => `column:1:${letters}`),
      'unit:Y2',
    ]);
    expect(asking.match(/<option value="" selected="">As understood:/g)).toHaveLength(9);
    expect(
      [...asking.matchAll(/name="(row:[^"]+)" value="(\w+)"/g)].map(([, key, value]) => `${key} ${value}`),
    ).toEqual([
      'row:Scorecard!4 left_out',
      'row:Scorecard!8 left_out',
      'row:Scorecard!1 data',
      'row:Scorecard!13 data',
      'row:Scorecard!14 data',
    ]);
  });

  test('while a question is open nothing can be brought in; then all of it, or what is good', () => {
    expect(buttons(asking)).toEqual(['Save my answers', 'Save my answers', 'Stop']);
    expect(buttons(ready)).toEqual(['Save my answers', 'Bring in 8 measures', 'Only if all are good', 'Stop']);
    // A press of Enter in a field saves what was answered, and brings nothing in.
    expect(ready.indexOf('value="save"')).toBeLessThan(ready.indexOf('value="good"'));
    const same = { create: 0, change: 0, same: 3, refuse: 0 };
    const plan = { ...checkFile.plan, counts: same, byKind: [{ kind: 'measure', counts: same }] } as ImportView['plan'];
    const nothing = html({ ...checkFile, state: 'ready', plan });
    expect(buttons(nothing)).not.toContain(expect.stringContaining('Bring in'));
    expect(words(nothing)).toContain('There is nothing to bring in as it stands');
  });

  test('an owner chooses whether she submits; somebody else’s file is looked at, and no more', () => {
    const own: ImportView = { ...checkFile, scope: 'own', state: 'ready', questions: [] };
    expect(words(html(own))).toContain('Submit them with it');
    expect(words(ready)).not.toContain('Submit them with it');
    const other = html(checkFile, { isOwn: false });
    expect(buttons(other)).toEqual([]);
    expect(words(other)).toContain('Ada Byrne brought this file: only they can answer for it and bring it in.');
  });

  test('rows are narrowed by links that keep what else is looked at, each with old and new', () => {
    const narrowed = html(checkFile, { query: { show: 'refuse', kind: 'reading' } });
    expect(narrowed).toContain('href="/settings/bring-in/12?show=refuse#rows"');
    expect(narrowed).toContain('href="/settings/bring-in/12?show=refuse&amp;kind=measure#rows"');
    expect(words(asking)).toContain('was Long-term placement stability would be Long term placements');
  });
});

test('a file that is over says what came of it, who acts next, and what was refused', () => {
  const over = html({
    ...checkFile,
    state: 'done',
    endedAt: '2018-08-17T09:10:00Z',
    sentence: 'Ada Byrne brought it in.',
    made: [
      { kind: 'measure', count: 7 },
      { kind: 'reading', count: 16 },
    ],
  });
  expect(buttons(over)).toEqual([]);
  expect(words(over)).toContain('7 measures 16 readings What comes next The readings are drafts for their owners');
  expect(over).toContain('href="/settings/measures"');
  const refused = html({ ...checkFile, state: 'refused', plan: null, sentence: 'This is a PDF, and no workbook.' });
  expect(words(refused)).toContain('This file cannot be read This is a PDF, and no workbook.');
  expect(refused).toContain('href="/settings/bring-in"');
});

test('a file is sent to the address that takes files, from the page that it is sent from; why it did not come in stands at its field', () => {
  const start = renderToStaticMarkup(
    createElement(StartPage, {
      links: [],
      files: [checkFile],
      trouble: 'Choose a file first.',
      done: null,
      kept: undefined,
      keepsFramework: false,
      isAdministrator: true,
      fresh: { file: 'one', paste: 'two' },
      paste: act,
    }),
  );
  expect(start).toContain('action="/api/bring-in" encType="multipart/form-data" method="post"');
  expect(start).toContain('<a href="#file">Choose a file first.</a>');
  // An administrator alone takes out people alone.
  expect(start).toContain('/settings/bring-in/out/people.csv');
  expect(start).not.toContain('/out/workbook.xlsx');
});
