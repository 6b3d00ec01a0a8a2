import { type Cell, showsValue, type Veil } from './cell';
import { alone, type Group, nextTo } from './groups';
import { cost, heavier } from './heavier';
import { indexed, leavesDoubt } from './puzzle';
import { type Hidden, puzzleOf } from './sights';

type Move = { cell: Cell; veil: Veil }[];

const moved = (hidden: Hidden, move: Move): Hidden => {
  const veils = new Map(hidden.veils);
  for (const { cell, veil } of move) veils.set(cell, veil);
  return { ...hidden, veils };
};

/** An answer as it would be after a move, which is then taken back. */
function after<Answer>({ veils }: Hidden, move: Move, answer: () => Answer): Answer {
  const before = move.map(({ cell }) => veils.get(cell) as Veil);
  for (const { cell, veil } of move) veils.set(cell, veil);
  const found = answer();
  for (const [at, { cell }] of move.entries()) veils.set(cell, before[at] as Veil);
  return found;
}

/** The figures whose hidden counts of people a reader can work out, as far as `most` of them; only those `near` where it is given, with figures further away taken as known. */
function workedOut(group: Group, hidden: Hidden, most: number, near: Set<Cell> | null = null): Cell[] {
  const scope = near ? nextTo(nextTo(near, group), group) : group.cells;
  const { puzzle, targets } = puzzleOf(scope, group, hidden);
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

/** What could be hidden besides, for figures that can be worked out: more of those that are `near` them, they among them. */
function movesFor(near: Set<Cell>, group: Group, { veils }: Hidden): Move[] {
  const veiled = group.cells.filter((cell) => {
    const veil = veils.get(cell) as Veil;
    return veil.numerator && !(veil.colour && veil.travel) && !showsValue(veil, cell);
  });
  const signs = veiled.map((cell) => ({ cell, veil: { ...(veils.get(cell) as Veil), colour: true, travel: true } }));
  const singles = [...near]
    .sort((one, other) => one.id - other.id)
    .flatMap((cell) => {
      const now = veils.get(cell) as Veil;
      const ways = heavier(cell, now, group.bases.has(cell));
      return ways.filter((veil) => hidesMore(cell, now, veil)).map((veil) => [{ cell, veil }]);
    });
  return signs.length > 0 ? [signs, ...singles] : singles;
}

/** Whether a veil hides anything that a reader does not know from before. */
const hidesMore = ({ known }: Cell, now: Veil, veil: Veil): boolean =>
  (veil.numerator && !now.numerator && !known.numerator) ||
  (veil.denominator && !now.denominator && !known.denominator) ||
  (veil.decimals !== now.decimals && !known.value) ||
  (veil.colour && !now.colour && !known.colour);

/** The move that helps most for what it hides; null where none helps. */
function bestMove(moves: Move[], exposed: Cell[], group: Group, hidden: Hidden): Move | null {
  const before = exposed.length;
  let best: { move: Move; rank: number } | null = null;
  for (const move of moves) {
    const price = Math.max(0.01, costOf(hidden, move));
    if (best && best.rank >= before / price + 1000) continue;
    const near = nextTo([...exposed, ...move.map(({ cell }) => cell)], group);
    const left = after(hidden, move, () => workedOut(group, hidden, before, near).length);
    if (left >= before) continue;
    const rank = (before - left) / price + (left === 0 ? 1000 : 0);
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

/**
 * The move that helps most among the figures that the exposed ones are summed with, and theirs; where none does, among those further
 * away, since a sum of sums can be known from there. Null where none helps.
 */
function helpfulMove(exposed: Cell[], group: Group, hidden: Hidden): Move | null {
  let near = nextTo(exposed, group);
  for (let size = 0; size < near.size; ) {
    size = near.size;
    near = nextTo(near, group);
    const moves = movesFor(near, group, hidden);
    const move = bestMove(moves, exposed, group, hidden) ?? bestTogether(moves, exposed, group, hidden);
    if (move) return move;
  }
  return null;
}

/** Everything of every figure that may be hidden: the last resort, from which what is needless is taken back. */
function everything(group: Group, hidden: Hidden): Move {
  return group.cells.flatMap((cell) => {
    const heaviest = heavier(cell, hidden.veils.get(cell) as Veil, true).findLast(
      ({ numerator, denominator, decimals }) =>
        decimals === null && numerator && (denominator || cell.form === 'number' || cell.form === 'bare'),
    );
    return heaviest ? [{ cell, veil: heaviest }] : [];
  });
}

/** The least that must be hidden of each figure for what it shows itself, before any sum. */
function safeAlone(group: Group, start: Hidden): Hidden {
  let hidden = start;
  for (const cell of group.cells) {
    const veil = hidden.veils.get(cell) as Veil;
    if (!veil.numerator && !veil.denominator) continue;
    const itself = alone(cell);
    const isSafe = (other: Veil) =>
      after(start, [{ cell, veil: other }], () => workedOut(itself, start, 1).length === 0);
    if (isSafe(veil)) continue;
    const lightest = heavier(cell, veil, group.bases.has(cell))
      .toSorted((one, other) => cost(cell, one) - cost(cell, other))
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
  let exposed: Cell[] = [];
  for (let round = 0; round < 40; round += 1) {
    exposed = workedOut(group, hidden, Number.POSITIVE_INFINITY);
    if (exposed.length === 0) break;
    const move = helpfulMove(exposed, group, hidden);
    if (!move) {
      const most = moved(hidden, everything(group, hidden));
      if (workedOut(group, most, exposed.length).length < exposed.length) hidden = most;
      break;
    }
    hidden = moved(hidden, move);
  }
  if (hidden === least) return { veils: least.veils, exposed };
  const { veils } = lightened(group, hidden, least.veils);
  const left = exposed.length === 0 ? [] : workedOut(group, { ...start, veils }, Number.POSITIVE_INFINITY);
  return { veils, exposed: left };
}

/** Takes back what is hidden in vain, in the order that leaves least hidden. */
function lightened(group: Group, start: Hidden, least: Map<Cell, Veil>): Hidden {
  const exposed = workedOut(group, start, Number.POSITIVE_INFINITY).length;
  const heavy = group.cells.filter((cell) => start.veils.get(cell) !== least.get(cell));
  const costIn = ({ veils }: Hidden, cell: Cell) => cost(cell, veils.get(cell) as Veil);
  const total = (hidden: Hidden) => heavy.reduce((sum, cell) => sum + costIn(hidden, cell), 0);
  const dearest = heavy.toSorted((one, other) => costIn(start, other) - costIn(start, one));
  const bySize = heavy.toSorted((one, other) => (one.numerator ?? 0) - (other.numerator ?? 0));
  const isSummed = heavy.length > 1 && group.links.some(({ high }) => high === 0);
  const orders = isSummed ? [dearest, heavy, heavy.toReversed(), bySize, bySize.toReversed()] : [dearest];
  const ways = orders.map((order) => lightenedInOrder(order, group, start, least));
  const safe = ways.filter((way) => workedOut(group, way, exposed + 1).length <= exposed);
  return safe.reduce((best, way) => (total(way) < total(best) - 1e-9 ? way : best), start);
}

function lightenedInOrder(order: Cell[], group: Group, start: Hidden, least: Map<Cell, Veil>): Hidden {
  let hidden = start;
  for (const cell of order) {
    const floor = least.get(cell) as Veil;
    const now = cost(cell, hidden.veils.get(cell) as Veil);
    const lighter = [floor, ...heavier(cell, floor, group.bases.has(cell))]
      .filter((other) => cost(cell, other) < now)
      .sort((one, other) => cost(cell, one) - cost(cell, other));
    const near = nextTo([cell], group);
    const exposed = workedOut(group, hidden, Number.POSITIVE_INFINITY, near).length;
    const better = lighter.find(
      (veil) => after(hidden, [{ cell, veil }], () => workedOut(group, hidden, exposed + 1, near).length) <= exposed,
    );
    if (better) hidden = moved(hidden, [{ cell, veil: better }]);
  }
  return hidden;
}
