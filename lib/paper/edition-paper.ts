import { scorecardAt, summaryAt } from '@/lib/scorecard/scorecard';
import type { ScorecardRow } from '@/lib/scorecard/scorecard-view';
import { isRed } from '@/lib/target/judged-status';
import { numberWord } from '@/lib/text/number-in-words';
import { formatDate, londonDay } from '@/lib/time/period';
import { actionBlocks } from './actions';
import { changesBlocks } from './changes-since';
import { coverBlocks, exceptionBlocks } from './cover';
import { measureTableBlocks } from './measure-table';
import { definitionBlocks, measureWordsBlocks } from './measure-words';
import type { Block, Paper } from './paper';
import type { PaperSource } from './paper-source';
import { readingGuideBlocks } from './reading-guide';
import { chartBlocks } from './trend-charts';

/**
 * The committee paper of an edition, from what was frozen alone: exceptions first, then every figure, the words, what is counted.
 * The data status is that of the day of publication, as on the edition's own page. Source: docs/rules.md, The committee paper.
 */
export function editionPaper(source: PaperSource): Paper {
  const { head, council, address } = source;
  const title = `${head.service.name}: performance at ${formatDate(head.asAt)}`;
  const date = londonDay(head.publishedAt);
  const { all } = scorecardAt(head, source.rows, date, { show: 'all', order: 'report' });
  const summary = summaryAt(source.rows, date);
  return {
    title: `${title} – ${council.name}`,
    runningHead: {
      left: `${head.service.name}, performance at ${formatDate(head.asAt)}${council.demonstration ? '. Demonstration' : ''}`,
      right: `Edition ${head.number}`,
    },
    foot: `${council.name} · ${address.replace(/^https?:\/\//, '')}`,
    author: council.name,
    description: `Committee paper of edition ${head.number}, published on ${formatDate(date)}.`,
    madeAt: new Date(head.publishedAt).toISOString(),
    blocks: [
      ...coverBlocks(source, summary),
      ...exceptionBlocks(all),
      ...changesBlocks(source),
      ...everyMeasureBlocks(all, source),
      ...readingGuideBlocks(source),
    ],
  };
}

/** Every measure of an edition: its figures, the trends of the Reds, the words, the actions, and what is counted. */
export function everyMeasureBlocks(all: ScorecardRow[], { head, sheets }: PaperSource): Block[] {
  const title = all.length === 1 ? 'The one measure' : `All ${numberWord(all.length)} measures`;
  const sources = new Map([...sheets].map(([code, sheet]) => [code, sheet.source]));
  const red = all.filter(({ rag }) => isRed(rag));
  return [
    ...measureTableBlocks(all, head.comparisonYear, title),
    ...chartBlocks('How the Reds have moved', red, sheets, head.asAt),
    ...measureWordsBlocks(all),
    ...actionBlocks(all, londonDay(head.publishedAt)),
    ...definitionBlocks(all, sources),
  ];
}
