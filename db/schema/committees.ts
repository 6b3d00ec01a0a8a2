import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { services } from './council';

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
