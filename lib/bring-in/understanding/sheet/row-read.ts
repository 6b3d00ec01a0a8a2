import type { TargetCell } from '@/lib/bring-in/understanding/cell/target-cell';
import type { Place } from '@/lib/bring-in/wish';
import { proposedAddress } from '@/lib/framework/address-proposal';
import type { Unit } from '@/lib/measure/measure';
import type { Frequency, Period } from '@/lib/time/period';

/** A text with the cell that it was read in. */
export type Explicit = { value: string; place: Place };

export type ReadingRead = {
  period: Period;
  /** Figure, mark, two numbers, comments and action, by the names of our columns. */
  fields: Record<string, Explicit>;
  inFull: boolean;
  place: Place;
  /** The cell of the row that names the period, where none of the headings does. */
  periodPlace?: Place;
};
export type TargetRead = {
  from: string;
  cell: Exclude<TargetCell, { none: string }>;
  amber: Explicit | null;
  place: Place;
};
export type OutturnRead = { year: string; figure: string; mark: string; inFull: boolean; place: Place };

/** A measure as a row, or several rows, of the file speak of it. */
export type MeasureRead = {
  place: Place;
  code: Explicit;
  /** Whether the code was made of the title, since the row has none. */
  codeMade: boolean;
  titleText: string;
  /** What a sentence calls it: their reference, or the title. */
  called: string;
  /** What the row itself says of the measure, by the names of our columns. */
  fields: Record<string, Explicit>;
  readings: ReadingRead[];
  targets: TargetRead[];
  outturns: OutturnRead[];
  /** What the figures, the headings and the title of the sheet say of the unit, the closest first. */
  unitHints: Unit[];
  decimals: number;
  /** How often there are figures whose period is not settled yet. */
  awaited: Frequency | null;
};

/** As long as a code that is made of a title. */
const longestMade = 40;

/** A reference or a title without the mark of a footnote at its end. */
const withoutFootnote = (text: string): string => text.replace(/\s?[¹²³⁰⁴-⁹*†‡]+$/u, '').trim();

/** The code that a reference or a title makes: C2 is c2; '' where no letter is left. A code that is here stays as it is. */
export function codeFrom(text: string, codes: ReadonlySet<string>): string {
  if (codes.has(text)) return text;
  const made = proposedAddress(withoutFootnote(text));
  return made.length <= longestMade ? made : made.slice(0, longestMade).replace(/-[^-]*$/, '');
}
