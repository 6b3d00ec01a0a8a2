import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import type { FrozenRow } from '@/lib/edition';
import { services } from './council';
import { people } from './people';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** A published scorecard of one service: numbered, frozen, never updated or deleted (a trigger sees to it). */
export const editions = pgTable(
  'editions',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    serviceId: integer()
      .notNull()
      .references(() => services.id),
    /** The service's words on the day. */
    serviceName: text().notNull(),
    notice: text(),
    number: integer().notNull(),
    asAt: date().notNull(),
    publishedAt: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    publishedBy: integer()
      .notNull()
      .references(() => people.id),
    /** The role in which the publisher acted, as the public reads it. */
    publisher: text().notNull(),
    comparisonYear: text().notNull(),
    note: text(),
    sha256: text().notNull(),
  },
  (t) => [
    unique('one_edition_per_number').on(t.serviceId, t.number),
    check('editions_count_from_one', sql`${t.number} >= 1`),
    check('a_hash_is_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    index('editions_in_force').on(t.serviceId, t.publishedAt.desc(), t.number.desc()),
  ],
);

export const editionRows = pgTable(
  'edition_rows',
  {
    editionId: integer()
      .notNull()
      .references(() => editions.id),
    number: integer().notNull(),
    code: text().notNull(),
    row: jsonb().$type<FrozenRow>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'one_row_per_number', columns: [t.editionId, t.number] }),
    unique('one_row_per_measure').on(t.editionId, t.code),
    index('edition_rows_by_measure').on(t.code, t.editionId.desc()),
  ],
);

/** Pages rendered once and kept across restarts: a cache, safe to empty at any time. */
export const renderings = pgTable(
  'renderings',
  {
    editionId: integer()
      .notNull()
      .references(() => editions.id),
    /** Everything but the edition that the bytes depend on: build, date, view and the council's own words, hashed. */
    key: text().notNull(),
    date: date().notNull(),
    /** The page, gzipped. */
    html: bytes().notNull(),
  },
  (t) => [primaryKey({ name: 'one_rendering_per_page', columns: [t.editionId, t.key] })],
);
