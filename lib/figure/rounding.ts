import { Exact } from './decimal';

/** A value at a number of decimal places, half up and away from zero: 2.675 → '2.68', −2.5 → '-3'; never '-0'. */
export const round = (value: string, decimals: number): string =>
  hasPlaces(value, decimals)
    ? value
    : (cut(value, decimals) ?? new Exact(value).toDecimalPlaces(decimals).toFixed(decimals));

/** Whether a value is written with that many places already, as most are; what is below zero may be nought. */
const hasPlaces = (value: string, decimals: number): boolean =>
  decimals === 0
    ? withoutPoint.test(value)
    : withPoint.test(value) && value.length - value.indexOf('.') - 1 === decimals;

const withoutPoint = /^(?:0|[1-9]\d*)$/;
const withPoint = /^(?:0|[1-9]\d*)\.\d+$/;

/** Plain digits cut at a place as a whole number of it, as exact as decimals are; null for what is not written so. */
function cut(value: string, decimals: number): string | null {
  const [, sign, integer, fraction = ''] = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(value) ?? [];
  if (integer === undefined) return null;
  // With no more digits than places there is nothing to cut.
  if (fraction.length <= decimals) {
    const padded = decimals === 0 ? integer : `${integer}.${fraction.padEnd(decimals, '0')}`;
    return sign && /[1-9]/.test(padded) ? sign + padded : padded;
  }
  const next = (fraction[decimals] ?? '0') >= '5' ? 1n : 0n;
  const places = BigInt(integer + fraction.padEnd(decimals, '0').slice(0, decimals)) + next;
  const digits = `${places}`.padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return places === 0n ? text : sign + text;
}

/** Whether two values are equal as shown, at a number of decimal places. */
export const equalAt = (a: string, b: string, decimals: number): boolean => round(a, decimals) === round(b, decimals);
