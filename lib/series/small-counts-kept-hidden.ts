import type { HiddenMeasure, HiddenReading, Part } from '@/lib/disclosure/counted-measure';

/** A reading as the last edition with it froze it: null where it shows nothing, `hidden` where it keeps something back. */
export type FrozenFigures = {
  start: string;
  revision: number;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  colour: string | null;
  hidden?: { why: string; decimals?: number };
};

const figureParts: readonly Part[] = ['value', 'numerator', 'denominator'];

/**
 * What is hidden now, and what editions have hidden already: of two figures that protect each other a later edition never shows the
 * one because it hides the other. Source: docs/rules.md, Small counts of people.
 */
export function keptHidden(now: HiddenMeasure, kept: HiddenReading[]): HiddenMeasure {
  const readings = new Map(now.readings.map((reading) => [keyOf(reading), reading]));
  for (const reading of kept) readings.set(keyOf(reading), both(readings.get(keyOf(reading)), reading));
  return { ...now, readings: [...readings.values()].sort((a, b) => b.start.localeCompare(a.start)) };
}

/** What editions have hidden of readings, of which each stands as it was frozen last. */
export const hiddenBefore = (frozen: FrozenFigures[]): HiddenReading[] =>
  frozen.flatMap((figures) => (figures.hidden ? [frozenHiding(figures, figures.hidden)] : []));

/** Whether what an edition froze of a reading is not what is hidden of it by now, so that the next one shows it again. */
export function isHiddenOtherwise(frozen: FrozenFigures, now: HiddenReading | undefined): boolean {
  if (!now) return frozen.hidden !== undefined;
  const { parts, decimals, hidesColour } = now;
  if (frozen.hidden && (frozen.hidden.decimals ?? null) !== decimals) return true;
  const shows = (part: Part) =>
    frozen[part] !== null && !(part === 'value' && decimals !== null && frozen.hidden?.decimals === decimals);
  return parts.some(shows) || (hidesColour && frozen.colour !== null);
}

const keyOf = ({ start, revision }: { start: string; revision: number }): string => `${start}/${revision}`;

function frozenHiding(figures: FrozenFigures, { why, decimals }: { why: string; decimals?: number }): HiddenReading {
  const { start, revision, colour } = figures;
  const isKept = (part: Part) => figures[part] === null || (part === 'value' && decimals !== undefined);
  return {
    start,
    revision,
    parts: figureParts.filter(isKept),
    decimals: decimals ?? null,
    hidesColour: colour === null,
    hidesTravel: true,
    hidesSignal: true,
    why,
    because: 'other',
  };
}

/** The stricter of both in everything; what is hidden for its own sake stays so. */
function both(now: HiddenReading | undefined, then: HiddenReading): HiddenReading {
  if (!now) return then;
  const parts = figureParts.filter((part) => now.parts.includes(part) || then.parts.includes(part));
  return {
    ...now,
    parts,
    decimals: decimalsOf(now, then),
    hidesColour: now.hidesColour || then.hidesColour,
  };
}

/** The fewer decimals of both; null where either hides the value, and where neither rounds it. */
function decimalsOf(now: HiddenReading, then: HiddenReading): number | null {
  const hides = ({ parts, decimals }: HiddenReading) => parts.includes('value') && decimals === null;
  if (hides(now) || hides(then)) return null;
  const rounded = [now.decimals, then.decimals].filter((decimals) => decimals !== null);
  return rounded.length > 0 ? Math.min(...rounded) : null;
}
