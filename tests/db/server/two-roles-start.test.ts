import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createConnection, createServer } from 'node:net';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres } from '../../../scripts/postgres/server.mjs';
import { temporaryFolder } from '../../../scripts/set-up/temporary.mjs';

const secret = 'nine lives of the cat';
let data: string;
let server: Awaited<ReturnType<typeof startPostgres>>;
let door: ReturnType<typeof createServer>;
let port: number;
let sql: postgres.Sql;

/** A council's server: it asks everybody but its administrator for a password, and listens on a port. */
beforeAll(async () => {
  data = temporaryFolder('test');
  server = await startPostgres({ dataFolder: data, durable: false, settings: { log_statement: 'all' } });
  const rules = path.join(server.home, 'postgres', 'pg_hba.conf');
  writeFileSync(rules, `local all ${server.env.PGUSER} trust\nlocal all all scram-sha-256\n`);
  sql = postgres({
    host: server.env.PGHOST,
    user: server.env.PGUSER,
    database: 'postgres',
    max: 2,
    onnotice: () => {},
  });
  await sql`select pg_reload_conf()`;
  door = createServer((visitor) => {
    const inside = createConnection(`${server.env.PGHOST}/.s.PGSQL.${server.env.PGPORT}`);
    visitor.pipe(inside).pipe(visitor);
    for (const each of [visitor, inside]) each.on('error', () => {}).on('close', () => visitor.destroy());
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  ({ port } = door.address() as AddressInfo);
});

afterAll(async () => {
  await sql.end({ timeout: 5 });
  door.close();
  await server.stop();
  rmSync(data, { recursive: true, force: true });
});

const address = (role: string, database: string, password = secret) =>
  `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/** A database with an owner of its own, who may make roles or not. */
async function council(name: string, { makesRoles }: { makesRoles: boolean }): Promise<string> {
  await sql.unsafe(`create role ${name}_owner login ${makesRoles ? 'createrole' : ''} password '${secret}'`);
  await sql.unsafe(`create database ${name} owner ${name}_owner`);
  return address(`${name}_owner`, name);
}

/** What every command begins with; and what `npm start` ends with. */
const openAlone = `console.log('ENV' + JSON.stringify(await openRecord(() => {})));`;
const openAndPrint = `const { printSetUpAddress } = await import('./scripts/set-up/offer-set-up.mjs');
  await printSetUpAddress(await openRecord(() => {}));`;

/** Opens the record as every command does; answers what was said, and the environment that the server is given. */
function opened(
  settings: Record<string, string>,
  work = openAlone,
): Promise<{ output: string; env: NodeJS.ProcessEnv }> {
  const { PGHOST, PGPORT, PGUSER, PGDATABASE, PGPASSWORD, ...outside } = process.env;
  const code = `import('./scripts/set-up/ready-database.mjs').then(async ({ openRecord }) => {
    try { ${work} } catch (error) { console.log(error.message); }
  })`;
  return new Promise((resolve) => {
    const given = { AUTH_URL: 'http://localhost:3000', AUTH_SECRET: 'x'.repeat(40), CANDOUR_DATA: data };
    const child = spawn(process.execPath, ['-e', code], { env: { ...outside, ...given, ...settings } });
    let output = '';
    child.stdout.on('data', (words) => {
      output += words;
    });
    child.stderr.on('data', (words) => {
      output += words;
    });
    child.once('close', () => {
      const [, env = '{}'] = /^ENV(.*)$/m.exec(output) ?? [];
      resolve({ output: output.replace(/^ENV.*$/m, ''), env: JSON.parse(env) });
    });
  });
}

/** Who an environment signs in as, and whether that one may touch the rules of the record. */
async function signedIn(env: NodeJS.ProcessEnv) {
  const one = postgres(env.DATABASE_URL as string, { max: 1, onnotice: () => {} });
  try {
    const [who] = await one`select current_user as role, pg_has_role(relowner, 'member') as owns from pg_class
      where oid = 'events'::regclass`;
    const dropped = await one.unsafe('alter table readings drop constraint two_pairs_of_eyes').then(
      () => 'accepted',
      (error) => error.code,
    );
    return { ...who, dropped };
  } finally {
    await one.end({ timeout: 5 });
  }
}

test('an owner who may make roles makes the one that serves; twice, and by three starts at once, to the same end', async () => {
  const DATABASE_URL = await council('first', { makesRoles: true });
  const together = await Promise.all([1, 2, 3].map(() => opened({ DATABASE_URL })));
  const again = await opened({ DATABASE_URL });
  for (const { output, env } of [...together, again]) {
    expect(output).not.toMatch(/One role|failed/);
    expect(await signedIn(env)).toEqual({ role: 'first_serving', owns: false, dropped: '42501' });
    expect(env.DATABASE_URL).toBe(again.env.DATABASE_URL);
    expect(JSON.stringify(env)).not.toContain(encodeURIComponent(secret));
    expect(env).not.toHaveProperty('CANDOUR_SERVING_PASSWORD');
  }
  const log = readFileSync(path.join(server.home, 'postgres.log'), 'utf8');
  expect(log).not.toContain(new URL(again.env.DATABASE_URL as string).password);
});

test('an owner whose password changed: the role’s changes with it at the next start', async () => {
  await sql.unsafe(`alter role first_owner password 'another'`);
  const before = await opened({ DATABASE_URL: address('first_owner', 'first') });
  expect(before.output).toMatch(/The database does not answer .*password authentication failed/);
  const { env } = await opened({ DATABASE_URL: address('first_owner', 'first', 'another') });
  expect(await signedIn(env)).toMatchObject({ role: 'first_serving', owns: false });
});

test('an owner who may not make roles serves as well, and the start says so and what to type; that then works', async () => {
  const DATABASE_URL = await council('second', { makesRoles: false });
  const one = await opened({ DATABASE_URL });
  expect(one.output).toMatch(
    /One role, “second_owner”, both owns and serves the database “second”: .*may not make roles/,
  );
  expect(await signedIn(one.env)).toMatchObject({ role: 'second_owner', owns: true });

  const [, statement = ''] = /^\s+(create role .*;)$/m.exec(one.output) ?? [];
  await sql.unsafe(statement.replace('…a long one…', secret));
  const settings = { CANDOUR_OWNER_URL: DATABASE_URL, DATABASE_URL: address('second_serving', 'second') };
  const two = await opened(settings);
  expect(two.output).not.toMatch(/One role|failed/);
  expect(await signedIn(two.env)).toEqual({ role: 'second_serving', owns: false, dropped: '42501' });
  expect(two.env).not.toHaveProperty('CANDOUR_OWNER_URL');

  const alone = await opened({ DATABASE_URL: settings.DATABASE_URL });
  expect(alone.output).toMatch(/“second_serving” of DATABASE_URL serves this database and may not migrate it/);
  const same = await opened({ CANDOUR_OWNER_URL: DATABASE_URL, DATABASE_URL });
  expect(same.output).toMatch(/One role, .*both name “second_owner”/);
  const apart = await opened({ ...settings, CANDOUR_OWNER_URL: address('first_owner', 'first', 'another') });
  expect(apart.output).toMatch(/two databases/);
  await sql.unsafe('alter role second_serving createdb');
  expect((await opened(settings)).output).toMatch(/The role “second_serving” is to serve, and may do more/);
});

test('a role that serves but is not let in: the owner serves, and the start says why', async () => {
  const rules = path.join(server.home, 'postgres', 'pg_hba.conf');
  writeFileSync(rules, `local all third_serving reject\n${readFileSync(rules, 'utf8')}`);
  await sql`select pg_reload_conf()`;
  const { output, env } = await opened({ DATABASE_URL: await council('third', { makesRoles: true }) });
  expect(output).toMatch(/One role, “third_owner”, .*: “third_serving” cannot sign in \(.*rejects/);
  expect(await signedIn(env)).toMatchObject({ role: 'third_owner', owns: true });
});

test('on an empty database a start prints one address at which the council is set up, and with a council none', async () => {
  const DATABASE_URL = await council('empty', { makesRoles: true });
  const first = await opened({ DATABASE_URL }, openAndPrint);
  expect(first.output.match(/\/set-up\/[\w-]{43}$/gm)).toHaveLength(1);
  const owner = postgres(DATABASE_URL, { max: 1, onnotice: () => {} });
  await owner`insert into council (name, contact) values ('Testshire', 'figures@testshire.example')`;
  await owner.end({ timeout: 5 });
  const second = await opened({ DATABASE_URL }, openAndPrint);
  expect(second.output).not.toMatch(/set-up|could not be asked/);
});

/** What a command of the shell says and ends with, given an environment. */
function commanded(script: string, words: string[], settings: Record<string, string>) {
  const { PGHOST, PGPORT, PGUSER, PGDATABASE, PGPASSWORD, ...outside } = process.env;
  const given = { CANDOUR_DATA: path.join(data, 'nowhere'), ...settings };
  return new Promise<{ output: string; code: number | null }>((resolve) => {
    const child = spawn(process.execPath, [`scripts/${script}.mjs`, ...words], { env: { ...outside, ...given } });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        output += part;
      });
    child.once('close', (code) => resolve({ output, code }));
  });
}

test('a backup is written as the database’s owner, with counters and migrations, and never by the role that serves', async () => {
  const DATABASE_URL = await council('kept', { makesRoles: true });
  const { env } = await opened({ DATABASE_URL });
  const owner = postgres(DATABASE_URL, { max: 1, onnotice: () => {} });
  await owner`insert into council (name, contact) values ('Testshire', 'figures@testshire.example')`;
  const migrations = await owner`select hash from drizzle.__drizzle_migrations order by id`;
  await owner.end({ timeout: 5 });

  const serving = { DATABASE_URL: env.DATABASE_URL as string };
  const alone = await commanded('backup', [path.join(data, 'alone.backup')], serving);
  expect([alone.code, alone.output]).toEqual([1, expect.stringMatching(/serves this database and may not migrate it/)]);
  const file = path.join(data, 'kept.backup');
  const backup = await commanded('backup', [file], { ...serving, CANDOUR_OWNER_URL: DATABASE_URL });
  expect([backup.code, backup.output]).toEqual([0, expect.stringMatching(/holds the whole record: [1-9]\d* rows/)]);

  const restored = await council('again', { makesRoles: true });
  const restore = await commanded('restore', [file], { DATABASE_URL: restored });
  expect([restore.code, restore.output]).toEqual([0, expect.stringMatching(/is restored and whole/)]);
  const there = postgres(restored, { max: 1, onnotice: () => {} });
  expect(await there`select name from council`).toEqual([{ name: 'Testshire' }]);
  expect(await there`select hash from drizzle.__drizzle_migrations order by id`).toEqual(migrations);
  await there.end({ timeout: 5 });
});
