import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { keptSheetShape, publishedReadingShape, rowShape } from '@/lib/edition/frozen-shape';
import { paperKinds } from '@/lib/paper/paper-kinds';
import { checkedJson } from './checked-json';
import { services } from './council';
import { instant } from './instant';
import { people } from './people';

export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

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
    publishedAt: instant().notNull(),
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
    index('editions_in_force').on(t.serviceId, t.publishedAt.desc().nullsFirst(), t.number.desc().nullsFirst()),
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
    row: checkedJson(rowShape).notNull(),
  },
  (t) => [
    primaryKey({ name: 'one_row_per_number', columns: [t.editionId, t.number] }),
    unique('one_row_per_measure').on(t.editionId, t.code),
    index('edition_rows_by_measure').on(t.code, t.editionId.desc().nullsFirst()),
  ],
);

const edition = () =>
  integer()
    .notNull()
    .references(() => editions.id);

/**
 * What the page of a measure says beside its row, as an edition froze it; the row carries the hash of both tables' part. It is kept
 * packed, on the sheet of an earlier edition where that saves room: read it by db/queries/published/sheets.ts.
 */
export const editionSheets = pgTable(
  'edition_sheets',
  {
    editionId: edition(),
    code: text().notNull(),
    sheet: checkedJson(keptSheetShape).notNull(),
    /** The edition on whose sheet of the same measure it is packed; null for one that stands alone. */
    baseEditionId: integer(),
  },
  (t) => [
    primaryKey({ name: 'one_sheet_per_measure', columns: [t.editionId, t.code] }),
    foreignKey({
      name: 'a_sheet_has_its_base',
      columns: [t.baseEditionId, t.code],
      foreignColumns: [t.editionId, t.code],
    }),
    check('a_base_is_earlier', sql`${t.baseEditionId} < ${t.editionId}`),
  ],
);

/** Each reading in the edition that first told of it, as it was told; a correction is told anew by a later edition. */
export const editionReadings = pgTable(
  'edition_readings',
  {
    editionId: edition(),
    code: text().notNull(),
    periodStart: date().notNull(),
    reading: checkedJson(publishedReadingShape).notNull(),
  },
  (t) => [
    primaryKey({ name: 'one_telling_per_edition', columns: [t.code, t.periodStart, t.editionId] }),
    index('readings_told_by_an_edition').on(t.editionId, t.code, t.periodStart),
    // Few readings hide a figure, and each publication asks for those of all years.
    index('readings_told_that_hide').on(t.code).where(sql`${t.reading} ? 'hidden'`),
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
    /** Made with a key that is not in the database (db/hashing/page-mac.ts); a page whose own does not fit is served to nobody. */
    mac: text(),
  },
  (t) => [primaryKey({ name: 'one_rendering_per_page', columns: [t.editionId, t.key] })],
);

/** Committee papers as they were made of editions and kept: a cache, safe to empty at any time, since they can be made again. */
export const papers = pgTable(
  'papers',
  {
    editionId: edition(),
    kind: text({ enum: paperKinds }).notNull(),
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
    primaryKey({ name: 'one_paper_per_kind', columns: [t.editionId, t.kind] }),
    check('papers_are_of_a_kind', sql`${t.kind} in ('pdf', 'docx')`),
    check('a_paper_has_its_sha256', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('a_paper_has_a_form', sql`${t.form} >= 1`),
  ],
);
