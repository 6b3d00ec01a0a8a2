import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { contentShape, groundShape } from '@/lib/reading/content-shape';
import { checkedJson } from './checked-json';
import { instant } from './instant';
import { people } from './people';
import { readings } from './readings';

/** Each content that a reading has had, as it was saved; append-only, so that what was seen can always be shown again. */
export const readingVersions = pgTable(
  'reading_versions',
  {
    readingId: integer()
      .notNull()
      .references(() => readings.id),
    version: integer().notNull(),
    content: checkedJson(contentShape).notNull(),
    /** What it was to be judged by when it was saved, and the SHA-256 of both; an approval signs them as they are then. */
    ground: checkedJson(groundShape).notNull(),
    contentHash: text().notNull(),
    authorId: integer()
      .notNull()
      .references(() => people.id),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ name: 'one_content_per_version', columns: [t.readingId, t.version] }),
    check('a_content_hash_is_sha256', sql`${t.contentHash} ~ '^[0-9a-f]{64}$'`),
  ],
);
