import { Exact } from './decimal';

/** A value at a number of decimal places, half up and away from zero: 2.675 → '2.68', −2.5 → '-3'; never '-0'. */
export const round = (value: string, decimals: number): string =>
  cut(value, decimals) ?? new Exact(value).toDecimalPlaces(decimals).toFixed(decimals);

/** Plain digits cut at a place as a whole number of it, as exact as decimals are; null for what is not written so. */
function cut(value: string, decimals: number): string | null {
  const [, sign, integer, fraction = ''] = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(value) ?? [];
  if (integer === undefined) return null;
  const next = (fraction[decimals] ?? '0') >= '5' ? 1n : 0n;
  const places = BigInt(integer + fraction.padEnd(decimals, '0').slice(0, decimals)) + next;
  const digits = `${places}`.padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return places === 0n ? text : sign + text;
}

/** Whether two values are equal as shown, at a number of decimal places. */
export const equalAt = (a: string, b: string, decimals: number): boolean => round(a, decimals) === round(b, decimals);
