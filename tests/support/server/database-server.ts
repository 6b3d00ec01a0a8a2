import { rmSync } from 'node:fs';
import postgres from 'postgres';
import { migrate } from '../../../db/set-up/migrate';
import { startPostgres } from '../../../scripts/postgres/server.mjs';
import { sweepTemporary, temporaryFolder } from '../../../scripts/set-up/temporary.mjs';

/**
 * Before the database tests: one PostgreSQL in a temporary folder (or the one of TEST_DATABASE_URL), and one migrated
 * template that every test file clones. Never the server of DATABASE_URL. A missing database fails the suite.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const stop = await (process.env.TEST_DATABASE_URL ? givenServer(process.env.TEST_DATABASE_URL) : startServer());
  const template = `candour_template_${process.pid}`;
  process.env.CANDOUR_TEST_TEMPLATE = template;
  try {
    await answerOf((sql) => sql.unsafe(`create database ${template}`));
  } catch (error) {
    throw new Error(
      `There is no database for the tests: ${String(error)}. ` +
        'Leave TEST_DATABASE_URL out for our own PostgreSQL, or let it name a server where databases may be created.',
      { cause: error },
    );
  }
  await migrate({ database: template });
  return async () => {
    await answerOf(async (sql) => {
      const clones = await sql<{ datname: string }[]>`
        select datname from pg_database where datname = ${template} or datname like ${`${template}\\_%`}`;
      for (const { datname } of clones) await sql.unsafe(`drop database if exists ${datname} with (force)`);
    });
    await stop();
  };
}

async function givenServer(address: string): Promise<() => Promise<void>> {
  process.env.DATABASE_URL = address;
  return async () => {};
}

async function startServer(): Promise<() => Promise<void>> {
  delete process.env.DATABASE_URL;
  await sweepTemporary('test');
  const dataFolder = temporaryFolder('test');
  // Nothing here has to outlive the run, so nothing waits for the disk.
  const settings = { synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
  const server = await startPostgres({ dataFolder, durable: false, settings });
  Object.assign(process.env, server.env);
  return async () => {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
}

async function answerOf<T>(question: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const address = process.env.DATABASE_URL;
  const settings = { max: 1, onnotice: () => {} };
  const sql = address ? postgres(address, settings) : postgres({ host: process.env.PGHOST, ...settings });
  try {
    return await question(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
