import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { disclosureMethod } from './closed-lists';
import { services } from './council';
import { instant } from './instant';
import { measures } from './measures';
import { people } from './people';

const person = () => integer().references(() => people.id);

/**
 * What was decided on small counts of people: for one measure, or as the default of a service. The newest decision counts, and a measure's
 * own before its service's; none is ever changed (a trigger sees to it).
 */
export const disclosureDecisions = pgTable(
  'disclosure_decisions',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    measureId: integer().references(() => measures.id),
    serviceId: integer().references(() => services.id),
    method: disclosureMethod().notNull(),
    /** Counts from 1 up to this are small. */
    threshold: integer().notNull(),
    reason: text().notNull(),
    /** The body or role that decided, and the day on which it did. */
    decidedBy: text().notNull(),
    decidedOn: date().notNull(),
    recordedBy: person().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    index('decisions_of_a_measure').on(t.measureId, t.id),
    index('decisions_of_a_service').on(t.serviceId, t.id),
    check('a_decision_is_about_one_thing', sql`num_nonnulls(${t.measureId}, ${t.serviceId}) = 1`),
    check('a_threshold_is_small', sql`${t.threshold} between 1 and 20`),
    check('a_decision_on_small_counts_says_why', sql`length(trim(${t.reason})) > 0`),
    check('a_decision_on_small_counts_says_who', sql`length(trim(${t.decidedBy})) > 0`),
    check(
      'small_counts_were_decided_before',
      sql`${t.decidedOn} <= (${t.recordedAt} at time zone 'Europe/London')::date`,
    ),
  ],
);

/** One figure that is shown in spite of its measure's decision: asked for by one person and confirmed by another. */
export const disclosureExceptions = pgTable(
  'disclosure_exceptions',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    measureId: integer()
      .notNull()
      .references(() => measures.id),
    periodStart: date().notNull(),
    revision: integer().notNull(),
    reason: text().notNull(),
    askedBy: person().notNull(),
    askedAt: instant().notNull(),
    confirmedBy: person(),
    confirmedAt: instant(),
    /** The head of service for whom a deputy confirmed; null when the head did, or had asked. */
    confirmedFor: person(),
    /** Who refused it, withdrew it or took it back, when and why; null while it waits or stands. */
    endedBy: person(),
    endedAt: instant(),
    endReason: text(),
  },
  (t) => [
    uniqueIndex('one_exception_per_figure').on(t.measureId, t.periodStart, t.revision).where(sql`${t.endedBy} is null`),
    check('an_exception_starts_on_the_first', sql`extract(day from ${t.periodStart}) = 1`),
    check('an_exception_has_its_revision', sql`${t.revision} >= 0`),
    check('an_exception_says_why', sql`length(trim(${t.reason})) > 0`),
    check('a_confirmed_exception_says_who_and_when', sql`(${t.confirmedBy} is null) = (${t.confirmedAt} is null)`),
    check('an_exception_for_somebody_else', sql`${t.confirmedFor} is null or ${t.confirmedBy} is not null`),
    check('an_ended_exception_says_why', sql`num_nonnulls(${t.endedBy}, ${t.endedAt}, ${t.endReason}) in (0, 3)`),
    check('the_end_of_an_exception_says_something', sql`length(trim(${t.endReason})) > 0`),
    check(
      'an_exception_takes_two_pairs_of_eyes',
      sql`${t.confirmedBy} is null or (${t.confirmedBy} <> ${t.askedBy}
        and (${t.confirmedFor} is null or (${t.confirmedFor} <> ${t.confirmedBy} and ${t.confirmedFor} <> ${t.askedBy})))`,
    ),
  ],
);
