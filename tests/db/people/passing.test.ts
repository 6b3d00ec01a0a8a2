import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { keepTyping } from '@/db/commands/reading/kept-typing';
import { sweepPassing } from '@/db/commands/server/passing';
import { databaseMoment } from '@/db/connection/clock';
import { hoursAfter } from '@/db/connection/moment';
import {
  answers,
  devices,
  events,
  guesses,
  imports,
  invitations,
  keptTyping,
  livedDay,
  sessions,
  setUpLinks,
  unsavedTyping,
} from '@/db/schema';
import { workingCouncil } from '../../support/council/working-council';
import { asServing } from '../../support/record/as-serving';
import { hoursPass } from '../../support/record/passing-time';
import { freshDatabase } from '../../support/server/fresh-database';

const owner = await freshDatabase();
const { db } = owner;
const { id, measures } = await workingCouncil(db);
const serving = await asServing(owner);
await db.delete(livedDay);
const at = await databaseMoment(db);
const tables = { answers, devices, guesses, imports, invitations, keptTyping, sessions, setUpLinks, unsavedTyping };
const hash = (of: string) => of.repeat(64);

/** One of each kind, whose time was up so many hours ago. */
async function leave(mark: string, ended: { [Table in keyof typeof tables]: number }) {
  const personId = id.Olive;
  const ago = (table: keyof typeof tables) => hoursAfter(at, -ended[table]);
  await db.insert(answers).values({ personId, key: mark, at: ago('answers') });
  await db.insert(devices).values({ tokenHash: hash(mark), personId, seenAt: ago('devices') });
  await db.insert(guesses).values({ key: mark, at: ago('guesses') });
  await db.insert(invitations).values({ tokenHash: hash(mark), personId, expiresAt: ago('invitations') });
  await db.insert(setUpLinks).values({ tokenHash: hash(mark), expiresAt: ago('setUpLinks') });
  const kept = await keepTyping(db, { personId, address: '/work', fields: {} });
  await db
    .update(keptTyping)
    .set({ at: ago('keptTyping') })
    .where(eq(keptTyping.id, kept));
  const expiresAt = ago('sessions');
  await db
    .insert(sessions)
    .values({ tokenHash: hash(mark), personId, startedAt: hoursAfter(expiresAt, -12), expiresAt });
  const place = { personId, measureId: measures[0]?.id ?? 0, periodStart: `2026-0${Number.parseInt(mark, 16) - 9}-01` };
  const file = { personId, scope: 'own', kind: 'workbook', fileName: mark, size: 1, sha256: hash(mark), at } as const;
  await db.insert(imports).values({ ...file, bytes: Buffer.from('x'), beatAt: ago('imports') });
  await db.insert(unsavedTyping).values({ ...place, fields: {}, at: ago('unsavedTyping') });
}

const counts = async () =>
  Object.fromEntries(
    await Promise.all(Object.entries(tables).map(async ([name, table]) => [name, await db.$count(table)] as const)),
  );
const each = (count: number) => Object.fromEntries(Object.keys(tables).map((name) => [name, count]));

test('what has passed is swept away by the hour, what has not stays, and no event tells of it', async () => {
  const day = 24;
  const limits = {
    guesses: 1,
    imports: 7 * day,
    keptTyping: day,
    unsavedTyping: day,
    answers: 7 * day,
    sessions: 7 * day,
    invitations: 30 * day,
    setUpLinks: 30 * day,
    devices: 365 * day,
  };
  const by = (more: number) =>
    Object.fromEntries(Object.entries(limits).map(([name, hours]) => [name, hours + more])) as typeof limits;
  await leave('a', by(-0.4));
  await leave('b', by(-0.1));
  expect(await sweepPassing(serving.db)).toBe(0);
  expect(await counts()).toEqual(each(2));
  const quarter = async () => {
    await hoursPass(db, 0.25);
    await db.update(answers).set({ at: sql`${answers.at} - interval '15 minutes'` });
  };
  await quarter();
  expect(await sweepPassing(serving.db)).toBe(9);
  expect(await counts()).toEqual(each(1));
  await quarter();
  expect(await sweepPassing(serving.db)).toBe(9);
  expect(await counts()).toEqual(each(0));
  expect(await db.$count(events)).toBe(0);
});
