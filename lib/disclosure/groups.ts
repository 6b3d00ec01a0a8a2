import type { Link } from './links';
import type { Cell } from './weighed-figure';

/**
 * Figures that belong together through their sums: `bases` are those whose denominators are in a sum over rows, `summed` those whose
 * numerators are in any sum.
 */
export type Group = { cells: Cell[]; links: Link[]; linksAt: Map<Cell, Link[]>; bases: Set<Cell>; summed: Set<Cell> };

/** A figure by itself, as if it were in no sum. */
export const alone = (cell: Cell): Group => ({
  cells: [cell],
  links: [],
  linksAt: new Map(),
  bases: new Set(),
  summed: new Set(),
});

/** The figures that a link joins, some of them twice. */
const cellsIn = ({ terms, by }: Pick<Link, 'terms' | 'by'>): Cell[] => {
  const cells = terms.map(({ cell }) => cell);
  if (by) cells.push(by);
  return cells;
};

/** Figures in groups, of which none can be worked out from another group. */
export function groupsOf(cells: Cell[], links: Link[]): Group[] {
  const roots = cells.map((_, at) => at);
  const root = (at: number): number => {
    let top = at;
    while (roots[top] !== top) top = roots[top] as number;
    roots[at] = top;
    return top;
  };
  for (const { terms, by } of links) {
    const [first, ...others] = cellsIn({ terms, by });
    for (const other of others) roots[root(other.id)] = root((first as Cell).id);
  }
  const groups = new Map<number, Group>();
  for (const cell of cells) {
    const group = groups.get(root(cell.id));
    if (group) group.cells.push(cell);
    else groups.set(root(cell.id), alone(cell));
  }
  for (const one of links) {
    const [first] = one.terms;
    const group = first && groups.get(root(first.cell.id));
    if (group) addLink(group, one);
  }
  return [...groups.values()];
}

function addLink({ links, linksAt, bases, summed }: Group, link: Link): void {
  links.push(link);
  for (const cell of new Set(cellsIn(link))) {
    const own = linksAt.get(cell);
    if (own) own.push(link);
    else linksAt.set(cell, [link]);
  }
  for (const { cell, part } of link.terms) {
    if (part === 'numerator') summed.add(cell);
    else if (link.high === 0) bases.add(cell);
  }
}

/** Some figures, and those that they are summed with. */
export function nextTo(cells: Iterable<Cell>, { linksAt }: Group): Set<Cell> {
  const near = new Set(cells);
  for (const cell of cells)
    for (const link of linksAt.get(cell) ?? []) for (const other of cellsIn(link)) near.add(other);
  return near;
}
