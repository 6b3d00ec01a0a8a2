import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Colour } from '@/lib/target/target';
import { revisionReason } from './closed-lists';
import { editions } from './editions';
import { instant } from './instant';
import { people } from './people';

/** What the public is told beside the editions; written once with what it tells of, and never changed (triggers see to it). */

/** Each published figure that an edition shows for the first time in another form than the editions before it. */
export const revisions = pgTable(
  'revisions',
  {
    editionId: integer()
      .notNull()
      .references(() => editions.id),
    code: text().notNull(),
    periodStart: date().notNull(),
    /** The measure's number and title, and the period's name, as that edition has them. */
    number: integer().notNull(),
    title: text().notNull(),
    period: text().notNull(),
    /** The figures as shown, or why there was none. */
    was: text().notNull(),
    now: text().notNull(),
    colourWas: text().$type<Colour>(),
    colourNow: text().$type<Colour>(),
    /** Null for corrections older than the classes. */
    reason: revisionReason(),
    note: text().notNull(),
  },
  (t) => [
    primaryKey({ name: 'one_revision_per_figure', columns: [t.editionId, t.code, t.periodStart] }),
    check('a_colour_before_is_a_colour', sql`${t.colourWas} in ('green', 'amber', 'red')`),
    check('a_colour_now_is_a_colour', sql`${t.colourNow} in ('green', 'amber', 'red')`),
    index('revisions_of_a_measure').on(t.code, t.editionId.desc().nullsFirst()),
  ],
);

/** Each retired measure, in the edition that was the first without it. */
export const departures = pgTable(
  'departures',
  {
    editionId: integer()
      .notNull()
      .references(() => editions.id),
    code: text().notNull(),
    number: integer().notNull(),
    title: text().notNull(),
    retiredOn: date().notNull(),
    reason: text().notNull(),
    decidedBy: text().notNull(),
    decidedOn: date().notNull(),
  },
  (t) => [
    primaryKey({ name: 'a_measure_leaves_an_edition_once', columns: [t.editionId, t.code] }),
    index('departures_of_a_measure').on(t.code),
  ],
);

/** The words that an edition explains to its readers: the glossary of its service when it was published. */
export const editionTerms = pgTable(
  'edition_terms',
  {
    editionId: integer()
      .notNull()
      .references(() => editions.id),
    term: text().notNull(),
    meaning: text().notNull(),
  },
  (t) => [primaryKey({ name: 'an_edition_explains_a_word_once', columns: [t.editionId, t.term] })],
);

/** An edition that was withdrawn: its address stays and says why, what it showed is not shown any more. */
export const withdrawals = pgTable(
  'withdrawals',
  {
    editionId: integer()
      .primaryKey()
      .references(() => editions.id),
    withdrawnAt: instant().notNull(),
    withdrawnBy: integer()
      .notNull()
      .references(() => people.id),
    reason: text().notNull(),
  },
  (t) => [check('a_withdrawal_says_why', sql`length(trim(${t.reason})) > 0`)],
);
