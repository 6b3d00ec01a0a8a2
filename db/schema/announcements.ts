import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { checkedJson } from './checked-json';
import { announcementState } from './closed-lists';
import { services } from './council';
import { editions } from './editions';
import { instant } from './instant';
import { people } from './people';

const person = () => integer().references(() => people.id);
const announcement = () =>
  integer()
    .notNull()
    .references(() => announcements.id);

/** An edition that will be published at a moment that the public knows; what it shows is made and checked at that moment. */
export const announcements = pgTable(
  'announcements',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    serviceId: integer()
      .notNull()
      .references(() => services.id),
    /** The edition's number-to-be, the day it tells of, and the moment of its release. */
    number: integer().notNull(),
    asAt: date().notNull(),
    dueAt: instant().notNull(),
    note: text(),
    /** What was promised: the approved readings taken in, the hash of the rows, and the warnings answered. */
    included: integer().array().notNull(),
    seen: text().notNull(),
    acknowledged: checkedJson(z.array(z.object({ finding: z.string(), reason: z.string() }))).notNull(),
    state: announcementState().notNull().default('announced'),
    editionId: integer().references(() => editions.id),
    /** What the public is told of a release that was called off or failed. */
    why: text(),
    announcedBy: person().notNull(),
    announcedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('one_waiting_release_per_service').on(t.serviceId).where(sql`${t.state} = 'announced'`),
    uniqueIndex('an_edition_is_released_once').on(t.editionId),
    index('releases_by_moment').on(t.dueAt),
    check('a_released_one_has_its_edition', sql`(${t.state} = 'released') = (${t.editionId} is not null)`),
    check('an_end_without_release_says_why', sql`(${t.state} in ('cancelled', 'failed')) = (${t.why} is not null)`),
    check('what_was_promised_is_a_hash', sql`${t.seen} ~ '^[0-9a-f]{64}$'`),
  ],
);

/** Each time that an announced moment was moved, and why, as the public reads it. */
export const announcementMoves = pgTable(
  'announcement_moves',
  {
    announcementId: announcement(),
    movedAt: instant().notNull(),
    fromAt: instant().notNull(),
    toAt: instant().notNull(),
    reason: text().notNull(),
    movedBy: person().notNull(),
  },
  (t) => [
    primaryKey({ name: 'one_move_per_moment', columns: [t.announcementId, t.movedAt] }),
    check('a_move_says_why', sql`length(trim(${t.reason})) > 0 and ${t.fromAt} <> ${t.toAt}`),
  ],
);

/** Who may read an announced edition before its release, and from when. */
export const preReleaseReaders = pgTable(
  'pre_release_readers',
  { announcementId: announcement(), personId: person().notNull(), fromAt: instant().notNull() },
  (t) => [primaryKey({ name: 'a_reader_is_listed_once', columns: [t.announcementId, t.personId] })],
);
