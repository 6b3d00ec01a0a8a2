import { desc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { nameCommittee } from '@/db/commands/committee/committees';
import { dropMeeting, moveMeeting, setMeeting } from '@/db/commands/committee/meetings';
import { redefineMeasure } from '@/db/commands/measure/redefine';
import { retireMeasure } from '@/db/commands/measure/retire';
import { breakSeries } from '@/db/commands/measure/series-breaks';
import { nameSource } from '@/db/commands/measure/source';
import { addPerson } from '@/db/commands/people/add-person';
import { endDeputy, nameDeputy } from '@/db/commands/people/deputies';
import { invite } from '@/db/commands/people/invite';
import { leave } from '@/db/commands/people/leave';
import { giveMeasures } from '@/db/commands/people/measures-given';
import { changeDetails, comeBack, readdress, rename } from '@/db/commands/people/person-change';
import { nameHead, nameOwner } from '@/db/commands/people/posts';
import { giveRole, setRoles, takeRole } from '@/db/commands/people/role-change';
import { endSessions, link, openSignIn } from '@/db/commands/people/sign-in-of-others';
import type { Party } from '@/db/commands/road/who-and-when';
import { openRecord } from '@/db/events/opening';
import { sha256 } from '@/db/hashing/sha256';
import { verifyRecord } from '@/db/queries/verify/verify';
import { answers, events, invitations } from '@/db/schema';
import { type Change, permissions } from '@/lib/people/change-permissions';
import { eventSentence } from '@/lib/record/event-sentence';
import { at, emailOf, refused, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 25 });
const { as, id } = await workingCouncil(db, { from: '2026-01-01' });
await openRecord(db, at);
const server = { who: null, at };
const lastEvent = async () => (await db.select().from(events).orderBy(desc(events.id)).limit(1))[0];
const decision = { reason: 'The guide changed.', decidedBy: 'Cabinet', decidedOn: '2026-08-10' };
const email = emailOf('Nora');
const otis = { service: 'buses', email: emailOf('Otis') };

const administered = (Object.keys(permissions) as Change[]).filter((change) => permissions[change].commandLine);

/** What the performance officer keeps as well. */
const shared: Change[] = [
  'retire',
  'redefine',
  'break_series',
  'name_source',
  'name_committee',
  'set_meeting',
  'move_meeting',
  'drop_meeting',
];

/** Every command of administrators, in an order in which each may be, with what its refused try is told as. */
const commands: [step: Change, told: string, run: (party: Party) => Promise<unknown>][] = [
  ['add_person', 'add a person', (party) => addPerson(db, party, { name: 'Zoe', email: 'zoe@testshire.example' })],
  ['invite', 'invite Nora', (party) => invite(db, party, { email })],
  ['give_role', 'give a role to Nora', (party) => giveRole(db, party, { email, role: 'councillor' })],
  ['take_role', 'take a role from Nora', (party) => takeRole(db, party, { email, role: 'councillor' })],
  [
    'set_roles',
    'change the roles of Nora',
    (party) => setRoles(db, party, { id: id.Nora, roles: ['councillor'], seen: [] }),
  ],
  ['end_sessions', 'end the sessions of Nora', (party) => endSessions(db, party, { email })],
  ['open_sign_in', 'open the sign-in of Nora', (party) => openSignIn(db, party, { email })],
  [
    'link_identity',
    'tie an account of single sign-on to Nora',
    (party) => link(db, party, { email, issuer: 'https://login.example', subject: 's-1' }),
  ],
  ['rename', 'change the name of Nora', (party) => rename(db, party, { email, name: 'Nora Park' })],
  [
    'change_details',
    'change the name or address of Nora Park',
    (party) => changeDetails(db, party, { id: id.Nora, name: 'Nora', email, seen: { name: 'Nora Park', email } }),
  ],
  [
    'readdress',
    'change the address of Otis',
    (party) => readdress(db, party, { email: otis.email, wanted: 'otis.park@testshire.example' }),
  ],
  [
    'name_owner',
    'name the data owner of measure 1',
    (party) => nameOwner(db, party, { code: 'bus-01', email: emailOf('Oskar') }),
  ],
  [
    'give_measures',
    'give measures to Nora',
    (party) => giveMeasures(db, party, { from: id.Oskar, to: id.Nora, codes: ['bus-01'] }),
  ],
  [
    'name_head',
    'name the head of the service',
    (party) => nameHead(db, party, { service: 'trams', email: emailOf('Hester') }),
  ],
  [
    'name_deputy',
    'name a deputy',
    (party) => nameDeputy(db, party, { service: 'buses', email, fromDay: '2026-09-01', untilDay: '2026-09-30' }),
  ],
  [
    'end_deputy',
    'end a deputyship',
    (party) => endDeputy(db, party, { service: 'buses', email, untilDay: '2026-09-10' }),
  ],
  ['leave', 'record the leaving of Cal', (party) => leave(db, party, { email: emailOf('Cal') })],
  ['come_back', 'record the return of Cal', (party) => comeBack(db, party, { email: emailOf('Cal') })],
  [
    'name_committee',
    'name a committee',
    (party) => nameCommittee(db, party, { slug: 'travel', name: 'Travel', services: ['buses'] }),
  ],
  ['set_meeting', 'set a meeting', (party) => setMeeting(db, party, { committee: 'travel', day: '2026-10-01' })],
  [
    'move_meeting',
    'move a meeting',
    (party) =>
      moveMeeting(db, party, {
        committee: 'travel',
        day: '2026-10-01',
        to: '2026-10-08',
        reason: 'The room is taken.',
      }),
  ],
  [
    'drop_meeting',
    'drop a meeting',
    (party) => dropMeeting(db, party, { committee: 'travel', day: '2026-10-08', reason: 'No business.' }),
  ],
  [
    'break_series',
    'break the series of measure 1',
    (party) => breakSeries(db, party, { code: 'bus-01', periodStart: '2026-05-01', reason: 'Trams left.' }),
  ],
  [
    'redefine',
    'redefine measure 1',
    (party) =>
      redefineMeasure(db, party, { code: 'bus-01', from: '2026-06-01', definition: 'Otherwise.', ...decision }),
  ],
  [
    'name_source',
    'name the source of measure 1',
    (party) => nameSource(db, party, { code: 'bus-01', source: 'The depots’ count', ownerRole: 'Head of Buses' }),
  ],
  [
    'retire',
    'retire measure 2',
    (party) => retireMeasure(db, party, { code: 'bus-02', retiredOn: '2026-08-31', ...decision }),
  ],
];

test('every change of administrators is tried here', () => {
  expect(commands.map(([step]) => step).sort()).toEqual([...administered].sort());
});

describe.each(commands)('%s', (step, words, run) => {
  test('a refused try is kept in the record with who tried and what they were told, and changes nothing', async () => {
    const others = ['Hana', 'Olive', 'Nora'] as const;
    for (const name of shared.includes(step) ? others : (['Ada', ...others] as const)) {
      const before = await db.$count(events);
      expect(await refused(run(as(name)))).toBe(permissions[step].otherwise);
      expect(await db.$count(events)).toBe(before + 1);
      const event = await lastEvent();
      expect(event).toMatchObject({ kind: 'step_refused', actorId: id[name], details: { step } });
      const { kind, details } = event as typeof events.$inferSelect;
      expect(eventSentence({ kind, details, who: name })).toBe(
        `${name} tried to ${words}, and was told: “${permissions[step].otherwise}”`,
      );
    }
  });

  test('an administrator’s form sent five times at once is answered once', async () => {
    const keyed = as('Adam', { key: step.padEnd(16, '-') });
    const before = await db.$count(events);
    const [first, ...others] = await Promise.allSettled(Array.from({ length: 5 }, () => run(keyed)));
    const made = await db.$count(events);
    expect(made).toBeGreaterThan(before);
    const again = await Promise.allSettled([run(keyed)]);
    expect(await db.$count(events)).toBe(made);
    const all = [first, ...others, ...again];
    if (['add_person', 'invite', 'come_back'].includes(step)) {
      // A link is in no record, so that it can be told only once.
      const links = all.filter((end) => end?.status === 'fulfilled');
      expect(links).toHaveLength(1);
      for (const end of all)
        if (end?.status === 'rejected') expect(end.reason.message).toMatch(/^This link was made already/);
    } else
      for (const end of all) expect(end).toEqual({ status: 'fulfilled', value: (first as { value: unknown }).value });
  });
});

test('the link of an invitation is kept in no answer: its hash alone is in the record', async () => {
  const { token } = await invite(db, as('Adam', { key: 'k'.repeat(16) }), { email });
  expect(await db.$count(invitations, eq(invitations.tokenHash, sha256(token)))).toBe(1);
  expect(JSON.stringify(await db.select().from(answers))).not.toContain(token);
});

test('a try about somebody or something that is not here is kept beside the council, and says nothing of that', async () => {
  const otherwise = 'Only an administrator can look after people.';
  for (const run of [
    () => invite(db, as('Ada'), { email: 'nobody@testshire.example' }),
    () => nameHead(db, as('Ada'), { service: 'ferries', email: null }),
    () => nameOwner(db, as('Ada'), { code: 'bus-99', email: null }),
  ]) {
    expect(await refused(run())).toBe(otherwise);
    expect(await lastEvent()).toMatchObject({ kind: 'step_refused', subject: 'council', serviceId: null });
  }
});

test('at the command line nobody is signed in: what is refused there leaves no trace', async () => {
  const before = await db.$count(events);
  expect(await refused(invite(db, server, { email: 'nobody@testshire.example' }))).toMatch(/^Nobody here/);
  const early = { code: 'bus-01', periodStart: '2026-09-01', reason: 'Trams left.' };
  expect(await refused(breakSeries(db, server, early))).toMatch(/has not begun yet/);
  expect(await db.$count(events)).toBe(before);
});

test('the record holds', async () => {
  expect((await verifyRecord(db)).tampered).toBeNull();
});
