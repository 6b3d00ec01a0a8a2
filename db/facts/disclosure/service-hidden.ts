import type { Connection } from '@/db/connection/client';
import type { Counted, MeasureWithFacts } from '@/db/facts/measure-facts';
import type { CountedMeasure, CountedReading, HiddenMeasure } from '@/lib/disclosure/hidden';
import { hiddenOf } from '@/lib/disclosure/hidden-of';
import { keptHidden } from '@/lib/series/kept-hidden';
import type { PublishedReading } from '@/lib/series/published-reading';
import { figuresWeighed } from './figures-weighed';
import { frozenReadings } from './frozen-readings';
import { exceptionsOf, type MeasurePolicy, policiesOf } from './policies';

/** What the public is not shown of a service, by the codes of its measures: every measure of which something may be hidden. */
export type ServiceHidden = {
  measures: ReadonlyMap<string, HiddenMeasure>;
  /** The same measures as they were weighed. */
  weighed: ReadonlyMap<string, CountedMeasure>;
  /** Every reading of them that standing editions froze, those of the newest edition first. */
  frozen: ReadonlyMap<string, PublishedReading[]>;
  /** What was decided on each measure, by its id. */
  policies: ReadonlyMap<number, MeasurePolicy>;
};

/**
 * What the public is not shown of the measures of a service, weighed with every figure that is or would be public on a day; what
 * editions have hidden already stays hidden. What is typed stands in the place of what is kept of that reading.
 * Source: docs/rules.md, Small counts of people.
 */
export async function serviceHidden(
  db: Connection,
  facts: MeasureWithFacts[],
  asAt: string,
  counted: Counted,
  typed?: { measureId: number; reading: CountedReading },
): Promise<ServiceHidden> {
  const ids = facts.map(({ id }) => id);
  const policies = await policiesOf(db, ids);
  const methodOf = (id: number) => policies.get(id)?.policy?.method;
  const isHiding = ids.some((id) => methodOf(id) === 'hide');
  const frozen = await frozenReadings(db, facts, isHiding ? 'all' : 'hidden');
  if (!isHiding && frozen.size === 0) return { measures: new Map(), weighed: new Map(), frozen, policies };
  const exceptions = await exceptionsOf(db, ids);
  const figures = await figuresWeighed(db, facts, asAt, counted);
  const service = facts.map((measure): CountedMeasure => {
    const { id, code, outturns } = measure;
    return {
      ...measure,
      policy: policies.get(id)?.policy ?? null,
      exceptions: exceptions.get(id) ?? [],
      readings: withTyped(figures.get(id) ?? [], typed?.measureId === id ? typed.reading : undefined),
      outturns: outturns.map(({ year, value }) => ({ year, value })),
      alreadyPublic: shownBefore(frozen.get(code) ?? []),
    };
  });
  const measures = hiddenOf(service, []).map((measure, index): HiddenMeasure => {
    const id = facts[index]?.id ?? 0;
    // A measure that is shown by now, or a figure by exception, was hidden for a reason that is gone.
    const sticks = methodOf(id) === 'show' ? [] : (frozen.get(measure.code) ?? []);
    const isExcepted = ({ start, revision }: PublishedReading) =>
      exceptions.get(id)?.some((exception) => exception.start === start && exception.revision === revision);
    return keptHidden(
      measure,
      latestOnly(sticks).filter((reading) => !isExcepted(reading)),
    );
  });
  return {
    measures: new Map(measures.map((measure) => [measure.code, measure])),
    weighed: new Map(service.map((measure) => [measure.code, measure])),
    frozen,
    policies,
  };
}

function withTyped(figures: CountedReading[], typed: CountedReading | undefined): CountedReading[] {
  if (!typed) return figures;
  const others = figures.filter(({ start, revision }) => start !== typed.start || revision !== typed.revision);
  return [...others, typed].sort((a, b) => b.start.localeCompare(a.start) || b.revision - a.revision);
}

/** The last form of each reading, corrections apart, of a list with the newest edition first. */
const latestOnly = (list: PublishedReading[]): PublishedReading[] => [
  ...new Map(list.toReversed().map((reading) => [`${reading.start}/${reading.revision}`, reading])).values(),
];

/** Everything that any of these readings shows of a figure: what one edition showed, a later one cannot take back. */
function shownBefore(frozen: PublishedReading[]): CountedReading[] {
  const shown = new Map<string, CountedReading>();
  for (const { start, revision, value, numerator, denominator, target, hidden } of frozen) {
    const key = `${start}/${revision}`;
    const before = shown.get(key);
    // At fewer decimals it was not shown.
    const full = hidden?.decimals === undefined ? value : null;
    shown.set(key, {
      start,
      revision,
      value: before?.value ?? full,
      numerator: before?.numerator ?? numerator,
      denominator: before?.denominator ?? denominator,
      target,
    });
  }
  return [...shown.values()];
}
