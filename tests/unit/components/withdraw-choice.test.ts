import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { WithdrawSheet } from '../../../components/release/withdraw-choice';
import type { FormState } from '../../../lib/form/form-state';

const withdraw = async (): Promise<FormState> => ({ problems: [], typed: {} });
const edition = (number: number) => ({
  number,
  asAt: `2018-0${number}-17`,
  publishedAt: `2018-0${number}-17T08:30:00Z`,
});
const sheet = (chosen: number | null, numbers = [3, 2]) =>
  renderToStaticMarkup(
    createElement(WithdrawSheet, {
      page: { service: { slug: 'buses', name: 'Buses' }, editions: numbers.map(edition) },
      chosen,
      withdrawn: null,
      fresh: 'k'.repeat(36),
      withdraw,
    }),
  );

test('a list of the editions that stand leads to a page for each, and withdraws nothing by itself', () => {
  expect(sheet(null)).toContain('href="/releases/buses/withdraw?edition=3"');
  expect(sheet(null)).not.toMatch(/<button|<form/);
  // An edition that does not stand any more is not asked about.
  expect(sheet(1)).not.toMatch(/<button|<form/);
});

test('the page asks once more: what happens, what stays, a reason, and one button with the whole verb', () => {
  const html = sheet(3);
  expect(html).toContain('Withdraw edition 3?');
  expect(html).toContain('Edition 2, as at 17 February 2018, is in force again.');
  expect(html).toContain('The address of edition 3');
  expect(html).toContain('name="number" value="3"');
  expect(html.match(/<button[^>]*>[^<]*/g)).toEqual(['<button type="submit" class="button danger">Withdraw edition 3']);
});

test('says truly which edition is in force then', () => {
  expect(sheet(2)).toContain('Edition 3 stays in force.');
  expect(sheet(1, [1])).toContain('No edition of this service is in force until the next is published.');
});

test('its button is outlined in red, so that it is not taken for Publish, and keeps 16 pixels from the next link', () => {
  const styles = readFileSync('app/styles/fields.css', 'utf8');
  expect(styles).toMatch(/\.button\.danger \{[^}]*background: var\(--page\);[^}]*border: 2px solid var\(--red\);/);
  expect(styles).toMatch(/form:has\(> \.button:not\(\.link\)\) \+ [^{]*\{\s*margin-top: var\(--space-16\);/);
});
