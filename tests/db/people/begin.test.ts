import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { beginByCommand, beginBySetUpLink } from '@/db/commands/people/begin';
import { nameHead } from '@/db/commands/people/posts';
import { offerSetUp } from '@/db/commands/people/set-up-links';
import { acceptInvitation } from '@/db/commands/sign-in/invitations';
import { signInByPassword } from '@/db/commands/sign-in/sign-in';
import { openRecord } from '@/db/events/opening';
import { sha256 } from '@/db/hashing/sha256';
import { setUpOffer } from '@/db/queries/people/set-up';
import { releaseCalendar } from '@/db/queries/published/calendar';
import { committeesInPublic } from '@/db/queries/published/committees';
import { latestEditions } from '@/db/queries/published/feed';
import { servicesInForce, theCouncil } from '@/db/queries/published/in-force';
import { searchedEditions } from '@/db/queries/published/searchable';
import { personOfSession } from '@/db/queries/sign-in/sessions';
import { verifyRecord } from '@/db/queries/verify/verify';
import { council, events, invitations, people, roles, sessions, setUpLinks } from '@/db/schema';
import { Mistyped } from '@/lib/form/form-state';
import { eventSentence } from '@/lib/record/event-sentence';
import { invitationIn, peopleCommand, setUpAddress } from '../../support/council/people-command';
import { refused } from '../../support/council/working-council';
import { asServing } from '../../support/record/as-serving';
import { hoursPass } from '../../support/record/passing-time';
import { freshDatabase } from '../../support/server/fresh-database';

const owner = await freshDatabase({ max: 8 });
const { db: record, sql } = owner;
const { db } = await asServing(owner);
const browser = { session: null, device: null, address: null };
const password = 'nine lives of the cat';
const beginning = {
  council: 'Westmere Borough Council',
  contact: 'performance@westmere.example',
  areaCode: 'E07000999',
  licence: 'Open Government Licence v3.0',
  name: 'Ines Okafor',
  email: 'ines@westmere.example',
};

/** Before each test the record is empty again, past every guard. */
beforeEach(async () => {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const table of ['events', 'sessions', 'devices', 'invitations', 'roles', 'people', 'council', 'set_up_links'])
      await tx`delete from ${tx(table)}`;
  });
});

const offered = async () => {
  const offer = await offerSetUp(db);
  if (!offer) throw new Error('no address was offered');
  return offer.token;
};
const begin = (token: string, more: Partial<typeof beginning> = {}) =>
  beginBySetUpLink(db, { token, password, browser, beginning: { ...beginning, ...more } });
const kinds = async () => (await db.select({ kind: events.kind }).from(events).orderBy(events.id)).map((e) => e.kind);
const whole = async () => (await verifyRecord(record)).tampered;
const nothingBegan = async () =>
  Promise.all([council, people, roles, sessions].map((table) => db.$count(table))).then((counts) =>
    counts.every((count) => count === 0),
  );

describe('at the one-time address', () => {
  test('Ines sets Westmere up: council, herself, two roles, her session, each told of, and the record is whole', async () => {
    const begun = await begin(await offered());
    expect(await theCouncil(db)).toEqual({
      name: 'Westmere Borough Council',
      contact: 'performance@westmere.example',
      areaCode: 'E07000999',
      licence: 'Open Government Licence v3.0',
      demonstration: null,
      language: null,
    });
    expect(await db.select().from(council)).toMatchObject([
      { areaCode: 'E07000999', licence: 'Open Government Licence v3.0' },
    ]);
    const who = await personOfSession(db, begun.token);
    expect(who).toMatchObject({ name: 'Ines Okafor', roles: ['administrator', 'performance_officer'] });
    const signed = await signInByPassword(db, { email: 'Ines@Westmere.example', password, browser });
    expect(signed).toMatchObject({ personId: begun.personId });
    expect((await kinds()).slice(0, 3)).toEqual(['set_up_offered', 'council_begun', 'signed_in']);
    const told = await db.select().from(events).orderBy(events.id);
    expect(told[1]).toMatchObject({ actorId: begun.personId, subject: 'council', serviceId: null });
    const sentences = told
      .slice(0, 3)
      .map(({ kind, details, actorId }) => eventSentence({ kind, details, who: actorId ? 'Ines Okafor' : null }));
    expect(sentences).toEqual([
      'The portal offered a one-time address at which a council is set up.',
      'Ines Okafor set up Westmere Borough Council, with Ines Okafor as administrator and performance officer.',
      'Ines Okafor signed in by setting up the council.',
    ]);
    expect(await whole()).toBeNull();
  });

  test('it dies with its use, and none is offered while there is a council', async () => {
    const token = await offered();
    expect(await setUpOffer(db, token)).not.toBeNull();
    await begin(token);
    expect(await setUpOffer(db, token)).toBeNull();
    const before = await db.$count(events);
    expect(await refused(begin(token))).toMatch(/^This address has been used, or has run out/);
    expect(await offerSetUp(db)).toBeNull();
    expect(await db.$count(events)).toBe(before);
  });

  test('an address that is open opens nothing once the council has begun by another way', async () => {
    const token = await offered();
    await beginByCommand(db, beginning);
    expect(await setUpOffer(db, token)).toBeNull();
    expect(await refused(begin(token))).toBe('There is a council in this database already.');
    expect([await db.$count(people), await db.$count(sessions)]).toEqual([1, 0]);
  });

  test('only the hash of its token is kept, in no event either', async () => {
    const token = await offered();
    expect(await db.select().from(setUpLinks)).toMatchObject([{ tokenHash: sha256(token), usedAt: null }]);
    const everything = JSON.stringify([await db.select().from(events), await db.select().from(setUpLinks)]);
    expect(everything).not.toContain(token);
    expect(JSON.stringify(await db.select().from(events))).not.toContain(sha256(token));
  });

  test('it runs out after 24 hours', async () => {
    const token = await offered();
    await hoursPass(record, 23.9);
    expect(await setUpOffer(db, token)).not.toBeNull();
    await hoursPass(record, 0.2);
    expect(await setUpOffer(db, token)).toBeNull();
    expect(await refused(begin(token))).toMatch(/has run out/);
    expect(await nothingBegan()).toBe(true);
  });

  test('a new start ends the one before, and of five starts at once one address is left', async () => {
    const first = await offered();
    const second = await offered();
    expect([await setUpOffer(db, first), await setUpOffer(db, second)]).toEqual([null, expect.anything()]);
    const together = await Promise.all(Array.from({ length: 5 }, offered));
    const open = await Promise.all(together.map((token) => setUpOffer(db, token)));
    expect(open.filter(Boolean)).toHaveLength(1);
    expect(await refused(begin(second))).toMatch(/^This address has been used/);
    expect(await whole()).toBeNull();
  });

  test('a wrong token opens nothing, and no more does one that is none', async () => {
    await offered();
    for (const token of ['', 'none', 'x'.repeat(43), `${'x'.repeat(42)}'`]) {
      expect(await setUpOffer(db, token)).toBeNull();
      expect(await refused(begin(token))).toMatch(/^This address has been used, or has run out/);
    }
    expect(await nothingBegan()).toBe(true);
  });

  test('of four people who use it at once one wins, and the others leave no trace', async () => {
    const token = await offered();
    const names = ['Ines', 'Ivo', 'Ira', 'Ida'];
    const ends = await Promise.allSettled(
      names.map((name) => begin(token, { name, email: `${name}@westmere.example`, council: `${name}’s council` })),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ name: 'Refused' });
    const [winner] = await db.select().from(people);
    expect(await db.$count(people)).toBe(1);
    expect((await theCouncil(db))?.name).toBe(`${winner?.name}’s council`);
    expect(await kinds()).toEqual(['set_up_offered', 'council_begun', 'signed_in']);
    expect(await whole()).toBeNull();
  });

  test('one at the address and one at the command line: one wins', async () => {
    const token = await offered();
    const ends = await Promise.allSettled([
      begin(token),
      beginByCommand(db, { ...beginning, name: 'Ivo', email: 'ivo@westmere.example' }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect([await db.$count(council), await db.$count(people)]).toEqual([1, 1]);
    expect(await whole()).toBeNull();
  });

  test('a password that is refused leaves the address open, and nothing in the record', async () => {
    const token = await offered();
    for (const wrong of ['short', 'password1234', 'Westmere Borough Council', beginning.email]) {
      const attempt = beginBySetUpLink(db, { token, password: wrong, browser, beginning });
      await expect(attempt).rejects.toBeInstanceOf(Mistyped);
    }
    expect(await nothingBegan()).toBe(true);
    expect(await setUpOffer(db, token)).not.toBeNull();
    await begin(token);
  });
});

test('a row that comes past the record once the council has begun is found; no later start or change makes it good', async () => {
  await begin(await offered());
  await sql`insert into services (slug, name, position) values ('forged', 'Forged', 1)`;
  try {
    await openRecord(record, new Date().toISOString());
    expect(await whole()).toMatchObject({ table: 'services', what: 'no event tells of it' });
    const party = { who: null, at: new Date().toISOString() };
    await nameHead(db, party, { service: 'forged', email: beginning.email });
    expect(await whole()).toMatchObject({
      table: 'services',
      what: expect.stringMatching(/^it was changed past the record before event/),
    });
  } finally {
    await sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`delete from services`;
    });
  }
});

test('starts before there is a council open no record: rows that are put in by hand then are still told of', async () => {
  for (const _ of [1, 2]) {
    await openRecord(record, new Date().toISOString());
    await offered();
  }
  expect(await kinds()).toEqual(['set_up_offered', 'set_up_offered']);
  await sql`insert into council (name, contact) values ('Handshire', 'h@handshire.example')`;
  expect(await whole()).toMatchObject({ table: 'council' });
  await openRecord(record, new Date().toISOString());
  expect(await whole()).toBeNull();
});

test('what public pages ask is answered on an empty record: with nothing', async () => {
  const before = '2026-08-17T00:00:00Z';
  expect(await theCouncil(db)).toBeNull();
  expect(await servicesInForce(db, before)).toEqual([]);
  expect(await releaseCalendar(db)).toEqual({ coming: [], past: [] });
  expect(await committeesInPublic(db, before)).toEqual([]);
  expect(await latestEditions(db, null)).toEqual([]);
  expect(await searchedEditions(db, before)).toEqual([]);
  expect(await whole()).toBeNull();
});

describe('at the command line', () => {
  const words = [
    ...['begin', '--name', 'Westmere Borough Council', '--contact', 'performance@westmere.example'],
    ...['--admin-name', 'Ines Okafor', '--admin-email', 'ines@westmere.example', '--area-code', 'e07000999'],
  ];

  test('the council begins, its administrator is invited, and a second one is refused', async () => {
    const { output, code } = peopleCommand(process.env, ...words);
    expect([output, code]).toEqual([expect.stringContaining('Send Ines Okafor (ines@westmere.example) this link.'), 0]);
    const [, , token = ''] = invitationIn(output).split('/');
    expect(await db.select().from(council)).toMatchObject([
      { name: 'Westmere Borough Council', areaCode: 'E07000999', licence: 'Open Government Licence v3.0' },
    ]);
    expect(await kinds()).toEqual(['council_begun', 'person_invited']);
    const begun = await acceptInvitation(db, { token, password, browser });
    expect((await personOfSession(db, begun.token))?.roles).toEqual(['administrator', 'performance_officer']);
    expect(await whole()).toBeNull();

    const again = peopleCommand(process.env, ...words);
    expect(again).toEqual({ output: 'There is a council in this database already.', code: 1 });
    expect(await db.$count(invitations, eq(invitations.personId, begun.personId))).toBe(1);
  });

  test('what is missing or wrong is said, and nothing begins', async () => {
    expect(peopleCommand(process.env, 'begin')).toMatchObject({
      output: expect.stringMatching(/Give the name of the council\.[\s\S]*first administrator/),
      code: 1,
    });
    const unknown = peopleCommand(process.env, ...words, '--colour', 'blue');
    expect(unknown).toMatchObject({ output: expect.stringContaining('--admin-email'), code: 1 });
    expect(await nothingBegan()).toBe(true);
  });

  test('a start prints one address, at which the council begins', async () => {
    const { output, code } = setUpAddress({ ...process.env, AUTH_URL: 'https://performance.westmere.example/' });
    expect(code).toBe(0);
    const [, token = ''] = /^https:\/\/performance\.westmere\.example\/set-up\/([\w-]{43})$/m.exec(output) ?? [];
    expect(output.match(/https?:/g)).toHaveLength(1);
    expect(await setUpOffer(db, token)).not.toBeNull();
    await begin(token);
    expect(setUpAddress(process.env).output).toBe('There is a council in this database already.');
    expect(await whole()).toBeNull();
  });
});
