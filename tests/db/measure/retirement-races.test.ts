import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { retireMeasure } from '@/db/commands/measure/retire';
import { nameSource } from '@/db/commands/measure/source';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { lockService } from '@/db/commands/release/edition-locks';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { releaseDue } from '@/db/commands/release/releases-due';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { verifyRecord } from '@/db/queries/verify/verify';
import { departures, editionRows, editions, events, measures } from '@/db/schema';
import { at, ending, refused, today, workingCouncil } from '../../support/council/working-council';
import { deadlocks } from '../../support/record/races';
import { freshDatabase } from '../../support/server/fresh-database';

const rounds = 5;
const { db } = await freshDatabase({ max: 8 });
const { as, id, buses } = await workingCouncil(db, { buses: 11 });
await openRecord(db, at);
const decision = { reason: 'The count ended.', decidedBy: 'Cabinet', decidedOn: '2026-08-10' };
const yesterday = '2026-08-16';
const retire = (code: string, who: number | null = null) =>
  retireMeasure(db, { who, at }, { code, retiredOn: yesterday, ...decision });
/** What publishes the service as it is now, whatever the checklist warns of. */
async function edition(asAt: string) {
  const { findings } = await nextEdition(db, buses, asAt, 'signed');
  const acknowledged = findings.warnings.map((warning) => ({ finding: warning.id, reason: 'Known' }));
  return { service: 'buses', asAt, note: null, acknowledged };
}
const retired = async (code: string) =>
  (await db.select({ on: measures.retiredOn }).from(measures).where(eq(measures.code, code)))[0]?.on ?? null;
const shown = async (editionId: number) =>
  (await db.select({ code: editionRows.code }).from(editionRows).where(eq(editionRows.editionId, editionId))).map(
    ({ code }) => code,
  );

test('while a release is announced a measure is not retired: the release is what was announced, to the last row', async () => {
  const dueAt = '2026-08-18T08:30:00Z';
  const announced = await announceRelease(db, as('Ada'), { ...(await edition(today)), dueAt });
  const last = 'bus-10';
  const sentence =
    'Edition 1 is announced for 09:30 on 18 August 2026 and shows this measure as it is now: wait for it, or cancel it first.';
  expect(await refused(retire(last))).toBe(sentence);
  const before = await db.$count(events, eq(events.kind, 'step_refused'));
  expect(await refused(retire(last, id.Adam))).toBe(sentence);
  expect(await db.$count(events, eq(events.kind, 'step_refused'))).toBe(before + 1);
  expect(await retired(last)).toBeNull();
  const [outcome] = await releaseDue(db, dueAt);
  expect(outcome).toMatchObject({ id: announced.id, editionId: expect.any(Number) });
  expect(await shown((outcome as { editionId: number }).editionId)).toContain(last);
});

test('a cancelled release holds nothing back', async () => {
  const dueAt = '2026-08-21T08:30:00Z';
  const later = as('Ada', { at: '2026-08-20T09:42:00Z', today: '2026-08-20' });
  await retireMeasure(db, { who: null, at }, { code: 'bus-10', retiredOn: '2026-08-19', ...decision });
  const announced = await announceRelease(db, later, { ...(await edition('2026-08-20')), dueAt });
  const own = { code: 'bus-09', retiredOn: '2026-08-19', ...decision };
  expect(await refused(retireMeasure(db, { who: null, at }, own))).toMatch(/^Edition 2 is announced for/);
  await cancelRelease(db, later, { id: announced.id, dueAt, reason: 'Not yet.' });
  expect(await refused(retireMeasure(db, { who: null, at }, own))).toBe('accepted');
});

test('a retirement waits for a publication that is under way, and counts after it', async () => {
  const waiting = async () => {
    for (;;) {
      const [row] = await db.execute<{ n: number }>(
        sql`select count(*)::int as n from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (row && row.n > 0) return 'waits';
    }
  };
  const own = { code: 'bus-08', retiredOn: '2026-08-31', ...decision };
  const [first, retirement] = await db.transaction(async (tx) => {
    await lockService(tx, 'buses');
    const ended = retireMeasure(db, { who: null, at }, own);
    return [await Promise.race([ended, waiting()]), { ended }];
  });
  expect(first).toBe('waits');
  expect(await retirement.ended).toMatch(/is retired/);
});

test(`${rounds} retirements, each against a publication: no edition shows a measure that was retired before it`, async () => {
  const seen = new Set<string>();
  for (let round = 1; round <= rounds; round += 1) {
    const code = `bus-0${round}`;
    const day = `2026-09-${String(round).padStart(2, '0')}`;
    const acting = as('Ada', { at: `${day}T09:42:00Z`, today: day });
    // Something is new in each edition, so that there is one to publish whoever is first.
    await nameSource(
      db,
      { who: null, at },
      { code: 'bus-11', source: `The count of ${day}`, ownerRole: 'Head of Buses' },
    );
    const publicationOfDay = await edition(day);
    const retirement = () =>
      ending(retireMeasure(db, { who: null, at }, { code, retiredOn: '2026-08-31', ...decision }));
    const publication = () => ending(publishEdition(db, acting, publicationOfDay));
    const starts = round % 2 ? [retirement, publication] : [publication, retirement];
    // In the first two rounds one is over before the other sets off; in the rest both set off at once.
    const ends =
      round <= 2 ? [await starts[0]?.(), await starts[1]?.()] : await Promise.all(starts.map((start) => start()));
    const [gone, made] = round % 2 ? ends : ends.toReversed();
    const codes = made && 'done' in made ? await latest() : null;
    // Whichever is first: an edition that was made before has the measure, and then it cannot have left before that edition’s day.
    expect((await retired(code)) !== null).toBe(gone !== undefined && 'done' in gone);
    if (gone && 'done' in gone) expect(codes ?? []).not.toContain(code);
    else expect(codes).toContain(code);
    if (gone && 'refused' in gone)
      expect(gone.refused).toMatch(/shows this measure as at .* cannot come before that\.$/);
    seen.add(gone && 'done' in gone ? 'retired' : 'published');
  }
  expect([...seen].sort()).toEqual(['published', 'retired']);
  expect(await deadlocks(db)).toBe(0);
  expect(await db.$count(departures)).toBeGreaterThan(0);
  expect((await verifyRecord(db)).tampered).toBeNull();
});

async function latest(): Promise<string[]> {
  const [last] = await db
    .select({ id: editions.id })
    .from(editions)
    .orderBy(editions.id)
    .limit(1)
    .offset((await db.$count(editions)) - 1);
  return shown(last?.id ?? 0);
}
