import type { Cell } from './cell';
import type { Link } from './links';

/** Figures that belong together through their sums. */
export type Group = { cells: Cell[]; links: Link[]; linksAt: Map<Cell, Link[]> };

/** The figures that a link joins. */
const cellsIn = ({ terms, by }: Pick<Link, 'terms' | 'by'>): Set<Cell> =>
  new Set([...terms.map(({ cell }) => cell), ...(by ? [by] : [])]);

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
    const group: Group = groups.get(root(cell.id)) ?? { cells: [], links: [], linksAt: new Map() };
    group.cells.push(cell);
    groups.set(root(cell.id), group);
  }
  for (const one of links) {
    const [first] = one.terms;
    const group = first && groups.get(root(first.cell.id));
    group?.links.push(one);
    if (group) for (const cell of cellsIn(one)) group.linksAt.set(cell, [...(group.linksAt.get(cell) ?? []), one]);
  }
  return [...groups.values()];
}

/** Some figures, and those that they are summed with. */
export function nextTo(cells: Iterable<Cell>, { linksAt }: Group): Set<Cell> {
  const near = new Set(cells);
  for (const cell of cells)
    for (const link of linksAt.get(cell) ?? []) for (const other of cellsIn(link)) near.add(other);
  return near;
}

/** The figures whose denominators are in a sum over rows. */
export const basesOf = (links: Link[]): Set<Cell> =>
  new Set(
    links.flatMap(({ terms, high }) =>
      high === 0 ? terms.flatMap(({ cell, part }) => (part === 'denominator' ? [cell] : [])) : [],
    ),
  );
