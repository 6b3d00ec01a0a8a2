import { beforeAll, expect, test } from 'vitest';
import { prepareJobs } from '@/app/_server/jobs-connection';
import { editions, livedDay } from '@/db/schema';
import { announcedCouncil, announcement } from '../support/council/announced-council';
import { freshDatabase } from '../support/server/fresh-database';
import { jobsProcess } from '../support/server/jobs-process';

const { db } = await freshDatabase();
const world = await announcedCouncil(db);

beforeAll(async () => {
  // A council's own record lives by the clock of its database.
  await db.delete(livedDay);
  await prepareJobs();
});

test('a server whose clock is off releases nothing that is due, and says so; the next one releases it once', async () => {
  const round = await world.round();
  const { id } = await round.announce(round.dueAt);
  const before = await db.$count(editions);
  for (const [ahead, sentence] of [
    [3_600_000, /This server’s clock is 3[56]\d\d\.\d seconds ahead of the database’s; nothing is released/],
    [-3_600_000, /This server’s clock is 3[56]\d\d\.\d seconds behind the database’s; nothing is released/],
  ] as const) {
    const wrong = jobsProcess({}, ahead);
    await wrong.says(sentence);
    expect(await wrong.end()).not.toContain('an announced edition is released');
    expect(await db.$count(editions)).toBe(before);
    expect((await announcement(db, id)).state).toBe('announced');
  }
  const right = jobsProcess({});
  await right.says(/an announced edition is released/);
  await right.end();
  expect(await db.$count(editions)).toBe(before + 1);
  expect((await announcement(db, id)).state).toBe('released');
});
