import { beforeEach, describe, expect, test } from 'vitest';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, submitReading } from '@/db/commands/reading/reading-steps';
import { keepUnsaved, throwAwayUnsaved } from '@/db/commands/reading/unsaved-typing';
import { hoursAfter } from '@/db/connection/moment';
import { unsavedTypingOf } from '@/db/queries/reading/unsaved-typing';
import { writtenText } from '@/lib/reading/reading-fields';
import { content, type Name, refused, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql } = await freshDatabase({ max: 8 });
const { id, as, measures } = await workingCouncil(db, { buses: 2, from: '2026-06-01' });
const at = '2026-08-17T09:42:00.000Z';
const july = { code: 'bus-01', periodStart: '2026-07-01' };
const words = { comments: 'Half a thought' };

const keep = (name: Name, more: Partial<Parameters<typeof keepUnsaved>[2]> = {}, when = at) =>
  keepUnsaved(db, as(name, { at: when }), { ...july, version: null, fields: words, ...more });
const measureId = measures.find(({ code }) => code === 'bus-01')?.id ?? 0;
const mine = async (name: Name, when = at) =>
  (await unsavedTypingOf(db, { personId: id[name], measureId, periodStart: july.periodStart, at: when }))?.fields ??
  null;
const counts = async () => {
  const [row] = await sql`select (select count(*)::int from events) as events,
    (select count(*)::int from readings) as readings, (select count(*)::int from reading_versions) as versions`;
  return row;
};

beforeEach(async () => {
  await sql`delete from unsaved_typing`;
});

describe('typing that is not saved', () => {
  test('is kept for whoever typed it, one row however often, without a reading, a version or an event', async () => {
    const before = await counts();
    await keep('Olive');
    await keep('Olive', { fields: { comments: 'Half a thought, and more' } });
    expect(await mine('Olive')).toEqual({ comments: 'Half a thought, and more' });
    expect(await sql`select 1 from unsaved_typing`).toHaveLength(1);
    expect(await counts()).toEqual(before);
  });

  test('is shown to nobody else, not to the head of the service either', async () => {
    await keep('Olive');
    for (const other of ['Hana', 'Dev', 'Ada', 'Oskar', 'Cal'] as const) expect(await mine(other)).toBeNull();
  });

  test('nobody but the owner can keep any, and a refused try leaves no event', async () => {
    const before = await counts();
    for (const other of ['Hana', 'Dev', 'Ada', 'Oskar', 'Otis', 'Cal', 'Nora'] as const)
      expect([other, await refused(keep(other))]).not.toEqual([other, 'accepted']);
    for (const odd of [{ code: 'nope-01' }, { periodStart: '2026-07-02' }, { periodStart: 'x' }, { version: 3 }])
      expect([odd, await refused(keep('Olive', odd))]).not.toEqual([odd, 'accepted']);
    expect(await sql`select 1 from unsaved_typing`).toHaveLength(0);
    expect(await counts()).toEqual(before);
  });

  test('is there for 24 hours, and thrown away after', async () => {
    await keep('Olive');
    expect(await mine('Olive', hoursAfter(at, 23.9))).toEqual(words);
    expect(await mine('Olive', hoursAfter(at, 24))).toBeNull();
    await keep('Oskar', { code: 'bus-02' }, hoursAfter(at, 25));
    expect(await sql`select person_id from unsaved_typing`).toEqual([{ person_id: id.Oskar }]);
  });

  test('can be thrown away by its writer alone', async () => {
    await keep('Olive');
    await throwAwayUnsaved(db, as('Hana'), july);
    expect(await mine('Olive')).toEqual(words);
    await throwAwayUnsaved(db, as('Olive'), july);
    expect(await mine('Olive')).toBeNull();
  });

  test('has a limit', async () => {
    const book = Array.from({ length: 30_000 }, (_, n) => `${n} ${Math.sin(n)}`).join('');
    await expect(keep('Olive', { fields: { comments: book } })).rejects.toThrow();
    expect(await mine('Olive')).toBeNull();
  });

  test('goes with Save and with Submit; what arrives late, typed before the save, is not kept any more', async () => {
    await keep('Olive');
    const saved = await saveReading(db, as('Olive'), { ...july, version: null, content: content() });
    expect(await mine('Olive')).toBeNull();
    expect(await refused(keep('Olive', { version: null }))).not.toBe('accepted');
    expect(await mine('Olive')).toBeNull();
    await keep('Olive', { version: saved.version });
    expect(await mine('Olive')).toEqual(words);
    const submitted = await submitReading(db, as('Olive'), saved);
    expect(await mine('Olive')).toBeNull();
    expect(await refused(keep('Olive', { version: submitted.version }))).not.toBe('accepted');
    await approveReading(db, as('Hana'), submitted);
    expect(await refused(keep('Olive', { version: submitted.version }))).not.toBe('accepted');
  });

  test('a save and the keeping of what was typed before it, at once, 20 times: nothing of it is left', async () => {
    const june = { code: 'bus-01', periodStart: '2026-06-01' };
    let { version } = await saveReading(db, as('Olive'), { ...june, version: null, content: content() });
    for (let round = 0; round < 20; round += 1) {
      const typed = { ...june, version, fields: words };
      const [saved] = await Promise.allSettled([
        saveReading(db, as('Olive'), { ...june, version, content: content({ comments: `Round ${round}` }) }),
        keepUnsaved(db, as('Olive', { at }), typed),
        keepUnsaved(db, as('Olive', { at }), typed),
      ]);
      if (saved.status !== 'fulfilled') throw saved.reason;
      version = saved.value.version;
      expect(await sql`select 1 from unsaved_typing`).toHaveLength(0);
    }
  });
});

test('two forms say the same whatever line breaks they were sent with, and in whatever order things were ticked', () => {
  const one = writtenText({ comments: 'a\r\nb ', completed: 'y\nx' });
  expect(one).toBe(writtenText({ comments: 'a\nb', completed: 'x\ny', version: '4' }));
  expect(one).not.toBe(writtenText({ comments: 'a b', completed: 'x\ny' }));
});
