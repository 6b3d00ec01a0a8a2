import { type Cell, showsValue, type Veil } from './cell';
import { basesOf, type Group, nextTo } from './groups';
import { cost, heavier } from './heavier';
import { indexed, leavesDoubt } from './puzzle';
import { type Hidden, puzzleOf } from './sights';

type Move = { cell: Cell; veil: Veil }[];

const moved = (hidden: Hidden, move: Move): Hidden => {
  const veils = new Map(hidden.veils);
  for (const { cell, veil } of move) veils.set(cell, veil);
  return { ...hidden, veils };
};

/** The figures whose hidden counts of people a reader can work out, as far as `most` of them; only those `near` where it is given, with figures further away taken as known. */
function workedOut(group: Group, hidden: Hidden, most: number, near: Set<Cell> | null = null): Cell[] {
  const scope = near ? nextTo(nextTo(near, group), group) : null;
  const links = scope ? [...new Set([...scope].flatMap((cell) => group.linksAt.get(cell) ?? []))] : group.links;
  const { puzzle, targets } = puzzleOf(scope ? [...scope] : group.cells, links, hidden);
  const ready = indexed(puzzle);
  const found: Cell[] = [];
  for (const { cell, unknown } of targets) {
    if ((near && !near.has(cell)) || leavesDoubt(ready, unknown)) continue;
    found.push(cell);
    if (found.length >= most) break;
  }
  return found;
}

const costOf = (hidden: Hidden, move: Move): number =>
  move.reduce((sum, { cell, veil }) => sum + cost(cell, veil) - cost(cell, hidden.veils.get(cell) as Veil), 0);

/** What could be hidden besides, for figures that can be worked out: more of them, or of those that they are summed with. */
function movesFor(exposed: Cell[], group: Group, { veils }: Hidden): Move[] {
  const near = nextTo(nextTo(exposed, group), group);
  const bases = basesOf(group.links);
  const veiled = group.cells.filter((cell) => {
    const veil = veils.get(cell) as Veil;
    return veil.numerator && !(veil.colour && veil.travel) && !showsValue(veil, cell);
  });
  const signs = veiled.map((cell) => ({ cell, veil: { ...(veils.get(cell) as Veil), colour: true, travel: true } }));
  const singles = [...near]
    .sort((one, other) => one.id - other.id)
    .flatMap((cell) => heavier(cell, veils.get(cell) as Veil, bases.has(cell)).map((veil) => [{ cell, veil }]));
  return signs.length > 0 ? [signs, ...singles] : singles;
}

/** The move that helps most for what it hides; null where none helps. */
function bestMove(moves: Move[], exposed: Cell[], group: Group, hidden: Hidden): Move | null {
  const before = exposed.length;
  let best: { move: Move; rank: number } | null = null;
  for (const move of moves) {
    const price = Math.max(0.01, costOf(hidden, move));
    if (best && best.rank >= before / price + 1000) continue;
    const near = nextTo([...exposed, ...move.map(({ cell }) => cell)], group);
    const after = workedOut(group, moved(hidden, move), before, near).length;
    if (after >= before) continue;
    const rank = (before - after) / price + (after === 0 ? 1000 : 0);
    if (!best || rank > best.rank + 1e-9) best = { move, rank };
  }
  return best?.move ?? null;
}

/** Every choice of some figures, to be hidden in full. */
function choices(moves: Move[], size: number, from = 0): Move[] {
  if (size === 0) return [[]];
  return moves
    .slice(from)
    .flatMap((move, at) => choices(moves, size - 1, from + at + 1).map((others) => [...move, ...others]));
}

/** Two or three figures hidden in full that help together, where no single one does; null where there are too many to try. */
function bestTogether(moves: Move[], exposed: Cell[], group: Group, hidden: Hidden): Move | null {
  const isFull = ({ veil }: Move[number]) => veil.decimals === null && veil.numerator;
  const full = moves.filter((move) => move.length === 1 && move.every(isFull));
  const pair = full.length > 24 ? null : bestMove(choices(full, 2), exposed, group, hidden);
  return pair ?? (full.length > 12 ? null : bestMove(choices(full, 3), exposed, group, hidden));
}

/** Everything of every figure that may be hidden: the last resort, from which what is needless is taken back. */
function everything(group: Group, hidden: Hidden): Move {
  return group.cells.flatMap((cell) => {
    const heaviest = heavier(cell, hidden.veils.get(cell) as Veil, true).find(
      ({ numerator, denominator, decimals }) =>
        decimals === null && numerator && (denominator || cell.form === 'number' || cell.form === 'bare'),
    );
    return heaviest ? [{ cell, veil: heaviest }] : [];
  });
}

/** The least that must be hidden of each figure for what it shows itself, before any sum. */
function safeAlone(group: Group, start: Hidden): Hidden {
  let hidden = start;
  const bases = basesOf(group.links);
  for (const cell of group.cells) {
    const veil = hidden.veils.get(cell) as Veil;
    if (!veil.numerator && !veil.denominator) continue;
    const alone: Group = { cells: [cell], links: [], linksAt: new Map() };
    const isSafe = (other: Veil) => workedOut(alone, moved(start, [{ cell, veil: other }]), 1).length === 0;
    if (isSafe(veil)) continue;
    const lightest = heavier(cell, veil, bases.has(cell))
      .sort((one, other) => cost(cell, one) - cost(cell, other))
      .find(isSafe);
    if (lightest) hidden = moved(hidden, [{ cell, veil: lightest }]);
  }
  return hidden;
}

/**
 * Hides more of a group of figures until no hidden count of people can be worked out, and no more than that; `exposed` are those
 * that still can, from what was public already. Source: docs/rules.md, Small counts of people.
 */
export function protectedGroup(group: Group, start: Hidden): { veils: Map<Cell, Veil>; exposed: Cell[] } {
  const least = safeAlone(group, start);
  let hidden = least;
  for (let round = 0; round < 40; round += 1) {
    const exposed = workedOut(group, hidden, Number.POSITIVE_INFINITY);
    if (exposed.length === 0) break;
    const moves = movesFor(exposed, group, hidden);
    const move = bestMove(moves, exposed, group, hidden) ?? bestTogether(moves, exposed, group, hidden);
    if (!move) {
      const most = moved(hidden, everything(group, hidden));
      if (workedOut(group, most, exposed.length).length < exposed.length) hidden = most;
      break;
    }
    hidden = moved(hidden, move);
  }
  const { veils } = lightened(group, hidden, least.veils);
  return { veils, exposed: workedOut(group, { veils, earlier: start.earlier }, Number.POSITIVE_INFINITY) };
}

/** Takes back what is hidden in vain, in the order that leaves least hidden. */
function lightened(group: Group, start: Hidden, least: Map<Cell, Veil>): Hidden {
  const exposed = workedOut(group, start, Number.POSITIVE_INFINITY).length;
  const heavy = group.cells.filter((cell) => start.veils.get(cell) !== least.get(cell));
  const costIn = ({ veils }: Hidden, cell: Cell) => cost(cell, veils.get(cell) as Veil);
  const total = (hidden: Hidden) => heavy.reduce((sum, cell) => sum + costIn(hidden, cell), 0);
  const dearest = heavy.toSorted((one, other) => costIn(start, other) - costIn(start, one));
  const bySize = heavy.toSorted((one, other) => (one.numerator ?? 0) - (other.numerator ?? 0));
  const orders = group.links.some(({ high }) => high === 0)
    ? [dearest, heavy, heavy.toReversed(), bySize, bySize.toReversed()]
    : [dearest];
  const ways = orders.map((order) => lightenedInOrder(order, group, start, least));
  const safe = ways.filter((way) => workedOut(group, way, exposed + 1).length <= exposed);
  return safe.reduce((best, way) => (total(way) < total(best) - 1e-9 ? way : best), start);
}

function lightenedInOrder(order: Cell[], group: Group, start: Hidden, least: Map<Cell, Veil>): Hidden {
  let hidden = start;
  const bases = basesOf(group.links);
  for (const cell of order) {
    const floor = least.get(cell) as Veil;
    const now = cost(cell, hidden.veils.get(cell) as Veil);
    const lighter = [floor, ...heavier(cell, floor, bases.has(cell))]
      .filter((other) => cost(cell, other) < now)
      .sort((one, other) => cost(cell, one) - cost(cell, other));
    const near = nextTo([cell], group);
    const exposed = workedOut(group, hidden, Number.POSITIVE_INFINITY, near).length;
    const better = lighter.find(
      (veil) => workedOut(group, moved(hidden, [{ cell, veil }]), exposed + 1, near).length <= exposed,
    );
    if (better) hidden = moved(hidden, [{ cell, veil: better }]);
  }
  return hidden;
}
