import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { EditionDifferences } from '../../../components/edition/edition-differences';
import { HistoryList } from '../../../components/history/history-list';
import { CheckAndSubmit } from '../../../components/reading/check-and-submit';
import { ReadingDesk } from '../../../components/reading/reading-desk';
import { ReviewList } from '../../../components/review/review-list';
import { WorkList } from '../../../components/work/work-list';
import type { ReadingPage } from '../../../db/queries/reading/reading-page';
import type { ReviewItem } from '../../../db/queries/review/review-page';
import type { ReviewWords } from '../../../db/queries/review/review-words';
import type { FormState } from '../../../lib/form/form-state';
import { blankContent } from '../../../lib/reading/content';
import { typedOf } from '../../../lib/reading/content-entry';
import { fosterText } from '../../support/commentary/foster-text';
import { facts } from '../../support/reference/measure-facts';

const step = async (): Promise<FormState> => ({ problems: [], typed: {} });
const html = (node: ReactNode) => renderToStaticMarkup(node);
const text = (node: ReactNode) =>
  html(node)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const page: ReadingPage = {
  readingId: null,
  version: null,
  revision: 0,
  state: null,
  steps: ['save'],
  whyNot: null,
  eyesMissing: null,
  measure: {
    ...facts(),
    id: 2,
    number: 2,
    code: 'csc-02',
    title: 'Foster care with our own carers',
    definition: 'Of …',
  },
  service: { slug: 'childrens-social-care', name: 'Children’s Social Care' },
  period: {
    start: '2018-07-01',
    label: 'Jul 2018',
    range: '1 to 31 July 2018',
    due: '2018-09-14',
    status: 'due',
    daysLate: 0,
  },
  content: blankContent,
  previous: {
    label: 'Jun 2018',
    range: '1 to 30 June 2018',
    realTerms: null,
    figure: '81%',
    comments: 'Steady.',
    actions: [],
  },
  target: { target: { shape: 'at_least', green: '80', amber: null }, figure: '80%', rule: 'at least 80%' },
  whyNoTarget: null,
  publicly: null,
  comparator: { label: '2017/18', figure: '81%', why: null },
  usual: ['81', '80', '79', '81', '80', '82', '81'],
  openActions: [],
  checks: { text: fosterText(), silenced: [] },
  keptBefore: null,
  returned: null,
  submitted: null,
  approved: null,
  sentBy: null,
  published: null,
  row: null,
  comparisonYear: '2017/18',
};
const steps = { save: step, accept: step, withdraw: step, correct: step };
const desk = (more: Partial<ReadingPage> = {}, typed: Record<string, string> = {}) =>
  createElement(ReadingDesk, {
    page: { ...page, ...more },
    today: '2018-08-17',
    typed: { ...typedOf({ ...page.content, ...more.content }), ...typed },
    fresh: 'k'.repeat(36),
    steps,
    saved: false,
  });

describe('the reading form', () => {
  test('asks Olive for both parts in words, with last month’s figure and words beside them', () => {
    const words = text(desk());
    expect(words).toContain('How many were placed with council carers');
    expect(words).toContain('Out of how many children in foster care');
    expect(words).toContain('1 to 30 June 2018 Figure 81%');
    expect(words).toContain('Steady.');
    expect(words).toContain('due 14 September 2018');
  });

  test('201 of 267 is 75% and Red, with the sum, and the questions that fit a Red', () => {
    const words = text(desk({}, { numerator: '201', denominator: '267' }));
    expect(words).toContain('75%');
    expect(words).toContain('201 of 267 children in foster care were placed with council carers: 75.3%, shown as 75%');
    expect(words).toContain('Red: 75% is below the target of at least 80%');
    expect(words).toContain('What will be done to bring it back to target?');
  });

  test('12% where the last seven lie around 81% asks for a reason; 81% does not', () => {
    expect(text(desk({}, { value: '12' }))).toContain('Why is this figure right?');
    expect(text(desk({}, { value: '81' }))).not.toContain('Why is this figure right?');
  });

  test('every field has its label, each id is there once, and only one button is primary', () => {
    const form = html(desk({}, { actionText2: 'Recruit', missing: 'not_collected' }));
    const ids = [...form.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of form.matchAll(/<label for="([^"]+)"/g)) expect(ids).toContain(id);
    expect(form.match(/class="button"/g)).toHaveLength(1);
    expect(form).toContain('Recruit');
  });

  test('a return shows its reason, and its wording with a button that takes it over', () => {
    const returned = { by: 'Hana Malik', at: '2018-08-16T09:00:00Z', reason: 'Say why.', suggested: 'Because of …' };
    const words = text(desk({ state: 'returned', readingId: 5, version: 2, returned }));
    expect(words).toContain('Returned by Hana Malik');
    expect(words).toContain('Say why.');
    expect(words).toContain('Use this wording');
  });

  test('whoever may not write it reads why not', () => {
    const whyNot = 'This reading is with the head of service.';
    const form = html(desk({ state: 'submitted', readingId: 5, version: 2, steps: [], whyNot }));
    expect(form).toContain(whyNot);
    expect(form).not.toContain('<textarea');
  });
});

describe('checking the answers', () => {
  const check = (more: Partial<ReadingPage>) =>
    createElement(CheckAndSubmit, {
      page: { ...page, state: 'draft', readingId: 5, version: 1, steps: ['save', 'submit'], ...more },
      today: '2018-08-17',
      fresh: 'k'.repeat(36),
      submit: step,
    });

  test('216 of 267 can be submitted; each answer links to its place in the form', () => {
    const content = { ...blankContent, numerator: '216', denominator: '267' };
    expect(text(check({ content }))).toContain('Submit for approval');
    expect(html(check({ content }))).toContain('href="/readings/csc-02/2018-07-01#comments"');
  });

  test('without a figure it cannot, and says what is missing', () => {
    const words = text(check({}));
    expect(words).not.toContain('Submit for approval');
    expect(words).toContain('Give the figure, or choose a reason why there is none.');
  });
});

test('nothing to do is said kindly; what is late says by how much', () => {
  expect(text(createElement(WorkList, { items: [], isEmpty: true }))).toContain('Nothing awaits you.');
  const item = {
    ...({ kind: 'overdue' } as const),
    title: 'Gullies',
    service: 'Highways',
    code: 'hwy-11',
    due: '2018-07-30',
    daysLate: 18,
    period: { start: '2018-06-01', label: 'Jun 2018', range: '1 to 30 June 2018' },
    sentence: 'June 2018 was due by 30 July 2018.',
    href: '/readings/hwy-11/2018-06-01',
  } as const;
  expect(text(createElement(WorkList, { items: [item], isEmpty: false }))).toContain(
    'June 2018 was due by 30 July 2018. 18 days late Highways',
  );
});

const reviewItem = (more: Partial<ReviewItem> = {}): ReviewItem => ({
  readingId: 7,
  version: 3,
  number: 2,
  code: 'csc-02',
  title: 'Fostering',
  service: page.service,
  period: page.period,
  due: '2018-09-14',
  daysLate: 0,
  correction: false,
  words,
  submitted: { by: 'Olive Turner', at: '2018-08-16T09:00:00Z' },
  steps: ['approve'],
  whyNot: null,
  href: '/reviews/7',
  ...more,
});

const words: ReviewWords = {
  row: {
    target: { text: '80%', why: null, rule: 'at least 80%' },
    current: { text: '75%', why: null, marks: ['p'] },
    previous: { text: '81%', why: null, label: '2017/18' },
    rag: { colour: 'red', sentence: 'Red: 75% is below the target of at least 80%.' },
    travel: { direction: 'worsening', colour: 'red', sentence: '75% is worse than the 81% of 2017/18.' },
    realTerms: null,
    comments: 'Two carers retired.\n\n• one moved away\n• one fell ill',
    actions: [{ text: 'Recruit six carers', owner: 'Head of Fostering', due: '2018-10-01' }],
    notes: ['Revised: was 88%, now 75%; Counted twice.'],
  },
  hidden: [],
  parts: '201 of 267',
  last: { label: 'Jun 2018', figure: '81%', parts: '216 of 267' },
  unusual: { question: '75% is far from the last 7 figures.', reason: 'The homes in Arden closed.' },
  publicNote: 'Counted twice.',
  revisionReason: 'error',
  completed: ['Open the new home'],
  kept: ['“one fell ill”: the carer agreed to these words.'],
};

test('the list of reviews shows all that an approval signs, so that nothing is approved unread', () => {
  const { row, parts, last, unusual, publicNote, completed } = words;
  const item = reviewItem({ correction: true, words });
  const list = createElement(ReviewList, { items: [item], isEmpty: false, fresh: 'k'.repeat(36), approve: step });
  const listText = text(list);
  for (const part of [
    '75%',
    '[p] provisional',
    parts,
    last?.label,
    last?.figure,
    last?.parts,
    '80%',
    'at least',
    'a correction',
    'Red',
    row.rag.sentence,
    'Worsening',
    row.travel.sentence,
    'Two carers retired.',
    'one moved away',
    'Recruit six carers',
    'Head of Fostering, by 1 October 2018',
    ...row.notes,
    unusual?.question,
    `The owner says: ${unusual?.reason}`,
    'Public note (error)',
    publicNote,
    ...completed,
  ])
    expect(listText).toContain(part);
  // Pasted bullets are a list, and the tick comes after all that it signs.
  expect(html(list)).toContain('<li>one fell ill</li>');
  expect(html(list).indexOf('type="checkbox"')).toBeGreaterThan(html(list).indexOf('Open the new home'));
});

test('Hana ticks the reading of another, and reads why she cannot tick her own', () => {
  const item = reviewItem();
  const own = reviewItem({ readingId: 8, title: 'Own work', whyNot: 'Never what they wrote.' });
  const list = html(
    createElement(ReviewList, { items: [item, own], isEmpty: false, fresh: 'k'.repeat(36), approve: step }),
  );
  expect(list).toContain('value="7:3"');
  expect(list).not.toContain('value="8:3"');
  expect(list).toContain('Never what they wrote.');
});

test('history is cut at 200 and says so; words of people are text', () => {
  const line = (id: number) => ({ id, at: '2018-08-16T23:30:00Z', who: 'Hana', sentence: `Hana wrote <b>${id}</b>.` });
  const list = html(createElement(HistoryList, { lines: Array.from({ length: 201 }, (_, index) => line(index)) }));
  expect(list.match(/<li>/g)).toHaveLength(200);
  expect(list).toContain('Only the latest 200 are shown here.');
  expect(list).toContain('00:30 on 17 August 2018');
  expect(list).not.toContain('<b>');
});

test('what an edition would change is told measure by measure', () => {
  const difference = {
    number: 2,
    code: 'csc-02',
    title: 'Fostering',
    sentence: 'Now 80%, was 81%.',
    change: 'figure',
  } as const;
  const words = text(createElement(EditionDifferences, { differences: [difference], since: 'edition 1' }));
  expect(words).toContain('One measure differs from edition 1. 2. Fostering Now 80%, was 81%.');
  expect(text(createElement(EditionDifferences, { differences: [], since: 'edition 1' }))).toContain(
    'No difference from edition 1.',
  );
});
