import { eq, ne } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { nameCommittee } from '@/db/commands/committee/committees';
import { dropMeeting, setMeeting } from '@/db/commands/committee/meetings';
import { publishAsIs } from '@/db/commands/release/edition-write';
import { openRecord } from '@/db/events/opening';
import { committeeInPublic, committeesInPublic } from '@/db/queries/published/committees';
import { councilState } from '@/db/queries/published/council-state';
import { verifyRecord } from '@/db/queries/verify/verify';
import { committeeServices, committees, events, meetings } from '@/db/schema';
import { eventSentence } from '@/lib/record/event-sentence';
import { councilCommand } from '../../support/council/people-command';
import { at, refused, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 4 });
const { id } = await workingCouncil(db);
await openRecord(db, at);
const server = { who: null, at };
const adam = { who: id.Adam, at };
const travel = { slug: 'travel', name: 'Travel scrutiny committee', services: ['trams', 'buses'] };
const sentences = async () =>
  (await db.select().from(events).where(ne(events.kind, 'record_opened')).orderBy(events.id)).map(({ kind, details }) =>
    eventSentence({ kind, details, who: 'Adam' }),
  );

describe('a committee', () => {
  test('is named with the services that report to it, by an administrator, and the record says so', async () => {
    expect(await nameCommittee(db, adam, travel)).toBe('Travel scrutiny committee. Services: Buses, Trams.');
    expect(await committeesInPublic(db, at)).toEqual([
      {
        id: 1,
        slug: 'travel',
        name: 'Travel scrutiny committee',
        meetings: [],
        moves: [],
        holidays: [],
        services: [
          { slug: 'buses', name: 'Buses', since: null },
          { slug: 'trams', name: 'Trams', since: null },
        ],
      },
    ]);
    const [event] = await db.select().from(events).where(eq(events.kind, 'committee_named'));
    expect(event).toMatchObject({
      actorId: id.Adam,
      serviceId: null,
      subject: 'committee',
      details: { name: 'Travel scrutiny committee', slug: 'travel', services: ['buses', 'trams'] },
    });
    expect(await sentences()).toEqual(['Adam named the committee Travel scrutiny committee.']);
  });

  test('named again it has the new name and the new services, and is the same committee', async () => {
    await nameCommittee(db, server, { ...travel, name: 'Journeys committee', services: ['buses', 'buses'] });
    const found = await committeeInPublic(db, 'travel', at);
    expect(found).toMatchObject({ name: 'Journeys committee', services: [{ slug: 'buses' }] });
    expect(await db.$count(committees)).toBe(1);
    expect(await db.$count(committeeServices)).toBe(1);
  });

  test.each([
    ['an address that cannot be one', { slug: 'Travel & tea' }, /cannot be an address/],
    ['no name', { name: '  ' }, /^Give the committee’s name/],
    ['a service that is not there', { services: ['buses', 'ferries'] }, 'There is no service “ferries”.'],
  ])('%s is refused, and nothing is written', async (_, more, sentence) => {
    const before = await db.$count(events);
    expect(await refused(nameCommittee(db, server, { ...travel, slug: 'other', ...more }))).toMatch(sentence);
    expect(await db.$count(events)).toBe(before);
    expect(await db.$count(committees)).toBe(1);
  });

  test('only the performance officer or an administrator may', async () => {
    for (const who of [id.Olive, id.Cal, id.Hana, 999_999]) {
      expect(await refused(nameCommittee(db, { who, at }, travel))).toBe(
        'Only the performance officer or an administrator can look after committees.',
      );
      expect(await refused(setMeeting(db, { who, at }, { committee: 'travel', day: '2026-09-03' }))).toMatch(/^Only/);
      expect(
        await refused(dropMeeting(db, { who, at }, { committee: 'travel', day: '2026-09-03', reason: 'None.' })),
      ).toMatch(/^Only/);
    }
  });
});

describe('a meeting', () => {
  test('is set once, told in order, and dropped again', async () => {
    expect(await setMeeting(db, adam, { committee: 'travel', day: '2026-09-03' })).toBe(
      'Journeys committee meets on Thursday 3 September 2026.',
    );
    await setMeeting(db, server, { committee: 'travel', day: '2026-07-02' });
    expect(await refused(setMeeting(db, adam, { committee: 'travel', day: '2026-09-03' }))).toMatch(/already\.$/);
    expect((await committeeInPublic(db, 'travel', at))?.meetings).toEqual(['2026-07-02', '2026-09-03']);
    const nextMeetings = async (day: string) => (await councilState(db, at, day))?.meetings;
    const nextOn = async (day: string) => (await nextMeetings(day))?.map((next) => next.day);
    expect(await nextMeetings('2026-07-02')).toEqual([
      { slug: 'travel', name: 'Journeys committee', day: '2026-07-02' },
    ]);
    expect(await nextOn('2026-07-03')).toEqual(['2026-09-03']);
    expect(await nextOn('2026-09-04')).toEqual([]);
    expect(await dropMeeting(db, adam, { committee: 'travel', day: '2026-07-02', reason: 'No business.' })).toMatch(
      /^Journeys committee does/,
    );
    expect(
      await refused(dropMeeting(db, adam, { committee: 'travel', day: '2026-07-02', reason: 'No business.' })),
    ).toMatch(/was cancelled already: look/);
    expect(await db.select({ day: meetings.day }).from(meetings)).toEqual([{ day: '2026-09-03' }]);
    expect((await sentences()).slice(-4)).toEqual([
      'Adam set a meeting of Journeys committee on 3 September 2026.',
      'Adam set a meeting of Journeys committee on 2 July 2026.',
      'Adam dropped the meeting of Journeys committee on 2 July 2026: No business.',
      expect.stringMatching(/^Adam tried to drop a meeting, and was told: “The meeting .* was cancelled already/),
    ]);
  });

  test.each([
    ['2026-02-30', 'travel', 'Write the day as 2018-08-17.'],
    ['tomorrow', 'travel', 'Write the day as 2018-08-17.'],
    ['2026-09-04', 'ferries', 'There is no committee “ferries”.'],
  ])('%s for %s is refused', async (day, committee, sentence) => {
    expect(await refused(setMeeting(db, server, { committee, day }))).toBe(sentence);
  });

  test('set by two at once it is there once, and one of them is told', async () => {
    const both = await Promise.all(
      [adam, server].map((by) => refused(setMeeting(db, by, { committee: 'travel', day: '2026-10-01' }))),
    );
    expect(both.sort()).toEqual(['Journeys committee meets on Thursday 1 October 2026 already.', 'accepted']);
    expect(await db.$count(meetings, eq(meetings.day, '2026-10-01'))).toBe(1);
  });
});

test('what a service has published shows from its first edition on, and not before', async () => {
  const publication = { actorId: id.Ada, publisher: 'performance officer', service: 'buses', asAt: '2026-08-17', at };
  await publishAsIs(db, publication);
  const since = async (before: string) => (await committeeInPublic(db, 'travel', before))?.services[0]?.since;
  expect(await since(at)).toBeNull();
  expect(await since('2026-08-17T23:00:00Z')).toBe('2026-08-17');
});

test('from the command line: named, set, listed, dropped, retired; what is wrong is said in a sentence', () => {
  const say = (...words: string[]) => councilCommand(process.env, ...words, '--by', 'adam@testshire.example');
  expect(say('committee', 'roads', 'Roads committee', 'trams')).toEqual({
    output: 'Roads committee. Services: Trams.',
    code: 0,
  });
  expect(say('meeting', 'roads', '2026-11-05')).toEqual({
    output: 'Roads committee meets on Thursday 5 November 2026.',
    code: 0,
  });
  expect(say('list').output).toContain('roads: Roads committee; trams; meets 2026-11-05');
  expect(say('drop-meeting', 'roads', '2026-11-05', 'No business.').code).toBe(0);
  expect(say('meeting', 'roads', 'soon')).toEqual({ output: 'Write the day as 2018-08-17.', code: 1 });
  expect(say('retire', 'tram-01', '2026-12-31', 'No trams run.', 'Cabinet', '2026-08-10')).toEqual({
    output: 'Trams on time (tram-01) is retired: its last day is 31 December 2026.',
    code: 0,
  });
  expect(say('retire', 'tram-01').code).toBe(1);
  expect(say('help')).toMatchObject({ code: 0, output: expect.stringContaining('npm run council') });
});

test('the chain of events holds', async () => {
  expect((await verifyRecord(db)).tampered).toBeNull();
});
