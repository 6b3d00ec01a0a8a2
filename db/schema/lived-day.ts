import { sql } from 'drizzle-orm';
import { boolean, check, date, pgTable } from 'drizzle-orm/pg-core';

/**
 * The day that the clock of the record lives in, at the present time of day: for the demonstration and for tests, the same
 * for every process. A council's own record has none, and lives by the clock of its database.
 */
export const livedDay = pgTable(
  'lived_day',
  {
    onlyOne: boolean().primaryKey().default(true),
    today: date().notNull(),
  },
  (t) => [check('one_day_is_lived_in', sql`${t.onlyOne}`)],
);
