import { gzipSync } from 'node:zlib';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { productTerms } from '@/lib/glossary/product-terms';
import { dataForms } from '@/lib/open-data/open-file';
import { causeOf } from '@/lib/row-words/authors-cause';
import { countSentence } from '@/lib/scorecard/count-sentence';
import { fewestForLimits } from '@/lib/spc/spc-limits';
import { markup } from '../../../app/_public/markup';
import { AccessibilityPage } from '../../../components/frame/accessibility-page';
import { SentencePage } from '../../../components/frame/sentence-page';
import { GlossaryPage } from '../../../components/guide/glossary-page';
import { HowToReadPage } from '../../../components/guide/how-to-read-page';
import { ScorecardPage } from '../../../components/scorecard/scorecard-page';
import { columns } from '../../../components/scorecard/scorecard-table';
import { ServicesPage } from '../../../components/scorecard/services-page';
import { viewAddress } from '../../../components/scorecard/view-links';
import type { EditionHead, FrozenRow } from '../../../lib/edition/edition';
import type { Contact } from '../../../lib/form/contact-fields';
import { councilView } from '../../../lib/scorecard/council-view';
import { type Scorecard, scorecardAt } from '../../../lib/scorecard/scorecard';
import type { View } from '../../../lib/scorecard/scorecard-view';

const site = {
  council: 'Anyshire Council',
  stylesheet: '/assets/candour.css',
  demonstration: 'The people are invented.',
  today: '2018-08-17',
};
const address = '/scorecards/childrens-social-care';
const head: EditionHead = {
  service: { slug: 'childrens-social-care', name: 'Children’s Social Care', notice: null },
  number: 1,
  asAt: '2018-08-17',
  publishedAt: '2018-08-16T23:30:00Z',
  publisher: 'the performance officer',
  comparisonYear: '2017/18',
  note: null,
  sha256: 'ab'.repeat(32),
};

// Words that do not repeat from row to row, so that the compressed weight is not flattered.
let seed = 7;
const letters = 'eeeettaaooiinnsshrdlucmfwygpbv';
const random = (below: number) => {
  seed = (seed * 48271) % 2147483647;
  return seed % below;
};
const word = () => Array.from({ length: 2 + random(7) }, () => letters[random(letters.length)]).join('');
const vocabulary = Array.from({ length: 600 }, word);
function prose(length: number): string {
  let text = 'The';
  while (text.length < length) text += ` ${vocabulary[random(vocabulary.length)]}`;
  return `${text.slice(0, length - 1)}.`;
}

const month = (index: number) =>
  `${2016 + Math.floor((index + 6) / 12)}-${String(((index + 6) % 12) + 1).padStart(2, '0')}-01`;

function row(number: number, more: Partial<FrozenRow> = {}): FrozenRow {
  const red = number % 4 === 1;
  const value = String(60 + random(30));
  return {
    number,
    code: `csc-${String(number).padStart(2, '0')}`,
    title: prose(70).replace('.', ''),
    definition: prose(120),
    unit: number % 2 ? 'Number' : '%',
    frequency: 'monthly',
    covers: number % 3 ? null : 'rolling 12 months',
    previous: { text: '80', why: null, label: '2017/18' },
    target: { text: '76', why: null, rule: 'at most 76' },
    current: { text: value, why: null, marks: number === 4 ? ['p', 'r'] : [] },
    period: { label: 'Jul 2018', range: '1 to 31 July 2018', start: '2018-07-01' },
    travel: {
      direction: red ? 'worsening' : 'improving',
      colour: red ? 'red' : 'green',
      sentence: `Worsening: ${value} against 80 in 2017/18, 3 higher, and lower is better.`,
    },
    rag: {
      colour: red ? 'red' : 'green',
      sentence: `${red ? 'Red' : 'Green'}: ${value} is above the target of at most 76, by 7; ${prose(60)}`,
    },
    realTerms: `${random(900)} of ${random(9000)} ${prose(60)}`,
    comments: prose(500),
    actions: number % 2 ? [{ text: prose(110), owner: 'Head of Safeguarding', due: '2018-09-30' }] : [],
    notes: number % 4 ? [] : [prose(90)],
    trend: {
      points: Array.from({ length: 25 }, (_, index) => ({
        start: month(index),
        value: index < 24 ? String(60 + random(30)) : value,
        illustrative: index < 24,
      })),
      target: '76',
    },
    schedule: {
      frequency: 'monthly',
      startMonth: 4,
      lagDays: 30,
      from: '2016-07-01',
      until: null,
      latest: '2018-07-01',
      gaps: [],
    },
    ...more,
  };
}

const none = { text: null, why: 'Not in the source: the printed cell was lost.' } as const;
const bare = row(20, {
  previous: { ...none, label: '2017/18' },
  target: { ...none, rule: null },
  current: { text: null, why: 'Not available yet.', marks: [] },
  travel: { direction: null, colour: null, sentence: 'Cannot be compared: there is no current figure.' },
  rag: { colour: null, sentence: 'No colour: there is no value, because it is not available yet.' },
  realTerms: null,
  trend: { points: [], target: null },
});
const twenty = [...Array.from({ length: 19 }, (_, index) => row(index + 1)), bare];
const all: View = { show: 'all', order: 'report' };
const at = (rows: FrozenRow[], view = all, date = '2018-08-17'): Scorecard => scorecardAt(head, rows, date, view);

const page = (node: ReactNode) => `<!doctype html>${renderToStaticMarkup(node)}`;
const scorecard = (card: Scorecard, more: { contact?: Contact } = {}) =>
  page(createElement(ScorecardPage, { site, scorecard: card, address, latest: null, corrected: [], ...more }));
const full = scorecard(at(twenty));
const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0;
const rowsOf = (html: string) =>
  html
    .split('<tbody')
    .slice(1)
    .map((part) => part.split('</tbody>')[0] ?? '');

/** The measures of the table, without the table of what is Red. */
const measuresOf = (html: string) => rowsOf(html.slice(html.indexOf('class="scorecard')));

describe('the table', () => {
  test('has a caption, nine column heads, each a way to order where it can be one, and one body with anchor for each measure', () => {
    expect(count(full, /<caption>/g)).toBe(1);
    const heads = [...full.matchAll(/<th role="columnheader" scope="col"( aria-sort="ascending")?>(.*?)<\/th>/g)];
    expect(heads.map(([, , head = '']) => head.replace(/<.*?>/g, ''))).toEqual(columns('2017/18'));
    expect(heads).toHaveLength(9);
    expect(heads.filter(([, isSorted]) => isSorted)).toHaveLength(1);
    expect(full).toContain('<a href="?order=exceptions#measures">Against target</a>');
    expect(full).toContain('<a href="?order=title#measures">Measure</a>');
    expect(full).toContain('<a href="?order=direction#measures">Direction of travel</a>');
    expect([...full.matchAll(/<tbody id="(.*?)"/g)].map((match) => match[1])).toEqual(twenty.map(({ code }) => code));
  });

  test('every measure is a line of eight cells under a heading, and a fold that is closed and has a name of its own', () => {
    const names = new Set<string>();
    for (const body of measuresOf(full)) {
      expect(count(body, /<tr role="row">/g)).toBe(2);
      expect(count(body, /<th role="rowheader" scope="row"><h3>/g)).toBe(1);
      expect(count(body, /<td role="cell"/g)).toBe(9);
      expect(count(body, /<td role="cell" colSpan="9"><details><summary>/gi)).toBe(1);
      names.add(/<summary>(.*?)<\/summary>/.exec(body)?.[1]?.replace(/<.*?>/g, '') ?? '');
    }
    expect(names.size).toBe(20);
    expect(names).toContain('Why is it red? Measure 1');
    expect(names).toContain('Why no colour? Measure 20');
  });

  test('a figure, its target in words, its marks in words, and what it covers, in full in the fold', () => {
    const body = measuresOf(full)[3] as string;
    expect(body).toContain(`<b>${twenty[3]?.current.text}</b><small>[p] provisional</small><small>[r] revised</small>`);
    expect(body).toContain('<small>at most</small> <b>76</b>');
    expect(body).toContain('<td role="cell">Jul 2018</td>');
    expect(body).toMatch(/Covers 1 to 31 July 2018\. [^.]+, monthly\. 2017\/18: [^ ]+\. Up to date\./);
  });

  test('where there is no figure and no colour, the fold says why', () => {
    const body = measuresOf(full)[19] as string;
    expect(body).toContain('No colour');
    expect(body).toContain('Not compared');
    expect(body).toContain('2017/18: Not in the source: the printed cell was lost.');
    expect(body).toContain('Current target: Not in the source: the printed cell was lost.');
    expect(body).not.toContain('>0<');
  });

  test('says what is overdue and by how much', () => {
    const late = scorecard(at(twenty, { show: 'overdue', order: 'report' }, '2018-10-15'));
    expect(late).toContain('What is overdue');
    expect(measuresOf(late)[0]).toMatch(
      /<p class="late">.*Overdue: August 2018 was due by 30 September 2018, 15 days ago\./,
    );
  });
});

describe('the summary and the views', () => {
  test('the headline speaks; 14 Green, 5 Red, 1 without colour lead to theirs; each Red has its figure, cause and first action', () => {
    expect(full).toContain('<h1>Five of nineteen rated measures miss their target; ');
    const counts = [...full.matchAll(/<b>(\d+)<\/b> <a href="\?show=(\w+)#measures">/g)].map(([, n, show]) => [
      show,
      n,
    ]);
    expect(counts).toEqual(
      expect.arrayContaining([
        ['red', '5'],
        ['green', '14'],
        ['none', '1'],
      ]),
    );
    expect(count(full, /<a href="#csc-\d\d">/g)).toBe(5);
    const [red = ''] = rowsOf(full.split('class="scorecard"')[0] ?? '');
    expect(count(red, /<tr>/g)).toBe(5);
    expect(red).toContain('is above the target of at most 76');
    expect(red).toContain(causeOf(twenty[0] as FrozenRow, 160));
    expect(red).toContain(twenty[0]?.actions[0]?.text);
    expect(
      countSentence({ total: 1, green: 0, amber: 1, red: 0, none: 0, improving: 0, worsening: 0, overdue: 0 }),
    ).toBe('1 measure: 1 Amber.');
  });

  test('published at 00.30 in London is the 17th, though the instant is of the 16th', () => {
    expect(full).toContain('edition 1, published 17 August 2018, by the performance officer');
  });

  test('filters are plain links that keep each other, and say which is current', () => {
    expect(viewAddress('/a', all)).toBe('/a');
    expect(viewAddress('/a', { show: 'red', order: 'exceptions' })).toBe('/a?show=red&order=exceptions');
    const red = scorecard(at(twenty, { show: 'red', order: 'exceptions' }));
    expect(red).toContain(`<a href="?show=red&amp;order=exceptions#measures" aria-current="true">Red 5</a>`);
    expect(red).toContain(`<a href="?show=red#measures">Report</a>`);
    expect(measuresOf(red)).toHaveLength(5);
  });

  test('a Red measure outside the view is linked on the whole page; an empty view says so kindly', () => {
    const none = scorecard(at(twenty, { show: 'overdue', order: 'report' }));
    expect(none).toContain(`<a href="${address}#csc-01">`);
    expect(none).toContain('Nothing is overdue. ');
    expect(none).toMatch(
      /Nothing that had fallen due is missing: \d+ figures and \d+ reasons? why there is none are here\./,
    );
    expect(none).not.toContain('class="scorecard"');
  });
});

test('a scorecard says whom to ask, and a service of the first page where it names somebody', () => {
  const contact = { name: 'Children’s desk', email: 'desk@testshire.example', phone: '+44 (0)1632 960 001' };
  const asked = scorecard(at(twenty), { contact });
  expect(asked).toContain(
    '<p>Questions about these figures: Children’s desk, <a href="mailto:desk@testshire.example">desk@testshire.example</a>, <a href="tel:+441632960001">+44 (0)1632 960 001</a></p>',
  );
  const council = { name: 'Testshire', email: 'all@testshire.example', phone: null };
  const home = (own: typeof contact | null) =>
    page(
      createElement(ServicesPage, {
        site,
        view: councilView([{ head, contact: own, rows: twenty, before: new Map() }], '2018-08-17'),
        coming: [],
        contact: council,
      }),
    );
  expect(home(contact)).toContain('<small>Questions: Children’s desk, <a href="mailto:desk@testshire.example">');
  expect(home(contact)).not.toContain('all@testshire.example');
  expect(home(null)).toContain('Questions about these figures: Testshire, <a href="mailto:all@testshire.example">');
});

const example = { head, row: { ...row(3), status: { status: 'up_to_date', sentence: 'Up to date: July.' } } } as const;
const councilWords = [
  { term: 'FTE', meaning: 'Full-time equivalent.', service: null },
  { term: 'FTE', meaning: 'First ticket entered.', service: 'Buses' },
  { term: 'Child protection plan', meaning: 'What keeps a child safe.', service: null },
];

test('how to read explains one line cell by cell, with the sums of its own row', () => {
  const html = page(createElement(HowToReadPage, { site, example }));
  const [list = ''] = /<dl class="facts">.*?<\/dl>/.exec(html) ?? [];
  expect([...list.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, head]) => head)).toEqual([
    'Measure',
    'Covers',
    '2017/18',
    'Target',
    'Figure',
    'Against target',
    'Direction of travel',
    'Data status',
  ]);
  for (const words of [example.row.rag.sentence, example.row.travel.sentence, example.row.status.sentence])
    expect(list).toContain(words);
  expect(page(createElement(HowToReadPage, { site }))).not.toContain('One line, read from left to right');
  expect(html, 'the sentence names what process control needs').toContain(`has ${fewestForLimits} figures or more`);
});

test('each word of the glossary has its place once, which the words in comments lead to', () => {
  const html = page(createElement(GlossaryPage, { site, terms: councilWords }));
  const places = [...html.matchAll(/<div id="([^"]+)"><dt>(.*?)<\/dt>/g)].map(([, id, term]) => [id, term]);
  expect(places).toEqual([
    ['fte', 'FTE'],
    ['child-protection-plan', 'Child protection plan'],
  ]);
  expect(html).toContain('<b>In Buses: </b>First ticket entered.');
  for (const { term } of productTerms) expect(html).toContain(`<dt>${term}</dt>`);
  expect(html).toContain(`Measures with ${fewestForLimits} figures or more have it.`);
  expect(productTerms.map(({ term }) => term)).toEqual(productTerms.map(({ term }) => term).toSorted());
});

describe('every public page', () => {
  const pages = {
    scorecard: full,
    services: page(
      createElement(ServicesPage, {
        site,
        view: councilView([{ head, rows: twenty, before: new Map() }], '2018-08-17'),
        coming: [],
      }),
    ),
    sentence: page(
      createElement(SentencePage, { site, heading: 'Not found', sentence: 'No.', link: { href: '/', text: 'Home' } }),
    ),
    accessibility: page(
      createElement(AccessibilityPage, {
        site,
        contact: { email: null, phone: null, post: null, answerWithin: '10 days' },
        prepared: '2026-11-23',
        tested: '2026-11-23',
      }),
    ),
    howToRead: page(createElement(HowToReadPage, { site, example })),
    glossary: page(createElement(GlossaryPage, { site, terms: councilWords })),
  };

  test.each(Object.entries(pages))(
    '%s: one h1, one main, British English, nothing that the policy forbids',
    (_, html) => {
      expect(html.startsWith('<!doctype html><html lang="en-GB"><head><meta charSet="utf-8"/>')).toBe(true);
      expect(count(html, /<h1/g)).toBe(1);
      expect(count(html, /<main /g)).toBe(1);
      expect(html).toContain('<a class="skip" href="#main">');
      expect(html).toContain('Here today is 17 August 2018');
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:|<img|<iframe/i);
      const ids = [...html.matchAll(/\sid="(.*?)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, id] of html.matchAll(/href="#(.*?)"/g)) expect(ids).toContain(id);
    },
  );

  test('without a demonstration day there is no banner', () => {
    const node = createElement(HowToReadPage, { site: { ...site, today: null, demonstration: null } });
    expect(page(node)).not.toContain('Demonstration');
  });

  test('words of authors are text: a script in them is shown, not run', () => {
    const odd = '<script>alert(1)</script> & "quoted"';
    const html = scorecard(
      at([row(1, { comments: odd, title: odd, notes: [odd], actions: [{ text: odd, owner: odd, due: null }] })]),
    );
    expect(html).not.toContain('<script');
    expect(count(html, /&lt;script&gt;/g)).toBeGreaterThanOrEqual(5);
  });
});

test('20 measures with 500 characters of comments and 25 points each weigh at most 60 kB, 14 kB compressed', async () => {
  const sizes = dataForms.map((form) => ({ form, bytes: 8_400, isAbout: false }));
  const contact = { name: 'Children’s performance desk', email: 'desk@testshire.gov.uk', phone: '01632 960 101' };
  const parts = { site, scorecard: at(twenty), contact, address, latest: null, corrected: [], sizes };
  const sent = await markup(createElement(ScorecardPage, parts));
  const raw = Buffer.byteLength(sent);
  const packed = gzipSync(sent).length;
  console.log(`scorecard of 20 measures: ${raw} bytes, ${packed} gzip`);
  expect(raw).toBeLessThanOrEqual(60_000);
  expect(packed).toBeLessThanOrEqual(14_000);
});
