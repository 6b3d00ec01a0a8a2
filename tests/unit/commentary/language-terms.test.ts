import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandTerms, firstUses } from '@/lib/commentary/expand-terms';
import { unexplainedTerms } from '@/lib/commentary/language/abbreviation-check';
import { pageTermFindings } from '@/lib/commentary/language/page-terms';
import type { ReadingText } from '@/lib/commentary/reading-text';
import type { Term } from '@/lib/glossary/term';
import { languageReading, rows } from '../../support/commentary/language-reading';

const quotes = (comments: string, given: Partial<ReadingText> = {}): string[] =>
  unexplainedTerms(languageReading(rows.care, comments, given)).map(({ quote }) => quote);

describe('an abbreviation that is explained, known to all or none at all is left alone', () => {
  test.each([
    ['in the glossary', 'We have 10.3 FTE in post.'],
    ['in the glossary, several', 'Two FTEs left.'],
    ['in the glossary, of somebody', 'The FTE’s hours were cut.'],
    ['explained before', 'The special educational needs and disabilities (SEND) team grew. SEND cases rose.'],
    ['explained behind', 'EHCPs (education, health and care plans) took longer.'],
    ['explained with hyphens', 'The multi-agency safeguarding hub (MASH) moved.'],
    ['explained with small letters', 'Children in need (CiN) rose.'],
    ['explained after a dash', 'The department for work and pensions – DWP – sent data late.'],
    ['explained as known as', 'Child and adolescent mental health services, known as CAMHS, have a waiting list.'],
    ['known to all', 'The NHS, GPs, the UK, VAT, HR, IT and the BBC.'],
    ['a disease', 'COVID-19 closed the pools.'],
    ['roads', 'The A1, the A1056 and the B6341 were shut.'],
    ['a postcode', 'Homes in NE61 1AA were flooded.'],
    ['Roman numbers', 'Phase II and stage IV are done.'],
    ['exams', 'A-level and AS-level results were good.'],
    ['times', 'Open from 9AM to 5PM.'],
    ['quarters', 'In Q1 and Q2 it rained.'],
    ['names with capitals inside', 'LinkedIn, McDonald and SharePoint.'],
    ['a shouted sentence', 'PLEASE DO NOT SEND FORMS BY POST.'],
    ['a stressed word', 'This must NOT be repeated.'],
    ['initials', 'J. K. and U.S. are initials.'],
    ['a gas', 'CO2 fell by 40 tonnes CO2e.'],
  ])('%s: %s', (_, comments) => {
    expect(quotes(comments)).toEqual([]);
  });
});

test.each([
  ['The LAs met.', ['LAs']],
  ['NEETs rose.', ['NEETs']],
  ['The MoJ and DfE wrote.', ['MoJ', 'DfE']],
  ['YOT, YOT and YOT again.', ['YOT']],
  ['The council (NCC) agreed.', ['NCC']],
  ['An S106 and ASBs were agreed.', ['ASBs']],
  ['The P&C team moved.', ['P&C']],
])('%s leaves %j unexplained', (comments, expected) => {
  expect(quotes(comments)).toEqual(expected);
});

test('the title and the definition explain for the comments; the actions are read too', () => {
  const measure = Object.assign({}, languageReading(rows.care, null).measure, {
    definition: 'Of people who left hospital after reablement (RBT), those still at home.',
    title: 'Children looked after by the local authority (LA)',
  });
  expect(quotes('The LA agreed.', { measure })).toEqual([]);
  const actions = [{ text: 'Ask the CCG', owner: 'SEND manager', due: null }];
  expect(quotes('It rained.', { actions })).toEqual(['CCG']);
});

test('explained too late, it is offered where it stands first', () => {
  const comments = 'MASH moved in May. The multi-agency safeguarding hub (MASH) is open.';
  expect(unexplainedTerms(languageReading(rows.care, comments))).toMatchObject([
    { quote: 'MASH', at: 0, instead: 'multi agency safeguarding hub (MASH)' },
  ]);
});

test('a glossary with two meanings, and another meaning than the glossary’s, are refused', () => {
  const glossary: Term[] = [
    { term: 'FTE', meaning: 'Full-time equivalent' },
    { term: 'FTE', meaning: 'First time entrant to the youth justice system' },
  ];
  const [two] = unexplainedTerms(languageReading(rows.care, 'FTE fell.', { glossary }));
  expect(two?.sentence).toBe('The glossary has two meanings of FTE.');
  const [other] = unexplainedTerms(languageReading(rows.care, 'The first time entrant (FTE) rate fell.'));
  expect(other).toMatchObject({
    quote: 'FTE',
    sentence: 'FTE stands here for “first time entrant”, and in the glossary for something else.',
  });
  expect(quotes('A full-time equivalent (FTE) is missing.')).toEqual([]);
});

describe('a page on which an abbreviation has two meanings', () => {
  const row = (number: number, title: string, comments: string | null = null) => ({
    number,
    title,
    definition: title,
    comments,
    actions: [],
  });
  const fullTime: Term = { term: 'FTE', meaning: 'Full-time equivalent: part-time posts are counted as parts.' };

  test('FTE of the founding report: officers in row 1, young people in row 11', () => {
    const page = [
      row(1, 'Average number of cases per FTE reviewing officer'),
      row(6, 'Average duration of care proceedings'),
      row(
        11,
        'Reduction in first time entrants FTE to the youth justice system',
        'The First Time Entrant (FTE) rate rose.',
      ),
    ];
    const findings = pageTermFindings(page, [fullTime]);
    expect(findings).toMatchObject([{ number: 11, rule: 'B10', quote: 'FTE', place: { field: 'measure' } }]);
    expect(findings[0]?.sentence).toContain('in measure 1 “Full-time equivalent');
  });

  test('without a glossary the words of the rows are enough', () => {
    const page = [
      row(1, 'Cases', 'Each full-time equivalent (FTE) holds 80.'),
      row(2, 'Crime', 'First time entrants (FTE) rose.'),
    ];
    expect(pageTermFindings(page, []).map(({ number }) => number)).toEqual([2]);
  });

  test('the same meaning in other words is one meaning', () => {
    const page = [
      row(1, 'Cases', 'Each full-time equivalent (FTE) holds 80.'),
      row(2, 'Posts', 'FTEs (full time equivalents) fell.'),
      row(3, 'FTE posts'),
    ];
    expect(pageTermFindings(page, [fullTime])).toEqual([]);
  });
});

describe('terms are explained for readers where they stand first', () => {
  const glossary: Term[] = [
    { term: 'FTE', meaning: 'Full-time equivalent' },
    { term: 'LA', meaning: 'Local authority' },
    { term: 'early help', meaning: 'Support before problems grow' },
    { term: 'Early Help Assessment', meaning: 'A talk about what a family needs' },
  ];
  const explained = (text: string) =>
    expandTerms(text, glossary).flatMap(({ text: part, meaning }) => (meaning ? [part] : []));

  test('once each, and in the plural', () => {
    expect(explained('Two FTEs, one FTE, and the LA.')).toEqual(['FTEs', 'LA']);
  });

  test('a short term is looked for as it is written, a long one in any case, the longest first', () => {
    expect(explained('La la land; Early help and an early help assessment.')).toEqual([
      'Early help',
      'early help assessment',
    ]);
  });

  test('not inside another word, and not where the writer has explained it', () => {
    expect(explained('FTEx and the full-time equivalent (FTE), then FTE.')).toEqual([]);
  });

  test('over a page each term is explained once, in the text that has it first, unless its writer did so there', () => {
    const texts = [
      'We met the LA.',
      'The LA gave early help.',
      'A full-time equivalent (FTE) left.',
      'One FTE, early help.',
    ];
    expect(firstUses(texts, glossary).map((terms) => terms.map(({ term }) => term))).toEqual([
      ['LA'],
      ['early help'],
      [],
      [],
    ]);
  });

  test('words with the end of a sentence or line between them are no term', () => {
    expect(explained('They came early. Help was there. And early\nhelp.')).toEqual([]);
    expect(explained('The early-help team')).toEqual(['early-help']);
  });

  test('the parts joined are the text, whatever it is', () => {
    const pieces = fc.array(
      fc.constantFrom('FTE', 'LA', ' ', '(', ')', 'early help', 's', '\n', '🙂', 'Early Help Assessment', ', '),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((parts) => parts.join('')),
        ),
        (text) => {
          const segments = expandTerms(text, glossary);
          expect(segments.map((segment) => segment.text).join('')).toBe(text);
          const terms = segments.flatMap(({ term }) => (term === undefined ? [] : [term]));
          expect(new Set(terms).size).toBe(terms.length);
        },
      ),
    );
  });
});
