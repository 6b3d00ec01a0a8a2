import { expect, test } from 'vitest';
import { tableRules } from '@/db/table-rules';
import made from '@/db/table-rules.json';
import { freshDatabase } from '../support/fresh-database';
import { tryToWeaken } from '../support/weakened-rules';

const { db } = await freshDatabase();

test('every check, unique rule, reference and column that is never empty, taken away and made weaker, is named', async () => {
  const { major } = await tableRules(db);
  const { missed, ways } = await tryToWeaken(db, made.rules, major);
  console.info(ways);
  expect(missed).toEqual([]);
});
