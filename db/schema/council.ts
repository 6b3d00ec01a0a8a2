import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';

/** The council whose portal this is: one row. */
export const council = pgTable(
  'council',
  {
    id: integer().primaryKey().default(1),
    name: text().notNull(),
    /** Where a resident writes about a figure or about accessibility. */
    contact: text().notNull(),
    /** Said on every page while the content is a demonstration; null for a real council. */
    demonstration: text(),
  },
  (t) => [check('one_council', sql`${t.id} = 1`)],
);

export const services = pgTable(
  'services',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    slug: text().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
    /** Where the figures come from, where a reader must know it: "Everything in this service is invented." */
    notice: text(),
  },
  (t) => [
    unique('one_service_per_address').on(t.slug),
    check('a_slug_is_lower_case_words', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
);
