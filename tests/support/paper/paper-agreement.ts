import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect } from 'vitest';
import { ScorecardTable } from '@/components/scorecard/scorecard-table';
import { paperDocx } from '@/lib/paper/docx/paper-docx';
import type { Paper, Table } from '@/lib/paper/paper';
import type { PaperSource } from '@/lib/paper/paper-source';
import { scorecardAt } from '@/lib/scorecard/scorecard';
import { londonDay } from '@/lib/time/period';
import { docxParts, docxText, pdfPages } from './file-texts';
import { cellTexts, squeezed } from './paper-words';

/** The cells of each row of the public page's table, as words: the first row of each measure. */
function pageCells(html: string): string[][] {
  const words = (cell: string) =>
    cell
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll('&#x27;', "'")
      .replaceAll('&amp;', '&');
  return [...html.matchAll(/<tbody[^>]*>\s*<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<(td|th)[^>]*>(.*?)<\/\1>/gs)].map(([, , cell = '']) =>
      words(cell).trim().split(/\s+/).join(' '),
    ),
  );
}
/** The words of a cell in any order: a paper has "at most" before the figure, the page beneath it. */
const sorted = (cell = '') => cell.split(/\s+/).filter(Boolean).sort().join(' ');

/** The texts of a paper's two files, without their blanks. */
export async function paperTexts(
  paper: Paper,
  makePdf: (paper: Paper) => Buffer,
): Promise<{ pdf: string; document: string }> {
  const parts = await docxParts(await paperDocx(paper));
  return {
    pdf: squeezed((await pdfPages(makePdf(paper))).join(' ')),
    document: squeezed(docxText(parts.get('word/document.xml') ?? '')),
  };
}

type Compared = { source: PaperSource; table: Table; texts: { pdf: string; document: string } };

/** Holds a paper's table of an edition, and the texts of both files, against the public page, cell by cell; answers how many rows they have. */
export function expectPaperAgrees({ source, table, texts: { pdf, document } }: Compared): number {
  const { head } = source;
  const date = londonDay(head.publishedAt);
  const scorecard = scorecardAt(head, source.rows, date, { show: 'all', order: 'report' });
  const page = pageCells(renderToStaticMarkup(createElement(ScorecardTable, { scorecard, caption: 'x' })));
  const cells = table.rows.map(cellTexts);
  expect(cells).toHaveLength(source.rows.length);
  expect(page).toHaveLength(source.rows.length);
  for (const [index, [number, , latest, previous, target, current, colour, direction]] of cells.entries()) {
    const [pageNumber, , , pagePrevious, pageTarget, pageCurrent, pageColour, pageDirection] = page[index] ?? [];
    expect([number, sorted(previous), sorted(target), sorted(current), sorted(direction), sorted(colour)]).toEqual([
      pageNumber,
      ...[pagePrevious, pageTarget, pageCurrent, pageDirection, pageColour].map(sorted),
    ]);
    expect(latest).toContain(source.rows[index]?.period?.label ?? 'none yet');
    const row = (sign: string) => squeezed([previous, target, current].join('')) + sign + squeezed(colour ?? '');
    expect(pdf.includes(row('')), `${number} in the PDF: ${row('')}`).toBe(true);
    const [, shown = ''] = /^(?:Judged )?(Red|Amber|Green|No colour)/.exec(colour ?? '') ?? [];
    const sign = { Red: '◆', Amber: '▲', Green: '●', 'No colour': '○' }[shown] ?? '';
    expect(document.includes(row(sign)), `${number} in the document: ${row(sign)}`).toBe(true);
  }
  return cells.length;
}
