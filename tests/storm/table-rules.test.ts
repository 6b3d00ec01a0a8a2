import { expect, test } from 'vitest';
import { tableRules } from '@/db/events/constraints-now';
import made from '@/db/events/expected-constraints.json';
import { tryToWeaken } from '../support/record/weakened-rules';
import { freshDatabase } from '../support/server/fresh-database';

const { db } = await freshDatabase();

test('every check, unique rule, reference and column that is never empty, taken away and made weaker, is named', async () => {
  const { major } = await tableRules(db);
  const { missed, ways } = await tryToWeaken(db, made.rules, major);
  console.info(ways);
  expect(missed).toEqual([]);
});
