import { colourAt, colourWith, comparedValue, directionWith } from './colour-and-direction';
import { roundedAt, valueAt } from './rounded';
import { isSmall, smallCounts } from './small-rule';
import { type Cell, showsValue, unveiled, type Veil } from './weighed-figure';

type Pair = { numerator: number; denominator: number | null };

/** All figures that would be hidden just as this one, so that a reader who knows the rules cannot tell them apart. */
function alikeSmall({ form, numerator, denominator, threshold }: Cell): Pair[] {
  if (form !== 'proportion' || denominator === null || denominator > threshold)
    return smallCounts(form, denominator, threshold).map((count) => ({ numerator: count, denominator }));
  const denominators = Array.from({ length: threshold }, (_, n) => n + 1);
  const pairs = denominators.flatMap((base) =>
    Array.from({ length: base + 1 }, (_, count) => ({ numerator: count, denominator: base })),
  );
  return numerator === null ? [] : pairs;
}

/** Whether everything that is seen leaves two numbers for the count and, of a proportion, for the rest; whatever they are. */
function isVague(pairs: Pair[], seen: (pair: Pair) => string): boolean {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const key = seen(pair);
    groups.set(key, [...(groups.get(key) ?? []), pair]);
  }
  const some = pairs[0]?.denominator ?? 0;
  const isFixed = pairs.every(({ denominator }) => (denominator ?? 0) === some);
  return [...groups.values()].every((group) => {
    const sizes = [({ numerator }: Pair) => numerator];
    if (!isFixed)
      sizes.push(
        ({ denominator }) => denominator ?? 0,
        (pair) => (pair.denominator ?? 0) - pair.numerator,
      );
    return sizes.every((size) => new Set(group.map(size)).size >= 2);
  });
}

/** The decimals at which the value may be shown, the most first that are safe; null where none are. */
function safeDecimals(cell: Cell, pairs: Pair[]): number | null {
  const { measure, form } = cell;
  if (form === 'number' || pairs.some(({ denominator }) => denominator !== cell.denominator)) return null;
  for (let decimals = measure.decimals; decimals >= 0; decimals -= 1) {
    const value = ({ numerator, denominator }: Pair) => roundedAt(cell, numerator, denominator, decimals);
    const all = form === 'proportion' ? (measure.scale ?? 1) * 10 ** decimals : Number.POSITIVE_INFINITY;
    const isMisleading = (pair: Pair) =>
      (value(pair) === 0 && pair.numerator > 0) || (value(pair) === all && pair.numerator !== pair.denominator);
    if (decimals < measure.decimals && pairs.some(isMisleading)) continue;
    if (isVague(pairs, (pair) => String(value(pair)))) return decimals;
  }
  return null;
}

/** Of an average over few people: the whole number that says nothing of how many they are; null where it would be 0. */
function averageDecimals(cell: Cell): number | null {
  const isZero = valueAt(cell, 0) === 0 && cell.numerator !== 0;
  return cell.measure.decimals > 0 && isZero ? null : 0;
}

/** What is hidden of a small figure for its own sake, its signs aside. Source: docs/rules.md, Small counts of people. */
export function veilOfSmall(cell: Cell): Veil {
  const veil = unveiled(cell);
  if (!cell.isHiding || cell.isException || !isSmall(cell.form, cell, cell.threshold)) return veil;
  if (cell.form === 'average') return { ...veil, numerator: true, denominator: true, decimals: averageDecimals(cell) };
  const isCohortSmall = cell.form === 'proportion' && (cell.denominator ?? 0) <= cell.threshold;
  return {
    ...veil,
    numerator: true,
    denominator: isCohortSmall,
    decimals: isCohortSmall ? null : safeDecimals(cell, alikeSmall(cell)),
  };
}

/** Which signs of a small figure are hidden with it: those that would leave one number for some figure that is hidden alike. */
export function signsOfSmall(cell: Cell, veil: Veil, earlier: Cell[], isShown: (cell: Cell) => boolean): Veil {
  if (showsValue(veil, cell) && cell.measure.compareAs === 'shown') return { ...veil, travel: !earlier.every(isShown) };
  if (cell.form === 'average') return signsOfAverage(cell, veil, earlier, isShown);
  const pairs = alikeSmall(cell);
  const { decimals } = veil;
  const value = ({ numerator, denominator }: Pair) =>
    decimals === null ? '' : String(roundedAt(cell, numerator, denominator, decimals));
  const colour = ({ numerator, denominator }: Pair) => colourWith(cell, numerator, denominator);
  const travel = ({ numerator, denominator }: Pair) =>
    earlier.map((then) => directionWith(cell, numerator, denominator, then)).join(',');
  const hidesColour = !isVague(pairs, (pair) => `${value(pair)}/${colour(pair)}`);
  const seenColour = (pair: Pair) => (hidesColour ? '' : colour(pair));
  const hidesTravel =
    !earlier.every(isShown) || !isVague(pairs, (pair) => `${value(pair)}/${seenColour(pair)}/${travel(pair)}`);
  return { ...veil, colour: hidesColour, travel: hidesTravel };
}

/** An average shows its signs where the whole number beside them says them already. */
function signsOfAverage(cell: Cell, veil: Veil, earlier: Cell[], isShown: (cell: Cell) => boolean): Veil {
  const { decimals } = veil;
  const value = decimals === null ? null : valueAt(cell, decimals);
  if (decimals === null || value === null) return { ...veil, colour: true, travel: true };
  const step = 10 ** -decimals;
  const ends = [(value - 0.5) * step, value * step, (value + 0.4999) * step];
  const target = cell.reading?.target ?? null;
  const saysMore = (sign: (end: number) => string | number) => new Set(ends.map(sign)).size > 1;
  const hidesColour = saysMore((end) => colourAt(end, target));
  const isOneWay = (then: Cell) =>
    !saysMore((end) => directionWith({ ...cell, measure: asStored(cell) }, end, null, then));
  const isTold = earlier.every((then) => isShown(then) && comparedValue(then) !== null && isOneWay(then));
  return { ...veil, colour: hidesColour, travel: !isTold };
}

const asStored = ({ measure }: Cell): Cell['measure'] => ({ ...measure, compareAs: 'stored' });
