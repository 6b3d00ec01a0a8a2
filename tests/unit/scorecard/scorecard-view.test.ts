import { describe, expect, test } from 'vitest';
import { inView, type ScorecardRow, themesOf, viewOf } from '@/lib/scorecard/scorecard-view';

type Facts = {
  title: string;
  colour: ScorecardRow['rag']['colour'];
  direction: ScorecardRow['travel']['direction'];
  theme?: string;
  late?: boolean;
  judged?: 'red' | 'green';
};

const rowOf = ({ title, colour, direction, theme, late = false, judged }: Facts): ScorecardRow =>
  ({
    title,
    rag: { colour, sentence: '', judged: judged && { colour: judged, reason: '', by: 'head of service' } },
    travel: { direction, colour: null, sentence: '' },
    status: { status: late ? 'overdue' : 'up_to_date', sentence: '' },
    theme,
  }) as ScorecardRow;

const rows = [
  rowOf({ title: 'Adoption 10', colour: 'green', direction: 'improving', theme: 'Children in care' }),
  rowOf({ title: 'Roads', colour: 'red', direction: 'no_change' }),
  rowOf({ title: 'Adoption 2', colour: null, direction: null, late: true, theme: 'Children in care' }),
  rowOf({ title: 'Buses', colour: 'red', direction: 'worsening', judged: 'green' }),
  rowOf({ title: 'Lights', colour: 'amber', direction: 'worsening', theme: 'Streets' }),
];
const titles = (words: string) => {
  const view = viewOf(new URLSearchParams(words));
  return view && inView(rows, view).map(({ title }) => title);
};

describe('the view that an address asks for', () => {
  test.each([
    ['', ['Adoption 10', 'Roads', 'Adoption 2', 'Buses', 'Lights']],
    // One that is judged Green is Red by the rule: both show it.
    ['show=red', ['Roads', 'Buses']],
    ['show=green', ['Adoption 10', 'Buses']],
    ['show=amber', ['Lights']],
    ['show=none', ['Adoption 2']],
    ['show=improving', ['Adoption 10']],
    ['show=overdue', ['Adoption 2']],
    ['theme=Children+in+care', ['Adoption 10', 'Adoption 2']],
    ['theme=Streets&show=red', []],
    ['theme=Nowhere', []],
    ['order=title', ['Adoption 2', 'Adoption 10', 'Buses', 'Lights', 'Roads']],
    ['order=exceptions', ['Buses', 'Roads', 'Lights', 'Adoption 2', 'Adoption 10']],
    ['order=direction', ['Buses', 'Lights', 'Roads', 'Adoption 10', 'Adoption 2']],
    ['order=direction&show=red&signals=shown', ['Buses', 'Roads']],
  ])('“%s” shows %j', (words, expected) => expect(titles(words)).toEqual(expected));

  test.each(['show=blue', 'order=figure', 'signals=yes', 'show=', 'order='])('there is none at “%s”', (words) =>
    expect(titles(words)).toBeNull(),
  );
});

test('themes come in the order of the measures, with how many each has', () => {
  expect(themesOf(rows)).toEqual([
    { theme: 'Children in care', count: 2 },
    { theme: 'Streets', count: 1 },
  ]);
});
