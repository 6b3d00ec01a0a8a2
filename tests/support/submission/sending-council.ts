import { eq } from 'drizzle-orm';
import { sendReading } from '@/db/commands/submission/send-reading';
import { addSystem } from '@/db/commands/submission/systems';
import { openRecord } from '@/db/events/opening';
import { historyOfReading } from '@/db/queries/history/reading-history';
import { readings } from '@/db/schema';
import { SentReading } from '@/lib/submission/sent-reading';
import { addMonths } from '@/lib/time/period';
import { at, type Name, today, workingCouncil } from '../council/working-council';
import { freshDatabase } from '../server/fresh-database';

/** The last day of the tokens that are made here. */
export const untilDay = '2027-03-31';

export type Body = Record<string, unknown>;

/** A complete reading of measure bus-01 for a month, as a system sends it. */
export const reading = (periodStart: string, more: Body = {}) =>
  SentReading.parse({
    measure: 'bus-01',
    period_start: periodStart,
    value: '91',
    comments: 'Fewer breakdowns.',
    unusual: 'It is a test.',
    actions: [{ text: 'Look again at the timetable of the late routes', owner: 'Head of Buses', due: '2099-12-31' }],
    ...more,
  });

type Key = { key?: string; digest?: string; responsible?: Name };

/** A council in which systems are given tokens and send readings, on a database of the test's own. */
export async function sendingCouncil() {
  const { db } = await freshDatabase();
  const { as, id, person, buses } = await workingCouncil(db, { buses: 3, from: '2010-01-01' });
  await openRecord(db, at);
  let months = 0;
  const rowOf = async (periodStart: string) => {
    const [row] = await db.select().from(readings).where(eq(readings.periodStart, periodStart));
    if (!row) throw new Error('there is no such reading');
    return row;
  };
  return {
    ...{ db, as, id, person, buses, rowOf },
    /** A month that no other test writes in. */
    month: () => addMonths('2010-01-01', months++),
    make: (maker: Name, responsible: Name, codes = ['bus-01'], name = 'Finance system') =>
      addSystem(db, as(maker), { name, responsible: id[responsible], untilDay, codes }),
    send: (systemId: number, body: ReturnType<typeof reading>, { responsible = 'Nora', ...key }: Key = {}) =>
      sendReading(db, { ...as(responsible), systemId, ...key }, body),
    seen: async (periodStart: string) => {
      const { id: readingId, version } = await rowOf(periodStart);
      return { readingId, version };
    },
    sentencesOf: async (periodStart: string) =>
      (await historyOfReading(db, await person('Olive'), { code: 'bus-01', periodStart }, today))?.lines.map(
        ({ sentence }) => sentence,
      ),
  };
}
