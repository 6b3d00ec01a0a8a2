import { expect, test } from 'vitest';
import { openRecord } from '@/db/events/opening';
import { announcedCouncil } from '../support/council/announced-council';
import { livingIn, releasedAt, releaseTimes, zonePairs } from '../support/record/zones';
import { freshDatabase } from '../support/server/fresh-database';

const { db } = await freshDatabase({ max: 2 });
const world = await announcedCouncil(db);
const round = await world.round();
const waiting = { ...(await round.announce(round.dueAt)), acting: round.as('Ada') };
await openRecord(db, round.as('Ada').at);

const [first, ...others] = zonePairs as [(typeof zonePairs)[number], ...typeof zonePairs];
const all = ({ server, database }: typeof first) =>
  livingIn(server, async () => {
    const outcomes = [];
    for (const moment of releaseTimes) outcomes.push(await releasedAt(db, database, waiting, moment));
    return outcomes;
  });
const known = await all(first);

test('about both changes of the clocks nothing is released early, and everything once', () => {
  expect(known).toHaveLength(25);
  for (const [n, outcome] of known.entries())
    expect(outcome).toMatchObject({
      early: 0,
      released: [true],
      again: 0,
      lived: releaseTimes[n]?.day,
      tampered: null,
    });
});

test.each(others)('a server in $server and a database in $database do the same to the instant', async (pair) => {
  expect(await all(pair)).toEqual(known);
});
