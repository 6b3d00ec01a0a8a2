import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ListPages } from '@/components/text/list-pages';
import {
  addressWithout,
  entriesOn,
  pageFromAddress,
  pageHref,
  pageOfList,
  pageSentence,
  pagesFromAddress,
} from '@/lib/form/page-of-list';

const html = (total: number, page: number, address = '/reviews') =>
  renderToStaticMarkup(createElement(ListPages, { place: pageOfList(total, page), address, list: 'what waits' }));

test('the second page of 2,000 shows 51 to 100, the last of 120 shows 101 to 120', () => {
  expect(pageSentence(pageOfList(2_000, 2))).toBe('Showing 51 to 100 of 2,000.');
  expect(pageSentence(pageOfList(120, 3))).toBe('Showing 101 to 120 of 120.');
  const list = Array.from({ length: 120 }, (_, index) => index + 1);
  expect([1, 2, 3, 4].map((page) => entriesOn(list, page).length)).toEqual([50, 50, 20, 0]);
  expect([1, 2, 3].flatMap((page) => entriesOn(list, page))).toEqual(list);
});

test('a page that there is not is a sentence with the way to the last one', () => {
  expect(pageSentence(pageOfList(120, 4))).toBe('There is no page 4: the list has three pages.');
  expect(pageSentence(pageOfList(0, 2))).toBe('There is no page 2: the list has one page.');
  expect(html(120, 1_000)).toContain('<a href="/reviews?page=3" rel="prev">Last page</a>');
  expect(html(50, 2)).toContain('<a href="/reviews" rel="prev">Last page</a>');
  expect(html(120, 1_000)).not.toContain('rel="next"');
});

test('there are links to the page before and the page behind, where there is one, and none where one page shows all', () => {
  expect(html(120, 1)).not.toContain('rel="prev"');
  expect(html(120, 1)).toContain('<a href="/reviews?page=2" rel="next">Next page</a>');
  expect(html(120, 2)).toContain('<a href="/reviews" rel="prev">Previous page</a>');
  expect(html(120, 3)).not.toContain('rel="next"');
  expect(html(50, 1)).toBe('');
  expect(html(0, 1)).toBe('');
});

test('what an address asks for beside its page is kept', () => {
  expect(pageHref('/work/readings?state=draft', 2)).toBe('/work/readings?state=draft&page=2');
  const pages = pagesFromAddress(['measures', 'changes', 'preview'] as const, {
    measures: '2',
    preview: '3',
    done: 'moved',
  });
  expect(pages).toEqual({ measures: 2, changes: 1, preview: 3 });
  expect(addressWithout('/releases/buses', pages, 'preview')).toBe('/releases/buses?measures=2');
  expect(pageHref(addressWithout('/releases/buses', pages, 'changes'), 4, 'changes')).toBe(
    '/releases/buses?measures=2&preview=3&changes=4',
  );
});

test('whatever is no number of a page is the first', () => {
  for (const value of [undefined, '', '0', '-1', '01', '1.5', '1e3', '12345678', ['2'], 'two'])
    expect(pageFromAddress(value)).toBe(1);
  expect(pageFromAddress('999999')).toBe(999_999);
});
