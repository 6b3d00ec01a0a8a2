import type { Connection } from '@/db/connection/client';
import type { MeasureWithFacts } from '@/db/facts/measure-facts';
import type { Counted } from '@/db/facts/periods/counted-readings';
import type { CountedMeasure, CountedReading, HiddenMeasure } from '@/lib/disclosure/counted-measure';
import type { PublishedReading } from '@/lib/series/published-reading';
import { hiddenAfter } from '@/lib/series/small-counts-hidden-after';
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
  const service = facts.map((measure) => ({
    ...measure,
    policy: policies.get(measure.id)?.policy ?? null,
    exceptions: exceptions.get(measure.id) ?? [],
    readings: withTyped(figures.get(measure.id) ?? [], typed?.measureId === measure.id ? typed.reading : undefined),
    outturns: measure.outturns.map(({ year, value }) => ({ year, value })),
  }));
  const { weighed, hidden } = hiddenAfter(service, frozen, []);
  return {
    measures: new Map(hidden.map((measure) => [measure.code, measure])),
    weighed: new Map(weighed.map((measure) => [measure.code, measure])),
    frozen,
    policies,
  };
}

function withTyped(figures: CountedReading[], typed: CountedReading | undefined): CountedReading[] {
  if (!typed) return figures;
  const others = figures.filter(({ start, revision }) => start !== typed.start || revision !== typed.revision);
  return [...others, typed].sort((a, b) => b.start.localeCompare(a.start) || b.revision - a.revision);
}
