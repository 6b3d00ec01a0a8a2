import { expect, test } from 'vitest';
import { verifyRecord } from '@/db/queries/verify/verify';
import { deadlocks, races, ring, run } from '../../support/record/races';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 16 });
const council = await ring(db);
// npm run test:storm runs the same races two hundred times and more.
const rounds = 30;

test.each(Object.keys(races))(
  `%s, ${rounds} times: one winner, a sentence for everybody else, one event`,
  async (race) => {
    await run(race, council, rounds);
  },
  60_000,
);

test('nobody waited in a circle, and the record is whole', async () => {
  expect(await deadlocks(db)).toBe(0);
  expect((await verifyRecord(db)).tampered).toBeNull();
});
