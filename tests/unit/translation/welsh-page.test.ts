import { readdirSync, readFileSync } from 'node:fs';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { markup } from '@/app/_public/markup';
import type { Site } from '@/components/frame/public-document';
import { SentencePage } from '@/components/frame/sentence-page';
import { GlossaryPage } from '@/components/guide/glossary-page';
import { HowToReadPage } from '@/components/guide/how-to-read-page';
import { ScorecardPage } from '@/components/scorecard/scorecard-page';
import { ServicesPage } from '@/components/scorecard/services-page';
import type { EditionHead, FrozenRow } from '@/lib/edition/edition';
import { dataForms } from '@/lib/open-data/open-file';
import { councilHeadline, councilView } from '@/lib/scorecard/council-view';
import { hereWords, scorecardAt } from '@/lib/scorecard/scorecard';
import { scorecardHeadline } from '@/lib/scorecard/scorecard-headline';
import type { View } from '@/lib/scorecard/scorecard-view';
import { welsh } from '@/lib/translation/welsh/catalogue';
import { inWelsh } from '@/lib/translation/welsh-page';
import { welshText } from '@/lib/translation/welsh-text';

/** What people wrote and what a rule says has this sign, so that a word of the pages' own without it is found. */
const sign = '§';
const site = {
  council: `Sir ${sign}`,
  stylesheet: '/assets/candour.css',
  demonstration: `Invented ${sign}.`,
  today: '2018-08-17',
  areaCode: 'E06000057',
  licence: `Open ${sign}`,
  language: 'cy',
} as const;
const head: EditionHead = {
  service: { slug: 'plant', name: `Plant ${sign}`, notice: `Notice ${sign}` },
  number: 2,
  asAt: '2018-08-17',
  publishedAt: '2018-08-16T23:30:00Z',
  publisher: `the officer ${sign}`,
  comparisonYear: '2017/18',
  note: `Note ${sign}`,
  sha256: 'ab'.repeat(32),
};
const colours = ['red', 'amber', 'green', null] as const;
const directions = ['worsening', 'no_change', 'improving', 'increasing', 'decreasing', null] as const;

function row(number: number): FrozenRow {
  const colour = colours[number % 4] ?? null;
  const direction = directions[number % 6] ?? null;
  return {
    number,
    code: `csc-${number}`,
    title: `Title ${sign} ${number}`,
    definition: `Definition ${sign}`,
    unit: `Number ${sign}`,
    frequency: 'monthly',
    covers: number % 3 ? null : 'rolling 12 months',
    previous: { text: '80', why: null, label: '2017/18' },
    target: { text: '76', why: null, rule: 'at most 76' },
    current: { text: '83', why: null, marks: number % 2 ? ['p'] : ['r'] },
    period: { label: 'Jul 2018', range: '1 to 31 July 2018', start: '2018-07-01' },
    travel: { direction, colour: direction === 'worsening' ? 'red' : null, sentence: `Travel ${sign}.` },
    rag: { colour, sentence: `Red: sum ${sign}` },
    realTerms: `terms ${sign}`,
    comments: `Comments ${sign}`,
    actions: number % 2 ? [] : [{ text: `Action ${sign}`, owner: `Head ${sign}`, due: '2018-09-30' }],
    notes: [],
    trend: { points: [{ start: '2018-07-01', value: '83', illustrative: false }], target: '76' },
    schedule: {
      frequency: 'monthly',
      startMonth: 4,
      lagDays: 5,
      from: '2016-07-01',
      until: null,
      latest: number === 5 ? '2018-05-01' : '2018-07-01',
      gaps: [],
    },
  };
}
const rows = Array.from({ length: 12 }, (_, index) => row(index + 1));
const view: View = { show: 'all', order: 'report' };
const card = scorecardAt(head, rows, '2018-08-17', view);
const redCard = scorecardAt(head, rows.slice(1, 3), '2018-08-17', { show: 'red', order: 'report' });
const council = councilView(
  [{ head, rows, before: new Map([['csc-4', { colour: 'green', sentence: '' }]]) }],
  '2018-08-17',
);
const contact = { name: `Desk ${sign}`, email: 'desk@sir.example', phone: '01632 960 001' };
const sizes = dataForms.map((form) => ({ form, bytes: 8_400, isAbout: true }));
const latest = { number: 3, publishedAt: '2018-08-17T08:30:00Z' };

const example = { head, row: { ...row(4), status: { status: 'up_to_date' as const, sentence: `Status ${sign}.` } } };
const pages: Record<string, ReactElement> = {
  scorecard: createElement(ScorecardPage, {
    site,
    scorecard: card,
    contact,
    address: '/scorecards/plant',
    latest,
    corrected: [],
    hasRetired: true,
    sizes,
    papers: { pdf: 219_000 },
  }),
  red: createElement(ScorecardPage, {
    site,
    scorecard: redCard,
    address: '/scorecards/plant',
    latest: null,
    corrected: [],
  }),
  'how to read': createElement(HowToReadPage, { site, example }),
  glossary: createElement(GlossaryPage, {
    site,
    terms: [{ term: `FTE ${sign}`, meaning: `Meaning ${sign}`, service: `Buses ${sign}` }],
  }),
  services: createElement(ServicesPage, { site, view: council, coming: [], contact }),
  'many services': createElement(ServicesPage, {
    site,
    view: { ...council, summary: { ...council.summary, total: 201 } },
    coming: [],
    contact,
  }),
  'nothing found': createElement(SentencePage, {
    site,
    heading: 'Page not found',
    sentence: 'There is no page at this address. It may have been mistyped.',
    link: { href: '/', text: 'All services' },
  }),
};

type Spoken = { text: string; isEnglish: boolean };
/** Every text of a page that is read or heard, with the language that its nearest element names; read without the translator. */
function textsOf(html: string): Spoken[] {
  const texts: Spoken[] = [];
  const open: { name: string; isEnglish: boolean }[] = [{ name: '', isEnglish: false }];
  for (const [token] of html.replaceAll(/<script.*?<\/script>/gs, '').matchAll(/<[^>]*>|[^<]+/g)) {
    const around = open.at(-1)?.isEnglish ?? false;
    if (!token.startsWith('<')) texts.push({ text: token, isEnglish: around });
    else if (token.startsWith('</')) {
      const name = token.slice(2, -1);
      while (open.length > 1 && open.pop()?.name !== name);
    } else {
      const name = /^<([a-z0-9!]+)/i.exec(token)?.[1] ?? '';
      const language = / lang="([^"]+)"/.exec(token)?.[1];
      const isEnglish = language ? language === 'en-GB' : around;
      for (const [, value = ''] of token.matchAll(/ (?:aria-label|alt|placeholder|data-label)="([^"]*)"/g))
        texts.push({ text: value, isEnglish });
      if (!/\/>$/.test(token) && !['meta', 'link', 'br', 'input', '!DOCTYPE'].includes(name))
        open.push({ name, isEnglish });
    }
  }
  return texts
    .map(({ text, isEnglish }) => ({
      text: text.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&').trim(),
      isEnglish,
    }))
    .filter(({ text }) => /\p{L}/u.test(text));
}

/** The sentences that the rules say, which stay English for now. */
const ruled = [
  scorecardHeadline(card.summary),
  scorecardHeadline(redCard.summary),
  councilHeadline(council.summary),
  hereWords(redCard.all),
];
const byRule = [
  ...ruled,
  /^(?:Overdue: )?May|^(?:Overdue: )?(?:May|June).* due by /,
  /^Covers .*\.$/,
  /^In real terms /,
  /^\d+ of \d+/,
];
const isRuled = (text: string) => byRule.some((rule) => (typeof rule === 'string' ? rule === text : rule.test(text)));

describe('a page in Welsh', () => {
  test.each(Object.entries(pages))(
    '%s: each text of the page’s own is Welsh; what is English is what people wrote or a rule says, and marked so',
    (_, page) => {
      const html = inWelsh(renderToStaticMarkup(page));
      expect(html).toContain('<b>Cyfieithiad heb ei wirio.</b>');
      const texts = textsOf(html).filter(({ text }) => !/^Cyfieithiad|^Unchecked translation/.test(text));
      const unmarked = texts.filter(({ text, isEnglish }) => !isEnglish && text.includes(sign));
      expect(unmarked.filter(({ text }) => !text.includes('–'))).toEqual([]);
      const english = texts.filter(
        ({ text, isEnglish }) => isEnglish && !text.includes(sign) && !/@|^[0-9a-f]{64}$/.test(text),
      );
      expect([...new Set(english.map(({ text }) => text))].filter((text) => !isRuled(text))).toEqual([]);
    },
  );
});

test('a page without the language is English byte for byte, and one with it says so', async () => {
  const words = { heading: 'Page not found', sentence: 'It went.', link: null };
  const page = (council: Site) => markup(createElement(SentencePage, { site: council, ...words }));
  const { language: _, ...english } = site;
  const written = await page(english);
  expect(written).toMatch(/^<!DOCTYPE html><html lang="en-GB">.*<h1>Page not found<\/h1>/s);
  expect(written).not.toMatch(/Cyfieithiad|lang="cy"/);
  expect(await page(site)).toMatch(
    /^<!DOCTYPE html><html lang="cy">.*Cyfieithiad heb ei wirio.*<h1>Heb ddod o hyd i’r dudalen<\/h1>.*<p class="standfirst" lang="en-GB">It went\./s,
  );
});

test.each<[english: string, inWelsh: string]>([
  ['1 to 31 July 2018', '1 i 31 Gorffennaf 2018'],
  ['Thursday 6 September 2018', 'Dydd Iau 6 Medi 2018'],
  ['Apr to Jun 2018', 'Ebr i Meh 2018'],
  ['All two measures', 'Y 2 fesur'],
  ['All eighteen measures', 'Y 18 mesur'],
  ['2 days after the end of each period', '2 ddiwrnod ar ôl diwedd pob cyfnod'],
  ['30 days after the end of each period', '30 diwrnod ar ôl diwedd pob cyfnod'],
])('%s is %s: days by the months of Welsh, counts by its plurals', (english, translated) =>
  expect(
    welshText(english)
      ?.map(({ text }) => text)
      .join(''),
  ).toBe(translated),
);

test('each sentence of the catalogue has the slots of its English, in every form', () => {
  const slots = (text: string) => [...new Set(text.match(/\{[a-z]+\d?\}/g))].toSorted();
  for (const [english, forms] of Object.entries(welsh))
    for (const form of typeof forms === 'string' ? [forms] : Object.values(forms))
      expect([english, slots(form)]).toEqual([english, slots(english)]);
});

test('a name with signs of HTML stays text, a script is left as it is, and what it fills in is English', () => {
  const page =
    '<html lang="cy"><body><p class="readout"></p><p>Words of A &amp; B &lt;b&gt;</p><script type="application/ld+json">{"a":"Services"}</script></body></html>';
  expect(inWelsh(page)).toBe(
    '<html lang="cy"><body><p class="readout" lang="en-GB"></p><p>Geiriau <span lang="en-GB">A &amp; B &lt;b&gt;</span></p><script type="application/ld+json">{"a":"Services"}</script></body></html>',
  );
});

test('no sentence of the catalogue is left over: its English stands in the source', () => {
  const sources = ['app', 'components', 'lib'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${room}/${name}`),
  );
  const source = sources
    .filter((name) => !name.startsWith('lib/translation/'))
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n')
    .replaceAll("{' '}", ' ')
    .replaceAll(/\s+/g, ' ');
  // A sentence may be put together at its slots and its signs.
  const pieces = (key: string) =>
    key
      .split(/\{[a-z]+\d?\}|[()[\],.;:?%·“”]|\b(?:red|amber|green)\b/i)
      .map((piece) => piece.trim())
      .filter((piece) => /\p{L}{2}/u.test(piece));
  const left = Object.keys(welsh).filter((key) => pieces(key).some((piece) => !source.includes(piece)));
  // These are put together of smaller words.
  expect(left).toEqual([
    'The committee’s paper, of the scorecard in force:',
    'Written by the data owner, approved by the head of service on {date}',
    '{n} days after the end of each period',
    '1 measure matches “{text}”',
    'No measure matches “{text}”',
  ]);
});
