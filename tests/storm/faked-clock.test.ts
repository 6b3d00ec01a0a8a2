import { rmSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { prepareJobs } from '@/app/_server/jobs-connection';
import { connect, type Database } from '@/db/connection/client';
import { recordMoment } from '@/db/connection/clock';
import { editions, livedDay } from '@/db/schema';
import { migrate } from '@/db/set-up/migrate';
import { momentOf } from '@/lib/release/release-moment';
import { environment } from '../../scripts/postgres/create-cluster.mjs';
import { startPostgres } from '../../scripts/postgres/server.mjs';
import { temporaryFolder } from '../../scripts/set-up/temporary.mjs';
import { announcedCouncil, announcement, ofTrams } from '../support/council/announced-council';
import { changeDays, zonePairs } from '../support/record/zones';
import { fakedClock } from '../support/server/faked-clock';
import { jobsProcess } from '../support/server/jobs-process';

const folder = temporaryFolder('test');
const clock = fakedClock(folder);
// The database server and the servers of the portal live by the same clock; this process does not.
Object.assign(environment, clock.env);
const server = await startPostgres({ dataFolder: folder, durable: false });
for (const name of Object.keys(clock.env)) delete (environment as Record<string, unknown>)[name];
delete process.env.DATABASE_URL;
Object.assign(process.env, server.env);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pairs = zonePairs.slice(0, Number(process.env.CANDOUR_STORM_PAIRS ?? 9));
const days = process.env.CANDOUR_STORM_DAYS?.split(',') ?? changeDays;
const moments = days.flatMap((day) => ['00:30', '09:30'].map((time) => ({ day, time })));
const after = (at: string, seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();

/** A council that lives by its database's clock, in a database of its own: editions are never published before the last one. */
async function council(name: string, zone: string) {
  const { sql, end: leave } = connect({ max: 1, database: 'postgres' });
  await sql.unsafe(`create database ${name}`);
  await sql.unsafe(`alter database ${name} set timezone = '${zone}'`);
  await leave();
  process.env.PGDATABASE = name;
  await migrate({ database: name });
  // PostgreSQL measures how long a statement lasts by the clock that is moved here.
  const { db, end } = connect({ database: name, limits: { statement_timeout: 0 } });
  const world = await announcedCouncil(db);
  await db.delete(livedDay);
  await prepareJobs();
  return { db, world, end };
}

/** Starts a server in a zone and waits until it has released that; answers the edition. */
async function released(db: Database, id: number, zone: string) {
  const portal = jobsProcess({ ...clock.env, TZ: zone });
  await portal.says(/an announced edition is released/);
  await portal.end();
  const { state, editionId } = await announcement(db, id);
  expect(state).toBe('released');
  const [edition] = await db
    .select()
    .from(editions)
    .where(eq(editions.id, editionId ?? 0));
  if (!edition) throw new Error('the edition is gone');
  return edition;
}

test.each(pairs)(
  'a server in $server, its database in $database: each moment of the six days',
  async (pair) => {
    const { db, world, end } = await council(`pair_${pairs.indexOf(pair)}`, pair.database);
    for (const { day, time } of moments) {
      const due = momentOf(day, time);
      if ('problem' in due) throw new Error(due.problem);
      const round = await world.round();
      clock.set(after(due.at, -10));
      const { id } = await round.announce(due.at);
      const before = await db.$count(editions);
      const { publishedAt } = await released(db, id, pair.server);
      const late = Date.parse(publishedAt) - Date.parse(due.at);
      console.info(`${pair.server} ${pair.database} ${day} ${time}: ${late} ms after the moment`);
      expect(late).toBeGreaterThanOrEqual(0);
      // The clock of all of them goes back an hour: what is out stays out and comes no second time, and the next comes at its own.
      clock.set(after(due.at, -3_600));
      const trams = await world.round(ofTrams);
      const next = await trams.announce(after(due.at, -3_590));
      const second = await released(db, next.id, pair.server);
      expect(Date.parse(second.publishedAt)).toBeGreaterThanOrEqual(Date.parse(next.dueAt));
      expect(Date.parse(await recordMoment(db))).toBeLessThan(Date.parse(due.at));
      expect(await db.$count(editions)).toBe(before + 2);
    }
    await end();
  },
  3_600_000,
);
