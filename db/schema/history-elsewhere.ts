import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { revisionReason } from './closed-lists';
import { services } from './council';
import { instant } from './instant';
import { measures } from './measures';
import { people } from './people';

const person = () => integer().references(() => people.id);

/**
 * Figures of a service from before its first edition that the council published elsewhere, brought in together: they wait until
 * its head or a deputy confirms them as a whole, or somebody throws them away.
 */
export const historyBatches = pgTable(
  'history_batches',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    serviceId: integer()
      .notNull()
      .references(() => services.id),
    /** Where and when they were published, as it is said wherever one of them is shown. */
    publishedIn: text().notNull(),
    publishedOn: date().notNull(),
    /** The import that brought them, the name of its file and its SHA-256; null where a command did. */
    importId: integer(),
    fileName: text(),
    fileHash: text(),
    laidBy: person().notNull(),
    laidAt: instant().notNull(),
    /** Everybody who had a part in them; none of them confirms. */
    authors: integer().array().notNull(),
    figures: integer().notNull(),
    measures: integer().notNull(),
    /** The SHA-256 of where, when and every figure, which a confirmation signs. */
    contentHash: text().notNull(),
    confirmedBy: person(),
    confirmedAt: instant(),
    /** The head of service for whom a deputy confirmed; null when the head did, or had a part in them. */
    confirmedFor: person(),
    discardedBy: person(),
    discardedAt: instant(),
    discardReason: text(),
  },
  (t) => [
    index('history_of_a_service').on(t.serviceId),
    // As many characters as `limits.publishedIn` says.
    check('history_says_where', sql`length(trim(${t.publishedIn})) between 1 and 200`),
    check('history_was_published_before', sql`${t.publishedOn} <= (${t.laidAt} at time zone 'Europe/London')::date`),
    check('a_file_has_its_name_and_hash', sql`(${t.fileName} is null) = (${t.fileHash} is null)`),
    check('a_file_hash_is_sha256', sql`${t.fileHash} ~ '^[0-9a-f]{64}$'`),
    check('a_history_hash_is_sha256', sql`${t.contentHash} ~ '^[0-9a-f]{64}$'`),
    check('history_has_figures', sql`${t.figures} >= 1 and ${t.measures} between 1 and ${t.figures}`),
    check(
      'history_has_its_authors',
      sql`${t.laidBy} = any (${t.authors}) and array_position(${t.authors}, null) is null`,
    ),
    check('confirmed_history_says_who_and_when', sql`(${t.confirmedBy} is null) = (${t.confirmedAt} is null)`),
    check('confirmed_for_somebody_else', sql`${t.confirmedFor} is null or ${t.confirmedBy} is not null`),
    check(
      'discarded_history_says_why',
      sql`num_nonnulls(${t.discardedBy}, ${t.discardedAt}, ${t.discardReason}) in (0, 3)`,
    ),
    check('a_reason_to_discard_says_something', sql`length(trim(${t.discardReason})) > 0`),
    check('history_is_confirmed_or_discarded', sql`${t.confirmedBy} is null or ${t.discardedBy} is null`),
    check(
      'history_takes_two_pairs_of_eyes',
      sql`${t.confirmedBy} is null or (not (${t.confirmedBy} = any (${t.authors}))
        and (${t.confirmedFor} is null or (${t.confirmedFor} <> ${t.confirmedBy} and not (${t.confirmedFor} = any (${t.authors})))))`,
    ),
  ],
);

/** The figure of a measure and a period that came in as history; it stands while its batch does. */
export const historyFigures = pgTable(
  'history_figures',
  {
    batchId: integer()
      .notNull()
      .references(() => historyBatches.id),
    measureId: integer()
      .notNull()
      .references(() => measures.id),
    periodStart: date().notNull(),
    value: numeric(),
    numerator: numeric(),
    denominator: numeric(),
    provisional: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ name: 'one_history_figure_per_period', columns: [t.measureId, t.periodStart] }),
    index('figures_of_a_history').on(t.batchId),
    check('history_starts_on_the_first', sql`extract(day from ${t.periodStart}) = 1`),
    check('history_parts_come_together', sql`(${t.numerator} is null) = (${t.denominator} is null)`),
    check('history_is_a_figure', sql`${t.value} is not null or (${t.numerator} is not null and ${t.denominator} <> 0)`),
    check(
      'history_figures_are_numbers',
      sql`'NaN' not in (coalesce(${t.value}, 0), coalesce(${t.numerator}, 0), coalesce(${t.denominator}, 0))
        and 'Infinity' not in (abs(coalesce(${t.value}, 0)), abs(coalesce(${t.numerator}, 0)), abs(coalesce(${t.denominator}, 0)))`,
    ),
  ],
);

/**
 * What a confirmed figure of history is corrected to, and what it was: one person lays a correction, and the head of service or a
 * deputy confirms it, or it ends. The newest that is confirmed counts; none is ever changed.
 */
export const historyCorrections = pgTable(
  'history_corrections',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    measureId: integer().notNull(),
    periodStart: date().notNull(),
    /** 1 for the first correction of a figure that is confirmed, and so on. */
    revision: integer().notNull(),
    value: numeric(),
    numerator: numeric(),
    denominator: numeric(),
    provisional: boolean().notNull(),
    wasValue: numeric(),
    wasNumerator: numeric(),
    wasDenominator: numeric(),
    reason: revisionReason().notNull(),
    /** What was wrong, as the public reads it. */
    note: text().notNull(),
    laidBy: person().notNull(),
    laidAt: instant().notNull(),
    confirmedBy: person(),
    confirmedAt: instant(),
    /** The head of service for whom a deputy confirmed; null when the head did, or had laid it. */
    confirmedFor: person(),
    /** Who refused it or took it back, when and why; null while it waits or stands. */
    endedBy: person(),
    endedAt: instant(),
    endReason: text(),
  },
  (t) => [
    foreignKey({
      name: 'a_correction_is_of_history',
      columns: [t.measureId, t.periodStart],
      foreignColumns: [historyFigures.measureId, historyFigures.periodStart],
    }),
    uniqueIndex('one_correction_of_history')
      .on(t.measureId, t.periodStart, t.revision)
      .where(sql`${t.endedBy} is null`),
    check('history_is_corrected_from_one', sql`${t.revision} >= 1`),
    check('corrected_parts_come_together', sql`(${t.numerator} is null) = (${t.denominator} is null)`),
    check(
      'a_correction_is_a_figure',
      sql`${t.value} is not null or (${t.numerator} is not null and ${t.denominator} <> 0)`,
    ),
    check(
      'corrected_figures_are_numbers',
      sql`'NaN' not in (coalesce(${t.value}, 0), coalesce(${t.numerator}, 0), coalesce(${t.denominator}, 0))
        and 'Infinity' not in (abs(coalesce(${t.value}, 0)), abs(coalesce(${t.numerator}, 0)), abs(coalesce(${t.denominator}, 0)))`,
    ),
    check('a_correction_of_history_says_why', sql`length(trim(${t.note})) > 0`),
    check('a_confirmed_correction_says_who_and_when', sql`(${t.confirmedBy} is null) = (${t.confirmedAt} is null)`),
    check('a_correction_for_somebody_else', sql`${t.confirmedFor} is null or ${t.confirmedBy} is not null`),
    check('an_ended_correction_says_why', sql`num_nonnulls(${t.endedBy}, ${t.endedAt}, ${t.endReason}) in (0, 3)`),
    check('the_end_of_a_correction_says_something', sql`length(trim(${t.endReason})) > 0`),
    check('a_correction_is_confirmed_or_ended', sql`${t.confirmedBy} is null or ${t.endedBy} is null`),
    check(
      'a_correction_takes_two_pairs_of_eyes',
      sql`${t.confirmedBy} is null or (${t.confirmedBy} <> ${t.laidBy}
        and (${t.confirmedFor} is null or (${t.confirmedFor} <> ${t.confirmedBy} and ${t.confirmedFor} <> ${t.laidBy})))`,
    ),
  ],
);
