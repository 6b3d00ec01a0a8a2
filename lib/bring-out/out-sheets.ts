import { columns } from '@/lib/bring-in/our-columns';
import { type Kind, kinds } from '@/lib/bring-in/wish';
import type { OutRow } from './council-sheets';
import type { OutCell } from './number-cell';

/** A sheet to be written, its headings first. */
export type OutSheet = { name: string; rows: OutCell[][] };

/** What each sheet of our own workbook is called. */
export const sheetNames: Record<Kind, string> = {
  service: 'Services',
  person: 'People',
  measure: 'Measures',
  target: 'Targets',
  outturn: 'Outturns',
  comparator: 'Comparators',
  reading: 'Readings',
};

type Heading = { name: string; heading: string };

/** What a heading ends in whose column only goes out; coming in it is passed over. */
const forReading = (name: string, heading: string): Heading => ({ name, heading: `${heading} (for reading only)` });

/** Columns that stand after those of `columns` and tell what no sheet brings in. A sheet is ours while four in five of its headings are. */
export const outOnly: Partial<Record<Kind, Heading[]>> = {
  measure: [
    forReading('retired_on', 'Retired on'),
    forReading('why_retired', 'Why retired'),
    forReading('retirement_decided_by', 'Retirement decided by'),
    forReading('retirement_decided_on', 'Retirement decided on'),
    forReading('small_counts', 'Small counts of people'),
    forReading('small_counts_decision', 'Decision on small counts'),
  ],
  reading: [
    forReading('further_actions', 'Further actions'),
    forReading('state', 'State'),
    forReading('public_note', 'Public note of a correction'),
  ],
};

/** What stands beside a reading that is due. */
export const besideDue: Heading[] = [forReading('title', 'Title'), forReading('due_by', 'Due by')];

/** The sheets of those kinds of rows that are there, in the order in which they would be made again. */
export const outSheets = (rows: Partial<Record<Kind, OutRow[]>>, some: readonly Kind[] = kinds): OutSheet[] =>
  some.flatMap((kind) => {
    const kept = rows[kind];
    return kept ? sheetOf(kind, kept) : [];
  });

/** One sheet: a heading for each column, then the rows. */
export function sheetOf(kind: Kind, rows: OutRow[], more: Heading[] = outOnly[kind] ?? []): OutSheet {
  const headings: Heading[] = [...columns[kind], ...more];
  return {
    name: sheetNames[kind],
    rows: [headings.map(({ heading }) => heading), ...rows.map((row) => headings.map(({ name }) => row[name] ?? null))],
  };
}
