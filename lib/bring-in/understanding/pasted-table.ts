import { headingRole } from '@/lib/bring-in/understanding/sheet/heading-patterns';

/** A line of a text with the cells that it was cut into, none where it is no line of a table. */
export type CutLine = { number: number; text: string; cells: string[] };

const knownHeadings = (cells: string[]): number =>
  cells.filter((cell) => cell.length < 60 && headingRole(cell).known).length;

/** Whether cells are the headings of a table: two of them at least are words that we know, and most are. */
const areHeadings = (cells: string[]): boolean => {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 2 && knownHeadings(filled) > 1 && knownHeadings(filled) * 2 >= filled.length;
};

/** The lines of a table that is pasted with tabs between its cells, from its headings on; null where the text is none. */
export function tabbedTable(lines: string[]): CutLine[] | null {
  const cut = lines.map((text, index) => ({
    number: index + 1,
    text,
    cells: text.split('\t').map((cell) => cell.trim()),
  }));
  const headings = cut.findIndex(({ cells }) => areHeadings(cells));
  return headings < 0 ? null : cut.map((line) => (line.text.trim() === '' ? { ...line, cells: [] } : line));
}

/** The lines of a table whose cells are aligned by blanks under its headings; null where the text is none. */
export function alignedTable(lines: string[]): CutLine[] | null {
  const headings = lines.findIndex((text) => areHeadings(chunks(text).map(({ words }) => words)));
  if (headings < 0) return null;
  const columns = chunks(lines[headings] as string);
  return lines.map((text, index) => {
    if (text.trim() === '') return { number: index + 1, text, cells: [] };
    if (index < headings) return { number: index + 1, text, cells: [text.trim()] };
    const cells: string[] = Array.from({ length: columns.length }, () => '');
    const found = chunks(text);
    const isProse = found.length === 1 && text.trim().includes(' ');
    for (const chunk of isProse ? [] : found) {
      const column = nearest(chunk, columns);
      cells[column] = [cells[column], chunk.words].filter(Boolean).join(' ');
    }
    return { number: index + 1, text, cells: isProse ? [text.trim()] : cells };
  });
}

type Chunk = { words: string; from: number; until: number };

/** The words of a line that stand together, two blanks or more apart from others. */
function chunks(text: string): Chunk[] {
  return [...text.slice(0, 2_000).matchAll(/\S+(?: \S+)*/g)].map(({ 0: words, index }) => ({
    words,
    from: index,
    until: index + words.length,
  }));
}

/** The column under which words stand: the one that they overlap most, else the nearest. */
function nearest({ from, until }: Chunk, columns: Chunk[]): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [index, column] of columns.entries()) {
    const overlap = Math.min(until, column.until) - Math.max(from, column.from);
    if (overlap > most) [best, most] = [index, overlap];
  }
  return best;
}
