import { tickStep } from 'd3-array';
import { shown } from '@/lib/figure/figure';
import { type Unit, units } from '@/lib/measure/measure';

export type ValueScale = {
  low: number;
  high: number;
  ticks: { value: number; text: string }[];
  /** The unit in words, where the figures do not carry it. */
  caption: string | null;
};

const wantedSteps = 4;

/** Thresholds that are met by what is above them, and by what is below: there lies the shade. */
export type Shaded = { above: number[]; below: number[] };

/**
 * A vertical scale with round ticks that holds every value; from zero where that costs little room. Beyond a target there is
 * room for its shade, though never below zero nor above a hundred per cent. Its ticks are whole steps of the measure's decimals,
 * ten at most.
 */
export function valueScale(
  values: number[],
  { unit, decimals }: { unit: Unit; decimals: number },
  shaded: Shaded = { above: [], below: [] },
): ValueScale {
  const [low, high] = withRoom(domainOf(values, 10 ** -decimals), shaded, unit);
  const reach = Math.max(Math.abs(low), Math.abs(high));
  // A step that vanishes beside the values themselves would leave nothing to count by.
  const step = Math.max(tickStep(low, high, wantedSteps), 10 ** -decimals, reach * 1e-12);
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const format = wording(unit, step, reach);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => {
    const value = (first + index) * step;
    return { value, text: format(value) };
  });
  const { prefix, suffix, column } = units[unit];
  const caption = prefix || suffix || unit === 'number' ? null : column;
  return { low: first * step, high: last * step, ticks, caption };
}

function domainOf(values: number[], least: number): [number, number] {
  if (values.length === 0) return [0, 1];
  const [min, max] = [Math.min(...values), Math.max(...values)];
  if (min === max) {
    const room = Math.max(Math.abs(min) / 10, 2 * least);
    return [min >= 0 ? Math.max(0, min - room) : min - room, max + room];
  }
  const nearZero = (max - min) * 0.6;
  return [min > 0 && min < nearZero ? 0 : min, max < 0 && -max < nearZero ? 0 : max];
}

/** The part of a scale that is left beyond a target, and before it, so that it never lies on the axis. */
const beyondTarget = 0.15;
const beforeTarget = 0.01;

function withRoom([low, high]: [number, number], { above, below }: Shaded, unit: Unit): [number, number] {
  const [shade, edge] = [(high - low) * beyondTarget, (high - low) * beforeTarget];
  const floor = Math.min(low, ...below.map((value) => value - shade), ...above.map((value) => value - edge));
  const ceiling = Math.max(high, ...above.map((value) => value + shade), ...below.map((value) => value + edge));
  return [low >= 0 ? Math.max(0, floor) : floor, unit === 'percent' && high <= 100 ? Math.min(100, ceiling) : ceiling];
}

/** How a tick is written: as figures are, tens of millions and more with 'm' or 'bn', where that stays short. */
function wording(unit: Unit, step: number, reach: number): (value: number) => string {
  const [size, word] = reach >= 1e9 ? [1e9, 'bn'] : reach >= 1e7 ? [1e6, 'm'] : [1, ''];
  const short = decimalsOf(step / size) <= 2 && units[unit].suffix === '';
  const [divisor, suffix] = short ? [size, word] : [1, ''];
  const decimals = decimalsOf(step / divisor);
  return (value) => {
    const text = shown((value / divisor).toFixed(decimals), { unit, decimals });
    return value === 0 ? text : text + suffix;
  };
}

const decimalsOf = (step: number): number => Math.min(20, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
