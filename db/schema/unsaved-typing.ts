import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { checkedJson } from './checked-json';
import { instant } from './instant';
import { measures } from './measures';
import { people } from './people';

/**
 * What somebody has typed in the form of a reading and not saved: beside the reading, no part of it. Only they get it back,
 * for a day, or until they save or submit the reading.
 */
export const unsavedTyping = pgTable(
  'unsaved_typing',
  {
    personId: integer()
      .notNull()
      .references(() => people.id),
    measureId: integer()
      .notNull()
      .references(() => measures.id),
    periodStart: date().notNull(),
    fields: checkedJson(z.record(z.string(), z.string())).notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ name: 'one_typing_per_person_and_reading', columns: [t.personId, t.measureId, t.periodStart] }),
    check('unsaved_typing_is_not_a_book', sql`pg_column_size(${t.fields}) < 200000`),
    index('unsaved_typing_by_age').on(t.at),
  ],
);
