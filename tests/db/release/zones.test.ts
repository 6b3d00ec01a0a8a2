import { expect, test } from 'vitest';
import { openRecord } from '@/db/events/opening';
import { momentOf } from '@/lib/release/release-moment';
import { formatDate } from '@/lib/time/period';
import { announcedCouncil } from '../../support/council/announced-council';
import { asItShould, changeDays, livingIn, releasedAt, wordsAt, zonePairs } from '../../support/record/zones';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 2 });
const world = await announcedCouncil(db);
const round = await world.round();
const waiting = { ...(await round.announce(round.dueAt)), acting: round.as('Ada') };
await openRecord(db, round.as('Ada').at);

test.each(zonePairs)('a server in $server and a database in $database release at the moment itself', async (pair) => {
  const moments = [
    { day: '2026-03-30', time: '00:30', due: '2026-03-29T23:30:00Z' },
    { day: '2026-10-25', time: '09:30', due: '2026-10-25T09:30:00Z' },
  ];
  for (const { due, ...moment } of moments)
    expect(await livingIn(pair.server, () => releasedAt(db, pair.database, waiting, moment))).toEqual(
      asItShould(moment, due, formatDate(moment.day)),
    );
});

test('periods, labels, due days and financial years are the same in every zone of a server', async () => {
  const times = ['00:00', '00:30', '00:59', '09:29', '09:30', '23:59'];
  const edges = [...changeDays, '2026-03-31', '2026-04-01', '2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'];
  const all = () =>
    edges.flatMap((day) =>
      times.map((time) => {
        const moment = momentOf(day, time);
        return 'at' in moment ? [moment.at, wordsAt(moment.at)] : [moment.problem];
      }),
    );
  const [utc, london, auckland] = await Promise.all([
    await livingIn('UTC', all),
    await livingIn('Europe/London', all),
    await livingIn('Pacific/Auckland', all),
  ]);
  expect(utc).toHaveLength(72);
  expect([london, auckland]).toEqual([utc, utc]);
  expect(wordsAt('2026-03-31T23:30:00Z')).toMatchObject({ day: '2026-04-01', year: '2026/27' });
  expect(wordsAt('2026-03-28T23:30:00Z')).toMatchObject({ day: '2026-03-28', read: '23:30 on 28 March 2026' });
});

test.each(['UTC', 'Europe/London', 'Pacific/Auckland'])(
  'in %s the doubled hour is one, and the skipped one is none',
  async (zone) => {
    await livingIn(zone, () => {
      expect(wordsAt('2026-10-25T00:30:00Z')).toEqual(wordsAt('2026-10-25T01:30:00Z'));
      expect(wordsAt('2026-10-25T00:30:00Z').read).toBe('01:30 on 25 October 2026');
      expect(momentOf('2026-10-25', '01:30')).toEqual({ at: '2026-10-25T00:30:00Z' });
      expect(momentOf('2026-03-29', '01:30')).toMatchObject({ problem: expect.stringMatching(/^There is no 01:30/) });
    });
  },
);
