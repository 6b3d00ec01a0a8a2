import { asc, eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { type MeasurePolicy, policiesOf } from '@/db/facts/disclosure/policies';
import { waitingRelease } from '@/db/facts/edition/waiting-release';
import { draftOf, hasReadings, isPublished } from '@/db/facts/measure-draft';
import { targetsOf } from '@/db/facts/measure-facts';
import { seriesOf } from '@/db/facts/measure-series';
import { toldRetired } from '@/db/facts/periods/retirements';
import { type MeasureRow, measurePlace } from '@/db/facts/reading-record';
import { benchmarks, measures, outturns, people, services } from '@/db/schema';
import { shown } from '@/lib/figure/figure';
import { proposedCode } from '@/lib/framework/address-proposal';
import type { KeptFields } from '@/lib/framework/meanwhile';
import { measureFields } from '@/lib/framework/measure-differences';
import type { MeasureDraft } from '@/lib/framework/measure-entry';
import { typedMeasure } from '@/lib/framework/measure-form';
import { targetWords } from '@/lib/framework/target-words';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { announcedFor } from '@/lib/release/release-moment';
import { nameOfYear } from '@/lib/series/measure-year';
import { retiredForGood } from '@/lib/series/retirement';
import { formatDate, label, periodContaining, periodsFrom, shift } from '@/lib/time/period';

type Choice = { start: string; label: string };

export type KeptMeasure = {
  service: { slug: string; name: string };
  draft: MeasureDraft;
  /** What its form holds when it is opened, and its fields for whoever saves after somebody else. */
  typed: Record<string, string>;
  was: KeptFields;
  owner: string | null;
  /** Whether the reader names owners as well. */
  namesPosts: boolean;
  /** What it is read with across services; null where it has no theme. */
  theme: string | null;
  /** The names of others whose figures are entered beside its own. */
  comparators: string[];
  /** What holds for its small counts; null where it counts no people. */
  smallCounts: MeasurePolicy | null;
  /** Whether anything was written of it: then what its figures are counted by stays. */
  hasReadings: boolean;
  /** Whether an edition has shown it: then its code stays. */
  isPublished: boolean;
  /** Counts the wordings that it has had. */
  version: number;
  /** 'Edition 3 is announced for …', while a release waits; then nothing of it can be changed. */
  announced: string | null;
  /** Its last day and why; `stays` where an edition has told the public, so that it is not taken back. */
  retired: { on: string; reason: string; stays: string | null } | null;
  /** The latest first. */
  targets: { from: string; rule: string; decision: string | null }[];
  outturns: { year: string; value: string; source: string | null }[];
  breaks: (Choice & { reason: string })[];
  /** The periods from which a new definition or a break may count, the latest first. */
  periods: Choice[];
};

/** A measure as a performance officer keeps it; null where there is none, and for everybody else. */
export async function keptMeasure(db: Database, who: Person, code: string, today: string): Promise<KeptMeasure | null> {
  if (!may(who, 'change_measure')) return null;
  const place = await measurePlace(db, { code });
  if (!place) return null;
  const { measure, service } = place;
  const draft = draftOf(measure);
  const targets = await targetsOf(db, [measure.id]);
  const finals = await db.select().from(outturns).where(eq(outturns.measureId, measure.id)).orderBy(asc(outturns.year));
  const comparators = await db
    .select({ name: benchmarks.name })
    .from(benchmarks)
    .where(eq(benchmarks.measureId, measure.id))
    .orderBy(asc(benchmarks.name));
  const { breaks } = (await seriesOf(db, [measure.id]))(measure.id);
  const [owner] = await db
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, measure.ownerId ?? 0));
  const waiting = await waitingRelease(db, service.id);
  const choice = (start: string): Choice => ({ start, label: label({ frequency: measure.frequency, start }) });
  return {
    service: { slug: service.slug, name: service.name },
    draft,
    typed: typedMeasure(draft),
    was: measureFields(draft),
    owner: owner?.name ?? null,
    namesPosts: may(who, 'name_owner'),
    theme: measure.theme,
    comparators: comparators.map(({ name }) => name),
    smallCounts: measure.countsPeople ? ((await policiesOf(db, [measure.id])).get(measure.id) ?? null) : null,
    hasReadings: await hasReadings(db, measure.id),
    isPublished: await isPublished(db, measure.code),
    version: measure.definitionVersion,
    announced: waiting ? announcedFor(waiting) : null,
    retired: await retirement(db, measure),
    targets: targets.toReversed().map(({ effectiveFrom, target, tolerance, decision }) => ({
      from: choice(effectiveFrom).label,
      rule: targetWords(target, measure, tolerance),
      decision: decision && `${decision.decidedBy}, ${formatDate(decision.decidedOn)}: ${decision.reason}`,
    })),
    outturns: finals.toReversed().map(({ year, value, source, whyNone, whyProvisional }) => ({
      year: nameOfYear(measure, year),
      value: value === null ? 'none' : `${shown(value, measure)}${whyProvisional ? ', provisional' : ''}`,
      source: whyNone ?? source,
    })),
    breaks: breaks.map(({ start, reason }) => ({ ...choice(start), reason })),
    periods: periodsUntil(measure, today).map(({ start }) => choice(start)),
  };
}

async function retirement(db: Database, { code, retiredOn, retiredReason }: MeasureRow) {
  if (!retiredOn) return null;
  const edition = await toldRetired(db, code);
  const stays = edition === null ? null : retiredForGood(edition);
  return { on: formatDate(retiredOn), reason: retiredReason ?? 'no reason', stays };
}

const mostPeriods = 60;

/** The periods of a measure after its first one that have begun, the latest first, as far back as five years of months. */
function periodsUntil(measure: MeasureRow, today: string) {
  const second = shift({ frequency: measure.frequency, start: measure.requiredFrom }, 1).start;
  return periodsFrom(measure.frequency, second, periodContaining(today, measure).start)
    .toReversed()
    .slice(0, mostPeriods);
}

export type NewMeasurePlace = { service: { slug: string; name: string }; number: number; code: string };

/** Where a new measure of a service would stand: the next number, and a code that follows those that are there; null where it may not. */
export async function newMeasurePlace(db: Database, who: Person, slug: string): Promise<NewMeasurePlace | null> {
  if (!may(who, 'add_measure')) return null;
  const [service] = await db.select().from(services).where(eq(services.slug, slug));
  if (!service) return null;
  const own = await db
    .select({ number: measures.number, code: measures.code })
    .from(measures)
    .where(eq(measures.serviceId, service.id))
    .orderBy(asc(measures.number));
  const number = (own.at(-1)?.number ?? 0) + 1;
  const code = proposedCode(
    slug,
    own.map((measure) => measure.code),
    number,
  );
  return { service: { slug, name: service.name }, number, code };
}
