import { textWidth } from './label-room';

/** A word over a line that stands before a period. */
export type Flag = { index: number; text: string };
export type PlacedFlag = { x: number; y: number; row: number; anchor: 'start' | 'end'; text: string | null };

const mostRows = 2;

/** Where each flag stands, in the first row in which its word meets no other; without room the line is there without its word. */
export function placeFlags(
  flags: Flag[],
  edge: (index: number) => number,
  { left, right, size }: { left: number; right: number; size: number },
): PlacedFlag[] {
  const taken: { row: number; from: number; to: number }[] = [];
  return flags.map(({ index, text }) => {
    const x = edge(index);
    const width = textWidth(text, size) + size * 0.4;
    const choices = Array.from({ length: mostRows }, (_, row) => [
      { row, anchor: 'start' as const, from: x, to: x + width },
      { row, anchor: 'end' as const, from: x - width, to: x },
    ]).flat();
    const free = choices.find(
      ({ row, from, to }) =>
        from >= left && to <= right && !taken.some((other) => other.row === row && from < other.to && to > other.from),
    );
    if (!free) return { x, y: 0, row: 0, anchor: 'start', text: null };
    taken.push(free);
    return { x, y: 0, row: free.row, anchor: free.anchor, text };
  });
}
