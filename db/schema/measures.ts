import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, numeric, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { comparator, comparison, frequency, periodWindow, polarity, unit } from './closed-lists';
import { services } from './council';
import { people, systems } from './people';

export const measures = pgTable(
  'measures',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    serviceId: integer()
      .notNull()
      .references(() => services.id),
    number: integer().notNull(),
    code: text().notNull(),
    title: text().notNull(),
    definition: text().notNull(),
    unit: unit().notNull(),
    decimals: integer().notNull(),
    polarity: polarity().notNull(),
    frequency: frequency().notNull(),
    startMonth: integer().notNull().default(4),
    window: periodWindow().notNull(),
    since: date(),
    lagDays: integer().notNull(),
    /** First day of the first period that is required. */
    requiredFrom: date().notNull(),
    comparator: comparator().notNull(),
    compareAs: comparison().notNull().default('shown'),
    noChangeBand: numeric(),
    scale: integer(),
    numeratorLabel: text(),
    denominatorLabel: text(),
    /** Where its figures come from, and the role that answers for them, as the public reads both. */
    source: text(),
    ownerRole: text(),
    /** The one who enters this measure's readings; null while nobody does. */
    ownerId: integer().references(() => people.id),
    /** Counts the wordings of title and definition; an approval signs the one that it saw. */
    definitionVersion: integer().notNull().default(1),
    countsPeople: boolean().notNull(),
    outsideHundred: boolean().notNull().default(false),
    /** Whether printed digits follow the figure: 98 beside 99.7. */
    digitsFollow: boolean().notNull().default(false),
    /** Whether the figures of its periods add up to that of the year, so that one is never compared with a year. */
    periodsAddUp: boolean().notNull().default(false),
    whyNoTarget: text(),
    whyNoOutturn: text(),
    /** The last day on which it counts as a measure of its service, why it was retired, and who decided so and when. */
    retiredOn: date(),
    retiredReason: text(),
    retiredDecidedBy: text(),
    retiredDecidedOn: date(),
    /** Why process control leaves large moving ranges out of their mean; null while it leaves out none. */
    screeningReason: text(),
    /** What it is read with across services: "Looked-after children"; null while it has no theme. */
    theme: text(),
    /** Public notes about the measure that stand until somebody changes them, one sentence each. */
    notes: text().array().notNull().default(sql`'{}'`),
  },
  (t) => [
    unique('one_measure_per_code').on(t.code),
    unique('one_measure_per_number').on(t.serviceId, t.number),
    check('a_code_is_lower_case_words', sql`${t.code} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('a_number_counts_from_one', sql`${t.number} >= 1`),
    check('decimals_are_few', sql`${t.decimals} between 0 and 6`),
    check('a_year_starts_in_a_month', sql`${t.startMonth} between 1 and 12`),
    check('lag_is_not_negative', sql`${t.lagDays} between 0 and 730`),
    check('scale_is_a_power_of_ten', sql`${t.scale} in (1, 100, 1000, 10000, 100000)`),
    check('since_goes_with_its_window', sql`(${t.window} = 'since') = (${t.since} is not null)`),
    check(
      'parts_have_labels',
      sql`${t.scale} is null or (${t.numeratorLabel} is not null and ${t.denominatorLabel} is not null)`,
    ),
    check('a_band_is_not_negative', sql`${t.noChangeBand} >= 0`),
    check('periods_start_on_the_first', sql`extract(day from ${t.requiredFrom}) = 1`),
    check(
      'a_retirement_is_whole',
      sql`num_nonnulls(${t.retiredOn}, ${t.retiredReason}, ${t.retiredDecidedBy}, ${t.retiredDecidedOn}) in (0, 4)`,
    ),
    check('screening_says_why', sql`length(trim(${t.screeningReason})) > 0`),
    check('a_theme_has_a_name', sql`length(trim(${t.theme})) > 0`),
    index('measures_by_service').on(t.serviceId, t.number),
    index('measures_of_an_owner').on(t.ownerId),
  ],
);

/** The final figure of a finished council year; `year` is the year it began in. */
export const outturns = pgTable(
  'outturns',
  {
    measureId: integer()
      .notNull()
      .references(() => measures.id),
    year: integer().notNull(),
    /** Null where there is no figure for the year, with why. */
    value: numeric(),
    whyNone: text(),
    /** Where it was taken from, or how it was reached; null for what was here before anybody was asked. */
    source: text(),
    /** Why it may still change; null once it is final. */
    whyProvisional: text(),
    /** The published figure that it took the place of, and what the public is told of that. */
    was: numeric(),
    publicNote: text(),
  },
  (t) => [
    primaryKey({ name: 'one_outturn_per_year', columns: [t.measureId, t.year] }),
    check('a_year_is_a_year', sql`${t.year} between 1900 and 2200`),
    check('an_outturn_is_a_number', sql`${t.value} not in ('NaN', 'Infinity', '-Infinity')`),
    check('an_outturn_is_a_figure_or_says_why_not', sql`(${t.value} is null) = (${t.whyNone} is not null)`),
    check('only_a_figure_is_provisional', sql`${t.whyProvisional} is null or ${t.value} is not null`),
    check('an_outturn_was_a_number', sql`${t.was} not in ('NaN', 'Infinity', '-Infinity')`),
    check(
      'what_is_said_of_an_outturn_says_something',
      sql`length(trim(${t.whyNone})) > 0 and length(trim(${t.whyProvisional})) > 0 and length(trim(${t.publicNote})) > 0`,
    ),
    // A published figure gives way to another one only with a word to the public.
    check('a_revised_outturn_tells_the_public', sql`${t.was} is null or ${t.publicNote} is not null`),
  ],
);

/** The measures whose readings a system may submit. */
export const systemMeasures = pgTable(
  'system_measures',
  {
    systemId: integer()
      .notNull()
      .references(() => systems.id),
    measureId: integer()
      .notNull()
      .references(() => measures.id),
  },
  (t) => [primaryKey({ name: 'a_measure_is_sent_by_a_system_once', columns: [t.systemId, t.measureId] })],
);
