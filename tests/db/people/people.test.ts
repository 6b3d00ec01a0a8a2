import { desc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { addPerson } from '@/db/commands/people/add-person';
import { endDeputy, nameDeputy } from '@/db/commands/people/deputies';
import { invite } from '@/db/commands/people/invite';
import { leave } from '@/db/commands/people/leave';
import { comeBack, readdress, rename } from '@/db/commands/people/person-change';
import { nameHead, nameOwner } from '@/db/commands/people/posts';
import { giveRole, takeRole } from '@/db/commands/people/role-change';
import { endSessions, link } from '@/db/commands/people/sign-in-of-others';
import { beginSession } from '@/db/commands/sign-in/sessions';
import { personById } from '@/db/facts/person';
import { sha256 } from '@/db/hashing/sha256';
import { everybody } from '@/db/queries/people/people-list';
import { personOfSession } from '@/db/queries/sign-in/sessions';
import { events } from '@/db/schema';
import { headsService } from '@/lib/people/who-acts-as-head';
import { chainText } from '@/lib/record/chain-text';
import { refused, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql } = await freshDatabase({ max: 16 });
const { id, buses, person } = await workingCouncil(db);
const at = '2026-08-17T09:42:00.000Z';
const by = { who: null, at };
const of = (name: string) => `${name.toLowerCase()}@testshire.example`;
const lastEvents = async (count: number) =>
  (await db.select().from(events).orderBy(desc(events.id)).limit(count)).reverse();

describe('looking after people', () => {
  test('a person is added with an invitation, once per address', async () => {
    const added = await addPerson(db, by, { name: ' Zoe Park ', email: 'Zoe@Testshire.example' });
    expect(added).toMatchObject({ name: 'Zoe Park', email: 'Zoe@Testshire.example' });
    expect(await lastEvents(1)).toMatchObject([
      { kind: 'person_invited', actorId: null, details: { name: 'Zoe Park' } },
    ]);
    expect(await refused(addPerson(db, by, { name: 'Zoe', email: 'zoe@testshire.EXAMPLE' }))).toContain('already');
    for (const email of ['zoe', 'a@b c', '@', 'a@b\nBcc: c@d'])
      expect(await refused(addPerson(db, by, { name: 'Zoe', email }))).toContain('is not an e-mail address');
    expect(await refused(addPerson(db, by, { name: ' ', email: 'z@testshire.example' }))).toContain('name');
  });

  test('roles are given and taken, each recorded, and counted from the next look', async () => {
    const role = 'administrator';
    await giveRole(db, by, { email: of('Nora'), role });
    expect((await person('Nora')).roles).toEqual([role]);
    expect(await refused(giveRole(db, by, { email: of('Nora'), role }))).toContain('already');
    await takeRole(db, by, { email: of('Nora'), role });
    expect((await person('Nora')).roles).toEqual([]);
    expect(await refused(takeRole(db, by, { email: of('Nora'), role }))).toContain('does not have');
    expect(await lastEvents(2)).toMatchObject([
      { kind: 'role_given', subjectId: id.Nora, details: { role } },
      { kind: 'role_taken', subjectId: id.Nora, details: { role } },
    ]);
  });

  test('an owner, a head and a deputy are named in the chain of their service', async () => {
    expect(await nameOwner(db, by, { code: 'bus-01', email: of('Nora') })).toContain('Nora owns bus-01');
    expect((await person('Nora')).owns).toHaveLength(1);
    expect(await nameHead(db, by, { service: 'buses', email: of('Nora') })).toBe('Nora heads Buses.');
    // Dev was the deputy of Hana, who is the head no more.
    expect((await person('Dev')).deputises).toEqual([]);
    const span = { fromDay: '2026-08-10', untilDay: '2026-08-20' };
    await nameDeputy(db, by, { service: 'buses', email: of('Dev'), ...span });
    expect((await person('Dev')).deputises).toMatchObject([{ headId: id.Nora, headName: 'Nora', ...span }]);
    const last = await lastEvents(3);
    expect(last.map(({ kind }) => kind)).toEqual(['owner_named', 'head_named', 'deputy_named']);
    expect(last.every(({ serviceId }) => serviceId === buses.id)).toBe(true);
    await nameHead(db, by, { service: 'buses', email: of('Hana') });
    await nameOwner(db, by, { code: 'bus-01', email: of('Olive') });
  });

  test('wrong days, services, measures and people are refused with a sentence', async () => {
    const deputy = (fromDay: string, untilDay: string, email = of('Dev'), service = 'buses') =>
      refused(nameDeputy(db, by, { service, email, fromDay, untilDay }).catch((error) => Promise.reject(error)));
    await expect(async () =>
      nameDeputy(db, by, { service: 'buses', email: of('Dev'), fromDay: '17/8', untilDay: '' }),
    ).rejects.toThrow('2018-08-17');
    await expect(async () =>
      nameDeputy(db, by, { service: 'buses', email: of('Dev'), fromDay: '2026-08-02', untilDay: '2026-08-01' }),
    ).rejects.toThrow('before the first');
    expect(await deputy('2026-08-01', '2026-08-02', of('Hana'))).toContain('for themselves');
    expect(await deputy('2026-08-01', '2026-08-02', of('Dev'), 'ferries')).toContain('no service');
    expect(await refused(nameOwner(db, by, { code: 'bus-99', email: null }))).toContain('no measure');
    expect(await refused(nameHead(db, by, { service: 'ferries', email: null }))).toContain('no service');
    expect(await refused(invite(db, by, { email: 'nobody@testshire.example' }))).toContain('Nobody here');
  });

  test('an identity is tied by hand, and only once', async () => {
    const account = { issuer: 'https://login.example', subject: 's-1' };
    await link(db, by, { email: of('Nora'), ...account });
    expect(await lastEvents(1)).toMatchObject([{ kind: 'identity_linked', details: { issuer: account.issuer } }]);
    expect(await refused(link(db, by, { email: of('Cal'), ...account }))).toContain('another person');
    expect((await everybody(db)).find(({ name }) => name === 'Nora')?.signsInBy).toEqual(['https://login.example']);
  });

  test('only an administrator may, when it is a person who asks', async () => {
    const role = 'councillor';
    for (const name of ['Ada', 'Hana', 'Olive', 'Cal'] as const)
      expect(await refused(giveRole(db, { who: id[name], at }, { email: of('Nora'), role }))).toContain(
        'Only an administrator',
      );
    await giveRole(db, { who: id.Adam, at }, { email: of('Nora'), role });
    expect(await lastEvents(1)).toMatchObject([{ kind: 'role_given', actorId: id.Adam }]);
  });

  test('sessions are ended from outside', async () => {
    const browser = { session: null, device: null, address: null };
    const { token } = await db.transaction((tx) => beginSession(tx, { personId: id.Cal, by: 'password', browser }));
    expect(await endSessions(db, by, { email: of('Cal') })).toBe(1);
    expect(await personOfSession(db, token)).toBeNull();
  });

  test('a head who is an owner leaves: out at once, every post and role empty, each in the record', async () => {
    await giveRole(db, by, { email: of('Hana'), role: 'councillor' });
    await nameOwner(db, by, { code: 'bus-01', email: of('Hana') });
    expect(headsService(await person('Dev'), buses.id, '2026-08-17')).toBe(true);
    expect(await leave(db, by, { email: of('Hana') })).toBe(
      'Hana has left. Without a head or an owner now: Buses, bus-01.',
    );
    expect(await personById(db, id.Hana)).toBeNull();
    expect(headsService(await person('Dev'), buses.id, '2026-08-17')).toBe(false);
    const last = await lastEvents(4);
    expect(last.map(({ kind }) => kind)).toEqual(['sessions_ended', 'person_left', 'head_named', 'owner_named']);
    expect(last[1]?.details).toEqual({ name: 'Hana', roles: ['councillor'] });
    expect(await refused(leave(db, by, { email: of('Hana') }))).toContain('Nobody here');
    expect((await everybody(db)).map(({ name }) => name)).not.toContain('Hana');
  });

  test('who left comes back once, with an invitation, and without role, post or password', async () => {
    const both = await Promise.allSettled([
      comeBack(db, by, { email: of('Hana') }),
      comeBack(db, by, { email: of('HANA') }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await person('Hana')).toMatchObject({ roles: [], heads: [], owns: [], deputises: [] });
    expect((await everybody(db)).find(({ name }) => name === 'Hana')?.signsInBy).toEqual([]);
    expect((await lastEvents(2)).map(({ kind }) => kind)).toEqual(['person_returned', 'person_invited']);
    expect(await refused(comeBack(db, by, { email: of('Hana') }))).toContain('has left');
    expect(await refused(comeBack(db, { who: id.Ada, at }, { email: of('Hana') }))).toContain('Only an administrator');
  });

  test('a name and an address are changed with old and new value; one address is one person’s', async () => {
    await rename(db, by, { email: of('Nora'), name: ' Nora Park ' });
    expect((await lastEvents(1))[0]).toMatchObject({
      kind: 'person_renamed',
      details: { was: 'Nora', name: 'Nora Park' },
    });
    expect(await refused(rename(db, by, { email: of('Nora'), name: 'Nora Park' }))).toContain('already');
    expect(await refused(rename(db, by, { email: of('Nora'), name: ' ' }))).toContain('name');
    const wanted = 'nora.park@testshire.example';
    await readdress(db, by, { email: of('Nora'), wanted });
    expect((await lastEvents(1))[0]).toMatchObject({
      kind: 'person_readdressed',
      details: { was: of('Nora'), address: wanted },
    });
    expect(await refused(readdress(db, by, { email: wanted, wanted: of('CAL') }))).toContain('already');
    expect(await refused(readdress(db, by, { email: wanted, wanted: 'nora' }))).toContain('is not an e-mail address');
    await readdress(db, by, { email: wanted, wanted: of('Nora') });
    await rename(db, by, { email: of('Nora'), name: 'Nora' });
  });

  test('a deputyship ends early on a day, once; one that had not begun is taken back', async () => {
    await nameHead(db, by, { service: 'buses', email: of('Nora') });
    const deputy = { service: 'buses', email: of('Otis') };
    await nameDeputy(db, by, { ...deputy, fromDay: '2027-03-01', untilDay: '2027-03-31' });
    const both = [endDeputy, endDeputy].map((end) => refused(end(db, by, { ...deputy, untilDay: '2027-03-10' })));
    expect((await Promise.all(both)).sort()).toEqual(['Otis is no deputy in Buses after 10 March 2027.', 'accepted']);
    expect(headsService(await person('Otis'), buses.id, '2027-03-10')).toBe(true);
    expect(headsService(await person('Otis'), buses.id, '2027-03-11')).toBe(false);
    expect((await lastEvents(1))[0]).toMatchObject({
      kind: 'deputy_ended',
      details: { deputy: 'Otis', was: '2027-03-31', untilDay: '2027-03-10' },
    });
    await endDeputy(db, by, { ...deputy, untilDay: '2027-02-28' });
    expect((await person('Otis')).deputises).toEqual([]);
    expect(await refused(endDeputy(db, by, { ...deputy, untilDay: 'soon' }))).toContain('2018-08-17');
  });

  test('many changes at once neither hang nor fork the chain', async () => {
    const role = 'administrator';
    const changes = Array.from({ length: 10 }, (_, n) => [
      giveRole(db, by, { email: of('Nora'), role }),
      takeRole(db, by, { email: of('Nora'), role }),
      invite(db, by, { email: of('Ada') }),
      nameOwner(db, by, { code: n % 2 ? 'bus-01' : 'tram-01', email: of(n % 3 ? 'Olive' : 'Otis') }),
      nameHead(db, by, { service: n % 2 ? 'buses' : 'trams', email: of(n % 3 ? 'Hester' : 'Nora') }),
      endSessions(db, by, { email: of('Otis') }),
    ]).flat();
    for (const { status, reason } of (await Promise.allSettled(changes)) as PromiseRejectedResult[])
      if (status === 'rejected') expect(reason).toMatchObject({ name: 'Refused' });
    for (const service of [null, ...(await sql`select id from services`).map((row) => row.id as number)]) {
      const chain = (await db.select().from(events).orderBy(events.id)).filter(
        ({ serviceId }) => serviceId === service,
      );
      let previous: string | null = null;
      for (const { id: _, hash, previous: before, ...event } of chain) {
        expect(before).toBe(previous);
        expect(hash).toBe(sha256(chainText(event, previous)));
        previous = hash;
      }
    }
    expect(await db.$count(events, eq(events.kind, 'person_invited'))).toBeGreaterThan(10);
  });
});
