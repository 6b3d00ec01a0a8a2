import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { ZodError } from 'zod';
import type { Transaction } from '@/db/connection/client';
import { seedDemonstration } from '@/db/demo/seed';
import { editionReadings, editionRows, editionSheets, events, readings, readingVersions } from '@/db/schema';
import { asItStands } from '@/db/schema/checked-json';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
beforeAll(() => seedDemonstration(db));

const kept = [
  [readings, readings.completed, '[{}]'],
  [readingVersions, readingVersions.content, '{}'],
  [readingVersions, readingVersions.ground, '{"measureId": "1"}'],
  [editionRows, editionRows.row, '{"code": "csc-01"}'],
  [editionSheets, editionSheets.sheet, '[]'],
  [editionReadings, editionReadings.reading, '{"value": 7}'],
  [events, events.details, '[1]'],
] as const;

/** What a damage of one row does to a question, with nothing left behind. */
async function afterDamage<T>(column: (typeof kept)[number][1], json: string, ask: (tx: Transaction) => Promise<T>) {
  const undone = new Error('undone');
  let answer: unknown;
  await db
    .transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      const row = sql`(select ctid from ${column.table} limit 1)`;
      await tx.execute(
        sql`update ${column.table} set ${sql.identifier(column.name)} = ${json}::jsonb where ctid = ${row}`,
      );
      answer = await ask(tx).catch((error: unknown) => error);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return answer;
}

test.each(kept)('JSON that has not its shape goes no further than its column (%#)', async (table, column, json) => {
  const whole = await db.select({ json: column }).from(table);
  expect(whole.length).toBeGreaterThan(0);
  expect(await afterDamage(column, json, (tx) => tx.select({ json: column }).from(table))).toBeInstanceOf(ZodError);
  // Whoever looks for what was tampered with reads it all the same.
  const standing = await afterDamage(column, json, (tx) => tx.select({ json: asItStands(column) }).from(table));
  expect(standing).toContainEqual({ json: JSON.parse(json) });
});
