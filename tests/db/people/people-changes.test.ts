import { and, desc, eq, isNull } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { addPerson } from '@/db/commands/people/add-person';
import { endDeputy, nameDeputy } from '@/db/commands/people/deputies';
import { invite } from '@/db/commands/people/invite';
import { leave } from '@/db/commands/people/leave';
import { changeDetails, comeBack } from '@/db/commands/people/person-change';
import { nameHead } from '@/db/commands/people/posts';
import { giveRole, setRoles, takeRole } from '@/db/commands/people/role-change';
import { endSessions, openSignIn } from '@/db/commands/people/sign-in-of-others';
import { sha256 } from '@/db/hashing/sha256';
import { events, guesses, people, roles } from '@/db/schema';
import { Mistyped } from '@/lib/form/form-state';
import { Outdated } from '@/lib/form/refused';
import { accountKey, bucketsOf, placeKey } from '@/lib/people/guess-buckets';
import { at, emailOf, refused, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 12 });
const { as, id, person } = await workingCouncil(db);
const adam = as('Adam');
const server = { who: null, at };
const email = emailOf('Nora');
const lastEvents = async (count: number) =>
  (await db.select().from(events).orderBy(desc(events.id)).limit(count)).reverse();

describe('a person who is added', () => {
  test('has the roles that they begin with at once, each in the record', async () => {
    const zoe = await addPerson(db, adam, {
      name: 'Zoe Park',
      email: 'zoe@testshire.example',
      roles: ['councillor', 'performance_officer'],
    });
    expect(zoe.token).toMatch(/^[\w-]{20,}$/);
    expect(await lastEvents(3)).toMatchObject([
      { kind: 'person_invited', actorId: id.Adam, details: { name: 'Zoe Park' } },
      { kind: 'role_given', details: { role: 'councillor', name: 'Zoe Park' } },
      { kind: 'role_given', details: { role: 'performance_officer', name: 'Zoe Park' } },
    ]);
  });

  test('has an address of their own: one that is taken is told at its field, and nobody is added', async () => {
    const before = await db.$count(people);
    const again = addPerson(db, adam, { name: 'Zoe', email: 'ZOE@testshire.example', roles: ['administrator'] });
    const error = await again.catch((error: unknown) => error);
    expect(error).toBeInstanceOf(Mistyped);
    expect((error as Mistyped).problems).toEqual([
      { field: 'email', sentence: 'There is a person with the address ZOE@testshire.example already.' },
    ]);
    expect(await db.$count(people)).toBe(before);
    expect(await db.$count(roles, eq(roles.role, 'administrator'))).toBe(1);
  });
});

describe('name and address in one form', () => {
  test('are changed together, each told with its old value', async () => {
    const seen = { name: 'Nora', email };
    await changeDetails(db, adam, { id: id.Nora, name: 'Nora Park', email: 'park@testshire.example', seen });
    expect(await lastEvents(2)).toMatchObject([
      { kind: 'person_renamed', actorId: id.Adam, details: { was: 'Nora', name: 'Nora Park' } },
      { kind: 'person_readdressed', details: { name: 'Nora Park', was: email, address: 'park@testshire.example' } },
    ]);
  });

  test('the second of two administrators is told what the first one did, and changes nothing', async () => {
    const late = changeDetails(db, adam, { id: id.Nora, name: 'Nora', email, seen: { name: 'Nora', email } });
    const error = await late.catch((error: unknown) => error);
    expect(error).toBeInstanceOf(Outdated);
    expect((error as Error).message).toBe(
      'Adam changed the address of Nora Park from nora@testshire.example to park@testshire.example at 10:42 on 17 August 2026. ' +
        'Nothing of yours was saved: look at it as it is now, and save again if you still want to.',
    );
    expect(await person('Nora')).toMatchObject({ name: 'Nora Park' });
    expect(await lastEvents(1)).toMatchObject([{ kind: 'step_refused', details: { step: 'change_details' } }]);
  });

  test('of two that are saved at once one is through', async () => {
    const seen = { name: 'Nora Park', email: 'park@testshire.example' };
    const both = ['Nora One', 'Nora Two'].map((name) => changeDetails(db, adam, { id: id.Nora, ...seen, name, seen }));
    const ends = await Promise.all(both.map(refused));
    expect(ends.filter((end) => end === 'accepted')).toHaveLength(1);
    expect(ends.filter((end) => end.startsWith('Adam changed the name of Nora Park to Nora'))).toHaveLength(1);
    const now = (await person('Nora')).name;
    const back = { id: id.Nora, name: 'Nora', email };
    await changeDetails(db, adam, { ...back, seen: { name: now, email: seen.email } });
  });

  test('what is as it was, is taken, or is nobody here any more is refused in a sentence', async () => {
    const seen = { name: 'Nora', email };
    const to = (name: string, address: string, who = id.Nora) =>
      refused(changeDetails(db, adam, { id: who, name, email: address, seen }));
    expect(await to('Nora', email)).toBe('Name and address are as they were: there is nothing to save.');
    expect(await to('Nora B', emailOf('Cal'))).toBe(
      'There is a person with the address cal@testshire.example already.',
    );
    expect(await person('Nora')).toMatchObject({ name: 'Nora' });
    expect(await to('Nora', email, 999_999)).toBe(
      'This person is not here any more: look at the list of people again.',
    );
  });
});

describe('roles in one form', () => {
  test('are given and taken together', async () => {
    await setRoles(db, adam, { id: id.Nora, roles: ['councillor', 'administrator'], seen: [] });
    expect((await person('Nora')).roles).toEqual(['administrator', 'councillor']);
    await setRoles(db, adam, { id: id.Nora, roles: ['performance_officer'], seen: ['councillor', 'administrator'] });
    expect((await person('Nora')).roles).toEqual(['performance_officer']);
    expect((await lastEvents(3)).map(({ kind, details }) => [kind, details.role])).toEqual([
      ['role_given', 'performance_officer'],
      ['role_taken', 'administrator'],
      ['role_taken', 'councillor'],
    ]);
  });

  test('are refused where others were held than the form showed, or none was changed', async () => {
    const seen = ['councillor' as const];
    expect(await refused(setRoles(db, adam, { id: id.Nora, roles: [], seen }))).toMatch(
      /^Adam took the role of councillor from Nora at 10:42 on 17 August 2026\. Nothing of yours was saved/,
    );
    const held = ['performance_officer' as const];
    expect(await refused(setRoles(db, adam, { id: id.Nora, roles: held, seen: held }))).toMatch(/tick or untick one/);
    await setRoles(db, adam, { id: id.Nora, roles: [], seen: held });
  });
});

describe('the last administrator', () => {
  const only = 'Adam is the only administrator: make somebody else one first.';

  test('neither leaves nor loses the role, whoever asks', async () => {
    for (const party of [adam, server]) {
      expect(await refused(leave(db, party, { id: id.Adam }))).toBe(only);
      expect(await refused(takeRole(db, party, { email: emailOf('Adam'), role: 'administrator' }))).toBe(only);
      expect(await refused(setRoles(db, party, { id: id.Adam, roles: [], seen: ['administrator'] }))).toBe(only);
    }
    expect((await person('Adam')).roles).toEqual(['administrator']);
  });

  test('somebody who has left, and kept a role past our rules, is none', async () => {
    await giveRole(db, adam, { email, role: 'administrator' });
    await db.update(people).set({ leftAt: at }).where(eq(people.id, id.Nora));
    expect(await refused(leave(db, adam, { id: id.Adam }))).toBe(only);
    await db.update(people).set({ leftAt: null }).where(eq(people.id, id.Nora));
    await takeRole(db, adam, { email, role: 'administrator' });
  });

  const administrators = () =>
    db
      .select({ id: people.id })
      .from(roles)
      .innerJoin(people, and(eq(people.id, roles.personId), isNull(people.leftAt)))
      .where(eq(roles.role, 'administrator'));
  const nora = as('Nora');
  const ways: [string, () => Promise<unknown>[]][] = [
    ['both leave', () => [leave(db, adam, { id: id.Adam }), leave(db, nora, { id: id.Nora })]],
    [
      'each takes the role of the other',
      () => [
        takeRole(db, adam, { email, role: 'administrator' }),
        setRoles(db, nora, { id: id.Adam, roles: [], seen: ['administrator'] }),
      ],
    ],
    [
      'one leaves while the other gives the role up',
      () => [leave(db, adam, { id: id.Adam }), setRoles(db, nora, { id: id.Nora, roles: [], seen: ['administrator'] })],
    ],
  ];

  test.each(ways)('of two one stays, six times: %s', async (_, race) => {
    for (let round = 0; round < 6; round += 1) {
      await giveRole(db, server, { email, role: 'administrator' });
      const ends = await Promise.all(race().map(refused));
      expect(ends.filter((end) => end === 'accepted')).toHaveLength(1);
      expect(await administrators()).toHaveLength(1);
      // Back to where Adam alone is one.
      for (const name of ['Adam', 'Nora'] as const) {
        await comeBack(db, server, { email: emailOf(name) }).catch(() => null);
        await giveRole(db, server, { email: emailOf(name), role: 'administrator' }).catch(() => null);
      }
      await takeRole(db, server, { email, role: 'administrator' });
    }
  });
});

describe('by number, as forms name a person', () => {
  test('a link, sessions ended, leaving and coming back', async () => {
    expect(await invite(db, adam, { id: id.Cal })).toMatchObject({ name: 'Cal', email: emailOf('Cal') });
    expect(await endSessions(db, adam, { id: id.Cal })).toBe(0);
    expect(await refused(comeBack(db, adam, { id: id.Cal }))).toMatch(/^This person has come back already/);
    expect(await leave(db, adam, { id: id.Cal })).toBe('Cal has left.');
    expect(await refused(invite(db, adam, { id: id.Cal }))).toMatch(/^This person is not here any more/);
    expect(await comeBack(db, adam, { id: id.Cal })).toMatchObject({ name: 'Cal' });
  });

  test('the head of a service is named once: the second form is told of the first', async () => {
    const seen = id.Hana;
    await nameHead(db, adam, { service: 'buses', id: id.Nora, seen });
    expect(await refused(nameHead(db, adam, { service: 'buses', id: id.Cal, seen }))).toMatch(
      /^Adam named Nora as head of service in place of Hana at 10:42 on 17 August 2026\. Nothing of yours was saved/,
    );
    expect(await refused(nameHead(db, adam, { service: 'buses', id: id.Nora, seen: id.Nora }))).toBe(
      'Nora heads Buses already: there is nothing to save.',
    );
    await nameHead(db, adam, { service: 'buses', id: null, seen: id.Nora });
    await nameHead(db, adam, { service: 'buses', id: id.Hana, seen: null });
    expect((await person('Hana')).heads).toHaveLength(1);
  });

  test('a deputy is named from a day to a day, and ended early', async () => {
    const span = { service: 'buses', id: id.Nora, fromDay: '2026-09-01', untilDay: '2026-09-30' };
    await nameDeputy(db, adam, span);
    const head = await nameDeputy(db, adam, { ...span, id: id.Hana }).catch((error: unknown) => error);
    expect((head as Mistyped).problems).toMatchObject([{ field: 'deputy' }]);
    await endDeputy(db, adam, { service: 'buses', id: id.Nora, untilDay: '2026-09-10' });
    expect((await person('Nora')).deputises).toMatchObject([{ fromDay: '2026-09-01', untilDay: '2026-09-10' }]);
  });
});

test('letting somebody in again forgets the guesses of every place, their own browser too, and nobody else’s', async () => {
  const account = (name: 'Nora' | 'Cal') => sha256(emailOf(name));
  const own = bucketsOf({ account: account('Nora'), known: true, device: 'd'.repeat(64), address: null });
  const keys = [
    ...own.map(({ key }) => key),
    accountKey(account('Nora')),
    placeKey(account('Nora'), '198.51.100.1'),
    placeKey(account('Nora'), null),
  ];
  const others = [accountKey(account('Cal')), placeKey(account('Cal'), null), 'address 198.51.100.1'];
  await db.insert(guesses).values([...keys, ...others].map((key) => ({ key, at })));
  await openSignIn(db, { ...adam, today }, { id: id.Nora });
  const left = await db.select({ key: guesses.key }).from(guesses);
  expect(left.map(({ key }) => key).sort()).toEqual([...others].sort());
});
