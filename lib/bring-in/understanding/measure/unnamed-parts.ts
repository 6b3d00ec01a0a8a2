import type { Asking } from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import type { ReadingRead } from '@/lib/bring-in/understanding/sheet/row-read';

const why =
  'one of two numbers of a new measure: its figure is taken. Say on the page of the measure what the two numbers count, then bring the file in again';

/**
 * The fields of a new measure's reading without the two numbers beside its figure: no sheet says in words what they count, and a
 * measure without those words takes its figure directly. Numbers without a figure stay, to be refused at their cells.
 */
export function withoutUnnamedParts({ fields }: ReadingRead, { leaveOut }: Asking): ReadingRead['fields'] {
  const { first_number: first, second_number: second, ...others } = fields;
  if (!fields.figure || (!first && !second)) return fields;
  const places = [first, second].flatMap((part) => (part ? [part.place] : []));
  const cells = new Map(places.map((place) => [`${place.column}${place.row}`, place]));
  for (const place of cells.values()) leaveOut(place, why);
  return others;
}
