import { grouped } from '@/lib/collection/grouped';
import { comparedCells, directionAgainst } from './colour-and-direction';
import type { CountedMeasure, HiddenMeasure, HiddenReading, Part, Total } from './counted-measure';
import { groupsOf } from './groups';
import { lastOfYear, latestReadings, linksOf } from './links';
import { protectedGroup } from './protect';
import { isSmall, smallCounts } from './small-rule';
import { signsOfSmall, veilOfSmall } from './small-veil';
import { veilsOfDifferences } from './telling-differences';
import { isVeiled, withKept } from './ways-to-hide-more';
import { type Cell, cellsOf, showsValue, type Veil, yearOf } from './weighed-figure';
import { alreadyPublicSentence, whyHidden, workedOutSentence } from './why-hidden';

/**
 * What the public is not shown of a service's figures, so that nobody who reads all of them, and knows these rules, can work out
 * a hidden count of people. Source: docs/rules.md, Small counts of people.
 */
export function hiddenOf(service: CountedMeasure[], wholes: Total[]): HiddenMeasure[] {
  const cells = cellsOf(service);
  const earlier = comparedCells(cells, false);
  const own = cells.map(veilOfSmall);
  const isPlain = (cell: Cell) => showsValue(own[cell.id] as Veil, cell);
  const small = cells.map((cell) => {
    const veil = own[cell.id] as Veil;
    const signs = isVeiled(cell, veil) ? signsOfSmall(cell, veil, earlier[cell.id] ?? [], isPlain) : veil;
    return withKept(cell, signs);
  });
  const comparedBefore = directionsSaid(cells, own);
  const byMeasure = [...grouped(cells, ({ measure }) => measure).values()];
  const least = [...small];
  for (const figures of byMeasure) for (const [cell, veil] of veilsOfDifferences(figures, small)) least[cell.id] = veil;

  const veils = [...least];
  const exposed = new Set<Cell>();
  for (const group of groupsOf(cells, linksOf(cells, wholes))) {
    const isSmallAlone = (cell: Cell) =>
      least[cell.id] === small[cell.id] && !knowsMore(cell, small[cell.id] as Veil, comparedBefore);
    const isSafe = group.links.length === 0 && group.cells.every(isSmallAlone);
    if (isSafe || !group.cells.some((cell) => isVeiled(cell, least[cell.id] as Veil))) continue;
    const start = new Map(group.cells.map((cell) => [cell, least[cell.id] as Veil]));
    const protection = protectedGroup(group, { veils: start, earlier, comparedBefore });
    for (const [cell, veil] of protection.veils) veils[cell.id] = veil;
    for (const cell of protection.exposed) exposed.add(cell);
  }
  const seen = withTravel(cells, withYears(byMeasure, veils), earlier);
  const ownCells = new Map(byMeasure.map((own) => [own[0]?.measure, own]));
  return service.map((measure) => measureHidden(measure, ownCells.get(measure) ?? [], seen, exposed));
}

/** Whether editions have told more of a figure than is seen of it by now. */
const knowsMore = (cell: Cell, veil: Veil, comparedBefore: Map<Cell, Cell[]>): boolean =>
  cell.known.decimals !== null || (cell.known.colour && veil.colour) || comparedBefore.has(cell);

/**
 * What each figure that an edition has hidden was compared with in public, as far as the rules allow it to be: of each figure by
 * itself, since nobody keeps what a row said.
 */
function directionsSaid(cells: Cell[], own: Veil[]): Map<Cell, Cell[]> {
  const kept = cells.filter((cell) => cell.kept && isVeiled(cell, own[cell.id] as Veil));
  if (kept.length === 0) return new Map();
  const ever = comparedCells(cells, true);
  const isSaid = (cell: Cell, then: Cell) => !signsOfSmall(cell, own[cell.id] as Veil, [then], () => true).travel;
  return new Map(kept.map((cell) => [cell, (ever[cell.id] ?? []).filter((then) => isSaid(cell, then))]));
}

/** A year's final figure is hidden with the reading that it repeats, and that reading with it. */
function withYears(byMeasure: Cell[][], start: Veil[]): Veil[] {
  const veils = [...start];
  for (const own of byMeasure) {
    const readings = latestReadings(own);
    for (const outturn of own) {
      if (outturn.year === null) continue;
      const inYear = readings.filter(({ month }) => yearOf(month, outturn.measure) === outturn.month);
      const last = lastOfYear(outturn, inYear);
      if (last && !showsValue(veils[last.id] as Veil, last) && last.value !== null)
        veils[outturn.id] = { ...(veils[outturn.id] as Veil), decimals: null };
    }
  }
  return veils;
}

/** A figure says which way it went only where that says nothing of a hidden figure that it is compared with. */
function withTravel(cells: Cell[], veils: Veil[], earlier: Cell[][]): Veil[] {
  const isShown = (cell: Cell) => showsValue(veils[cell.id] as Veil, cell);
  const saysNothing = (cell: Cell, then: Cell): boolean => {
    const veil = veils[then.id] as Veil;
    if (!isSmall(then.form, then, then.threshold) || veil.denominator || then.form === 'average') return false;
    const counts = smallCounts(then.form, then.denominator, then.threshold);
    return new Set(counts.map((count) => directionAgainst(cell, then, count, then.denominator))).size === 1;
  };
  return cells.map((cell) => {
    const veil = veils[cell.id] as Veil;
    const hiddenBefore = (earlier[cell.id] ?? []).filter((then) => !isShown(then));
    if (veil.travel || hiddenBefore.length === 0) return veil;
    const isQuiet = isShown(cell) && hiddenBefore.every((then) => saysNothing(cell, then));
    return isQuiet ? veil : { ...veil, travel: true };
  });
}

function measureHidden(measure: CountedMeasure, own: Cell[], veils: Veil[], exposed: Set<Cell>): HiddenMeasure {
  const readings = own.flatMap((cell) => readingHidden(cell, veils[cell.id] as Veil) ?? []);
  const outturns = own.flatMap((cell) =>
    cell.year === null || showsValue(veils[cell.id] as Veil, cell)
      ? []
      : [{ year: cell.year, why: whyHidden(becauseOf(cell), measure) }],
  );
  const alreadyTold = own.flatMap((cell) => {
    const parts = partsOf(cell, veils[cell.id] as Veil);
    const isPublic = parts.some((part) => cell.known[part]) && !cell.isException;
    if (!cell.reading) return [];
    const { start } = cell.reading;
    return [
      ...(isPublic ? [alreadyPublicSentence(start, measure)] : []),
      ...(exposed.has(cell) ? [workedOutSentence(start, measure)] : []),
    ];
  });
  return { code: measure.code, readings, outturns, alreadyTold: [...new Set(alreadyTold)] };
}

const becauseOf = (cell: Cell): 'small' | 'other' =>
  cell.isHiding && isSmall(cell.form, cell, cell.threshold) ? 'small' : 'other';

/** The parts of a figure that are hidden, in the order of the contract. */
function partsOf(cell: Cell, veil: Veil): Part[] {
  const isNumber = cell.form === 'number';
  const parts: [Part, boolean][] = [
    ['value', cell.value !== null && !showsValue(veil, cell)],
    ['numerator', veil.numerator && !isNumber],
    ['denominator', veil.denominator],
  ];
  return parts.flatMap(([part, isHidden]) => (isHidden ? [part] : []));
}

function readingHidden(cell: Cell, veil: Veil): HiddenReading | null {
  if (!cell.reading || (!isVeiled(cell, veil) && !veil.colour && !veil.travel)) return null;
  const isWhole = showsValue(veil, cell);
  const because = isVeiled(cell, veil) ? becauseOf(cell) : 'other';
  return {
    start: cell.reading.start,
    revision: cell.revision,
    parts: partsOf(cell, veil),
    decimals: isWhole ? null : veil.decimals,
    hidesColour: veil.colour,
    hidesTravel: veil.travel,
    hidesSignal: !isWhole,
    why: whyHidden(because, cell.measure),
    because,
  };
}
