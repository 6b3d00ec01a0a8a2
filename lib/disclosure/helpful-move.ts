import { type Group, nextTo } from './groups';
import { doubted, indexed } from './puzzle';
import { type Hidden, puzzleOf } from './puzzle-of-figures';
import { cost, heavier, isVeiled } from './ways-to-hide-more';
import { type Cell, showsValue, type Veil } from './weighed-figure';

/** What is hidden of some figures instead of what was. */
export type Move = { cell: Cell; veil: Veil }[];

/** An answer as it would be after a move, which is then taken back. */
export function after<Answer>({ veils }: Hidden, move: Move, answer: () => Answer): Answer {
  const before = move.map(({ cell }) => veils.get(cell) as Veil);
  for (const { cell, veil } of move) veils.set(cell, veil);
  const found = answer();
  for (const [at, { cell }] of move.entries()) veils.set(cell, before[at] as Veil);
  return found;
}

/** The figures whose hidden counts of people a reader can work out, as far as `most` of them; only those `near` where it is given, with figures further away taken as known. */
export function workedOut(group: Group, hidden: Hidden, most: number, near: Set<Cell> | null = null): Cell[] {
  const scope = near ? nextTo(nextTo(near, group), group) : group.cells;
  const { puzzle, targets } = puzzleOf(scope, group, hidden);
  const ready = indexed(puzzle);
  const found: Cell[] = [];
  const open = new Set<number>();
  for (const { cell, unknown } of targets) {
    if ((near && !near.has(cell)) || open.has(unknown)) continue;
    const others = doubted(ready, unknown, group.bases.size > 0);
    for (const other of others ?? []) open.add(other);
    if (others) continue;
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

/** Whether a veil hides a figure in full, apart from what it is out of; a year's final figure has a value alone. */
const isFull = ({ cell, veil }: Move[number]): boolean =>
  veil.decimals === null && (veil.numerator || cell.form === 'bare');

/** Every choice of some figures, to be hidden in full. */
function choices(moves: Move[], size: number, from = 0): Move[] {
  if (size === 0) return [[]];
  return moves
    .slice(from)
    .flatMap((move, at) => choices(moves, size - 1, from + at + 1).map((others) => [...move, ...others]));
}

/**
 * Two or three figures hidden in full, the signs of all hidden ones counted as one, that help together where no single one does;
 * null where there are too many to try.
 */
function bestTogether(moves: Move[], exposed: Cell[], group: Group, hidden: Hidden): Move | null {
  const full = moves.filter((move) => move.every(isFull));
  const pair = full.length > 24 ? null : bestMove(choices(full, 2), exposed, group, hidden);
  return pair ?? (full.length > 12 ? null : bestMove(choices(full, 3), exposed, group, hidden));
}

/**
 * The move that helps most among the figures that the exposed ones are summed with, and theirs; where none does, among those further
 * away, since a sum of sums can be known from there. Null where none helps.
 */
export function helpfulMove(exposed: Cell[], group: Group, hidden: Hidden): Move | null {
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

/**
 * The last resort, from which what is needless is taken back: everything of every figure that may be hidden, with what it is out of
 * or, which leaves a simpler search, without.
 */
export function everything(group: Group, hidden: Hidden, isOfBases: boolean): Move {
  return group.cells.flatMap((cell) => {
    const now = hidden.veils.get(cell) as Veil;
    const hasBase = isOfBases && cell.form !== 'number' && cell.form !== 'bare';
    const heaviest = heavier(cell, now, hasBase).findLast(
      (veil) => isFull({ cell, veil }) && (veil.denominator || !hasBase),
    );
    const veil = heaviest ?? now;
    return isVeiled(cell, veil) && !cell.isException ? [{ cell, veil: { ...veil, colour: true, travel: true } }] : [];
  });
}
