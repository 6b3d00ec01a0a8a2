import { and, asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { atMost, noneOf, oneOf } from '@/db/connection/written-out';
import { readings } from '@/db/schema';
import { oneMeasureCouncil } from '../../support/council/one-measure-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { approved, draft } = await oneMeasureCouncil(db);
await db
  .insert(readings)
  .values([approved('2026-05-01', '88'), approved('2026-06-01', '89'), draft('2026-07-01', '90')]);
const starts = db.select({ start: readings.periodStart }).from(readings).orderBy(asc(readings.periodStart)).$dynamic();
const startsWhere = async (which: ReturnType<typeof oneOf>) => (await starts.where(which)).map(({ start }) => start);

test('words of an enumeration are written into the statement, which answers as with places for them', async () => {
  expect(await startsWhere(oneOf(readings.state, 'approved'))).toEqual(['2026-05-01', '2026-06-01']);
  expect(await startsWhere(oneOf(readings.state, 'draft', 'published'))).toEqual(['2026-07-01']);
  expect(await startsWhere(noneOf(readings.state, 'approved', 'published'))).toEqual(['2026-07-01']);
  const { sql, params } = db
    .select()
    .from(readings)
    .where(and(oneOf(readings.state, 'approved', 'published'), eq(readings.revision, 0)))
    .limit(atMost(2))
    .toSQL();
  expect(sql).toContain(`"state" in ('approved', 'published')`);
  expect(sql).toMatch(/limit 2$/);
  expect(params).toEqual([0]);
  expect(await db.select().from(readings).limit(atMost(2))).toHaveLength(2);
});

test('whatever is written out stands in quotes of its own', () => {
  const strange = "x'); drop table readings; --" as 'draft';
  const { sql, params } = db.select().from(readings).where(oneOf(readings.state, strange)).toSQL();
  expect(sql).toContain("in ('x''); drop table readings; --')");
  expect(params).toEqual([]);
});
