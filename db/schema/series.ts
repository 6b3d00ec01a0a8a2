import { sql } from 'drizzle-orm';
import { boolean, check, date, integer, numeric, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { instant } from './instant';
import { measures } from './measures';
import { people } from './people';

const measure = () =>
  integer()
    .notNull()
    .references(() => measures.id);
const person = () => integer().references(() => people.id);

/** Each wording that a measure has had, once there has been more than one; never changed (a trigger sees to it). */
export const definitionVersions = pgTable(
  'definition_versions',
  {
    measureId: measure(),
    version: integer().notNull(),
    /** First day of the first period that is counted so. */
    effectiveFrom: date().notNull(),
    title: text().notNull(),
    definition: text().notNull(),
    numeratorLabel: text(),
    denominatorLabel: text(),
    /** Null for the wording that a measure began with. */
    reason: text(),
    decidedBy: text(),
    decidedOn: date(),
  },
  (t) => [
    primaryKey({ name: 'one_wording_per_version', columns: [t.measureId, t.version] }),
    unique('one_wording_per_period').on(t.measureId, t.effectiveFrom),
    check('wordings_count_from_one', sql`${t.version} >= 1`),
    check('a_wording_starts_on_the_first', sql`extract(day from ${t.effectiveFrom}) = 1`),
    check('a_new_wording_was_decided', sql`num_nonnulls(${t.reason}, ${t.decidedBy}, ${t.decidedOn}) in (0, 3)`),
    check('a_later_wording_was_decided', sql`${t.version} = 1 or ${t.reason} is not null`),
  ],
);

/** Where the figures of a measure stop being alike with those before, and why. */
export const seriesBreaks = pgTable(
  'series_breaks',
  { measureId: measure(), periodStart: date().notNull(), reason: text().notNull() },
  (t) => [
    primaryKey({ name: 'one_break_per_period', columns: [t.measureId, t.periodStart] }),
    check('a_break_starts_on_the_first', sql`extract(day from ${t.periodStart}) = 1`),
    check('a_break_says_why', sql`length(trim(${t.reason})) > 0`),
  ],
);

/** Where process control begins anew, on whose word and why. */
export const rebases = pgTable(
  'rebases',
  {
    measureId: measure(),
    periodStart: date().notNull(),
    reason: text().notNull(),
    rebasedBy: person().notNull(),
    rebasedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ name: 'one_rebase_per_period', columns: [t.measureId, t.periodStart] }),
    check('a_rebase_starts_on_the_first', sql`extract(day from ${t.periodStart}) = 1`),
    check('a_rebase_says_why', sql`length(trim(${t.reason})) > 0`),
  ],
);

/** The figures of others beside a measure: England, a region, statistical neighbours. */
export const benchmarks = pgTable(
  'benchmarks',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    measureId: measure(),
    name: text().notNull(),
    source: text().notNull(),
    /** Whether it is counted by the same definition; `note` says how alike it is. */
    alike: boolean().notNull(),
    note: text().notNull(),
  },
  (t) => [
    unique('one_benchmark_per_name').on(t.measureId, t.name),
    check('a_benchmark_says_whose_and_whence', sql`length(trim(${t.name})) > 0 and length(trim(${t.source})) > 0`),
    check('a_benchmark_says_how_alike', sql`length(trim(${t.note})) > 0`),
  ],
);

export const benchmarkValues = pgTable(
  'benchmark_values',
  {
    benchmarkId: integer()
      .notNull()
      .references(() => benchmarks.id),
    /** The first and last day that the figure is about. */
    fromDay: date().notNull(),
    untilDay: date().notNull(),
    value: numeric().notNull(),
  },
  (t) => [
    primaryKey({ name: 'one_benchmark_figure_per_day', columns: [t.benchmarkId, t.untilDay] }),
    check('a_benchmark_span_ends_after_it_began', sql`${t.untilDay} >= ${t.fromDay}`),
    check('a_benchmark_figure_is_a_number', sql`${t.value} not in ('NaN', 'Infinity', '-Infinity')`),
  ],
);
