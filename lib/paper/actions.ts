import type { ScorecardRow } from '@/lib/scorecard/scorecard-view';
import { formatDate } from '@/lib/time/period';
import type { Block, Line } from './paper';
import { small } from './row-cells';

/** Every action that the edition records: those with a date first, the earliest of them before the others. */
export function actionBlocks(rows: ScorecardRow[], date: string): Block[] {
  const actions = rows.flatMap((row) => row.actions.map((action) => ({ ...action, number: row.number })));
  if (actions.length === 0) return [];
  const noDate = '9999';
  const inOrder = actions.toSorted((a, b) => {
    const [left, right] = [a.due ?? noDate, b.due ?? noDate];
    return left === right ? a.number - b.number : left < right ? -1 : 1;
  });
  return [
    { kind: 'heading', level: 2, text: 'What is being done' },
    {
      kind: 'table',
      caption: 'Actions by the day on which they are due',
      columns: [
        { head: 'By', share: 17 },
        { head: 'Action', share: 52 },
        { head: 'Who', share: 22 },
        { head: 'Measure', share: 9, align: 'right' },
      ],
      rows: inOrder.map(({ text, owner, due, number }) => [
        byLines(due, date),
        [[{ text }]],
        [[{ text: owner }]],
        [[{ text: String(number) }]],
      ]),
    },
  ];
}

/** The day of an action, marked where it had passed when the edition was published. */
function byLines(due: string | null, date: string): Line[] {
  if (due === null) return [[small('no date set')]];
  const day: Line = [{ text: formatDate(due) }];
  return due < date ? [day, [{ ...small('this day has passed'), sign: 'overdue' }]] : [day];
}
