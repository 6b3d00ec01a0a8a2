import { asc, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { endSystem } from '@/db/commands/submission/systems';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, readings } from '@/db/schema';
import { content, refused } from '../../support/council/working-council';
import { reading, sendingCouncil } from '../../support/submission/sending-council';

const { db, as, id, buses, rowOf, month, make, send, seen } = await sendingCouncil();

const waiting = async () => {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  return row?.n ?? 0;
};
const until = async (isSo: () => Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('races', () => {
  test('the same key twice at once: one reading, one answer; with something else under it, refused', async () => {
    const { id: system } = await make('Adam', 'Nora');
    const periodStart = month();
    const once = { key: `july-${periodStart}`, digest: 'one' };
    const both = await Promise.all([
      send(system, reading(periodStart), once),
      send(system, reading(periodStart), once),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0]?.begun).toBe(true);
    expect((await rowOf(periodStart)).version).toBe(1);
    // Long after, whatever became of the reading.
    await approveReading(db, as('Hana'), await seen(periodStart));
    expect(await send(system, reading(periodStart), once)).toEqual(both[0]);
    expect(await refused(send(system, reading(periodStart, { value: '92' }), { ...once, digest: 'two' }))).toContain(
      'Something else was sent under this Idempotency-Key before',
    );
    // A key is the system's own.
    const { id: another } = await make('Adam', 'Nora', ['bus-01'], 'Fleet system');
    const elsewhere = month();
    expect(await send(another, reading(elsewhere), once)).toMatchObject({ period_start: elsewhere });
  });

  test('two keys at once for one month: one writes, the other is told', async () => {
    const { id: system } = await make('Adam', 'Nora');
    const periodStart = month();
    const ends = await Promise.allSettled([
      send(system, reading(periodStart), { key: 'first-key', digest: 'a' }),
      send(system, reading(periodStart, { value: '92' }), { key: 'second-key', digest: 'b' }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db.$count(readings, eq(readings.periodStart, periodStart))).toBe(1);
  });

  test('revoked while it sends: either it is through before, or nothing of it is there', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { id: system } = await make('Adam', 'Nora');
      const periodStart = month();
      const [sent, ended] = await Promise.allSettled([
        send(system, reading(periodStart)),
        endSystem(db, as('Adam'), { id: system }),
      ]);
      expect(ended.status).toBe('fulfilled');
      expect(await db.$count(readings, eq(readings.periodStart, periodStart))).toBe(
        sent.status === 'fulfilled' ? 1 : 0,
      );
      await expect(send(system, reading(month()))).rejects.toThrow('This token is not known here');
    }
  });

  test('revoked after it has begun to write: the revocation waits, and comes behind it in the record', async () => {
    const { id: system } = await make('Adam', 'Nora');
    const periodStart = month();
    const done = { sent: false, ended: false };
    const work: Promise<unknown>[] = [];
    // The chain of the service is held, so that the system has written and waits to record it.
    await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(71001, ${buses.id}::int)`);
      work.push(send(system, reading(periodStart)).then(() => Object.assign(done, { sent: true })));
      await until(async () => (await waiting()) === 1);
      work.push(endSystem(db, as('Adam'), { id: system }).then(() => Object.assign(done, { ended: true })));
      await until(async () => done.ended || (await waiting()) === 2);
      expect(done).toEqual({ sent: false, ended: false });
    });
    await Promise.all(work);
    const all = await db.select({ kind: events.kind, details: events.details }).from(events).orderBy(asc(events.id));
    const own = all.filter(({ details, kind }) => kind === 'system_ended' || details.periodStart === periodStart);
    expect(own.map(({ kind }) => kind).slice(-3)).toEqual(['reading_saved', 'reading_submitted', 'system_ended']);
  });

  test('the owner and the system at once: one is there, and nobody’s words are lost', async () => {
    const { id: system } = await make('Adam', 'Nora');
    const periodStart = month();
    const ends = await Promise.allSettled([
      send(system, reading(periodStart, { submit: false })),
      saveReading(db, as('Olive'), { code: 'bus-01', periodStart, version: null, content: content({ value: '77' }) }),
    ]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

test('at the end the record is what was written, its authors too', async () => {
  expect((await verifyRecord(db)).tampered).toBeNull();
  const [row] = await db.select().from(readings).where(eq(readings.state, 'submitted')).limit(1);
  await db
    .update(readings)
    .set({ authors: [id.Nora] })
    .where(eq(readings.id, row?.id ?? 0));
  expect((await verifyRecord(db)).tampered).toMatchObject({ table: 'readings', id: String(row?.id) });
});
