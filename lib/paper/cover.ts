import { causeOf } from '@/lib/row-words/authors-cause';
import type { Summary } from '@/lib/scorecard/scorecard';
import { scorecardHeadline } from '@/lib/scorecard/scorecard-headline';
import type { ScorecardRow } from '@/lib/scorecard/scorecard-view';
import { isRed, ruleCounts } from '@/lib/target/judged-status';
import { listed } from '@/lib/text/number-in-words';
import { formatDate, londonDay } from '@/lib/time/period';
import { actionLine } from './action-line';
import type { Block, Line, Table } from './paper';
import type { PaperSource } from './paper-source';
import { colourLines, directionLine, figureLines, small, targetLines } from './row-cells';

/** How many letters of its actions a Red measure has on the cover; the first action stands there whatever its length. */
const actionsShown = 190;

/** How many letters the cause of a Red measure may have on the cover. */
const causeLetters = 240;

/** The first page down to the exceptions: what the paper is for, its headline, its counts, and what a reader must know first. */
export function coverBlocks({ head, council, committees }: PaperSource, summary: Summary): Block[] {
  const published = `Edition ${head.number}, as at ${formatDate(head.asAt)}, published on ${formatDate(londonDay(head.publishedAt))} by ${head.publisher}.`;
  const notices = [
    council.demonstration && `Demonstration. ${council.demonstration}`,
    head.service.notice,
    head.note,
  ].filter((text): text is string => Boolean(text));
  return [
    { kind: 'eyebrow', text: head.service.name },
    { kind: 'heading', level: 1, text: scorecardHeadline(summary) },
    { kind: 'lead', text: [forWhom(committees), published].filter(Boolean).join(' ') },
    ...notices.map((text): Block => ({ kind: 'paragraph', line: [{ text }], manner: 'notice' })),
    { kind: 'counts', counts: countsOf(summary) },
    ...judgedWords(summary).map((text): Block => ({ kind: 'paragraph', manner: 'small', line: [{ text }] })),
  ];
}

/** How many of the counted colours are judged, with the counts by the rule; nothing where none is. */
export const judgedWords = ({ judged }: Summary): string[] =>
  judged
    ? [
        `${judged.count} of these colours ${judged.count === 1 ? 'is' : 'are'} judged by a head of service; by the rule there are ${ruleCounts(judged)}.`,
      ]
    : [];

/** 'For the Family committee, which meets on 6 September 2018.' */
function forWhom(committees: PaperSource['committees']): string {
  if (committees.length === 0) return '';
  const named = committees.map(({ name, next }) => (next ? `${name}, which meets on ${formatDate(next)}` : name));
  return `For ${listed(named)}.`;
}

/** The counts of colours and directions, each with its sign. */
export function countsOf(summary: Summary): (Block & { kind: 'counts' })['counts'] {
  return [
    { count: summary.red, word: 'Red', sign: 'red', tone: 'red' },
    ...(summary.amber > 0 ? [{ count: summary.amber, word: 'Amber', sign: 'amber', tone: 'amber' } as const] : []),
    { count: summary.green, word: 'Green', sign: 'green', tone: 'green' },
    ...(summary.none > 0 ? [{ count: summary.none, word: 'no colour', sign: 'none', tone: 'soft' } as const] : []),
    { count: summary.worsening, word: 'worsening', sign: 'worsening', tone: 'red' },
    { count: summary.improving, word: 'improving', sign: 'improving', tone: 'green' },
    { count: summary.overdue, word: 'overdue', sign: 'overdue', tone: 'soft' },
  ];
}

/** What is Red, by the rule or as judged, with its cause and its actions; what is overdue comes after it. */
export function exceptionBlocks(rows: ScorecardRow[]): Block[] {
  const red = rows.filter(({ rag }) => isRed(rag));
  const overdue = rows.filter(({ status }) => status.status === 'overdue');
  return [
    { kind: 'heading', level: 2, text: red.length === 0 ? 'Nothing is Red' : 'What is Red, and why' },
    ...(red.length === 0 ? [] : [redTable(red)]),
    ...(overdue.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: 'What is overdue' } satisfies Block,
          {
            kind: 'list',
            items: overdue.map((row) => [
              { text: `${row.number}. ${row.title}: `, manner: 'strong', sign: 'overdue' },
              { text: row.status.sentence.replace(/^Overdue: /, '') },
            ]),
          } satisfies Block,
        ]),
  ];
}

/** The first actions of a row; the others are in the table of all of them. */
function actionLines({ actions }: ScorecardRow): Line[] {
  if (actions.length === 0) return [[small('No action is recorded.')]];
  const lengths = actions.map((_, index) =>
    actions.slice(0, index + 1).reduce((sum, { text }) => sum + text.length, 0),
  );
  const shown = Math.max(1, lengths.filter((length) => length <= actionsShown).length);
  const more = actions.length - shown;
  return [
    ...actions.slice(0, shown).map(actionLine),
    ...(more > 0 ? [[small(`And ${more} more, under “What is being done”.`)]] : []),
  ];
}

const redTable = (red: ScorecardRow[]): Table => ({
  kind: 'table',
  caption: 'Measures that are Red: figure and target, why, and what is being done',
  columns: [
    { head: 'No.', share: 5 },
    { head: 'Measure', share: 22 },
    { head: 'Figure and target', share: 15 },
    { head: 'Why', share: 31 },
    { head: 'What is being done', share: 28 },
  ],
  rows: red.map((row) => [
    [[{ text: String(row.number), tone: 'soft' }]],
    [[{ text: row.title }]],
    [
      ...figureLines(row.current, row.current.marks, true),
      ...targetLines(row),
      ...(row.rag.judged ? colourLines(row) : []),
      directionLine(row),
    ],
    [[{ text: causeOf(row, causeLetters) }]],
    actionLines(row),
  ]),
});
