import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connect } from '@/db/connection/client';
import { openRecord } from '@/db/events/opening';
import { verifyRecord } from '@/db/queries/verify/verify';
import { editionRows, editions, measures, readings, readingVersions, roles, services } from '@/db/schema';
import { migrate } from '@/db/set-up/migrate';
import { startPostgres } from '../../../scripts/postgres/server.mjs';
import { compiled } from '../../../scripts/program/compiled.mjs';
import { temporaryFolder } from '../../../scripts/set-up/temporary.mjs';
import { oneMeasureCouncil } from '../../support/council/one-measure-council';

const order = ['saved', 'submitted', 'approved', 'published'];
const reached: Record<string, string[]> = {
  saved: ['draft', 'submitted', 'approved', 'published'],
  submitted: ['submitted', 'approved', 'published'],
  approved: ['approved', 'published'],
};

test('killed in the middle of submissions and publications, application and database: what was acknowledged is whole', async () => {
  const data = temporaryFolder('test');
  const outside = { ...process.env };
  delete process.env.DATABASE_URL;
  let postgres = await startPostgres({ dataFolder: data });
  Object.assign(process.env, postgres.env);
  try {
    await migrate();
    const first = connect({ max: 1 });
    const { olive, hana, ada, service, measure } = await oneMeasureCouncil(first.db);
    await first.db
      .update(measures)
      .set({ requiredFrom: '2012-01-01', ownerId: olive })
      .where(eq(measures.id, measure.id));
    await first.db.update(services).set({ headId: hana }).where(eq(services.id, service.id));
    await first.db.insert(roles).values({ personId: ada, role: 'performance_officer' }).onConflictDoNothing();
    await openRecord(first.db, '2026-08-17T09:42:00Z');
    await first.end();

    const acknowledged: string[] = [];
    const isPublished = () => acknowledged.some((words) => words.startsWith('published'));
    for (let round = 0; round < 6 || ((acknowledged.length <= 60 || !isPublished()) && round < 30); round += 1) {
      const worker = spawn(
        process.execPath,
        [...compiled('tests/support/council/crash-worker.ts'), ...[olive, hana, ada].map(String)],
        { env: { ...process.env, ...postgres.env }, stdio: ['ignore', 'pipe', 'pipe'] },
      );
      // On a slow machine a publication takes longer than the first rounds last: the later ones give it more time.
      const longest = 500 * (1 + round / 4);
      await killed(worker, acknowledged, longest, round % 2 === 0 ? () => killDatabase(data) : () => {});
      await postgres.stop();
      postgres = await startPostgres({ dataFolder: data });
      Object.assign(process.env, postgres.env);
      await expectWhole(acknowledged);
    }
    expect(acknowledged.length, 'something was acknowledged').toBeGreaterThan(60);
    expect(isPublished(), 'a publication was acknowledged').toBe(true);
  } finally {
    await postgres.stop();
    rmSync(data, { recursive: true, force: true });
    for (const name of Object.keys(postgres.env)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, outside);
  }
}, 240_000);

/** Lets a worker go on for a while after its first word, then kills it and whatever else is to die with it. */
async function killed(worker: ChildProcess, acknowledged: string[], longest: number, also: () => void): Promise<void> {
  let output = '';
  let trouble = '';
  worker.stderr?.on('data', (words) => {
    trouble += words;
  });
  worker.stdout?.on('data', (words) => {
    output += words;
  });
  for (let tries = 0; !output && tries < 400 && worker.exitCode === null; tries += 1) await wait(25);
  expect(output, trouble).not.toBe('');
  await wait(150 + Math.random() * longest);
  also();
  const gone = worker.exitCode === null ? new Promise((resolve) => worker.once('exit', resolve)) : null;
  worker.kill('SIGKILL');
  await gone;
  acknowledged.push(...output.split('\n').slice(0, -1));
}

function killDatabase(data: string): void {
  const [pid] = readFileSync(path.join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

async function expectWhole(acknowledged: string[]): Promise<void> {
  const { db, end } = connect({ max: 1 });
  const states = new Map((await db.select().from(readings)).map((reading) => [reading.id, reading]));
  for (const words of acknowledged) {
    const [what, id] = words.split(' ') as [string, string];
    expect(order).toContain(what);
    if (what === 'published') expect(await db.$count(editions, eq(editions.number, Number(id))), words).toBe(1);
    else expect(reached[what], words).toContain(states.get(Number(id))?.state);
  }
  const half = await db
    .select({ id: readings.id })
    .from(readings)
    .where(
      sql`not exists (select 1 from ${readingVersions} v where v.reading_id = ${readings.id} and v.version = ${readings.version})`,
    );
  expect(half, 'a reading without its content').toEqual([]);
  expect(await db.$count(editionRows)).toBe(await db.$count(editions));
  expect((await verifyRecord(db)).tampered).toBeNull();
  await end();
}
