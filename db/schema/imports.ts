import { sql } from 'drizzle-orm';
import { boolean, check, customType, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { FileView } from '@/lib/bring-in/file-view-shape';
import type { PlanCounts, PlanRow } from '@/lib/bring-in/plan-row-shape';
import type { Wish } from '@/lib/bring-in/wish';
import { importKind, importScope, importState } from './closed-lists';
import { instant } from './instant';
import { people } from './people';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/**
 * Files that are brought in. What a file changed stands in the record, with its name, hash and person; the file itself passes: its
 * bytes are gone when it ends, and all of it a week later.
 */
export const imports = pgTable(
  'imports',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    personId: integer()
      .notNull()
      .references(() => people.id),
    scope: importScope().notNull(),
    fileName: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    kind: importKind().notNull(),
    bytes: bytes(),
    state: importState().notNull().default('waiting'),
    /** Answers to questions, and choices of what columns, rows and cells mean, by their keys. */
    answers: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** What its headings and words mean for the next file as well. */
    remembered: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** What was understood, as its page shows it. */
    view: jsonb().$type<FileView>(),
    /** Counts how often it was read, so that what is confirmed is what was seen. */
    version: integer().notNull().default(0),
    /** How often somebody began to work on it since a person last touched it. */
    tries: integer().notNull().default(0),
    counts: jsonb().$type<PlanCounts>(),
    done: integer(),
    total: integer(),
    onlyGood: boolean().notNull().default(false),
    /** Whether the owner submits with it what she brings. */
    submits: boolean().notNull().default(false),
    /** How it ended, or why the last try brought nothing in. */
    sentence: text(),
    at: instant().notNull(),
    /** When somebody last worked on it; by this one who stopped in the middle is told from one at work. */
    beatAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    check('an_import_has_a_hash', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('an_import_names_its_file', sql`length(trim(${t.fileName})) between 1 and 200`),
    // As many bytes as lib/bring-in/import-words.ts says.
    check(
      'an_imported_file_is_not_too_large',
      sql`${t.size} between 1 and 10485760 and octet_length(${t.bytes}) = ${t.size}`,
    ),
    check(
      'an_ended_import_keeps_no_bytes',
      sql`(${t.state} in ('done', 'stopped', 'refused')) = (${t.endedAt} is not null) and (${t.endedAt} is null) = (${t.bytes} is not null)`,
    ),
    check('an_ended_import_says_how', sql`${t.endedAt} is null or length(trim(${t.sentence})) > 0`),
    index('imports_by_age').on(t.at),
  ],
);

/** What each row of a file comes to, in the order in which it is done; a wish stands with the first of its rows. */
export const importRows = pgTable(
  'import_rows',
  {
    importId: integer()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    kind: text().$type<PlanRow['kind']>().notNull(),
    action: text().$type<PlanRow['action']>().notNull(),
    row: jsonb().$type<PlanRow>().notNull(),
    wish: jsonb().$type<Wish>(),
  },
  (t) => [
    primaryKey({ name: 'import_rows_stand_in_order', columns: [t.importId, t.position] }),
    index('import_rows_by_action').on(t.importId, t.action, t.position),
  ],
);

/** What headings and words meant in files before, so that the next file with the same ones is understood at once. */
export const rememberedAnswers = pgTable('remembered_answers', {
  key: text().primaryKey(),
  answer: text().notNull(),
  at: instant().notNull(),
});
