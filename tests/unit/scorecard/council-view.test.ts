import { describe, expect, test } from 'vitest';
import {
  type CouncilRow,
  councilHeadline,
  councilView,
  oneByOne,
  redOfRated,
  themeHeadline,
} from '@/lib/scorecard/council-view';
import type { Colour } from '@/lib/target/target';

const rowOf = (code: string, colour: Colour | null, theme?: string): CouncilRow =>
  ({
    code,
    title: code,
    theme,
    rag: { colour, sentence: '' },
    travel: { direction: null, colour: null, sentence: '' },
    schedule: {
      frequency: 'monthly',
      startMonth: 4,
      lagDays: 30,
      from: '2018-07-01',
      until: null,
      latest: '2018-07-01',
      gaps: [],
    },
  }) as unknown as CouncilRow;
const head = (name: string) => ({
  number: 2,
  asAt: '2018-08-17',
  publishedAt: '2018-08-17T08:00:00Z',
  sha256: '',
  service: { slug: name, name, notice: null },
});
const was = (colours: Record<string, Colour | null>) =>
  new Map(Object.entries(colours).map(([code, colour]) => [code, { colour, sentence: '' }]));

const view = councilView(
  [
    {
      head: head('Children'),
      rows: [rowOf('a', 'red', 'Care'), rowOf('b', 'green', 'Care'), rowOf('c', null)],
      before: was({ a: 'green', b: 'green', c: 'red' }),
    },
    {
      head: head('Roads'),
      rows: [rowOf('d', 'green', 'Streets'), rowOf('e', 'amber', 'Care')],
      before: was({ d: 'red' }),
    },
  ],
  '2018-08-17',
);

test('what has turned is from one colour to another since the edition before: new measures and lost colours have not', () => {
  expect(view.services.map(({ turned }) => turned)).toEqual([
    [{ code: 'a', title: 'a', was: 'green', is: 'red' }],
    [{ code: 'd', title: 'd', was: 'red', is: 'green' }],
  ]);
});

test('a theme has its measures from whatever service, and counts what is rated only', () => {
  expect(view.themes.map(({ theme, rows }) => [theme, rows.map(({ code, service }) => `${service} ${code}`)])).toEqual([
    ['Care', ['Children a', 'Children b', 'Roads e']],
    ['Streets', ['Roads d']],
  ]);
  expect(view.themes.map(({ rows }) => redOfRated(rows))).toEqual(['1 of 3 rated', 'none of 1 rated']);
  expect(redOfRated([rowOf('x', null)])).toBe('none rated');
});

describe('the headline is over all services', () => {
  const counts = { total: 9, green: 3, amber: 1, red: 2, none: 3, improving: 0, worsening: 0, overdue: 2 };
  test.each([
    [counts, 'Two of six rated measures are Red; two figures are late'],
    [{ ...counts, red: 1, overdue: 1 }, 'One of five rated measures is Red; one figure is late'],
    [{ ...counts, red: 0, overdue: 0 }, 'None of four rated measures is Red; no figure is late'],
    [{ ...counts, red: 0, green: 0, amber: 0, overdue: 0 }, 'No measure can be rated yet; no figure is late'],
  ])('%j is “%s”', (summary, sentence) => expect(councilHeadline(summary)).toBe(sentence));
  test('a theme has one of its own', () => {
    expect(view.themes.map(({ rows }) => themeHeadline(rows))).toEqual([
      'One of three rated measures is Red',
      'The one rated measure is not Red',
    ]);
  });
  test('it counts the services together', () => {
    expect(view.summary).toMatchObject({ total: 5, red: 1, green: 2, amber: 1, none: 1 });
  });
});

test('measures are shown one by one up to 200 of them, of which 40 are Red', () => {
  expect(oneByOne({ total: 200, red: 40 })).toBe(true);
  expect([oneByOne({ total: 201, red: 0 }), oneByOne({ total: 60, red: 41 })]).toEqual([false, false]);
});
