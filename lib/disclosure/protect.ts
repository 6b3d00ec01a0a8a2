import { alone, type Group, nextTo } from './groups';
import { after, everything, helpfulMove, type Move, workedOut } from './helpful-move';
import type { Hidden } from './puzzle-of-figures';
import { cost, heavier } from './ways-to-hide-more';
import type { Cell, Veil } from './weighed-figure';

type Protection = { veils: Map<Cell, Veil>; exposed: Cell[] };

const moved = (hidden: Hidden, move: Move): Hidden => {
  const veils = new Map(hidden.veils);
  for (const { cell, veil } of move) veils.set(cell, veil);
  return { ...hidden, veils };
};

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
 * that still can, from what was public already. Where not all can be kept, it may be known that there is none among many, since 0
 * is never small. Source: docs/rules.md, Small counts of people.
 */
export function protectedGroup(group: Group, start: Omit<Hidden, 'mayTellNone'>): Protection {
  const all = protectedBy(group, { ...start, mayTellNone: false });
  return all.exposed.length === 0 ? all : protectedBy(group, { ...start, mayTellNone: true });
}

const isUnseen = ({ known }: Cell): boolean =>
  !known.numerator && !known.denominator && !known.value && !known.colour && known.decimals === null;

function protectedBy(group: Group, start: Hidden): Protection {
  const least = safeAlone(group, start);
  let hidden = least;
  let exposed: Cell[] = [];
  for (let round = 0; round < 40; round += 1) {
    exposed = workedOut(group, hidden, Number.POSITIVE_INFINITY);
    if (exposed.length === 0) break;
    const move = helpfulMove(exposed, group, hidden);
    if (!move) {
      const before = exposed.length;
      const resorts = [false, true].map((isOfBases) => moved(hidden, everything(group, hidden, isOfBases)));
      const better = resorts.find((most) => workedOut(group, most, before).length < before);
      const [most] = resorts;
      // What nobody has seen yet can all be hidden, where the search does not find out whether less would do.
      if (!better && most && start.mayTellNone && group.cells.every(isUnseen))
        return { veils: most.veils, exposed: [] };
      hidden = better ?? hidden;
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
