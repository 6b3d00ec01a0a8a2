import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { announceRelease } from '@/db/commands/release/announce';
import { releaseDue } from '@/db/commands/release/releases-due';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { editionInForce, firstPublished } from '@/db/queries/published/in-force';
import { editions, measures } from '@/db/schema';
import { typedMoment, usualTime } from '@/lib/release/release-moment';
import { addDays } from '@/lib/time/day';
import { endOfLondonDay, formatInstant } from '@/lib/time/instant';
import { workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { as, buses } = await workingCouncil(db, { buses: 1, from: '2018-01-01' });
const fields = { day: 'day', time: 'time' };
const zones = ['UTC', 'Europe/London', 'Pacific/Auckland'];
const ownZone = process.env.TZ;
afterAll(() => {
  process.env.TZ = ownZone;
});

/** Half past nine in London, in universal time: an hour earlier in summer. */
const days = {
  '2018-03-24': '09:30',
  '2018-03-25': '08:30',
  '2018-03-26': '08:30',
  '2018-10-27': '08:30',
  '2018-10-28': '09:30',
  '2018-10-29': '09:30',
  '2026-03-28': '09:30',
  '2026-03-29': '08:30',
  '2026-03-30': '08:30',
  '2026-10-24': '08:30',
  '2026-10-25': '09:30',
  '2026-10-26': '09:30',
};

const offsets = [-3_600_000, -60_000, -1000, -1];

describe('half past nine in London, announced the day before', () => {
  test.each(
    Object.entries(days).map(([day, time], index) => [day, time, zones[index % zones.length] as string] as const),
  )(
    '%s: at %s by universal time and not a millisecond before, in a process that lives in %s',
    async (day, time, zone) => {
      process.env.TZ = zone;
      const moment = typedMoment({ day, time: usualTime }, fields);
      const dueAt = 'at' in moment ? moment.at : '';
      expect(new Date(dueAt).toISOString()).toBe(`${day}T${time}:00.000Z`);
      expect(formatInstant(dueAt)).toMatch(/^09:30 on/);
      const before = await db.$count(editions);
      await db
        .update(measures)
        .set({ title: `Buses on time, ${day}` })
        .where(eq(measures.code, 'bus-01'));
      const eve = addDays(day, -1);
      const { findings } = await nextEdition(db, buses, eve, 'signed');
      const acknowledged = findings.warnings.map(({ id }) => ({ finding: id, reason: 'Known' }));
      const acting = as('Ada', { today: eve, at: `${eve}T12:00:00Z` });
      await announceRelease(db, acting, { service: 'buses', asAt: eve, note: null, acknowledged, dueAt });
      for (const offset of offsets) {
        expect(await releaseDue(db, new Date(Date.parse(dueAt) + offset).toISOString())).toEqual([]);
        expect(await db.$count(editions)).toBe(before);
        if (before === 0) expect(await firstPublished(db, 'buses')).toBeNull();
      }
      expect(await releaseDue(db, new Date(dueAt).toISOString())).toHaveLength(1);
      expect(await db.$count(editions)).toBe(before + 1);
      const shown = await editionInForce(db, 'buses', endOfLondonDay(day));
      expect(shown?.head).toMatchObject({ number: before + 1, asAt: eve });
      expect((await editionInForce(db, 'buses', endOfLondonDay(eve)))?.head.number ?? 0).toBe(before);
    },
  );
});
