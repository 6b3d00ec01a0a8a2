import type { Asking } from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import type { CellReading } from '@/lib/bring-in/understanding/cell/cell-meaning';
import type { DayReading } from '@/lib/bring-in/understanding/cell/day-order';
import { plainWords, quoted } from '@/lib/bring-in/understanding/cell/grid';
import type { YearWord } from '@/lib/bring-in/understanding/cell/period-words';
import { frequencyIn, polarityIn, unitIn } from '@/lib/bring-in/understanding/cell/word-meanings';
import type { Choice, Context } from '@/lib/bring-in/understanding-shape';
import type { Place } from '@/lib/bring-in/wish';
import { unitWords } from '@/lib/framework/measure-sentences';
import { polarities, polarityWords, type Unit, unitNames } from '@/lib/measure/measure';
import { frequencies, frequencyWords, type Period } from '@/lib/time/period';
import type { SheetColumn } from './columns-of-sheet';
import type { Role } from './heading-patterns';
import type { Explicit } from './row-read';
import type { UsedSection } from './row-uses';

/** What holds for all rows of a council's sheet. */
export type SheetFrame = {
  name: string;
  columns: SheetColumn[];
  byRole: Map<Role, SheetColumn[]>;
  reading: CellReading;
  days: DayReading;
  context: Context;
  codes: ReadonlySet<string>;
  /** The year that title, name or answer give to months, targets and outturns that have none. */
  year: YearWord | null;
  /** The period of figures whose column has none. */
  period: Period | null;
  unit: Unit | null;
  /** The service of the rows of a section, with where it was read. */
  serviceIn: (section: UsedSection | null) => Explicit | null;
  /** What a column of services says once for several rows, by the rows that leave it empty. */
  servicesAbove: Map<number, Explicit>;
  themeIn: (section: UsedSection | null) => Explicit | null;
};

/** The columns of a sheet by their roles. */
export function columnsByRole(columns: SheetColumn[]): Map<Role, SheetColumn[]> {
  const byRole = new Map<Role, SheetColumn[]>();
  for (const column of columns) byRole.set(column.role, [...(byRole.get(column.role) ?? []), column]);
  return byRole;
}

const leave: Choice = { value: 'left_out', label: 'leave it out' };

/** The choices of what a measure is, as a form has them. */
export const wordChoices = {
  unit: unitNames.map((unit) => ({ value: unit, label: unitWords(unit) })),
  better: polarities.map((polarity) => ({ value: polarity, label: polarityWords[polarity] })),
  frequency: frequencies.map((frequency) => ({ value: frequency, label: frequencyWords[frequency] })),
} satisfies Record<string, Choice[]>;

const words = {
  unit: { read: unitIn, what: 'as a unit' },
  better: { read: polarityIn, what: 'about which way is better' },
  frequency: { read: frequencyIn, what: 'about how often there is a figure' },
} as const;

/** What a word of a column of units, polarities or frequencies means, by its own words or an answer; null while that is open. */
export function wordIn(field: keyof typeof words, text: string, place: Place, asking: Asking): string | null {
  const { read, what } = words[field];
  const known = read(text);
  if (known) return known;
  const answer = asking.ask(
    {
      id: `${field}:${plainWords(text) || text.slice(0, 60)}`,
      sentence: `What does ${quoted(text)} mean ${what}?`,
      gloss: 'We do not know the word.',
      choices: [...wordChoices[field], leave],
    },
    [place],
  );
  if (answer === 'left_out') asking.leaveOut(place, `${quoted(text)}, left out as you chose`);
  return answer === 'left_out' ? null : answer;
}
