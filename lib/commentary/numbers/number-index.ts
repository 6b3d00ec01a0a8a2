import { round } from '@/lib/figure/figure';
import type { KnownNumber } from './known-number';

/**
 * Known numbers by what they are at so many decimals, so that a number in prose finds its own at once: those near it in plain
 * arithmetic first, and of these the ones that exact rounding gives.
 */
export function numberIndex(known: KnownNumber[]): (value: string, decimals: number) => KnownNumber[] {
  const byDecimals = new Map<number, Map<number, KnownNumber[]>>();
  const bucket = (estimate: number, places: number) => Math.floor(estimate * 10 ** places);
  return (value, decimals) => {
    // Nobody writes more decimals than these; more could only ask for as many tables.
    const places = Math.min(decimals, 12);
    let table = byDecimals.get(places);
    if (!table) {
      table = new Map();
      for (const number of known) {
        const place = bucket(number.estimate, places);
        const near = table.get(place);
        if (near) near.push(number);
        else table.set(place, [number]);
      }
      byDecimals.set(places, table);
    }
    const middle = bucket(Number(value), places);
    const candidates = [middle - 2, middle - 1, middle, middle + 1, middle + 2].flatMap(
      (place) => table.get(place) ?? [],
    );
    if (candidates.length === 0) return candidates;
    const written = round(value, places);
    return candidates.filter((number) => round(number.value, places) === written);
  };
}
