import type { EditionHead } from '@/lib/edition/edition';
import type { Summary } from '@/lib/scorecard/scorecard';
import type { Line, Table } from './paper';

/** How many measures of an edition have each colour and direction. */
export type ServiceSummary = { head: EditionHead; summary: Summary };

const counted = ['total', 'green', 'amber', 'red', 'none', 'improving', 'worsening', 'overdue'] as const;

/** The counts of several services together. */
export function summaryOfAll(summaries: ServiceSummary[]): Summary {
  const sum = (name: (typeof counted)[number]) => summaries.reduce((total, { summary }) => total + summary[name], 0);
  const [total, green, amber, red, none] = [sum('total'), sum('green'), sum('amber'), sum('red'), sum('none')];
  return {
    total,
    green,
    amber,
    red,
    none,
    improving: sum('improving'),
    worsening: sum('worsening'),
    overdue: sum('overdue'),
  };
}

/** The counts of each service in a row, and of all together in the last one. */
export function countsTable(summaries: ServiceSummary[], all: Summary): Table {
  const heads = ['Red', 'Amber', 'Green', 'No colour', 'Worsening', 'Improving', 'Overdue'];
  const cells = ({ red, amber, green, none, worsening, improving, overdue }: Summary): Line[][] =>
    [red, amber, green, none, worsening, improving, overdue].map((count) => [[{ text: String(count) }]]);
  return {
    kind: 'table',
    caption: 'How many measures of each service have each colour and direction',
    columns: [
      { head: 'Service', share: 36 },
      { head: 'Measures', share: 11, align: 'right' },
      ...heads.map((head) => ({ head, share: 11, align: 'right' as const })),
    ],
    rows: [
      ...summaries.map(({ head, summary }) => [
        [[{ text: head.service.name }], [{ text: `edition ${head.number}`, manner: 'small', tone: 'soft' } as const]],
        [[{ text: String(summary.total) }]],
        ...cells(summary),
      ]),
      [
        [[{ text: 'All together', manner: 'strong' }]],
        [[{ text: String(all.total), manner: 'strong' }]],
        ...cells(all).map((lines) => lines.map((line) => line.map((run) => ({ ...run, manner: 'strong' as const })))),
      ],
    ],
  };
}
