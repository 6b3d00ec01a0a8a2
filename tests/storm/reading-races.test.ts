import { expect, test } from 'vitest';
import { verifyRecord } from '@/db/queries/verify/verify';
import { deadlocks, races, ring, run } from '../support/record/races';
import { freshDatabase } from '../support/server/fresh-database';

const { db } = await freshDatabase({ max: 40 });
const council = await ring(db);
const rounds = Number(process.env.CANDOUR_STORM_ROUNDS ?? 200);

test.each(Object.keys(races))(`%s, ${rounds} times`, (race) => run(race, council, rounds), 3_600_000);

test('nobody waited in a circle, and the record is whole', async () => {
  expect(await deadlocks(db)).toBe(0);
  expect((await verifyRecord(db)).tampered).toBeNull();
}, 600_000);
