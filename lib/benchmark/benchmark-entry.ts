import { type Parsed, parseFigure } from '@/lib/figure/figure-entry';
import type { Problem } from '@/lib/form/form-state';
import { limits } from '@/lib/form/limits';
import { tooLong } from '@/lib/form/typed-text';
import type { MeasureFacts } from '@/lib/measure/measure';
import { tidyText } from '@/lib/text/tidy-text';
import { isDay } from '@/lib/time/instant';
import { formatDate } from '@/lib/time/period';
import type { Benchmark, BenchmarkValue } from '@/lib/trend/trend';

type Measure = Pick<MeasureFacts, 'unit' | 'outsideHundred' | 'countsPeople'>;

/** How many figures one entry may have. */
export const mostValues = 500;
const kinds = { name: limits.comparatorName, source: limits.comparatorSource, note: limits.comparatorNote };

/** A benchmark's name as it is kept: one line, single blanks. */
export const tidyName = (typed: string): string => tidyText(typed).replace(/\s+/gu, ' ');

/** Whether two names mean the same series: capitals and blanks make no other one. */
export const sameName = (one: string, other: string): boolean =>
  tidyName(one).toLowerCase() === tidyName(other).toLowerCase();

/** A figure of others as it is kept, or what is wrong with it; its days are ISO, its figure as people type it. */
export function keptValue(
  { from, until, value }: BenchmarkValue,
  measure: Measure,
  today: string,
): { value: BenchmarkValue } | { problem: string } {
  for (const day of [from, until])
    if (!isDay(day) || day < '1900') return { problem: `“${day.slice(0, 20)}” is not a day that can be meant.` };
  if (until < from)
    return { problem: `its last day, ${formatDate(until)}, comes before its first, ${formatDate(from)}.` };
  if (until > today) return { problem: `${formatDate(until)} has not come yet, so there is no figure up to it.` };
  if (value.trim() === '') return { problem: `there is no figure for the time to ${formatDate(until)}.` };
  const parsed = parseFigure(value, measure);
  if (!('problem' in parsed)) return { value: { from, until, value: parsed.value } };
  return { problem: inList(parsed) };
}

/** What is wrong with a figure of a list, which is mended in the list: there are no reasons to choose from, and nothing is taken out. */
function inList({ problem, instead, none }: Exclude<Parsed, { value: string }>): string {
  if (none) return `${problem.replace(/\.$/, '')}: leave it out.`;
  return instead === undefined ? problem : `there is an invisible character in it: type ${instead} in its place.`;
}

/** A benchmark as it is kept, or what is wrong with it, each problem with its field. */
export function keptBenchmark(
  benchmark: Benchmark,
  measure: Measure,
  today: string,
): { benchmark: Benchmark } | { problems: Problem[] } {
  const [name, source, note] = [tidyName(benchmark.name), tidyText(benchmark.source), tidyText(benchmark.note)];
  const problems: Problem[] = [];
  const check = (field: keyof typeof kinds, text: string, missing: string) => {
    if (text === '') problems.push({ field, sentence: missing });
    if (text.length > kinds[field].most) problems.push({ field, sentence: tooLong(kinds[field]) });
  };
  check('name', name, 'Say whose figures these are, such as England.');
  check('source', source, 'Say where the figures come from, such as the publication and its table.');
  check('note', note, 'Say in a sentence how alike they are to this measure.');
  const figures = (sentence: string) => problems.push({ field: 'figures', sentence });
  const [least, most] = [benchmark.values.length === 0, benchmark.values.length > mostValues];
  if (least) figures('Give at least one figure.');
  if (most) figures(`There are ${benchmark.values.length} figures: at most ${mostValues} can be entered at once.`);
  const values: BenchmarkValue[] = [];
  for (const typed of most ? [] : benchmark.values) {
    const parsed = keptValue(typed, measure, today);
    if ('problem' in parsed) figures(parsed.problem.charAt(0).toUpperCase() + parsed.problem.slice(1));
    else if (values.some(({ until }) => until === parsed.value.until))
      figures(`There are two figures that end on ${formatDate(parsed.value.until)}.`);
    else values.push(parsed.value);
  }
  return problems.length > 0 ? { problems } : { benchmark: { name, source, alike: benchmark.alike, note, values } };
}

/** A figure that is entered, with the one that it takes the place of; null where there is none for its last day. */
export type BenchmarkChange = BenchmarkValue & { was: string | null };

/** What the figures that are entered do to those that are here, the oldest first; what is here already is `same`. */
export function benchmarkChanges(
  here: BenchmarkValue[],
  entered: BenchmarkValue[],
): (BenchmarkChange & { same: boolean })[] {
  const byDay = new Map(here.map((value) => [value.until, value]));
  return entered
    .map((value) => {
      const before = byDay.get(value.until);
      const same = before?.from === value.from && before.value === value.value;
      return { ...value, was: before?.value ?? null, same };
    })
    .sort((a, b) => a.until.localeCompare(b.until));
}

/** The name of the field that asks why a series is removed: each series has its own. */
export const removalField = (name: string): string => `remove-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
