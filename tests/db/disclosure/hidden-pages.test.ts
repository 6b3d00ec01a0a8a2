import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { MeasurePage } from '@/components/measure/measure-page';
import { ScorecardPage } from '@/components/scorecard/scorecard-page';
import { demoDay, seedDemonstration } from '@/db/demo/seed';
import { latestEditions } from '@/db/queries/published/feed';
import { editionInForce, rowsOf } from '@/db/queries/published/in-force';
import { frozenPage, readingsPublished } from '@/db/queries/published/measures';
import { searchedEditions, searchedMeasures } from '@/db/queries/published/searchable';
import { measureView } from '@/lib/edition/measure-view';
import { scorecardAt } from '@/lib/scorecard/scorecard';
import { endOfLondonDay } from '@/lib/time/instant';
import { linesOf, measureFile } from '../../support/open-data/measure-file';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const service = 'childrens-social-care';
const site = { council: 'Northumberland', stylesheet: '/s.css', today: null, demonstration: null };
const html = (node: ReactNode) => renderToStaticMarkup(node);

/** In each of these measures: what a page, a file or a chart would say if it gave the founding figure away. */
const givenAway: Record<string, RegExp> = {
  'csc-08': /\b361\b|99\.72|,361,362,|\b1 (of|fewer|more)\b.{0,20}362/,
  'csc-09': /\b3 of 389\b|0\.77|>0\.8%|,3,389,|\b386\b|5 more \(8\)/,
  'csc-13': /\b5 custodial|0\.185|>0\.19<|,5,27023,|1 more \(6\)/,
  'csc-15': /\b88 of 91\b|96\.7|,88,91,|\b88 and 91\b/,
  'csc-16': /\b5 of 5\b|,5,5,|2 fewer \(3\)|every young person who finished/,
};
const whyHidden = 'Hidden, because it could tell of 1 to 5 people.';
const codes = Object.keys(givenAway);

type Page = { page: string; file: string };
const pages = new Map<string, Page>();
let cards: string[];
let others: string;

beforeAll(async () => {
  await seedDemonstration(db);
  const before = endOfLondonDay(demoDay);
  const edition = await editionInForce(db, service, before);
  if (!edition) throw new Error('the demonstration has no edition');
  const { id, head } = edition;
  const rows = await rowsOf(db, id);
  cards = (['report', 'exceptions'] as const).map((order) => {
    const scorecard = scorecardAt(head, rows, demoDay, { show: 'all', order, signals: true });
    return html(createElement(ScorecardPage, { site, scorecard, address: '/x', latest: null, corrected: [] }));
  });
  for (const { code } of rows) {
    const frozen = await frozenPage(db, id, code);
    if (!frozen?.sheet) throw new Error(`${code} has no page`);
    const { row, sheet } = frozen;
    const readings = await readingsPublished(db, { editionId: id, code, most: 1200 });
    const shown = { date: demoDay, row, sheet, readings, span: 'all', oldest: readings.at(-1)?.start ?? null } as const;
    const view = measureView({ ...shown, address: `/measures/${code}` });
    const page = html(createElement(MeasurePage, { site, head, row, view }));
    const file = measureFile(row.title, sheet, readings, { name: 'Northumberland', areaCode: null, licence: null });
    pages.set(code, { page, file });
  }
  const editions = await searchedEditions(db, before);
  others = JSON.stringify([await searchedMeasures(db, editions, demoDay), await latestEditions(db, null)]);
});

describe.each(codes)('%s', (code) => {
  const given = givenAway[code] as RegExp;

  test('is on no scorecard, in no search and in no feed', () => {
    for (const card of cards) {
      const from = card.indexOf(`<tbody id="${code}"`);
      expect(from).toBeGreaterThan(0);
      expect(card.slice(from, card.indexOf('</tbody>', from))).not.toMatch(given);
    }
    expect(others).not.toMatch(given);
  });

  test('is on no page of a measure, in no sentence, table or chart', () => {
    const { page } = pages.get(code) as Page;
    expect(page).not.toMatch(given);
    expect(page).toContain('[c]');
    expect(page).toContain('1 figure is hidden');
    const points = /(\d+) figures from/.exec(page)?.[1];
    expect(Number(points)).toBe(code === 'csc-13' || code === 'csc-15' ? 8 : 24);
  });

  test('is in no file: its marker stands in a column of its own, beside the reason', () => {
    const { file } = pages.get(code) as Page;
    const hidden = linesOf(file).filter(({ value_marker }) => value_marker === '[c]');
    expect(hidden).toEqual([expect.objectContaining({ value: '', numerator: '', value_note: whyHidden })]);
    expect(file).not.toMatch(given);
  });
});

test('the marker is explained above the table', () => {
  for (const card of cards) {
    const note = card.indexOf('[c]</b> stands in the place of a figure that is hidden');
    expect(note).toBeGreaterThan(0);
    expect(note).toBeLessThan(card.indexOf('<table'));
  }
});

test('a measure of which nothing is hidden says nothing of it', () => {
  for (const [code, { page, file }] of pages)
    if (!codes.includes(code)) expect([code, /\[c\]|rounded/.test(`${page}${file}`)]).toEqual([code, false]);
});
