import type { WordedChange } from '@/lib/edition/edition-change';
import type { MeasureSheet, SheetTarget } from '@/lib/edition/measure-sheet';
import type { MeasureFacts } from '@/lib/measure/measure';
import { namesOf } from '@/lib/reading/content-difference';
import { sameValue } from '@/lib/record/same-value';
import { type Mend, mendSentence } from '@/lib/series/mend';
import type { Restart } from '@/lib/spc/frozen-process';
import { withoutEnd } from '@/lib/text/sentence-end';
import { formatDate } from '@/lib/time/period';
import type { Benchmark } from '@/lib/trend/trend';

type Sheet = MeasureSheet | null;

/** What the page of a measure says of how it is counted and judged, each fact by its name in a sentence. */
const facts: Record<keyof MeasureFacts | 'source' | 'ownerRole' | 'whyNoTarget', string> = {
  unit: 'unit',
  decimals: 'number of decimals',
  polarity: 'word on which way is better',
  frequency: 'frequency',
  startMonth: 'first month of the year',
  window: 'span of the figures',
  since: 'day from which is counted',
  lagDays: 'days until a figure is due',
  comparator: 'figure to compare with',
  scale: 'scale',
  numeratorLabel: 'label of the numerator',
  denominatorLabel: 'label of the denominator',
  countsPeople: 'word on whether people are counted',
  compareAs: 'way of comparing with the target',
  noChangeBand: 'band of no change',
  outsideHundred: 'limits of the percentage',
  digitsFollow: 'way of printing digits',
  periodsAddUp: 'word on whether periods add up',
  source: 'source',
  ownerRole: 'role of the owner',
  whyNoTarget: 'reason for having no target',
};

/** The names of the facts of a measure that its page says otherwise; none where one edition is from before there were pages. */
export function factsChanged(was: Sheet, is: Sheet): string[] {
  if (!was || !is) return [];
  const keys = Object.keys(facts) as (keyof typeof facts)[];
  // Flags that an older edition does not have are off in it.
  const factOf = (sheet: MeasureSheet, key: keyof typeof facts) => sheet[key] || (sheet[key] === 0 ? 0 : null);
  return keys.filter((key) => !sameValue(factOf(was, key), factOf(is, key))).map((key) => facts[key]);
}

/** What changed on the page of a measure beside its row: targets, definitions, breaks, comparators, baselines. */
export function sheetChanges(was: Sheet, is: Sheet): WordedChange[] {
  if (!was || !is) return [];
  return [
    ...targetsChange(was.targets, is.targets),
    ...benchmarksChange(was.benchmarks, is.benchmarks),
    ...wordingsChange(was, is),
    ...mendsChange(was.mends, is.mends),
    ...breaksChange(was, is),
    ...baselineChange(was, is),
  ];
}

/** What the page says in other words of the same figures: listed only where no other change explains it. */
export function summaryChanged(was: Sheet, is: Sheet): string[] {
  if (!was || !is) return [];
  return [
    ...(was.headline === is.headline && was.stillRed === is.stillRed ? [] : ['headline']),
    ...(sameValue(was.process, is.process) ? [] : ['process control']),
  ];
}

const since = (start: string): string => `from ${formatDate(start)}`;
const sentence = (words: string): string => `${withoutEnd(words.trim())}.`;

/** Things of two lists by what names them: those that came, went and changed. */
function compared<T>(was: T[], is: T[], key: (thing: T) => string) {
  const [before, after] = [new Map(was.map((thing) => [key(thing), thing])), new Set(is.map(key))];
  return {
    added: is.filter((thing) => !before.has(key(thing))),
    removed: was.filter((thing) => !after.has(key(thing))),
    changed: is.flatMap((thing) => {
      const old = before.get(key(thing));
      return old === undefined || sameValue(old, thing) ? [] : [{ old, now: thing }];
    }),
  };
}

function targetsChange(was: SheetTarget[], is: SheetTarget[]): WordedChange[] {
  const { added, removed, changed } = compared(was, is, ({ from }) => from);
  const rule = (target: SheetTarget) => target.rule ?? 'none';
  return [
    ...added.map((target): WordedChange => ['target', `The target ${since(target.from)} is ${rule(target)}.`]),
    ...removed.map(
      (target): WordedChange => ['target', `No target is set ${since(target.from)} any more; was ${rule(target)}.`],
    ),
    ...changed.map(({ old, now }): WordedChange => {
      if (rule(old) !== rule(now))
        return ['target', `The target ${since(now.from)} is ${rule(now)}; was ${rule(old)}.`];
      const what = sameValue(old.target, now.target) ? 'decision behind' : 'Amber of';
      return ['target', `The ${what} the target ${since(now.from)} changed.`];
    }),
  ];
}

function benchmarksChange(was: Benchmark[], is: Benchmark[]): WordedChange[] {
  const { added, removed, changed } = compared(was, is, ({ name }) => name);
  const names: Record<Exclude<keyof Benchmark, 'name'>, string> = {
    values: 'figures',
    source: 'source',
    alike: 'word on whether it is alike',
    note: 'note',
  };
  return [
    ...added.map(({ name }): WordedChange => ['comparator', `New comparator: ${name}.`]),
    ...removed.map(({ name }): WordedChange => ['comparator', `${name} is no comparator any more.`]),
    ...changed.map(({ old, now }): WordedChange => {
      const keys = Object.keys(names) as (keyof typeof names)[];
      const changedFacts = namesOf(keys.filter((key) => !sameValue(old[key], now[key])).map((key) => names[key]));
      return ['comparator', `Comparator ${now.name}: ${changedFacts ?? 'something'} changed.`];
    }),
  ];
}

function wordingsChange({ wordings: was }: MeasureSheet, { wordings: is }: MeasureSheet): WordedChange[] {
  const { added, removed, changed } = compared(was, is, ({ version }) => String(version));
  return [
    // The first wording stands there as soon as there is a second one, and says nothing new.
    ...added
      .filter(({ version }) => version > 1)
      .map(({ version, effectiveFrom, decision }): WordedChange => {
        const why = decision ? `: ${decision.reason}` : '';
        return ['break', sentence(`Version ${version} of the definition counts ${since(effectiveFrom)}${why}`)];
      }),
    ...removed.map(
      ({ version }): WordedChange => ['break', `Version ${version} of the definition is not there any more.`],
    ),
    ...changed.map(({ now }): WordedChange => ['break', `Version ${now.version} of the definition is told otherwise.`]),
  ];
}

/** The slips that were mended in between: what is counted is the same as before. */
function mendsChange(was: Mend[] = [], is: Mend[] = []): WordedChange[] {
  return is.slice(was.length).map((mend): WordedChange => ['words', mendSentence(mend)]);
}

const restartKey = ({ start, why }: Restart): string => `${start} ${why}`;

function breaksChange(was: MeasureSheet, is: MeasureSheet): WordedChange[] {
  const { added, removed } = compared(was.changes, is.changes, restartKey);
  const definitionStarts = new Set(is.wordings.map(({ effectiveFrom }) => effectiveFrom));
  const isNewDefinition = ({ start, why }: Restart) =>
    definitionStarts.has(start) && why.startsWith('the definition changed');
  return [
    ...added
      .filter((change) => !isNewDefinition(change) || sameValue(was.wordings, is.wordings))
      .map(({ start, why }): WordedChange => {
        return ['break', sentence(`Figures ${since(start)} are not alike with those before: ${why}`)];
      }),
    ...removed.map(({ start, why }): WordedChange => {
      return ['break', sentence(`No break is told ${since(start)} any more; was: ${why}`)];
    }),
  ];
}

/** What changed in the rebases of a measure, and in whether large moves count. */
function baselineChange(was: MeasureSheet, is: MeasureSheet): WordedChange[] {
  if (was.process.refused !== null || is.process.refused !== null) return [];
  const rebasesOf = ({ changes, process }: MeasureSheet) => {
    const breaks = new Set(changes.map(restartKey));
    const restarts = process.refused === null ? process.restarts : [];
    return restarts.filter((restart) => !breaks.has(restartKey(restart)));
  };
  const { added, removed } = compared(rebasesOf(was), rebasesOf(is), restartKey);
  const screening = is.process.screening
    ? `Large moves are left out of the mean range: ${is.process.screening}`
    : 'Every move counts for the mean range again';
  return [
    ...added.map(
      ({ start, why }): WordedChange => ['baseline', sentence(`The baseline begins anew ${since(start)}: ${why}`)],
    ),
    ...removed.map(({ start, why }): WordedChange => {
      return ['baseline', sentence(`The baseline does not begin anew ${since(start)} any more; was: ${why}`)];
    }),
    ...(sameValue(was.process.screening, is.process.screening)
      ? []
      : [['baseline', sentence(screening)] satisfies WordedChange]),
  ];
}
