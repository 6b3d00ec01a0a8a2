import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { paperKinds } from '@/lib/paper/paper-kinds';
import { services } from './council';
import { bytes } from './editions';
import { instant } from './instant';

/** A committee of councillors, to which services report. */
export const committees = pgTable(
  'committees',
  { id: integer().primaryKey().generatedAlwaysAsIdentity(), slug: text().notNull(), name: text().notNull() },
  (t) => [
    unique('one_committee_per_address').on(t.slug),
    check('a_committee_slug_is_lower_case_words', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('a_committee_has_a_name', sql`length(trim(${t.name})) > 0`),
  ],
);

const committee = () =>
  integer()
    .notNull()
    .references(() => committees.id);

export const committeeServices = pgTable(
  'committee_services',
  {
    committeeId: committee(),
    serviceId: integer()
      .notNull()
      .references(() => services.id),
  },
  (t) => [primaryKey({ name: 'a_service_reports_once', columns: [t.committeeId, t.serviceId] })],
);

/** The days on which a committee meets. */
export const meetings = pgTable('meetings', { committeeId: committee(), day: date().notNull() }, (t) => [
  primaryKey({ name: 'one_meeting_per_day', columns: [t.committeeId, t.day] }),
]);

/** Each time that a meeting was moved or cancelled, and why, as the public reads it; `toDay` is null where it was cancelled. */
export const meetingMoves = pgTable(
  'meeting_moves',
  {
    committeeId: committee(),
    fromDay: date().notNull(),
    movedAt: instant().notNull(),
    toDay: date(),
    reason: text().notNull(),
  },
  (t) => [
    primaryKey({ name: 'one_move_of_a_meeting_per_moment', columns: [t.committeeId, t.fromDay, t.movedAt] }),
    check('a_meeting_moves_with_a_reason', sql`length(trim(${t.reason})) > 0`),
    check('a_meeting_moves_to_another_day', sql`${t.toDay} <> ${t.fromDay}`),
  ],
);

/** Bank holidays by proclamation beside those that are always kept; `insteadOf` is the usual one that one takes the place of. */
export const proclaimedHolidays = pgTable(
  'proclaimed_holidays',
  { day: date().primaryKey(), name: text().notNull(), insteadOf: date() },
  (t) => [
    check('a_holiday_has_a_name', sql`length(trim(${t.name})) > 0`),
    check('a_holiday_is_a_weekday', sql`extract(isodow from ${t.day}) < 6`),
    check('a_holiday_replaces_another_day', sql`${t.insteadOf} <> ${t.day}`),
    unique('a_holiday_is_replaced_once').on(t.insteadOf),
  ],
);

/** The words that the council's scorecards use, each with what it means; some mean it in one service only. */
export const glossaryTerms = pgTable(
  'glossary_terms',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    term: text().notNull(),
    meaning: text().notNull(),
    /** The service whose word it is; null where it is the whole council's. */
    serviceId: integer().references(() => services.id),
  },
  (t) => [
    uniqueIndex('a_term_has_one_meaning').on(sql`lower(${t.term})`, sql`coalesce(${t.serviceId}, 0)`),
    check('a_term_is_a_word', sql`length(trim(${t.term})) > 0`),
    check('a_term_has_a_meaning', sql`length(trim(${t.meaning})) > 0`),
  ],
);

/**
 * Papers of a committee's services together, the latest of each kind for each committee: a cache, safe to empty at any time, since
 * they can be made again.
 */
export const committeePapers = pgTable(
  'committee_papers',
  {
    committeeId: committee(),
    kind: text({ enum: paperKinds }).notNull(),
    /** The editions that it is made of, in the order of their ids. */
    editionIds: integer().array().notNull(),
    /** The SHA-256 of all that the paper says: another text is another paper. */
    key: text().notNull(),
    /** The form of papers in which it was made (lib/paper/paper-kinds.ts). */
    form: integer().notNull(),
    madeAt: instant().notNull(),
    bytes: bytes().notNull(),
    /** The SHA-256 of the bytes. */
    sha256: text().notNull(),
    /** Made with a key that is not in the database (db/hashing/page-mac.ts); a paper whose own does not fit is served to nobody. */
    mac: text().notNull(),
  },
  (t) => [
    primaryKey({ name: 'one_committee_paper_per_kind', columns: [t.committeeId, t.kind] }),
    check('committee_papers_are_of_a_kind', sql`${t.kind} in ('pdf', 'docx')`),
    check('a_committee_paper_has_its_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('a_committee_paper_has_a_form', sql`${t.form} >= 1`),
  ],
);
