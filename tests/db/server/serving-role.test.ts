import { sql as text } from 'drizzle-orm';
import PgBoss from 'pg-boss';
import { beforeAll, describe, expect, test } from 'vitest';
import { jobsConnection, queues } from '@/app/_server/jobs-connection';
import { addPerson } from '@/db/commands/people/add-person';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, returnReading, submitReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { withdrawEdition } from '@/db/commands/release/withdraw';
import { signInByPassword } from '@/db/commands/sign-in/sign-in';
import { openRecord } from '@/db/events/opening';
import { hashPassword } from '@/db/hashing/password';
import { personOfSession } from '@/db/queries/sign-in/sessions';
import { verifyRecord } from '@/db/queries/verify/verify';
import { people } from '@/db/schema';
import { grants } from '@/db/set-up/serving-grants';
import { makeServingRole } from '@/db/set-up/serving-role';
import { refusal } from '../../support/council/one-measure-council';
import { at, content, ending, today, workingCouncil } from '../../support/council/working-council';
import { asServing } from '../../support/record/as-serving';
import { freshDatabase } from '../../support/server/fresh-database';

const owner = await freshDatabase();
const { id, as } = await workingCouncil(owner.db, { buses: 1 });
await openRecord(owner.db, at);
const serving = await asServing(owner);

/** SQLSTATE of a refused statement as the role that serves, or "accepted"; what it did is undone either way. */
async function tried(statement: string): Promise<string> {
  let ended = 'accepted';
  await serving.sql
    .begin(async (sql) => {
      await sql.unsafe(statement).catch((error) => {
        ended = error.code;
      });
      throw new Error('undone');
    })
    .catch(() => {});
  return ended;
}
const notAllowed = '42501';

describe('what the application does, as the role that serves', () => {
  test('saved, returned, submitted, approved, published, withdrawn, and the whole verified', async () => {
    const { db } = serving;
    const place = { code: 'bus-01', periodStart: '2026-07-01' };
    const first = await saveReading(db, as('Olive'), { ...place, version: null, content: content() });
    await submitReading(db, as('Olive'), first);
    await returnReading(db, as('Hana'), { ...first, reason: 'Say where.', suggested: null });
    const again = content({ comments: 'Fewer breakdowns in Hexham.' });
    const second = await saveReading(db, as('Olive'), { ...place, version: first.version, content: again });
    await submitReading(db, as('Olive'), second);
    expect(await refusal(approveReading(db, as('Olive'), second))).toMatch(/^Only the head of this service/);
    await approveReading(db, as('Hana'), second);
    const publication = { service: 'buses', asAt: today, note: null, acknowledged: [] };
    expect(await ending(publishEdition(db, as('Ada'), publication))).toMatchObject({ done: { number: 1 } });
    await withdrawEdition(db, as('Ada'), { service: 'buses', number: 1, reason: 'It showed a neighbour.' });
    expect(await verifyRecord(db)).toMatchObject({ tampered: null, checked: { editions: 1, readings: 1 } });
  });

  test('people are added, and sign in; a wrong password is told', async () => {
    const { db } = serving;
    await addPerson(db, { who: null, at }, { name: 'Zoe Park', email: 'zoe@testshire.example' });
    await db.update(people).set({ passwordHash: await hashPassword('nine lives') });
    const guess = { email: 'olive@testshire.example', browser: { session: null, device: null, address: null } };
    expect(await signInByPassword(db, { ...guess, password: 'ten lives' })).toMatchObject({ refused: 'password' });
    const begun = await signInByPassword(db, { ...guess, password: 'nine lives' });
    if ('refused' in begun) throw new Error(begun.refused);
    expect(await personOfSession(db, begun.token)).toMatchObject({ id: id.Olive });
  });

  test('the jobs run on tables that the owner made, and make none themselves', async () => {
    const place = { ...jobsConnection(), database: owner.name, user: serving.role, password: serving.password };
    const boss = new PgBoss(place);
    const troubles: unknown[] = [];
    boss.on('error', (error) => troubles.push(error));
    await boss.start();
    const done = new Promise((resolve) => {
      void boss.work(queues.release, { pollingIntervalSeconds: 0.5 }, async ([job]) => resolve(job?.data));
    });
    await boss.schedule(queues.sweep, '* * * * *');
    await boss.send(queues.release, { dueAt: at });
    expect(await done).toEqual({ dueAt: at });
    await boss.maintain();
    // What pg-boss wants besides would be refused in silence: it has all that it has when the owner starts it.
    expect((await boss.getQueues()).map(({ name }) => name).sort()).toEqual(
      ['__pgboss__send-it', queues.release, queues.sweep, queues.heads, queues.papers].sort(),
    );
    await expect(boss.createQueue('another')).rejects.toMatchObject({ code: notAllowed });
    await boss.stop({ graceful: false });
    expect(troubles).toEqual([]);
  });
});

const standing = Object.keys(grants).filter(
  (table) => grants[table]?.join() === 'insert' && !/^(identities|series)/.test(table),
);

describe('what stands for ever', () => {
  beforeAll(() => expect(standing).toHaveLength(14));

  test.each(standing)('%s: nothing is changed, removed or emptied, and no rule of it is touched', async (table) => {
    const [column] = await owner.sql<{ name: string }[]>`
      select column_name as name from information_schema.columns where table_name = ${table} limit 1`;
    const [trigger] = await owner.sql<{ name: string }[]>`
      select tgname as name from pg_trigger where tgrelid = ${`public.${table}`}::regclass and not tgisinternal limit 1`;
    for (const attempt of [
      `update ${table} set "${column?.name}" = "${column?.name}"`,
      `delete from ${table}`,
      `delete from ${table} where false`,
      `truncate ${table}`,
      `truncate ${table} cascade`,
      `alter table ${table} disable trigger all`,
      `alter table ${table} disable trigger ${trigger?.name}`,
      `drop trigger ${trigger?.name} on ${table}`,
      `alter table ${table} add column more text`,
      `alter table ${table} rename to another`,
      `drop table ${table} cascade`,
      `create trigger mine before insert on ${table} for each row execute function stands_for_ever()`,
      `create rule mine as on insert to ${table} do instead nothing`,
      `insert into ${table} select * from ${table} on conflict do nothing; select * from ${table} for update`,
      `merge into ${table} t using ${table} s on false when matched then delete`,
      `copy ${table} to program 'cat'`,
      `comment on table ${table} is 'mine'`,
    ])
      expect(await tried(attempt), attempt).toMatch(/^(42501|428C9)$/);
  });
});

describe('no way round', () => {
  test.each([
    ...['two_pairs_of_eyes', 'every_author_is_somebody'].map((name) => `alter table readings drop constraint ${name}`),
    'alter table readings disable trigger approvals_take_another_pair_of_eyes',
    'alter table readings disable trigger all',
    'drop trigger published_readings_stand_for_ever on readings',
    'alter table readings add column mine text',
    'delete from readings',
    'truncate readings cascade',
    'drop table readings cascade',
    'delete from council',
    'delete from people',
    'delete from measures',
    'update targets set green = green',
    'drop function stands_for_ever() cascade',
    'alter function another_pair_of_eyes() rename to mine',
    'create or replace function another_pair_of_eyes() returns trigger language plpgsql as $$ begin return new; end $$',
    'create function mine() returns int language sql as $$ select 1 $$',
    'create function pg_temp.mine() returns int language sql as $$ select 1 $$',
    'create table mine (n int)',
    'create temporary table reading_versions (reading_id int, author_id int)',
    'create view mine as select 1',
    'create schema mine',
    'create extension pgcrypto',
    'create role mine',
    "set session_replication_role = 'replica'",
    'set session authorization default; set role "OWNER"',
    'grant "OWNER" to current_user',
    'grant delete on events to public; delete from events',
    'alter role current_user superuser',
    'alter role current_user createrole',
    'alter table events owner to current_user',
    'reassign owned by "OWNER" to current_user',
    'alter database "DATABASE" set session_replication_role = replica',
    'drop schema public cascade',
    'drop schema jobs cascade',
    'create table jobs.mine (n int)',
    'drop table jobs.job',
    'select * from drizzle.__drizzle_migrations',
    "copy (select 1) to '/tmp/candour-mine'",
    "copy (select 1) to program 'cat'",
    "select pg_read_file('/etc/passwd')",
    "select lo_import('/etc/passwd')",
    'select * from pg_authid',
    "do $$ begin execute 'truncate events'; end $$",
    'lock table events in access exclusive mode',
  ])('%s', async (words) => {
    const [{ user } = { user: '' }] = await owner.sql`select current_user as user`;
    const statement = words.replaceAll('OWNER', user).replaceAll('DATABASE', owner.name);
    expect(await tried(statement)).toBe(notAllowed);
  });

  test.each(['create database mine', 'alter system set fsync = off'])(
    'outside a transaction: %s',
    async (statement) => {
      await expect(serving.sql.unsafe(statement)).rejects.toMatchObject({ code: notAllowed });
    },
  );

  test('it may sign in, and nothing else: no attribute, no membership, nothing owned', async () => {
    const [role] = await owner.sql`
      select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, rolinherit, rolcanlogin,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships,
        (select count(*)::int from pg_shdepend where refobjid = r.oid and deptype = 'o') as owned
      from pg_roles r where rolname = ${serving.role}`;
    const { rolcanlogin, memberships, owned, ...may } = role ?? {};
    expect({ rolcanlogin, memberships, owned }).toEqual({ rolcanlogin: true, memberships: 0, owned: 0 });
    expect(Object.values(may)).toEqual(Object.values(may).map(() => false));
  });

  test('it has no privilege on any table but those of the list', async () => {
    const rows = await owner.sql<{ table: string; privileges: string[] }[]>`
      select c.relname as table, array(select p from unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) p
        where has_table_privilege(${serving.role}, c.oid, p)) as privileges
      from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm', 'p')`;
    const allowed = Object.fromEntries(
      rows.map(({ table, privileges }) => [table, privileges.map((p) => p.toLowerCase())]),
    );
    expect(allowed).toEqual(grants);
  });
});

describe('the role is made', () => {
  test('twice, and by eight at once, to the same end', async () => {
    await makeServingRole(serving.role, { database: owner.name });
    const role = `${owner.name}_second_serving`;
    try {
      await Promise.all(
        Array.from({ length: 8 }, () => makeServingRole(role, { password: 'x', database: owner.name })),
      );
      const [may] = await owner.sql`select has_table_privilege(${role}, 'events', 'INSERT') as insert`;
      expect(may?.insert).toBe(true);
    } finally {
      await owner.sql.unsafe(`drop owned by "${role}"; drop role "${role}"`);
    }
  });

  test('never of one that may do more: an owner, a member, a maker of roles', async () => {
    const role = `${owner.name}_mighty`;
    for (const [mighty, mild] of [
      ['alter role "ROLE" createrole', 'alter role "ROLE" nocreaterole'],
      ['grant pg_write_all_data to "ROLE"', 'revoke pg_write_all_data from "ROLE"'],
      ['alter table outturns owner to "ROLE"', 'alter table outturns owner to current_user'],
    ] as const) {
      await owner.sql.unsafe(`create role "${role}" login; ${mighty.replace('ROLE', role)}`);
      expect(await refusal(makeServingRole(role, { database: owner.name })), mighty).toMatch(/may do more/);
      await owner.sql.unsafe(`${mild.replace('ROLE', role)}; drop owned by "${role}"; drop role "${role}"`);
    }
  });

  test('a grant that was given besides is taken away', async () => {
    await owner.sql.unsafe(`grant delete, truncate on events to "${serving.role}"`);
    expect(await tried('delete from events')).not.toBe(notAllowed);
    await makeServingRole(serving.role, { database: owner.name });
    expect(await tried('delete from events')).toBe(notAllowed);
    expect(await tried('truncate events')).toBe(notAllowed);
  });
});

test('its own words still count nothing at the wall of constraints', async () => {
  expect(
    await refusal(
      serving.db.execute(text`insert into readings (measure_id, period_start, authors)
    select measure_id, '2031-01-01', '{NULL}' from readings limit 1`),
    ),
  ).toBe('every_author_is_somebody');
});
