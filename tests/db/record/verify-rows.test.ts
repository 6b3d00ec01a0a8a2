import { asc, eq, isNull, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { offerSetUp } from '@/db/commands/people/set-up-links';
import { record } from '@/db/events/append-events';
import { functions } from '@/db/events/expected-functions';
import { triggers } from '@/db/events/expected-guards';
import { guarded } from '@/db/events/guarded';
import { openRecord } from '@/db/events/opening';
import { hashedRows } from '@/db/events/row-hashes';
import { sha256 } from '@/db/hashing/sha256';
import { verifyRecord, verifyWithin } from '@/db/queries/verify/verify';
import { events, outturns } from '@/db/schema';
import { chainText } from '@/lib/record/chain-text';
import { eventKinds } from '@/lib/record/event';
import { everyCommand } from '../../support/council/every-command';
import { at, workingCouncil } from '../../support/council/working-council';
import { exchange, insertion } from '../../support/record/row-tampering';
import { afterTampering, alteration, columnsOf } from '../../support/record/tampering';
import { guardsAfter } from '../../support/record/weakened-rules';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 4 });
// Only a record without a council has addresses at which one is set up.
for (const _ of [1, 2]) await offerSetUp(db);
const council = await workingCouncil(db, { buses: 3, from: '2026-03-01' });
const tables = Object.keys(guarded);

describe('after one of every command the record is whole', () => {
  beforeAll(async () => {
    const own = council.measures.map(({ id: measureId }, n) => ({ measureId, year: 2025, value: String(90 + n) }));
    await db.insert(outturns).values(own);
    await openRecord(db, at);
  });
  test.each(everyCommand(db, council))('%s', async (_, command) => {
    await command();
    expect((await verifyRecord(db)).tampered).toBeNull();
  });

  test('and every kind of event is among theirs, but for beginnings and refused tries', async () => {
    const rows = await db.selectDistinct({ kind: events.kind }).from(events);
    const here = new Set(rows.map(({ kind }) => kind));
    // The record is verified after these in people/begin, framework/years-carried and framework/framework-tries.
    const elsewhere = ['demonstration_seeded', 'step_refused', 'council_begun'];
    expect(eventKinds.filter((kind) => !here.has(kind))).toEqual(elsewhere);
  });
});

/** Where each way of tampering with a table was found, each tried by itself with every guard of the database put aside. */
async function triedOn(table: string): Promise<[string, string][]> {
  const columns = await columnsOf(db, [table]);
  const names = columns.map(({ column }) => column);
  const [first] = await db.execute<{ place: string }>(
    sql.raw(`select ctid::text as place from ${table} order by ${guarded[table]?.key.join(', ')} limit 1`),
  );
  const place = first?.place ?? '';
  const ways: [string, string][] = [
    ['a row put in', insertion(table)],
    ['a row removed', `delete from ${table} where ctid = '${place}'`],
    ['two rows exchanged', exchange(table, names)],
    ...columns.map((one): [string, string] => [`${one.column} altered`, alteration(one, place)]),
  ];
  const found: [string, string][] = [];
  // There is one council, so that nothing can change places with it.
  for (const [way, statement] of ways.filter(([way]) => table !== 'council' || way !== 'two rows exchanged')) {
    const verdict = await afterTampering(db, statement);
    found.push([way, verdict === 'refused' ? 'refused' : (verdict.tampered?.table ?? 'missed')]);
  }
  return found;
}

/** What is not found by its own table, and why that is as it should be. */
const otherwise: Record<string, [string, string][]> = {
  // A check of the table holds even where its triggers are put aside.
  council: [['a row put in', 'refused']],
  // What let somebody in and is gone lets nobody in.
  invitations: [['a row removed', 'missed']],
  set_up_links: [['a row removed', 'missed']],
  sessions: [['a row removed', 'missed']],
};

describe('with the guards of the database put aside', () => {
  let attempts = 0;

  test.each(tables)('%s: a row put in, removed, altered or exchanged is found and named', async (table) => {
    const found = await triedOn(table);
    const isHeld = ([way, where]: [string, string]) => way.endsWith('altered') && where === 'refused';
    expect(found.filter((each) => each[1] !== table && !isHeld(each))).toEqual(otherwise[table] ?? []);
    attempts += found.filter(([, where]) => where === table).length;
  });

  test('that was tried in so many ways', () => expect(attempts).toBeGreaterThan(180));

  test.each([
    ['a session that was ended goes on', 'update sessions set ended_at = null where ended_at is not null', 'sessions'],
    ['a used invitation works again', 'update invitations set used_at = null', 'invitations'],
    [
      'a role',
      "insert into roles (person_id, role) select id, 'administrator' from people where name = 'Cal'",
      'roles',
    ],
    ['a password', `update people set password_hash = '$argon2id$forged' where name = 'Ada'`, 'people'],
    ['a way in by single sign-on', `update identities set person_id = 5`, 'identities'],
    ['a head of service', 'update services set head_id = 5 where id = 2', 'services'],
  ])('%s is found', async (_, statement, table) => {
    const verdict = await afterTampering(db, statement);
    expect(verdict === 'refused' ? verdict : verdict.tampered?.table).toBe(table);
  });

  test('no event keeps a token, an identity, an address or a password in the names of rows', async () => {
    const all = await db.execute<{ name: string }>(sql`
      select distinct jsonb_object_keys(details -> 'rows') as name from events where details ? 'rows'`);
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter(({ name }) => !/^[a-z_]+ [\w\-:+., ]{1,70}$/.test(name))).toEqual([]);
    const secrets = await db.execute<{ hash: string }>(sql`
      select token_hash as hash from sessions union all select token_hash from invitations`);
    expect(all.filter(({ name }) => secrets.some(({ hash }) => name.includes(hash)))).toEqual([]);
    expect(all.filter(({ name }) => /login|7-Nora|@/.test(name))).toEqual([]);
  });
});

test('a row that was changed past the record is found after somebody changed it by the record', async () => {
  const undone = new Error('undone');
  const change = db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update measures set title = 'Forged' where code = 'bus-01'`);
    await tx.execute(sql`set local session_replication_role = origin`);
    await tx.execute(sql`update measures set source = 'The depots again' where code = 'bus-01'`);
    await record(tx, {
      at,
      actorId: null,
      serviceId: council.buses.id,
      kind: 'source_named',
      subject: 'measure',
      subjectId: 1,
      details: {},
    });
    expect((await verifyWithin(tx)).tampered).toMatchObject({
      table: 'measures',
      id: '1',
      what: expect.stringMatching(/^it was changed past the record before event/),
    });
    throw undone;
  });
  await expect(change).rejects.toBe(undone);
});

test('a chain that was written anew to fit a forged row is found through heads that were kept elsewhere', async () => {
  const { heads } = await verifyRecord(db);
  const undone = new Error('undone');
  const forging = db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update targets set green = 10 where id = 1`);
    const [forged] = await hashedRows(tx, 'targets');
    let previous: string | null = null;
    for (const { id, hash: _, previous: __, ...event } of await tx
      .select()
      .from(events)
      .where(isNull(events.serviceId))
      .orderBy(asc(events.id))) {
      if (event.kind === 'record_opened')
        Object.assign(event.details.rows as object, { 'targets 1': [null, forged?.hash] });
      const hash = sha256(chainText(event, previous));
      await tx.update(events).set({ details: event.details, previous, hash }).where(eq(events.id, id));
      previous = hash;
    }
    expect((await verifyWithin(tx)).tampered).toBeNull();
    expect((await verifyWithin(tx, heads)).tampered).toMatchObject({
      table: 'events',
      what: expect.stringContaining('than the one that was kept elsewhere'),
    });
    throw undone;
  });
  await expect(forging).rejects.toBe(undone);
});

describe('the guards of the database', () => {
  const afterwards = (statement: string) => guardsAfter(db, statement);

  test('each trigger that is taken away or switched off is named', async () => {
    expect(triggers.length).toBe(3 * tables.length + 49);
    for (const { table, name } of triggers) {
      const off = ['disable trigger', 'enable replica trigger'].map((how) => `alter table ${table} ${how} ${name}`);
      for (const statement of [`drop trigger ${name} on ${table}`, ...off])
        expect(await afterwards(statement), statement).toMatchObject({ table, id: name });
    }
  });

  test.each(Object.keys(functions))('%s that does nothing any more is found', async (name) => {
    const nothing = `create or replace function ${name}() returns trigger language plpgsql as 'begin return coalesce(new, old); end'`;
    expect(await afterwards(nothing)).toMatchObject({ table: 'pg_proc', id: name });
  });

  test('a trigger by the same name that never fires, and a cast that hides what a row says, are found', async () => {
    const never = `drop trigger told_when_added on roles; create trigger told_when_added after insert on roles
      referencing new table as rows_after for each statement when (false) execute function tells_of_rows('person_id,role')`;
    expect(await afterwards(never)).toMatchObject({ table: 'roles', id: 'told_when_added' });
    const cast = `create function no_role(role) returns json language sql as 'select ''1''::json';
      create cast (role as json) with function no_role(role)`;
    expect(await afterwards(cast)).toMatchObject({ table: 'pg_cast' });
  });
});

test('every table is guarded, walked by itself, or carries nothing that anybody is shown or may do', async () => {
  const walked = ['events', 'readings', 'reading_versions', 'actions', 'editions', 'edition_rows', 'edition_sheets'];
  walked.push('history_figures');
  const passing = [
    'answers',
    'devices',
    'guesses',
    'kept_typing',
    'unsaved_typing',
    'imports',
    'import_rows',
    'remembered_answers',
    'renderings',
    'papers',
    'committee_papers',
    'refused_sign_ins',
    'lived_day',
    'system_uses',
  ];
  const all = await db.execute<{ name: string }>(sql`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);
  expect(all.map(({ name }) => name).sort()).toEqual([...tables, ...walked, 'edition_readings', ...passing].sort());
});
