import { randomBytes } from 'node:crypto';
import { afterAll } from 'vitest';
import { connect } from '../../../db/connection/client';

/**
 * A database of its own for one test file: a clone of the migrated template, empty, and what `database()` of
 * db/connection/client.ts opens too. Call it at the top of the file; it is closed and dropped after the file's last test.
 */
export async function freshDatabase(options: { max?: number } = {}) {
  const template = process.env.CANDOUR_TEST_TEMPLATE;
  if (!template)
    throw new Error('There is no template database: run database tests by `npm test` or `vitest --project db`.');
  const name = `${template}_${randomBytes(4).toString('hex')}`;
  await asServer((sql) => sql.unsafe(`create database ${name} template ${template} strategy file_copy`));
  pointAt(name);
  const connection = connect({ ...options, database: name });
  let open = true;
  const end = async () => {
    if (!open) return;
    open = false;
    await connection.end();
    await closePools();
    await asServer((sql) => sql.unsafe(`drop database ${name} with (force)`));
  };
  afterAll(end);
  return { ...connection, name, end };
}

type Pools = Record<
  'candourPool' | 'candourPublicPool' | 'candourDoorPool' | 'candourJobsPool' | 'candourImportsPool',
  { end(): Promise<void> } | undefined
>;

/** Files share a process: a pool of the last one would lead to a database that is gone. */
async function closePools(): Promise<void> {
  const pools = globalThis as unknown as Pools;
  const names = [
    'candourPool',
    'candourPublicPool',
    'candourDoorPool',
    'candourJobsPool',
    'candourImportsPool',
  ] as const;
  for (const name of names) {
    await pools[name]?.end();
    pools[name] = undefined;
  }
}

/** What the rest of the file opens by the environment alone is the clone as well. */
function pointAt(name: string): void {
  if (process.env.DATABASE_URL) {
    const address = new URL(process.env.DATABASE_URL);
    process.env.CANDOUR_TEST_SERVER ??= address.pathname.slice(1);
    address.pathname = `/${name}`;
    process.env.DATABASE_URL = address.href;
  } else {
    process.env.CANDOUR_TEST_SERVER ??= process.env.PGDATABASE;
    process.env.PGDATABASE = name;
  }
}

async function asServer<T>(question: (sql: ReturnType<typeof connect>['sql']) => Promise<T>): Promise<T> {
  const { sql, end } = connect({
    max: 1,
    ...(process.env.CANDOUR_TEST_SERVER && { database: process.env.CANDOUR_TEST_SERVER }),
  });
  try {
    return await question(sql);
  } finally {
    await end();
  }
}
