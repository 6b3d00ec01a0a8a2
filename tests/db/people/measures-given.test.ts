import { and, desc, eq, inArray } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { leave } from '@/db/commands/people/leave';
import { giveEveryMeasure, giveMeasures } from '@/db/commands/people/measures-given';
import { comeBack } from '@/db/commands/people/person-change';
import { nameOwner } from '@/db/commands/people/posts';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { openRecord } from '@/db/events/opening';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, measures } from '@/db/schema';
import { eventSentence } from '@/lib/record/event-sentence';
import { at, content, emailOf, refused, submitted, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 16 });
const { as, id, person } = await workingCouncil(db, { buses: 6 });
await openRecord(db, at);
const adam = as('Adam');
const busCodes = ['bus-01', 'bus-02', 'bus-03', 'bus-04', 'bus-05'];
const ownersOf = async (codes: string[]) =>
  new Set((await db.select().from(measures).where(inArray(measures.code, codes))).map(({ ownerId }) => ownerId));
const lastEvents = async (count: number) =>
  (await db.select().from(events).orderBy(desc(events.id)).limit(count)).reverse();

describe('all measures of Olive go to Otis', () => {
  test('in one change, each told in the chain of its service with who owned it before', async () => {
    expect(await giveMeasures(db, adam, { from: id.Olive, to: id.Otis, codes: busCodes })).toBe(
      'Otis owns five more measures.',
    );
    expect(await ownersOf(busCodes)).toEqual(new Set([id.Otis]));
    expect((await person('Olive')).owns).toEqual([]);
    const named = await lastEvents(5);
    expect(named).toMatchObject(
      busCodes.map((code) => ({
        kind: 'owner_named',
        actorId: id.Adam,
        subject: 'measure',
        details: { code, owner: 'Otis', was: 'Olive' },
      })),
    );
    expect(named.every(({ serviceId }) => serviceId !== null)).toBe(true);
    const [first] = named;
    expect(eventSentence({ kind: 'owner_named', details: first?.details ?? {}, who: 'Adam' })).toBe(
      'Adam named Otis as data owner of bus-01 in place of Olive.',
    );
  });

  test('over two services, some of them only, and from nobody', async () => {
    await giveMeasures(db, adam, { from: id.Otis, to: id.Olive, codes: ['tram-01', 'bus-02'] });
    expect(await ownersOf(['tram-01', 'bus-02'])).toEqual(new Set([id.Olive]));
    expect(new Set((await lastEvents(2)).map(({ serviceId }) => serviceId)).size).toBe(2);
    await nameOwner(db, adam, { code: 'bus-03', email: null });
    await giveMeasures(db, adam, { from: null, to: id.Olive, codes: ['bus-03'] });
    expect((await lastEvents(1))[0]?.details).toMatchObject({ code: 'bus-03', owner: 'Olive' });
    expect((await lastEvents(1))[0]?.details).not.toHaveProperty('was');
  });

  test('by the command line, by address', async () => {
    const server = { who: null, at };
    const otis = emailOf('Otis');
    await giveEveryMeasure(db, server, { from: emailOf('Olive'), to: otis });
    await giveEveryMeasure(db, server, { from: otis, to: emailOf('Olive') });
    expect(await ownersOf([...busCodes, 'tram-01'])).toEqual(new Set([id.Olive]));
    expect(await refused(giveEveryMeasure(db, server, { from: otis, to: emailOf('Olive') }))).toBe(
      'Otis owns no measure.',
    );
    expect(await refused(giveEveryMeasure(db, server, { from: 'x@y.example', to: otis }))).toMatch(/^Nobody here/);
  });
});

describe('what goes with a measure, and what stays', () => {
  test('a draft is the new owner’s to write; what waits for approval stays with the head', async () => {
    const draft = await saveReading(db, as('Olive'), {
      code: 'bus-04',
      periodStart: '2026-07-01',
      version: null,
      content: content(),
    });
    const waiting = await submitted(db, as('Olive'), 'bus-05');
    await giveMeasures(db, adam, { from: id.Olive, to: id.Otis, codes: ['bus-04', 'bus-05'] });
    const place = { code: 'bus-04', periodStart: '2026-07-01', version: draft.version };
    expect(await refused(saveReading(db, as('Olive'), { ...place, content: content({ value: '92' }) }))).toMatch(
      /data owner/,
    );
    await saveReading(db, as('Otis'), { ...place, content: content({ value: '92' }) });
    await approveReading(db, as('Hana'), waiting);
    await giveMeasures(db, adam, { from: id.Otis, to: id.Olive, codes: ['bus-04', 'bus-05'] });
  });
});

describe('is refused, and nothing is given', () => {
  test('to nobody here, to the same person, of no measure, of one that is not there', async () => {
    const give = (more: { from?: number | null; to?: number; codes?: string[] }) =>
      refused(giveMeasures(db, adam, { from: id.Olive, to: id.Otis, codes: ['bus-01'], ...more }));
    await leave(db, adam, { id: id.Nora });
    expect(await give({ to: id.Nora })).toMatch(/^This person is not here any more/);
    expect(await give({ to: 999_999 })).toMatch(/^This person is not here any more/);
    expect(await give({ to: id.Olive })).toBe('Olive owns these measures already: choose somebody else.');
    expect(await give({ codes: [] })).toMatch(/^There is no measure to give/);
    expect(await give({ codes: ['bus-01', 'bus-99'] })).toBe('There is no measure “bus-99”.');
    expect(await ownersOf(['bus-01'])).toEqual(new Set([id.Olive]));
  });

  test('where one of them has another owner by now: the second form is told of the first', async () => {
    await nameOwner(db, adam, { code: 'bus-02', email: emailOf('Cal') });
    expect(await refused(giveMeasures(db, adam, { from: id.Olive, to: id.Otis, codes: busCodes }))).toMatch(
      /^Adam named Cal as data owner of bus-02 in place of Olive at 10:42 on 17 August 2026\. Nothing of yours was saved/,
    );
    expect(await ownersOf(['bus-01', 'bus-03'])).toEqual(new Set([id.Olive]));
    await nameOwner(db, adam, { code: 'bus-02', email: emailOf('Olive') });
  });
});

describe('races', () => {
  const all = ['bus-01', 'bus-02', 'bus-03'];

  test('of two who give the same measures at once one is through', async () => {
    const ends = await Promise.all(
      [id.Otis, id.Cal].map((to) => refused(giveMeasures(db, adam, { from: id.Olive, to, codes: all }))),
    );
    expect(ends.filter((end) => end === 'accepted')).toHaveLength(1);
    const owners = await ownersOf(all);
    expect(owners.size).toBe(1);
    const [owner] = owners;
    await giveMeasures(db, adam, { from: owner ?? null, to: id.Olive, codes: all });
  });

  test('giving, giving back, leaving and naming at once neither hang nor fork the chain', async () => {
    await giveMeasures(db, adam, { from: id.Olive, to: id.Otis, codes: ['bus-03'] });
    const changes = Array.from({ length: 8 }, () => [
      giveMeasures(db, adam, { from: id.Olive, to: id.Otis, codes: ['bus-01', 'bus-02'] }),
      giveMeasures(db, adam, { from: id.Otis, to: id.Olive, codes: ['bus-03', 'tram-01', 'bus-01'] }),
      nameOwner(db, adam, { code: 'bus-02', email: emailOf('Cal') }),
      leave(db, adam, { id: id.Cal }),
    ]).flat();
    for (const { status, reason } of (await Promise.allSettled(changes)) as PromiseRejectedResult[])
      if (status === 'rejected') expect(reason.name).toMatch(/^(StepRefused|Refused)$/);
    const ofCal = await db.$count(measures, and(eq(measures.ownerId, id.Cal), eq(measures.code, 'bus-02')));
    expect(ofCal).toBe(0);
    expect((await verifyRecord(db)).tampered).toBeNull();
  });

  test('somebody who leaves while they are given measures owns none afterwards', async () => {
    for (let round = 0; round < 8; round += 1) {
      await nameOwner(db, adam, { code: 'bus-06', email: emailOf('Olive') });
      const [given] = await Promise.all([
        refused(giveMeasures(db, adam, { from: id.Olive, to: id.Oskar, codes: ['bus-06'] })),
        leave(db, adam, { id: id.Oskar }).catch(() => null),
      ]);
      const [owner] = await ownersOf(['bus-06']);
      expect(owner, given).toBe(given === 'accepted' ? null : id.Olive);
      await comeBack(db, adam, { id: id.Oskar });
    }
  });
});
