import { and, desc, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, beginCorrection, returnReading, submitReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { publishRolling } from '@/db/commands/release/rolling';
import { rowsOf } from '@/db/queries/published/in-force';
import { releasePage, releasesFor } from '@/db/queries/release/release-page';
import { editions, events, measures, readings, services, targets } from '@/db/schema';
import type { FrozenRow } from '@/lib/edition/edition';
import { content, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { as, id, person, buses, trams } = await workingCouncil(db);
const warn = [{ finding: 'overdue:bus-02:2026-07-01', reason: 'The bureau is late.' }];
const publication = { service: 'buses', asAt: today, note: null, acknowledged: warn };
const ada = await person('Ada');
const page = async () => {
  const found = await releasePage(db, ada, 'buses', today);
  if (!found) throw new Error('Ada sees no release');
  return found;
};
const lastRows = async () => {
  const [edition] = await db
    .select({ id: editions.id })
    .from(editions)
    .where(eq(editions.serviceId, buses.id))
    .orderBy(desc(editions.number))
    .limit(1);
  return rowsOf(db, edition?.id ?? 0);
};

describe('the first edition', () => {
  test('what is overdue must be answered with a reason, which the record keeps', async () => {
    const seen = await submitted(db, as('Olive'), 'bus-01');
    await approveReading(db, as('Hana'), seen);
    const { findings, sentence, mayPublish } = await page();
    expect(sentence).toBe('1 of 2 readings approved; 1 overdue.');
    expect(findings.blockers).toEqual([]);
    expect(findings.warnings).toEqual([
      {
        id: 'overdue:bus-02:2026-07-01',
        sentence: 'Measure 2: Overdue: July 2026 was due by 14 August 2026, 3 days ago.',
        href: '/readings/bus-02/2026-07-01',
      },
    ]);
    expect(mayPublish).toBe(true);
    expect(await refused(publishEdition(db, as('Ada'), { ...publication, acknowledged: [] }))).toMatch(
      /^Say why .*Measure 2: Overdue/,
    );
    const blank = [{ finding: 'overdue:bus-02:2026-07-01', reason: '  ' }];
    expect(await refused(publishEdition(db, as('Ada'), { ...publication, acknowledged: blank }))).toMatch(/^Say why/);
    expect(await publishEdition(db, as('Ada'), { ...publication, note: ' The first. ' })).toEqual({ number: 1 });
    const [event] = await db.select().from(events).where(eq(events.kind, 'edition_published'));
    expect(event).toMatchObject({
      actorId: id.Ada,
      details: {
        number: 1,
        note: 'The first.',
        readings: 1,
        acknowledged: [{ ...warn[0], sentence: findings.warnings[0]?.sentence }],
      },
    });
    const [row] = await db.select().from(readings).where(eq(readings.id, seen.readingId));
    expect(row).toMatchObject({ state: 'published' });
  });

  test('the preview was the edition, row by row', async () => {
    const { preview } = await page();
    // Only which readings are told for the first time differs: the next edition tells of none.
    const withoutHash = (rows: FrozenRow[] | undefined) => rows?.map(({ told: _, ...row }) => row);
    expect(withoutHash(await lastRows())).toEqual(withoutHash(preview?.rows));
    expect((await lastRows()).map(({ told }) => typeof told)).toEqual(['string', 'object']);
    expect(preview?.rows.map(({ told }) => told)).toEqual([null, null]);
  });

  test('nothing new is not published again', async () => {
    const { findings } = await page();
    expect(findings.blockers.map(({ id }) => id)).toEqual(['nothing-changed']);
    expect(await refused(publishEdition(db, as('Ada'), publication))).toBe(
      'The next edition would be the same as edition 1, which is in force.',
    );
  });

  test('a service renamed is something to publish, and the page says so', async () => {
    expect((await page()).headingChanges).toEqual([]);
    await db.update(services).set({ name: 'Coaches' }).where(eq(services.id, buses.id));
    const { findings, headingChanges } = await page();
    expect(headingChanges).toEqual([`The service is called Coaches; was ${buses.name}.`]);
    expect(findings.blockers).toEqual([]);
    await db.update(services).set({ name: buses.name }).where(eq(services.id, buses.id));
  });
});

describe('the next one', () => {
  test('a reading that waits warns, and the edition goes without it; what was approved after the preview is not published unseen', async () => {
    const seen = await submitted(db, as('Oskar'), 'bus-02');
    const { findings, seen: shown } = await page();
    expect(findings.warnings.map(({ id }) => id)).toEqual(['open:bus-02:2026-07-01']);
    await approveReading(db, as('Hana'), seen);
    expect(await refused(publishEdition(db, as('Ada'), { ...publication, seen: shown }))).toMatch(
      /not what the preview showed/,
    );
    const now = await page();
    expect(now.differences.map(({ number, sentence }) => [number, sentence])).toEqual([
      [2, '91% for Jul 2026.'],
      [2, 'Turned Green; had no colour.'],
      [2, 'Nothing is overdue any more.'],
    ]);
    expect(await publishEdition(db, as('Ada'), { ...publication, acknowledged: [], seen: now.seen })).toEqual({
      number: 2,
    });
  });

  test('an approval that does not sign what is there blocks, until it is made again', async () => {
    const [own] = await db
      .select()
      .from(readings)
      .innerJoin(measures, eq(measures.id, readings.measureId))
      .where(eq(measures.code, 'bus-01'));
    const begun = await beginCorrection(db, as('Olive'), { readingId: own?.readings.id ?? 0, version: 1 });
    const fixed = content({ value: '97', publicNote: 'A depot was counted twice.' });
    const version = await saveReading(db, as('Olive'), {
      code: 'bus-01',
      periodStart: '2026-07-01',
      version: begun.version,
      content: fixed,
    });
    await submitReading(db, as('Olive'), version);
    await approveReading(db, as('Hana'), version);
    await db.execute(sql`update readings set comments = 'Slipped in.' where id = ${version.readingId}`);
    expect((await page()).findings.blockers).toEqual([
      {
        id: `approval:${version.readingId}`,
        sentence:
          'The approval of July 2026 for measure 1 does not fit what is there now: return it, and have it approved again.',
        href: `/reviews/${version.readingId}`,
      },
    ]);
    expect(await refused(publishEdition(db, as('Ada'), publication))).toMatch(/does not fit what is there now/);
    await db.execute(sql`update readings set comments = 'Fewer breakdowns.' where id = ${version.readingId}`);
    // A target set meanwhile is another thing to approve, too.
    const target = {
      measureId: own?.measures.id ?? 0,
      effectiveFrom: '2026-07-01',
      shape: 'at_least',
      green: '95',
      reason: 'More is possible.',
      decidedBy: 'Cabinet',
      decidedOn: '2026-06-30',
    } as const;
    await db.insert(targets).values(target);
    expect(await refused(publishEdition(db, as('Ada'), publication))).toMatch(/does not fit what is there now/);
    await db.delete(targets).where(eq(targets.effectiveFrom, '2026-07-01'));
    expect(await publishEdition(db, as('Ada'), publication)).toEqual({ number: 3 });
  });

  test('a corrected row is marked, says the old value and the note, and the old edition stands', async () => {
    const [row] = await lastRows();
    expect(row?.current).toMatchObject({ text: '97%', marks: ['r'] });
    expect(row?.notes).toEqual(['Revised: was 91%, now 97%; A depot was counted twice.']);
    const [first] = await db
      .select()
      .from(editions)
      .where(and(eq(editions.serviceId, buses.id), eq(editions.number, 1)));
    expect((await rowsOf(db, first?.id ?? 0))[0]?.current.text).toBe('91%');
  });

  test('a measure with polarity and neither target nor reason blocks', async () => {
    const [own] = await db.select().from(measures).where(eq(measures.code, 'bus-02'));
    // Past the record: a target by which approved figures were judged is not removed otherwise.
    await db.execute(sql`alter table targets disable trigger targets_in_use_stand`);
    await db.delete(targets).where(eq(targets.measureId, own?.id ?? 0));
    await db.execute(sql`alter table targets enable trigger targets_in_use_stand`);
    expect((await page()).findings.blockers.map(({ id }) => id)).toEqual(['target:bus-02']);
    await db.update(measures).set({ whyNoTarget: 'it is new' }).where(eq(measures.code, 'bus-02'));
    expect((await page()).findings.blockers).toEqual([]);
  });

  test.each([
    ['a day to come', { asAt: '2026-08-18' }, /has not come/],
    ['a day before the last edition’s', { asAt: '2026-08-16' }, /later one cannot tell of an earlier day/],
    ['no day', { asAt: 'today' }, /^Enter the date/],
    ['a service that is not there', { service: 'ferries' }, /no such service/],
  ])('%s is refused', async (_, more, sentence) => {
    expect(await refused(publishEdition(db, as('Ada'), { ...publication, ...more }))).toMatch(sentence);
  });
});

describe('who sees a release', () => {
  test('Ada sees every service’s; nobody else sees any', async () => {
    expect((await releasesFor(db, ada, today))?.map(({ service }) => service.slug)).toEqual(['buses', 'trams']);
    for (const name of ['Olive', 'Hana', 'Dev', 'Adam', 'Cal', 'Nora'] as const) {
      expect(await releasesFor(db, await person(name), today)).toBeNull();
      expect(await releasePage(db, await person(name), 'buses', today)).toBeNull();
    }
    expect(await releasePage(db, ada, 'ferries', today)).toBeNull();
  });
});

describe('a rolling service', () => {
  beforeEach(async () => {
    await db.update(services).set({ release: 'rolling', quarantineHours: 24 }).where(eq(services.id, trams.id));
  });

  test('publishes on approval, once its quarantine has passed, and not what is approved since', async () => {
    const seen = await submitted(db, as('Otis'), 'tram-01');
    await approveReading(db, as('Hester', { at: '2026-08-17T09:00:00Z' }), seen);
    expect(await publishRolling(db, '2026-08-18T08:59:59Z')).toEqual([]);
    const [edition] = await publishRolling(db, '2026-08-18T09:00:00Z');
    expect(await publishRolling(db, '2026-08-18T10:00:00Z')).toEqual([]);
    const [row] = await db
      .select()
      .from(editions)
      .where(eq(editions.id, edition ?? 0));
    expect(row).toMatchObject({
      number: 1,
      publishedBy: id.Hester,
      publisher: 'head of service, 24 hours after approval',
      asAt: '2026-08-18',
    });
    expect((await rowsOf(db, edition ?? 0))[0]?.current.text).toBe('91%');
  });

  test('what was returned within its quarantine is never published', async () => {
    const [first] = await db
      .select()
      .from(readings)
      .innerJoin(measures, eq(measures.id, readings.measureId))
      .where(eq(measures.code, 'tram-01'));
    const later = { at: '2026-08-19T09:00:00Z', today: '2026-08-19' };
    const begun = await beginCorrection(db, as('Otis', later), { readingId: first?.readings.id ?? 0, version: 1 });
    const fixed = content({ value: '55', publicNote: 'Wrong.' });
    const version = await saveReading(db, as('Otis', later), {
      code: 'tram-01',
      periodStart: '2026-07-01',
      version: begun.version,
      content: fixed,
    });
    await submitReading(db, as('Otis', later), version);
    await approveReading(db, as('Hester', later), version);
    await returnReading(db, as('Hester', later), { ...version, reason: 'Not so fast', suggested: null });
    expect(await publishRolling(db, '2026-08-25T09:00:00Z')).toEqual([]);
    expect(await db.$count(editions, eq(editions.serviceId, trams.id))).toBe(1);
  });
});
