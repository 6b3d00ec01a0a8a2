import type { Block, Line, Paper, Table } from '@/lib/paper/paper';

const lineText = (line: Line): string => line.map(({ text }) => text).join(' ');

/** All that a block says, in its order: what every file made of it has to say as well. */
export function wordsOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [lineText(block.line)];
    case 'list':
      return block.items.map(lineText);
    case 'counts':
      return block.counts.map(({ count, word }) => `${count} ${word}`);
    case 'table':
      return [...block.columns.map(({ head }) => head), ...block.rows.flatMap((cells) => cells.flat().map(lineText))];
    case 'chart':
      return [block.title, block.subtitle];
    default:
      return [block.text];
  }
}

/** A text without its blanks and line ends, which files set differently. */
export const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

export const paperText = (paper: Paper): string => paper.blocks.flatMap(wordsOf).join('\n');

/** The table with this head among its columns. */
export function tableWith(paper: Paper, head: string): Table {
  const table = paper.blocks.find(
    (block) => block.kind === 'table' && block.columns.some((column) => column.head === head),
  );
  if (table?.kind !== 'table') throw new Error(`the paper has no table with a column “${head}”`);
  return table;
}

/** The cells of a table's row as texts. */
export const cellTexts = (row: Line[][]): string[] => row.map((lines) => lines.map(lineText).join(' '));

/** The headings of the first and second level, in order. */
export const headings = (paper: Paper): string[] =>
  paper.blocks.flatMap((block) => (block.kind === 'heading' && block.level < 3 ? [block.text] : []));
