import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CommitteesPage } from '@/components/committee/committees-page';
import { ServicesPage } from '@/components/scorecard/services-page';
import { ThemesPage } from '@/components/scorecard/themes-page';
import { type CouncilRow, councilView, type ThemeView, themesHeadline } from '@/lib/scorecard/council-view';
import type { Colour } from '@/lib/target/target';

const date = '2018-08-17';
const site = { council: 'Testshire', stylesheet: '/s.css', today: null, demonstration: null };

const rowOf = (code: string, colour: Colour | null, more: Partial<CouncilRow> = {}): CouncilRow =>
  ({
    number: 1,
    code,
    title: `Title of ${code}`,
    theme: 'Care',
    period: '2018-07-01',
    current: { text: '1', marks: [] },
    target: { text: '2' },
    comments: null,
    actions: [],
    rag: { colour, sentence: '' },
    travel: { direction: null, colour: null, sentence: '' },
    schedule: { frequency: 'monthly', startMonth: 4, lagDays: 30, from: date, until: null, latest: date, gaps: [] },
    ...more,
  }) as unknown as CouncilRow;

const judgedGreen = { colour: 'green', reason: 'A strike.', by: 'head of service' } as const;
const children = [
  rowOf('a', 'red'),
  rowOf('b', 'red', { rag: { colour: 'red', sentence: '', judged: judgedGreen } }),
  rowOf('c', null),
];
const roads = [rowOf('d', 'green'), rowOf('e', 'amber', { theme: 'Streets' })];
const head = (slug: string, name: string) => ({
  number: 2,
  asAt: date,
  publishedAt: '2018-08-17T08:00:00Z',
  sha256: '',
  service: { slug, name, notice: null },
});
const view = councilView(
  [
    { head: head('children', 'Children'), rows: children, before: new Map() },
    { head: head('roads', 'Roads'), rows: roads, before: new Map() },
  ],
  date,
);

const html = (page: ReactElement) => renderToStaticMarkup(page).split('<main')[1] ?? '';
/** The rows of a page's tables as the texts of their cells. */
const rowsOf = (page: ReactElement) =>
  [...html(page).matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
    [...(row ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) =>
      (cell ?? '').replaceAll(/<[^>]+>/g, '|'),
    ),
  );

describe('the page of all themes', () => {
  const page = createElement(ThemesPage, { site, date, themes: view.themes });

  test('counts each colour as it stands, and names what is Red by the rule or as judged', () => {
    expect(
      rowsOf(page)
        .slice(1)
        .map((cells) => cells.slice(2)),
    ).toEqual([
      ['1', '0', '2', '1', '|Title of a||Title of b|'],
      ['0', '1', '0', '0', 'Nothing is Red'],
    ]);
    expect(rowsOf(page)[1]?.[0]).toBe('|Care||Children, Roads|');
    expect(html(page)).toContain('href="/measures/b"');
    expect(html(page)).toContain('href="/themes?theme=Care"');
  });

  test('is headed by how many have something Red', () => {
    expect(html(page)).toContain('<h1>One of two themes has a Red measure</h1>');
    const theme = (name: string, colour: Colour | null): ThemeView => ({
      theme: name,
      rows: [rowOf('x', colour)] as ThemeView['rows'],
    });
    expect(themesHeadline([theme('A', 'red'), theme('B', 'red'), theme('C', null)])).toBe(
      'Two of three themes have a Red measure',
    );
    expect(themesHeadline([theme('A', 'red'), theme('B', 'red')])).toBe('All two themes have a Red measure');
    expect(themesHeadline([theme('A', 'red')])).toBe('The one theme has a Red measure');
    expect(themesHeadline([theme('A', 'green'), theme('B', null)])).toBe('No theme has a Red measure');
  });

  test('without a theme says what one would be', () => {
    const none = html(createElement(ThemesPage, { site, date, themes: [] }));
    expect(none).toContain('No published measure has a theme yet');
    expect(none).not.toContain('<table');
  });
});

describe('the committees together', () => {
  const committee = {
    id: 1,
    slug: 'family',
    name: 'Family committee',
    services: [
      { slug: 'children', name: 'Children', since: date },
      { slug: 'adults', name: 'Adults', since: null },
      { slug: 'trams', name: 'Trams', since: date },
    ],
    meetings: ['2018-07-05', '2018-09-06'],
    moves: [],
    holidays: [],
  };
  const page = createElement(CommitteesPage, { site, committees: [committee], services: view.services, today: date });

  test('have each service with what is Red in it, and those that have no scorecard say so', () => {
    expect(
      rowsOf(page)
        .slice(1)
        .map((cells) => [cells[0], ...cells.slice(-2)]),
    ).toEqual([
      ['|Children|', '2 of 2 rated', '|Title of a||Title of b|'],
      ['Adults', 'Adults', 'It has published no scorecard yet.'],
      ['Trams', 'Trams', 'No scorecard is in force now.'],
    ]);
  });

  test('have their next meeting; those of the past are on the page of the committee', () => {
    expect(html(page)).toContain('Thursday 6 September 2018');
    expect(html(page)).not.toContain('5 July 2018');
  });
});

test('the first page has the days to come beside its headline, or nothing of them', () => {
  const coming = [{ day: '2018-09-06', words: 'Thursday 6 September 2018', title: 'Family', address: '/committees/f' }];
  const withDays = html(createElement(ServicesPage, { site, view, coming }));
  expect(withDays).toContain('<small>Thursday 6 September 2018</small><a href="/committees/f">Family</a>');
  expect(html(createElement(ServicesPage, { site, view, coming: [] }))).not.toContain('class="coming"');
});
