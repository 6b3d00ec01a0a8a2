import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SearchHit } from '@/components/search/search-hit';
import { SearchPage } from '@/components/search/search-page';
import { question } from '@/lib/search/question';
import { mostShown, searchIndex } from '@/lib/search/search';
import { countWords, standingWords } from '@/lib/search/search-sentence';
import { searchable } from '../../support/council/searched-council';

const site = { council: 'Testshire', stylesheet: '/s.css', today: null, demonstration: null };
const services = [{ slug: 'buses', name: 'Buses' }];

const read = (typed: string, measures = [searchable({ code: 'bus-01', title: 'Buses on time' })]) => {
  const typedQuestion = question(typed);
  const answer = typedQuestion.text ? searchIndex(measures)(typedQuestion.text) : null;
  return renderToStaticMarkup(createElement(SearchPage, { site, question: typedQuestion, answer, services }));
};

test.each([
  [0, true, 'No measure matches “bus”'],
  [1, true, 'One measure matches “bus”'],
  [9, true, 'Nine measures match “bus”'],
  [10, true, '10 measures match “bus”'],
  [1, false, 'No measure has every word of “bus”; one measure has some'],
  [2, false, 'No measure has every word of “bus”; two measures have some'],
])('%i found, complete %s: %s', (count, complete, sentence) =>
  expect(countWords({ count, complete }, 'bus')).toBe(sentence),
);

test('a long question is quoted by its beginning, without parting a character', () => {
  expect(countWords({ count: 0, complete: true }, '🚲'.repeat(100))).toBe(`No measure matches “${'🚲'.repeat(80)}…”`);
});

test('of more than are shown it is said how many there are', () => {
  const many = Array.from({ length: mostShown + 1 }, (_, n) => searchable({ code: `m-${n}`, title: `Bus ${n}` }));
  expect(read('bus', many)).toContain(`The first ${mostShown} are shown.`);
  expect(read('bus', many.slice(1))).not.toContain('are shown.');
});

test('what was typed is text, wherever it is said again', () => {
  const page = read('<b onclick="x">\'&bus');
  expect(page).toContain('<title>Search: &lt;b onclick=&quot;x&quot;&gt;&#x27;&amp;bus – Testshire</title>');
  expect(page).toContain('value="&lt;b onclick=&quot;x&quot;&gt;&#x27;&amp;bus"');
  expect(page).not.toContain('<b onclick');
});

test('a measure without figure, period or colour says so', () => {
  const none = { current: { text: null, why: 'No result yet.', marks: [] }, period: null, colour: null };
  const [hit] = searchIndex([searchable({ code: 'bus-01', title: 'Buses', unit: 'Days', ...none })])('bus').hits;
  const shown = renderToStaticMarkup(createElement(SearchHit, { hit: hit as NonNullable<typeof hit> }));
  expect(shown.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toContain('No colour no result yet');
});

test.each([
  ['Days', '83 days'],
  ['Number', '83'],
  ['Number per 10,000', '83 per 10,000'],
  ['%', '83'],
])('after the figure stands its unit %s: %s', (unit, words) => {
  const page = read('bus', [searchable({ code: 'bus-01', title: 'Buses', unit })]);
  expect(page.replaceAll(/<[^>]+>/g, '|')).toMatch(new RegExp(`${words.replace(' ', '[|]+ ')}[ |]+Jul 2018`));
});

test('the meaning of an abbreviation and the comments are told where nothing else shows the match', () => {
  const texts = [
    searchable({ code: 'a', title: 'LAC moves', comments: 'More moved in June because a home in Alnwick closed.' }),
    searchable({ code: 'b', title: 'Homes', definition: 'For looked after children (LAC).' }),
  ];
  const because = (typed: string) =>
    [...read(typed, texts).matchAll(/<p class="because">(.*?)<\/p>/g)].map(([, text]) =>
      text?.replaceAll(/<[^>]+>/g, ''),
    );
  expect(because('looked after')).toEqual(['LAC stands for looked after children']);
  expect(because('LAC')).toEqual([]);
  expect(because('alnwick')).toEqual(['In the comments: More moved in June because a home in Alnwick closed.']);
  expect(because('homes')).toEqual(['In the comments: More moved in June because a home in Alnwick closed.']);
});

test('what a question may mean beside measures is offered: the service, the committee, the measures that stand so', () => {
  const service = { slug: 'trams', name: 'Tram services' };
  const texts = [
    searchable({ code: 'a', title: 'Rails', number: 3, standings: ['red'], service }),
    searchable({
      code: 'b',
      title: 'Wires',
      standings: ['amber'],
      service,
      committees: [{ slug: 't', name: 'Trams' }],
    }),
  ];
  const plain = (typed: string) =>
    read(typed, texts)
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
  expect(plain('red')).toContain('One measure is Red Tram services Rails measure 3, 83 , Jul 2018');
  expect(read('red', texts)).toContain('href="/scorecards/trams?show=red#measures"');
  expect(plain('red')).not.toContain('matches');
  expect(read('amber', texts)).toContain('<a href="/measures/b">Wires</a>');
  expect(read('amber', texts)).toContain('href="/scorecards/trams?show=amber#measures"');
  expect(plain('overdue')).toContain('No measure is overdue');
  expect(plain('tram')).toContain('Service: Tram services');
  expect(read('tram', texts)).toContain('<a href="/committees/t">Trams</a>');
  expect(plain('tram')).not.toContain('Try fewer');
});

test.each([
  ['red', 2, 'Two measures are Red'],
  ['amber', 1, 'One measure is Amber'],
  ['overdue', 0, 'No measure is overdue'],
] as const)('%s, %i: %s', (standing, count, sentence) => expect(standingWords({ standing, count })).toBe(sentence));
