import { listed } from '@/lib/text/number-in-words';
import type { Place } from './wish';

const cell = ({ row, column }: Place): string => (column ? `${column}${row}` : `row ${row}`);

/** Where something stands in a file: "Scorecard, H9". */
export const placeWords = (place: Place): string => (place.sheet ? `${place.sheet}, ${cell(place)}` : cell(place));

/**
 * The cells that a question is about, by their letters and numbers: "H9, H10 and 12 more". Their sheet is named where it is not the
 * one that is looked at, and of several sheets the first cell stands for all.
 */
export function cellsWords(places: Place[], sheet: string, most = 6): string {
  const [first] = places;
  if (!first) return '';
  const isOne = places.every((place) => place.sheet === first.sheet);
  const named = isOne ? [...new Set(places.map(cell))].slice(0, most) : [cell(first)];
  const more = (isOne ? new Set(places.map(cell)).size : places.length) - named.length;
  const words = more > 0 ? `${named.join(', ')} and ${more} more` : listed(named);
  return first.sheet === sheet || !first.sheet ? words : `${first.sheet}, ${words}`;
}
