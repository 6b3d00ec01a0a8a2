import { setTimeout } from 'node:timers/promises';
import { desc, eq, inArray, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { addCommittee, editCommittee } from '@/db/commands/committee/committees';
import { enterHoliday, removeHoliday } from '@/db/commands/committee/holidays';
import { dropMeeting, moveMeeting, setMeeting } from '@/db/commands/committee/meetings';
import { changeTerm, explainTerm, removeTerm } from '@/db/commands/glossary/terms';
import { setTheme } from '@/db/commands/measure/theme';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { publishEdition } from '@/db/commands/release/publish-edition';
import type { Acting } from '@/db/commands/road/who-and-when';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { keptCalendar } from '@/db/queries/committee/calendar';
import { keptCommittee, keptCommittees, keptMeeting } from '@/db/queries/committee/committees';
import { themePage } from '@/db/queries/framework/theme';
import { termUse } from '@/db/queries/glossary/term-use';
import { keptGlossary, keptTerm, servicesWithWords } from '@/db/queries/glossary/terms';
import { committeeInPublic } from '@/db/queries/published/committees';
import { glossaryInPublic } from '@/db/queries/published/glossary';
import { editionInForce, rowsOf } from '@/db/queries/published/in-force';
import { searchedEditions, searchedMeasures } from '@/db/queries/published/searchable';
import { verifyRecord } from '@/db/queries/verify/verify';
import { announcements, events, measures as measureTable, meetings } from '@/db/schema';
import { committeeFields } from '@/lib/committee/committee-entry';
import { termFields } from '@/lib/glossary/term';
import { type Change, permissions } from '@/lib/people/change-permissions';
import { eventSentence } from '@/lib/record/event-sentence';
import { searchIndex } from '@/lib/search/search';
import { mistyped } from '../../support/council/mistyped';
import { at, refused, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 12 });
const { as, id, person, buses } = await workingCouncil(db);
await openRecord(db, at);
const lastEvent = async () => (await db.select().from(events).orderBy(desc(events.id)).limit(1))[0];
const lastSentence = async () => {
  const event = await lastEvent();
  return event && eventSentence({ kind: event.kind, details: event.details, who: 'Ada' });
};
const travel = { slug: 'travel', words: { name: 'Travel committee', services: ['buses'] } };
const warnings = async (day: string) =>
  (await nextEdition(db, buses, day, 'signed')).findings.warnings.map((warning) => ({
    finding: warning.id,
    reason: 'Known',
  }));
const announce = async (dueAt: string) =>
  announceRelease(db, as('Ada'), {
    service: 'buses',
    asAt: today,
    note: null,
    dueAt,
    acknowledged: await warnings(today),
  });

describe('a committee of the officer’s', () => {
  test('is added once; a second one at the same address is told at its field, also in a race', async () => {
    const both = await Promise.all([1, 2].map(() => mistyped(addCommittee(db, as('Ada'), travel))));
    expect(both.sort()).toEqual(['', expect.stringMatching(/has this address already: choose another\.$/)]);
    expect(await lastSentence()).toBe('Ada named the committee Travel committee.');
  });

  test('is changed with old and new value; of two who had it open, the second one sees what changed meanwhile', async () => {
    const was = committeeFields('Travel committee', ['Buses']);
    const first = { slug: 'travel', words: { name: 'Journeys committee', services: ['buses'] }, was };
    const second = { slug: 'travel', words: { name: 'Travel committee', services: ['buses', 'trams'] }, was };
    const ends = await Promise.all([first, second].map((change) => refused(editCommittee(db, as('Ada'), change))));
    expect(ends.filter((end) => end === 'accepted')).toHaveLength(1);
    expect(ends.find((end) => end !== 'accepted')).toMatch(
      /^Somebody changed this committee while you had the page open: the (name|services) is “.*” by now, and was “.*”/,
    );
    const here = await keptCommittee(db, await person('Ada'), 'travel');
    const own = {
      slug: 'travel',
      words: { name: 'Travel and roads', services: ['trams', 'buses'] },
      was: here?.was ?? {},
    };
    await editCommittee(db, as('Ada'), own);
    expect((await lastEvent())?.details.changes).toContainEqual(['the name', expect.any(String), 'Travel and roads']);
    expect(
      await refused(
        editCommittee(db, as('Ada'), { ...own, was: committeeFields('Travel and roads', ['Buses', 'Trams']) }),
      ),
    ).toMatch(/stands already: nothing was changed/);
  });

  test('is seen in the settings by the performance officer alone', async () => {
    expect((await keptCommittees(db, await person('Ada')))?.map(({ slug }) => slug)).toEqual(['travel']);
    for (const name of ['Adam', 'Hana', 'Olive', 'Cal'] as const) {
      expect(await keptCommittees(db, await person(name))).toBeNull();
      expect(await keptCommittee(db, await person(name), 'travel')).toBeNull();
      expect(await keptCalendar(db, await person(name), today)).toBeNull();
      expect(await keptGlossary(db, await person(name))).toBeNull();
      expect(await termUse(db, await person(name), { term: 'Buses', meaning: '' }, null)).toBeNull();
      expect(await servicesWithWords(db, await person(name))).toBeNull();
      expect(await themePage(db, await person(name), 'bus-01')).toBeNull();
    }
  });
});

describe('a meeting that the public knows', () => {
  const reason = 'The room is taken.';
  const move = (day: string, to: string) => moveMeeting(db, as('Ada'), { committee: 'travel', day, to, reason });

  test('is moved with a dated reason that the public reads, and cancelled so', async () => {
    for (const day of ['2026-09-17', '2026-10-15', '2026-11-19'])
      await setMeeting(db, as('Ada'), { committee: 'travel', day });
    await move('2026-10-15', '2026-10-22');
    expect(await lastSentence()).toBe(
      'Ada moved the meeting of Travel and roads on 15 October 2026 to 22 October 2026: The room is taken.',
    );
    await dropMeeting(db, as('Ada'), { committee: 'travel', day: '2026-11-19', reason: 'No business.' });
    const found = await committeeInPublic(db, 'travel', '2026-08-18T00:00:00Z');
    expect(found?.meetings).toEqual(['2026-09-17', '2026-10-22']);
    expect(found?.moves).toEqual(
      expect.arrayContaining([
        { from: '2026-10-15', to: '2026-10-22', on: today, reason },
        { from: '2026-11-19', to: null, on: today, reason: 'No business.' },
      ]),
    );
    expect(await refused(dropMeeting(db, as('Ada'), { committee: 'travel', day: '2026-09-17', reason: ' ' }))).toMatch(
      /^Say why/,
    );
    expect(await keptMeeting(db, await person('Ada'), 'travel', '2026-10-15')).toMatchObject({
      gone: expect.stringMatching(/was moved to Thursday 22 October 2026/),
    });
    expect(await keptMeeting(db, await person('Ada'), 'travel', '2026-12-24')).toBeNull();
  });

  test('moved by two at once goes to one day, and the other is told where it went', async () => {
    const ends = await Promise.all(['2026-10-28', '2026-10-29'].map((to) => refused(move('2026-10-22', to))));
    expect(ends.filter((end) => end === 'accepted')).toHaveLength(1);
    expect(ends.find((end) => end !== 'accepted')).toMatch(
      /^The meeting of Thursday 22 October 2026 was moved to .* already: look at the meetings again/,
    );
    expect(await db.$count(meetings)).toBe(2);
  });

  test('keeps its place behind a release that is announced for it, and its committee the service', async () => {
    const dueAt = '2026-09-08T08:30:00Z';
    const { id: release } = await announce(dueAt);
    expect(await refused(move('2026-09-17', '2026-09-07'))).toMatch(
      /^Edition 1 is announced for 09:30 on 8 September 2026, in time for the meeting of 17 September 2026: on 7 September 2026 Buses would come too late/,
    );
    const here = await keptCommittee(db, await person('Ada'), 'travel');
    const without = { slug: 'travel', words: { name: 'Travel and roads', services: ['trams'] }, was: here?.was ?? {} };
    expect(await refused(editCommittee(db, as('Ada'), without))).toMatch(
      /it hears Buses until that release is out, or cancelled/,
    );
    await move('2026-09-17', '2026-09-10');
    await cancelRelease(db, as('Ada'), { id: release, dueAt, reason: 'Not yet.' });
    await editCommittee(db, as('Ada'), without);
    await move('2026-09-10', '2026-09-07');
  });

  test('is never moved past a release that is announced meanwhile: whichever came first, the other knows of it', async () => {
    await editCommittee(db, as('Ada'), {
      slug: 'travel',
      words: { name: 'Travel and roads', services: ['buses', 'trams'] },
      was: committeeFields('Travel and roads', ['Trams']),
    });
    await setMeeting(db, as('Ada'), { committee: 'travel', day: '2026-12-17' });
    const dueAt = '2026-12-08T09:30:00Z';
    const both: Promise<unknown>[] = [];
    // The move has looked at what is announced, and waits for the row of its meeting while the release is announced.
    await db.transaction(async (tx) => {
      await tx.select().from(meetings).where(eq(meetings.day, '2026-12-17')).for('update');
      both.push(move('2026-12-17', '2026-12-01'));
      await until(async () => (await waiting()) > 0);
      both.push(announce(dueAt));
      await until(
        async () => (await waiting()) > 1 || (await db.$count(announcements, eq(announcements.dueAt, dueAt))) > 0,
      );
    });
    const [, announced] = (await Promise.all(both)) as [string, { id: number }];
    const order = await db
      .select({ kind: events.kind })
      .from(events)
      .where(inArray(events.kind, ['meeting_moved', 'release_announced']))
      .orderBy(desc(events.id))
      .limit(2);
    expect(order.map(({ kind }) => kind)).toEqual(['release_announced', 'meeting_moved']);
    await cancelRelease(db, as('Ada'), { id: announced.id, dueAt, reason: 'Not yet.' });
  });
});

/** How many of this database's statements wait for a lock. */
const waiting = async () => {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return row?.n ?? 0;
};
const until = async (holds: () => Promise<boolean>) => {
  while (!(await holds())) await setTimeout(10);
};

describe('a bank holiday', () => {
  const day = '2026-09-21';
  const holiday = { day, name: 'Jubilee', insteadOf: null };

  test('entered by two at once is there once, counts in public, and is taken away again', async () => {
    const attempts = [1, 2].map(() => enterHoliday(db, as('Ada'), holiday));
    const ends = await Promise.allSettled(attempts);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db.$count(events, eq(events.kind, 'holiday_proclaimed'))).toBe(1);
    const calendar = await keptCalendar(db, await person('Ada'), today);
    expect(calendar?.entered).toEqual([{ ...holiday, use: null, without: expect.any(Array) }]);
    expect(calendar?.years[0]?.holidays).toContainEqual({ day, name: 'Jubilee' });
    expect((await committeeInPublic(db, 'travel', at))?.holidays).toEqual([holiday]);
    expect(calendar?.lags[0]).toMatchObject({ code: 'bus-01', days: 14 });
    await removeHoliday(db, as('Ada'), { day });
    expect(await lastSentence()).toBe('Ada took away the bank holiday on 21 September 2026, Jubilee.');
    expect(await refused(removeHoliday(db, as('Ada'), { day }))).toMatch(/is no bank holiday any more/);
  });

  test('stands once papers were due by it', async () => {
    await setMeeting(db, as('Ada'), { committee: 'travel', day: '2026-09-24' });
    await enterHoliday(db, as('Ada'), holiday);
    const later = as('Ada', { at: '2026-09-16T09:00:00Z', today: '2026-09-16' });
    expect(await refused(removeHoliday(db, later, { day }))).toMatch(/because of it, so it stands\.$/);
  });
});

describe('a word of the glossary', () => {
  const fte = { term: 'FTE', meaning: 'Full-time equivalent.' };

  test('is explained once, whatever its letters, also in a race', async () => {
    const ends = await Promise.all(
      [fte, { ...fte, term: 'fte' }].map((words) => mistyped(explainTerm(db, as('Ada'), words))),
    );
    expect(ends.sort()).toEqual(['', expect.stringMatching(/^“fte” is explained already: change what is there\.$/i)]);
    expect(await db.$count(events, eq(events.kind, 'term_explained'))).toBe(1);
    await explainTerm(db, as('Ada'), { term: 'LAC', meaning: 'Looked-after children.' });
    expect((await glossaryInPublic(db)).map(({ term }) => term.toUpperCase())).toEqual(['FTE', 'LAC']);
    const use = await termUse(db, await person('Ada'), { term: 'Buses', meaning: 'Buses.' }, null);
    expect(use?.users).toEqual(['Buses on time 1', 'Buses on time 2']);
  });

  test('changed by two, the second one sees what changed meanwhile; it is removed, and the history keeps it', async () => {
    const [, lac] = (await keptGlossary(db, await person('Ada'))) ?? [];
    if (!lac) throw new Error('no word');
    const change = (meaning: string) =>
      changeTerm(db, as('Ada'), { id: lac.id, words: { term: 'LAC', meaning }, was: termFields(lac) });
    await change('Children in care.');
    expect(await lastSentence()).toBe(
      'Ada changed what the glossary says of “LAC”: the meaning from “Looked-after children.” to “Children in care.”',
    );
    expect(await refused(change('Something else.'))).toMatch(
      /the meaning is “Children in care.” by now, and was “Looked-after children.”/,
    );
    const now = await keptTerm(db, await person('Ada'), String(lac.id));
    const same = { id: lac.id, words: { term: 'LAC', meaning: 'Children in care.' }, was: now?.was ?? {} };
    expect(await refused(changeTerm(db, as('Ada'), same))).toMatch(/nothing was changed/);
    expect(await mistyped(changeTerm(db, as('Ada'), { ...same, words: fte }))).toMatch(/is explained already/);
    expect(await refused(removeTerm(db, as('Ada'), { id: lac.id, was: termFields(lac) }))).toMatch(/by now, and was/);
    await removeTerm(db, as('Ada'), { id: lac.id, was: same.was });
    expect(await lastSentence()).toBe('Ada removed “LAC” from the glossary: Children in care.');
    expect(await refused(removeTerm(db, as('Ada'), { id: lac.id, was: same.was }))).toMatch(
      /removed this word already/,
    );
  });
});

describe('a theme', () => {
  const set = (theme: string, was: string) => setTheme(db, as('Ada'), { code: 'bus-01', theme, was });

  test('is in the next edition and found by the search; what is published stays', async () => {
    const publish = async (day: string) =>
      publishEdition(db, as('Ada', { at: `${day}T11:00:00Z`, today: day }), {
        service: 'buses',
        asAt: day,
        note: null,
        acknowledged: await warnings(day),
      });
    const rowsAt = async (day: string) => rowsOf(db, (await editionInForce(db, 'buses', `${day}T23:00:00Z`))?.id ?? 0);
    await publish('2026-08-17');
    await set('Getting about', '');
    expect(await lastSentence()).toBe('Ada put measure 1 under the theme Getting about.');
    for (const row of await rowsAt('2026-08-17')) expect(row).not.toHaveProperty('theme');
    await publish('2026-08-18');
    expect((await rowsAt('2026-08-18')).map(({ theme }) => theme)).toEqual(['Getting about', undefined]);
    const before = '2026-08-19T00:00:00Z';
    const found = await searchedMeasures(db, await searchedEditions(db, before), '2026-08-18');
    expect(searchIndex(found)('getting about').hits.map(({ measure }) => measure.code)).toEqual(['bus-01']);
  });

  test('changed by two, the second one is told; the same again and a retired measure are refused', async () => {
    await set('Being on time', 'Getting about');
    expect(await refused(set('Travel', 'Getting about'))).toBe(
      'Somebody changed the theme while you had the page open: it is “Being on time” by now. Look at it again.',
    );
    expect(await refused(set('Being on time', 'Being on time'))).toMatch(/nothing was changed/);
    await set('', 'Being on time');
    expect(await lastSentence()).toBe('Ada took measure 1 out of the theme Being on time.');
    const retired = { retiredOn: today, retiredReason: 'Gone.', retiredDecidedBy: 'Cabinet', retiredDecidedOn: today };
    await db.update(measureTable).set(retired).where(eq(measureTable.code, 'bus-02'));
    expect(await refused(setTheme(db, as('Ada'), { code: 'bus-02', theme: 'Travel', was: '' }))).toMatch(/is retired/);
    const back = { retiredOn: null, retiredReason: null, retiredDecidedBy: null, retiredDecidedOn: null };
    await db.update(measureTable).set(back).where(eq(measureTable.code, 'bus-02'));
  });
});

/** Every change of what stands around measures, in an order in which each may be, with what its refused try is told as. */
const commands: [step: Change, words: string, run: (acting: Acting) => Promise<unknown>][] = [
  [
    'enter_holiday',
    'enter a bank holiday',
    (acting) => enterHoliday(db, acting, { day: '2026-10-05', name: 'Feast', insteadOf: null }),
  ],
  ['remove_holiday', 'take a bank holiday away', (acting) => removeHoliday(db, acting, { day: '2026-10-05' })],
  ['explain_term', 'explain a term', (acting) => explainTerm(db, acting, { term: 'YOT', meaning: 'A team.' })],
  [
    'change_term',
    'change a term',
    (acting) => changeTerm(db, acting, { id: 1, words: { term: 'WTE', meaning: 'A post.' }, was: wte }),
  ],
  [
    'remove_term',
    'remove a term',
    (acting) => removeTerm(db, acting, { id: 1, was: { 'the word': 'WTE', 'the meaning': 'A post.' } }),
  ],
  [
    'set_theme',
    'set the theme of measure 2',
    (acting) => setTheme(db, acting, { code: 'bus-02', theme: 'Travel', was: '' }),
  ],
];
const wte: Record<string, string> = {};

test('every one of these changes is tried here', async () => {
  const { otherwise } = permissions.set_theme;
  const around = (Object.keys(permissions) as Change[]).filter((change) => permissions[change].otherwise === otherwise);
  expect(commands.map(([step]) => step)).toEqual(around);
  Object.assign(wte, (await keptTerm(db, await person('Ada'), '1'))?.was);
});

describe.each(commands)('%s', (step, words, run) => {
  test('by anybody else is refused, kept in the record, and changes nothing; the officer’s form is answered once', async () => {
    for (const name of ['Hana', 'Olive', 'Cal', 'Adam', 'Nora'] as const) {
      const before = await db.$count(events);
      expect(await refused(run(as(name)))).toBe(permissions[step].otherwise);
      expect(await db.$count(events)).toBe(before + 1);
      const event = await lastEvent();
      expect(event).toMatchObject({ kind: 'step_refused', actorId: id[name], details: { step } });
      expect(eventSentence({ kind: 'step_refused', details: event?.details ?? {}, who: name })).toBe(
        `${name} tried to ${words}, and was told: “${permissions[step].otherwise}”`,
      );
    }
    const keyed = as('Ada', { key: step.padEnd(16, '-') });
    const before = await db.$count(events);
    const ends = await Promise.allSettled(Array.from({ length: 4 }, () => run(keyed)));
    for (const end of ends) expect(end).toEqual({ status: 'fulfilled', value: expect.any(String) });
    expect(await db.$count(events)).toBe(before + 1);
  });
});

test('the record holds', async () => expect((await verifyRecord(db)).tampered).toBeNull());
