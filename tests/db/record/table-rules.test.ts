import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { keptRules, tableRules } from '@/db/events/constraints-now';
import made from '@/db/events/expected-constraints.json';
import { verifyGuards } from '@/db/queries/verify/verify-guards';
import { guardsAfter, tryToWeaken } from '../../support/record/weakened-rules';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const here = await tableRules(db);

/**
 * After a migration that changes a rule on purpose: read what changed in `git diff db/events/expected-constraints.json` after
 * `npx vitest run --project db tests/db/record/table-rules.test.ts -u`, and run it again without `-u`.
 */
test('the rules that verify expects are those that the migrations make; vitest -u writes them anew', async () => {
  // What another version of PostgreSQL prints otherwise stays as it was made.
  const texts = new Map(made.rules.map((rule) => [`${rule.table} ${rule.kind} ${rule.name}`, rule.text]));
  const rules = here.rules.map((rule) => ({
    ...rule,
    text: texts.get(`${rule.table} ${rule.kind} ${rule.name}`) ?? rule.text,
  }));
  const now = here.major === made.major || made.major === 0 ? here : { major: made.major, rules };
  await expect(keptRules(now)).toMatchFileSnapshot('../../../db/events/expected-constraints.json');
  expect(await verifyGuards(db)).toBeNull();
});

test('every table of the record has rules there, of every kind', async () => {
  const tables = await db.execute<{ name: string }>(sql`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);
  expect(new Set(made.rules.map(({ table }) => table))).toEqual(new Set(tables.map(({ name }) => name)));
  expect(new Set(made.rules.map(({ kind }) => kind))).toEqual(new Set(['check', 'foreign key', 'not null', 'unique']));
});

test('each nineteenth rule, taken away and made weaker by the same name, is named; all of them in tests/storm', async () => {
  const some = made.rules.filter((_, n) => n % 19 === 0);
  const { missed, ways } = await tryToWeaken(db, some, here.major);
  expect(missed).toEqual([]);
  expect(Object.keys(ways).length).toBeGreaterThan(10);
});

test.each([
  ['a rewriting rule', 'create rule nothing as on insert to events do instead nothing', 'pg_rewrite'],
  ['a policy', 'alter table events enable row level security', 'pg_class'],
])('%s is found', async (_, statement, table) => {
  expect(await guardsAfter(db, statement)).toMatchObject({ table });
});
