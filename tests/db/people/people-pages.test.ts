import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { addPerson } from '@/db/commands/people/add-person';
import { nameDeputy } from '@/db/commands/people/deputies';
import { invite } from '@/db/commands/people/invite';
import { leave } from '@/db/commands/people/leave';
import { comeBack } from '@/db/commands/people/person-change';
import { nameHead, nameOwner } from '@/db/commands/people/posts';
import { giveRole } from '@/db/commands/people/role-change';
import { link } from '@/db/commands/people/sign-in-of-others';
import { saveReading } from '@/db/commands/reading/reading-save';
import { noteRefusal } from '@/db/commands/sign-in/refused-sign-ins';
import { beginSession } from '@/db/commands/sign-in/sessions';
import { databaseMoment } from '@/db/connection/clock';
import { sha256 } from '@/db/hashing/sha256';
import { givingPage } from '@/db/queries/people/giving-page';
import { peopleLeft } from '@/db/queries/people/people-left';
import { peoplePage } from '@/db/queries/people/people-page';
import { personPage } from '@/db/queries/people/person-page';
import { postsPage, servicePostsPage } from '@/db/queries/people/posts-page';
import { signInsOnAPage, signInsPage } from '@/db/queries/sign-in/sign-ins';
import { council, guesses, measures, people, roles } from '@/db/schema';
import { accountKey } from '@/lib/people/guess-buckets';
import type { Person } from '@/lib/people/person';
import { content, emailOf, type Name, submitted, today, workingCouncil } from '../../support/council/working-council';
import { countedStatements } from '../../support/server/counted-statements';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 4 });
const statementsOf = await countedStatements();
const { as, id, person } = await workingCouncil(db, { buses: 4 });
const adam = as('Adam');
const browser = { session: null, device: null, address: null };
const signIn = (personId: number) => db.transaction((tx) => beginSession(tx, { personId, by: 'password', browser }));
const page = async () => {
  const found = await peoplePage(db, await person('Adam'), today);
  if (!found) throw new Error('the list is not there');
  return found;
};
const listed = async (name: Name) => (await page()).people.find((each) => each.id === id[name]);

test('nobody but an administrator finds any of it', async () => {
  const asked: ((who: Person) => Promise<unknown>)[] = [
    (who) => peoplePage(db, who, today),
    (who) => peopleLeft(db, who),
    (who) => personPage(db, who, id.Olive, today),
    (who) => postsPage(db, who, today),
    (who) => servicePostsPage(db, who, 'buses', today),
    (who) => givingPage(db, who, { from: id.Olive, to: id.Otis, service: null }),
    (who) => signInsPage(db, who, null),
  ];
  for (const question of asked) {
    expect(await question(await person('Adam'))).not.toBeNull();
    for (const name of ['Olive', 'Hana', 'Dev', 'Ada', 'Cal', 'Nora'] as const)
      expect(await question(await person(name)), name).toBeNull();
  }
});

describe('the list', () => {
  test('says what each person holds, and counts who has left', async () => {
    expect(await listed('Olive')).toMatchObject({
      name: 'Olive',
      email: emailOf('Olive'),
      owns: [{ service: 'Buses', measures: 3 }],
      heads: [],
      roles: [],
      byName: false,
    });
    expect(await listed('Hana')).toMatchObject({ heads: ['Buses'] });
    expect(await listed('Dev')).toMatchObject({
      deputises: [{ service: 'Buses', headName: 'Hana', fromDay: '2026-07-01', untilDay: '2026-08-31' }],
    });
    expect((await page()).vacancies).toEqual([]);
    expect((await page()).left).toBe(0);
  });

  test('says who was last here, who was only invited, and until when their link works', async () => {
    expect(await listed('Cal')).toMatchObject({ lastHere: null, invitedAt: null, linkUntil: null });
    const { expiresAt } = await invite(db, adam, { id: id.Cal });
    expect(await listed('Cal')).toMatchObject({ lastHere: null, invitedAt: '2026-08-17T09:42:00.000000Z' });
    expect(Date.parse((await listed('Cal'))?.linkUntil ?? '')).toBe(Date.parse(expiresAt));
    const before = await databaseMoment(db);
    await signIn(id.Cal);
    const lastHere = (await listed('Cal'))?.lastHere ?? '';
    expect(lastHere >= before && lastHere <= (await databaseMoment(db))).toBe(true);
  });

  test('says who is locked out, from anywhere or in their own browser, and for whom it is over', async () => {
    const account = sha256(emailOf('Dev'));
    const at = await databaseMoment(db);
    const wrong = (key: string, count: number, when = at) =>
      db.insert(guesses).values(Array.from({ length: count }, () => ({ key, at: when })));
    await wrong(`${accountKey(account)} from 198.51.100.1`, 9);
    await wrong(accountKey(account), 99);
    expect((await listed('Dev'))?.locked).toBeNull();
    await wrong(`${accountKey(account)} from 198.51.100.1`, 1);
    expect((await listed('Dev'))?.locked).toMatchObject({ tries: 10 });
    await wrong(accountKey(account), 1);
    expect((await listed('Dev'))?.locked).toMatchObject({ tries: 100 });
    expect((await listed('Olive'))?.locked).toBeNull();
    await db.delete(guesses);
    await wrong(`device ${'d'.repeat(64)} ${account}`, 10);
    expect((await listed('Dev'))?.locked).toMatchObject({ tries: 10 });
    await db.update(guesses).set({ at: sql`clock_timestamp() - interval '16 minutes'` });
    expect((await listed('Dev'))?.locked).toBeNull();
    await db.delete(guesses);
  });

  test('names services without a head and measures without an owner, but no retired ones', async () => {
    await nameHead(db, adam, { service: 'trams', id: null });
    await nameOwner(db, adam, { code: 'bus-02', email: null });
    await nameOwner(db, adam, { code: 'bus-03', email: null });
    const decision = { retiredReason: 'Trams.', retiredDecidedBy: 'Cabinet', retiredDecidedOn: '2026-08-10' };
    await db
      .update(measures)
      .set({ retiredOn: '2026-08-16', ...decision })
      .where(eq(measures.code, 'bus-03'));
    expect((await page()).vacancies).toEqual([
      { slug: 'buses', name: 'Buses', noHead: false, ownerless: 1 },
      { slug: 'trams', name: 'Trams', noHead: true, ownerless: 0 },
    ]);
  });

  test('takes the people of a demonstration by their names, and nobody else’s', async () => {
    await addPerson(db, adam, { name: 'Olive Turner', email: 'olive@candour.example' });
    const turner = async () => (await page()).people.find(({ email }) => email === 'olive@candour.example');
    expect((await turner())?.byName).toBe(false);
    await db.update(council).set({ demonstration: 'Invented.' });
    expect((await turner())?.byName).toBe(true);
    expect((await listed('Olive'))?.byName).toBe(false);
    await db.update(council).set({ demonstration: null });
  });
});

describe('a person', () => {
  test('who is here: how they come in, what they own, and whether they are the only administrator', async () => {
    await link(db, adam, { email: emailOf('Olive'), issuer: 'https://login.example', subject: 's-1' });
    await signIn(id.Olive);
    await signIn(id.Olive);
    const olive = await personPage(db, await person('Adam'), id.Olive, today);
    expect(olive).toMatchObject({
      person: { name: 'Olive' },
      hasPassword: false,
      issuers: ['https://login.example'],
      sessions: 2,
      owns: [{ number: 1, code: 'bus-01', title: 'Buses on time 1', service: 'Buses' }],
      isOnlyAdministrator: false,
    });
    const isOnly = async () => {
      const own = await personPage(db, await person('Adam'), id.Adam, today);
      return own && 'person' in own && own.isOnlyAdministrator;
    };
    expect(await isOnly()).toBe(true);
    await giveRole(db, adam, { email: emailOf('Nora'), role: 'administrator' });
    expect(await isOnly()).toBe(false);
  });

  test('who deputises: spans from today on, and only for who is the head', async () => {
    const dev = async () => personPage(db, await person('Adam'), id.Dev, today);
    await nameDeputy(db, adam, { service: 'buses', id: id.Dev, fromDay: '2026-01-01', untilDay: '2026-08-16' });
    expect(await dev()).toMatchObject({
      deputises: [{ slug: 'buses', service: 'Buses', headName: 'Hana', untilDay: '2026-08-31' }],
    });
    await nameHead(db, adam, { service: 'buses', id: id.Nora });
    expect(await dev()).toMatchObject({ deputises: [] });
    await nameHead(db, adam, { service: 'buses', id: id.Hana });
  });

  test('who has left is found by name and day, in the list of those alone; who never was, nowhere', async () => {
    await leave(db, adam, { id: id.Nora });
    const left = { id: id.Nora, name: 'Nora', email: emailOf('Nora'), leftAt: '2026-08-17T09:42:00.000Z' };
    expect(await personPage(db, await person('Adam'), id.Nora, today)).toEqual({ left });
    expect(await peopleLeft(db, await person('Adam'))).toEqual([left]);
    expect(await listed('Nora')).toBeUndefined();
    expect((await page()).left).toBe(1);
    expect(await personPage(db, await person('Adam'), 999_999, today)).toBeNull();
    await comeBack(db, adam, { id: id.Nora });
  });
});

describe('posts', () => {
  test('of each service: its head, deputies from today on, owners and what nobody owns', async () => {
    const [buses, trams] = (await postsPage(db, await person('Adam'), today)) ?? [];
    expect(buses).toEqual({
      slug: 'buses',
      name: 'Buses',
      head: { id: id.Hana, name: 'Hana' },
      deputies: [{ id: id.Dev, name: 'Dev', fromDay: '2026-07-01', untilDay: '2026-08-31' }],
      owners: [
        { id: id.Olive, name: 'Olive', measures: 1 },
        { id: id.Oskar, name: 'Oskar', measures: 1 },
      ],
      ownerless: 1,
    });
    expect(trams).toMatchObject({ head: null, deputies: [], owners: [{ name: 'Otis', measures: 1 }] });
    const one = await servicePostsPage(db, await person('Adam'), 'buses', today);
    expect(one?.posts).toEqual(buses);
    expect(one?.people.map(({ name }) => name)).toContain('Nora');
    expect(await servicePostsPage(db, await person('Adam'), 'ferries', today)).toBeNull();
  });
});

describe('measures to be given', () => {
  const giving = async (from: number | 'nobody' | null, to: number | null, service: string | null = null) =>
    givingPage(db, await person('Adam'), { from, to, service });

  test('are listed with the drafts that go with them and what waits for approval', async () => {
    await saveReading(db, as('Olive'), {
      code: 'bus-01',
      periodStart: '2026-07-01',
      version: null,
      content: content(),
    });
    await submitted(db, as('Oskar'), 'bus-04');
    const olive = await giving(id.Olive, id.Otis);
    expect(olive?.check).toMatchObject({
      from: { name: 'Olive' },
      to: { name: 'Otis' },
      measures: [{ code: 'bus-01', number: 1, service: 'Buses', drafts: 1, waiting: 0 }],
    });
    expect((await giving(id.Oskar, id.Otis))?.check?.measures).toMatchObject([{ drafts: 0, waiting: 1 }]);
    const owned = Object.fromEntries((olive?.people ?? []).map(({ name, measures: count }) => [name, count]));
    expect(owned).toMatchObject({ Olive: 1, Oskar: 1, Otis: 1, Hana: 0 });
    expect(olive?.ownerless).toBe(2);
  });

  test('from nobody, in one service or in all; nothing is asked of who is not here, or of one and the same', async () => {
    expect((await giving('nobody', id.Otis))?.check).toMatchObject({
      from: null,
      measures: [{ code: 'bus-02' }, { code: 'bus-03' }],
    });
    expect((await giving('nobody', id.Otis, 'trams'))?.check?.measures).toEqual([]);
    for (const [from, to] of [
      [null, id.Otis],
      [id.Olive, null],
      [id.Olive, id.Olive],
      [999_999, id.Otis],
      [id.Olive, 999_999],
    ] as const)
      expect((await giving(from, to))?.check).toBeNull();
  });
});

describe('sign-ins', () => {
  test('newest first, fifty a page, each with how; refused ones are told and counted', async () => {
    const rounds = signInsOnAPage + 2;
    for (let round = 0; round < rounds; round += 1) await signIn(id.Otis);
    for (let round = 0; round < 3; round += 1)
      await noteRefusal(db, { personId: id.Dev, address: null, why: 'password' });
    await noteRefusal(db, { personId: null, address: null, why: 'unknown' });
    const first = await signInsPage(db, await person('Adam'), null);
    expect(first?.signIns).toHaveLength(50);
    expect(first?.signIns.slice(0, 3).map(({ sentence, isRefused }) => [sentence, isRefused])).toEqual([
      ['Somebody was refused at sign-in: nobody has this address.', true],
      ['Dev was refused at sign-in: another password was typed.', true],
      ['Otis signed in with a password.', false],
    ]);
    expect(first?.refused).toHaveLength(2);
    expect(first?.refused).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: null, tries: 1 }),
        expect.objectContaining({ name: 'Dev', tries: 3 }),
      ]),
    );
    const second = await signInsPage(db, await person('Adam'), first?.older ?? 0);
    expect(second?.signIns.map(({ name }) => name)).toEqual(['Otis', 'Otis', 'Otis', 'Otis', 'Olive', 'Olive', 'Cal']);
    expect(second?.older).toBeNull();
  });
});

test('every page takes as many statements for 300 people as for twelve', async () => {
  const who = await person('Adam');
  const count = async () => {
    const counts: Record<string, number> = {};
    counts.list = await statementsOf((own) => peoplePage(own, who, today));
    counts.left = await statementsOf((own) => peopleLeft(own, who));
    counts.person = await statementsOf((own) => personPage(own, who, id.Olive, today));
    counts.posts = await statementsOf((own) => postsPage(own, who, today));
    counts.service = await statementsOf((own) => servicePostsPage(own, who, 'buses', today));
    counts.giving = await statementsOf((own) => givingPage(own, who, { from: id.Olive, to: id.Otis, service: null }));
    counts.signIns = await statementsOf((own) => signInsPage(own, who, null));
    return counts;
  };
  const few = await count();
  const more = Array.from({ length: 288 }, (_, n) => ({ name: `Person ${n}`, email: `p${n}@testshire.example` }));
  const rows = await db.insert(people).values(more).returning({ id: people.id });
  await db.insert(roles).values(rows.map((row) => ({ personId: row.id, role: 'councillor' as const })));
  expect(await count()).toEqual(few);
  expect(few).toEqual({ list: 4, left: 1, person: 10, posts: 4, service: 5, giving: 3, signIns: 2 });
  expect((await page()).people.length).toBeGreaterThan(290);
});
