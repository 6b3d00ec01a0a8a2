import { z } from 'zod';
import type { Problem } from '@/lib/form/form-state';
import type { Benchmark } from '@/lib/trend/trend';
import { type BenchmarkChange, benchmarkChanges, keptBenchmark, sameName, tidyName } from './benchmark-entry';
import { parsePaste } from './benchmark-paste';

/** What stands in the form in which figures of others are entered. */
export type TypedEntry = {
  name: string;
  source: string;
  alike?: 'yes' | 'no' | undefined;
  note: string;
  figures: string;
};

/** An entry as it was read from the form, to be checked before it is saved; JSON-safe. */
export type CheckedEntry = Omit<Benchmark, 'values'> & {
  /** Whether the series is a new one. */
  begins: boolean;
  changes: (BenchmarkChange & { same: boolean })[];
};

type Measure = Parameters<typeof parsePaste>[1];

/** What was typed as it is understood beside a measure with these series, or everything that is wrong with it. */
export function checkedEntry(
  typed: TypedEntry,
  measure: Measure,
  series: Benchmark[],
  today: string,
): { entry: CheckedEntry } | { problems: Problem[] } {
  const pasted = parsePaste(typed.figures, measure, today);
  const values = 'values' in pasted ? pasted.values : [];
  const { name, source, note } = typed;
  const parsed = keptBenchmark({ name, source, note, alike: typed.alike === 'yes', values }, measure, today);
  const wrong = 'problems' in parsed ? parsed.problems : [];
  const problemsOf = (field: string) => wrong.filter((problem) => problem.field === field);
  const pasting = 'problems' in pasted ? pasted.problems.map((sentence) => ({ field: 'figures', sentence })) : null;
  const unchosen = { field: 'alike', sentence: 'Choose whether they are counted like this measure.' };
  // In the order in which the form asks.
  const problems = [
    ...problemsOf('name'),
    ...(pasting ?? problemsOf('figures')),
    ...problemsOf('source'),
    ...(typed.alike ? [] : [unchosen]),
    ...problemsOf('note'),
  ];
  if ('problems' in parsed || problems.length > 0) return { problems };
  const here = series.find((benchmark) => sameName(benchmark.name, parsed.benchmark.name));
  const { values: entered, ...words } = parsed.benchmark;
  const entry = { ...words, name: here?.name ?? words.name, begins: !here };
  return { entry: { ...entry, changes: benchmarkChanges(here?.values ?? [], entered) } };
}

const text = z.string();
const change = z.strictObject({ from: text, until: text, value: text, was: text.nullable(), same: z.boolean() });
const Checked = z.strictObject({
  name: text,
  source: text,
  note: text,
  alike: z.boolean(),
  begins: z.boolean(),
  changes: z.array(change),
});

/** The checked entry, as the form brings it back; null where it is nothing of ours. */
export function readChecked(typed: string): CheckedEntry | null {
  try {
    return Checked.safeParse(JSON.parse(typed)).data ?? null;
  } catch {
    return null;
  }
}

/** Whether the entry that is typed now is the one that was checked; what it would change may differ by now. */
export function saysTheSame(one: CheckedEntry, other: CheckedEntry): boolean {
  const entryText = ({ name, source, alike, note, changes }: CheckedEntry) =>
    JSON.stringify([tidyName(name).toLowerCase(), source, alike, note, changes.map(figure)]);
  return entryText(one) === entryText(other);
}

const figure = ({ from, until, value }: BenchmarkChange) => [from, until, value];

/** What a form holds of a series that is here already: its words, and no figure yet. */
export const typedSeries = ({ name, source, alike, note }: Benchmark): Record<string, string> => ({
  name,
  source,
  alike: alike ? 'yes' : 'no',
  note,
});
