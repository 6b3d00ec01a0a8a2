import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CouncilTerms } from '../../../components/guide/council-terms';
import { shortMeaning, termEffect, usesTerm } from '../../../lib/glossary/term';
import { SetTheme, themeEffect } from '../../../lib/glossary/theme';

describe('a word of the glossary', () => {
  test.each<[string, string, boolean]>([
    ['FTE posts that are filled', 'FTE', true],
    ['posts (FTE)', 'FTE', true],
    ['a la carte', 'LA', false],
    ['LAC reviews', 'LA', false],
    ['Looked-after children in care', 'looked-after children', true],
    ['unlooked-after children', 'looked-after children', false],
    ['a+b (sum)', 'a+b', true],
  ])('“%s” uses “%s”: %s', (text, term, uses) => expect(usesTerm(text, term)).toBe(uses));

  test('says what the public reads, and which measures use it', () => {
    const term = { term: 'FTE', meaning: 'Full-time equivalent.' };
    const use = { service: null, instead: null, users: [], twice: [] };
    expect(termEffect(term, use).sentences).toEqual([
      'The glossary says at once: FTE: Full-time equivalent.',
      'From the next edition on, “FTE (Full-time equivalent)” stands where comments use it first.',
      'No measure’s title or definition uses it yet.',
    ]);
    expect(termEffect(term, { ...use, users: ['a', 'b', 'c', 'd', 'e', 'f'] }).sentences[2]).toBe(
      '6 measures use it: a; b; c; d; e; and 1 more.',
    );
  });

  test('of one service says so, with what the council says instead and each page on which it would mean two things', () => {
    const use = { service: 'Buses', instead: 'Full-time equivalent.', users: [], twice: ['Measure 2 of Buses: FTE …'] };
    expect(termEffect({ term: 'FTE', meaning: 'First ticket entered.' }, use).sentences).toEqual([
      'The glossary says at once, for Buses: FTE: First ticket entered.',
      'From the next edition of Buses on, “FTE (First ticket entered)” stands where comments use it first.',
      'In Buses it takes the place of what the council says: Full-time equivalent.',
      'No measure’s title or definition of Buses uses it yet.',
      'Measure 2 of Buses: FTE …',
    ]);
  });

  test.each([
    ['Full-time equivalent: part-time posts are counted as parts.', 'Full-time equivalent'],
    ['Independent reviewing officer, who watches over the plan.', 'Independent reviewing officer'],
    ['Education, training or employment.', 'Education, training or employment'],
    ['What a levy, e.g. on floor space, pays', 'What a levy, e.g. on floor space, pays'],
    ['word '.repeat(60).trim(), `${'word '.repeat(24).trim()} …`],
  ])('“%s” is shown as “%s”', (meaning, shown) => expect(shortMeaning(meaning)).toBe(shown));

  test('the public list has a heading of its own, and is not there while it is empty', () => {
    const html = (terms: { term: string; meaning: string; service: string | null }[]) =>
      renderToStaticMarkup(createElement(CouncilTerms, { council: 'Anyshire', terms }));
    expect(html([])).toBe('');
    const meaning = 'Full-time <b>equivalent</b>.';
    expect(html([{ term: 'FTE', meaning, service: null }])).toContain(
      '<dt>FTE</dt><dd>Full-time &lt;b&gt;equivalent&lt;/b&gt;.</dd>',
    );
    expect(html([{ term: 'FTE', meaning, service: 'Buses' }])).toContain('<b>In Buses: </b>Full-time');
  });
});

test('a theme says what the next edition does, and with which measures', () => {
  expect(themeEffect('Getting about', '', ['Trams on time']).sentences).toEqual([
    'The next edition has it under “Getting about”: its page says so, and the search finds it by that.',
    'With Trams on time.',
    'Editions that are published stay as they are.',
  ]);
  expect(themeEffect('', 'Getting about', []).sentences).toEqual([
    'The next edition does not have it under “Getting about” any more.',
  ]);
});

test('a theme is one that is there, or a new one where that is written', () => {
  const typed = { code: 'bus-01', was: '', known: 'Travel', theme: '', intent: 'save', seen: '' };
  expect(SetTheme.parse(typed).theme).toBe('Travel');
  expect(SetTheme.parse({ ...typed, theme: ' Getting about ' }).theme).toBe('Getting about');
  expect(SetTheme.parse({ ...typed, known: '' }).theme).toBe('');
});
