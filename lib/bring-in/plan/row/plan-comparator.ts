import { benchmarkChanges, keptBenchmark, sameName, tidyName } from '@/lib/benchmark/benchmark-entry';
import { parseEdge, spanWords } from '@/lib/benchmark/benchmark-span';
import type { FieldChange } from '@/lib/bring-in/plan-row-shape';
import type { Wish } from '@/lib/bring-in/wish';
import { may, permissions } from '@/lib/people/change-permissions';
import { tidyText } from '@/lib/text/tidy-text';
import type { Benchmark } from '@/lib/trend/trend';
import type { Drafted, MeasureNow } from './council-now';
import { tickIn } from './file-form';
import { measureIn } from './named-measure';
import { changeSentence, changes, creates, type Planned, refuses, refusesBy, same } from './planned';

const columns: Record<string, string> = { name: 'name', source: 'source', note: 'note', figures: 'figure' };

/** The measure, the series and the last day under which two rows of a file speak of the same figure. */
export function comparatorKey({ fields }: Wish): string | null {
  const until = parseEdge(fields.until_day ?? '', 'until');
  if (!fields.measure?.trim() || !fields.name?.trim() || 'problem' in until) return null;
  return `${fields.measure.trim()} ${tidyName(fields.name).toLowerCase()} ${until.day}`;
}

/** What a row of comparators comes to: one figure of others. */
export function planComparator(drafted: Drafted, wish: Wish): Planned {
  const { fields } = wish;
  const what = `${fields.name?.trim() ?? ''} beside ${fields.measure?.trim() ?? ''}, ${fields.until_day?.trim() ?? ''}`;
  const named = { wish, what };
  const found = measureIn(drafted, wish);
  if ('problem' in found) return refuses(named, found.problem, 'measure');
  const { measure } = found;
  const from = parseEdge(fields.from_day ?? '', 'from');
  if ('problem' in from) return refuses(named, from.problem, 'from_day');
  const until = parseEdge(fields.until_day ?? '', 'until');
  if ('problem' in until) return refuses(named, until.problem, 'until_day');
  const here = measure.benchmarks.find(({ name }) => sameName(name, fields.name ?? ''));
  const alike = fields.alike?.trim() ? tickIn(fields.alike) : here ? (here.alike ? 'yes' : 'no') : null;
  if (alike === null)
    return refuses(named, 'Write yes where they are counted like this measure, and no where they are not.', 'alike');
  const typed: Benchmark = {
    name: here?.name ?? fields.name ?? '',
    source: fields.source?.trim() || (here?.source ?? ''),
    note: fields.note?.trim() || (here?.note ?? ''),
    alike: alike === 'yes',
    values: [{ from: from.day, until: until.day, value: fields.figure ?? '' }],
  };
  const kept = keptBenchmark(typed, measure.draft, drafted.today);
  if ('problems' in kept) return refusesBy(named, kept.problems, columns);
  const { benchmark } = kept;
  const [change] = benchmarkChanges(here?.values ?? [], benchmark.values);
  const list = here ? wordChanges(wish, here, benchmark) : [];
  if (change?.was && !change.same)
    list.push({
      field: `the figure ${spanWords(change)}`,
      before: change.was,
      after: change.value,
      place: wish.places.figure ?? null,
    });
  if (change?.same && list.length === 0) return same(named);
  const problem =
    found.locked ?? (may(drafted.party.who, 'enter_comparator') ? null : permissions.enter_comparator.otherwise);
  if (problem) return refuses(named, problem);
  drafted.measures.set(measure.draft.code, withSeries(measure, here, benchmark));
  const task = { step: 'enter_comparator', code: measure.draft.code, benchmark } as const;
  const entered = benchmark.values[0] ?? typed.values[0];
  if (list.length > 0) return changes(named, list, changeSentence(list), task);
  return creates(named, `${benchmark.name}: ${entered?.value ?? ''}, ${entered ? spanWords(entered) : ''}.`, task);
}

function wordChanges(wish: Wish, before: Benchmark, after: Benchmark): FieldChange[] {
  const words = ({ source, note, alike }: Benchmark) => ({ source, note, alike: alike ? 'yes' : 'no' });
  const titles = { source: 'the source', note: 'how alike they are', alike: 'whether they are counted alike' };
  return (Object.keys(titles) as (keyof typeof titles)[]).flatMap((name) => {
    const [was, now] = [tidyText(words(before)[name]), words(after)[name]];
    return was === now ? [] : [{ field: titles[name], before: was, after: now, place: wish.places[name] ?? null }];
  });
}

/** A measure with a figure of a series, beside those that are here. */
function withSeries(measure: MeasureNow, here: Benchmark | undefined, entered: Benchmark): MeasureNow {
  const days = entered.values.map(({ until }) => until);
  const values = [...(here?.values.filter(({ until }) => !days.includes(until)) ?? []), ...entered.values];
  const others = measure.benchmarks.filter((each) => each !== here);
  return { ...measure, benchmarks: [...others, { ...entered, values }] };
}
