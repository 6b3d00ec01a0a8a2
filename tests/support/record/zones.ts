import { sql } from 'drizzle-orm';
import { moveRelease } from '@/db/commands/release/move-release';
import { releaseDue } from '@/db/commands/release/releases-due';
import type { Database } from '@/db/connection/client';
import { isoInstant, recordDay } from '@/db/connection/clock';
import { verifyWithin } from '@/db/queries/verify/verify';
import { editions, livedDay } from '@/db/schema';
import { momentOf } from '@/lib/release/release-moment';
import { dueDate } from '@/lib/status/due-date';
import { councilYear } from '@/lib/time/council-year';
import { formatInstant } from '@/lib/time/instant';
import { frequencies, label, londonDay, name, periodContaining, range } from '@/lib/time/period';

const zones = ['UTC', 'Europe/London', 'Pacific/Auckland'];

/** Each zone of a server with each zone of its database. */
export const zonePairs = zones.flatMap((server) => zones.map((database) => ({ server, database })));

/** The days about the two changes of London's clocks in 2026. */
export const changeDays = ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26'];

/** The times at which something is released there: the usual one, both ends of the hour after midnight, and the doubled one. */
export const releaseTimes = changeDays.flatMap((day) =>
  ['00:00', '00:30', '00:59', '09:30', ...(day === '2026-10-25' ? ['01:30'] : [])].map((time) => ({ day, time })),
);

/** Lets this process live in a zone while something is asked; fails where the process does not obey. */
export async function livingIn<T>(zone: string, ask: () => Promise<T> | T): Promise<T> {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    if (new Date(0).getHours() !== { UTC: 0, 'Europe/London': 1, 'Pacific/Auckland': 12 }[zone])
      throw new Error(`this process does not live in ${zone}`);
    return await ask();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

/** What the rules say of an instant, and of the periods of its day: labels, ranges, due days and the financial year. */
export function wordsAt(at: string) {
  const day = londonDay(at);
  const periods = frequencies.map((frequency) => periodContaining(day, { frequency, startMonth: 4 }));
  const words = periods.map((period) => [
    period.start,
    label(period),
    name(period),
    range(period),
    dueDate(period, 14),
  ]);
  return { day, read: formatInstant(at), year: councilYear(day).label, periods: words };
}

type Waiting = { id: number; dueAt: string; acting: Parameters<typeof moveRelease>[1] };

/**
 * Moves an announced release to a time of a day and tries it ten seconds and a thousandth of one before, ten seconds after, and
 * again with the clock an hour back, in the zone of a session; answers what came of it. All of it is undone.
 */
export async function releasedAt(
  db: Database,
  zone: string,
  waiting: Waiting,
  { day, time }: { day: string; time: string },
) {
  const due = momentOf(day, time);
  if ('problem' in due) throw new Error(due.problem);
  const about = (milliseconds: number) => new Date(Date.parse(due.at) + milliseconds).toISOString();
  const undone = new Error('undone');
  let outcome: unknown;
  await db
    .transaction(async (tx) => {
      await tx.execute(sql`select set_config('timezone', ${zone}, true)`);
      const own = tx as unknown as Database;
      await moveRelease(own, waiting.acting, { ...waiting, toAt: due.at, reason: 'To try the clocks' });
      const early = [...(await releaseDue(own, about(-10_000))), ...(await releaseDue(own, about(-1)))];
      const released = await releaseDue(own, about(10_000));
      const again = [...(await releaseDue(own, about(-3_590_000))), ...(await releaseDue(own, about(20_000)))];
      const published = await tx.select({ at: editions.publishedAt }).from(editions);
      await tx.update(livedDay).set({ today: day });
      const [lived] = await tx.execute<{ day: string; told: string }>(
        sql`select ${recordDay} as day, ${isoInstant(sql`${due.at}::timestamptz`)} as told`,
      );
      const [{ zone: session } = { zone: '' }] = await tx.execute<{ zone: string }>(
        sql`select current_setting('timezone') as zone`,
      );
      if (session !== zone) throw new Error(`the session does not live in ${zone} but in ${session}`);
      outcome = {
        due: due.at,
        early: early.length,
        released: released.map((outcome) => 'editionId' in outcome),
        again: again.length,
        published: published.map((edition) => new Date(edition.at).toISOString()),
        lived: lived?.day,
        told: lived?.told,
        read: formatInstant(due.at),
        tampered: (await verifyWithin(tx)).tampered,
      };
      throw undone;
    })
    .catch((error) => {
      if (error !== undone) throw error;
    });
  return outcome;
}

/** What has to come of it in every pair of zones. */
export const asItShould = ({ day, time }: { day: string; time: string }, due: string, read: string) => ({
  due,
  early: 0,
  released: [true],
  again: 0,
  lived: day,
  tampered: null,
  told: due.replace('Z', '.000000Z'),
  published: [new Date(Date.parse(due) + 10_000).toISOString()],
  read: `${time} on ${read}`,
});
