import { desc, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { decideForService } from '@/db/commands/disclosure/decide';
import { askException, confirmException, endException } from '@/db/commands/disclosure/exceptions';
import { exceptionsOf } from '@/db/facts/disclosure/policies';
import { smallCountsPage } from '@/db/queries/disclosure/small-counts-page';
import { verifyRecord } from '@/db/queries/verify/verify';
import { workOf } from '@/db/queries/work/work';
import { disclosureExceptions, events } from '@/db/schema';
import { eventSentence } from '@/lib/record/event-sentence';
import { countingCouncil, decided } from '../../support/council/counting-council';
import { refusal } from '../../support/council/one-measure-council';
import { at, ending, type Name, refused, today } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const { as, id, person, measures, few } = await countingCouncil(db, { buses: 12, counting: 11 });
await decideForService(db, as('Ada'), { service: 'buses', decision: decided(), was: 0 });
const idOf = (code: string) => measures.find((measure) => measure.code === code)?.id ?? 0;
const july = '2026-07-01';
const reason = 'The family told the newspaper themselves.';
let used = 0;
/** The small figure of July 2026 of a measure that no other test has touched, asked to be shown. */
const asked = async (who: Name = 'Olive') => {
  used += 1;
  const code = `bus-${String(used).padStart(2, '0')}`;
  await few(code);
  await askException(db, as(who), { code, periodStart: july, reason });
  const [row] = await db.select().from(disclosureExceptions).orderBy(desc(disclosureExceptions.id)).limit(1);
  return { code, id: row?.id ?? 0 };
};
const shownOf = async (code: string) => (await exceptionsOf(db, [idOf(code)])).get(idOf(code)) ?? [];
const lastEvent = async () => {
  const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
  return {
    kind: event?.kind,
    sentence: event && eventSentence({ kind: event.kind, details: event.details, who: 'X' }),
  };
};

describe('an exception', () => {
  test('is asked for by the owner, waits in the head’s work, and is shown once she confirms it', async () => {
    const { code, id: exception } = await asked();
    expect(await lastEvent()).toEqual({
      kind: 'exception_asked',
      sentence: `X asked for July 2026 for measure 1 to be shown although it is small: The family told the newspaper themselves.`,
    });
    expect(await shownOf(code)).toEqual([]);
    const waiting = (await workOf(db, await person('Hana'), today)).items.filter(({ kind }) => kind === 'exception');
    expect(waiting).toEqual([
      expect.objectContaining({
        sentence: 'Olive asks for the small figure of July 2026 to be shown.',
        href: '/services/buses/small-counts',
      }),
    ]);
    await confirmException(db, as('Hana'), { id: exception });
    expect(await shownOf(code)).toEqual([{ start: july, revision: 0, reason }]);
    expect(await lastEvent()).toMatchObject({
      kind: 'exception_confirmed',
      sentence: expect.stringContaining('confirmed that July 2026 for measure 1 is shown although it is small'),
    });
    expect((await workOf(db, await person('Hana'), today)).items.filter(({ kind }) => kind === 'exception')).toEqual(
      [],
    );
  });

  test('is never confirmed by whoever asked, an owner, an officer, another head or anybody else', async () => {
    const { code, id: exception } = await asked();
    const others: Name[] = ['Olive', 'Oskar', 'Ada', 'Adam', 'Cal', 'Otis', 'Hester', 'Nora'];
    for (const name of others) {
      expect(await refused(confirmException(db, as(name), { id: exception })), name).not.toBe('accepted');
      expect((await lastEvent()).kind, name).toBe('step_refused');
    }
    expect(await shownOf(code)).toEqual([]);
    await confirmException(db, as('Dev'), { id: exception });
    const [row] = await db.select().from(disclosureExceptions).where(eq(disclosureExceptions.id, exception));
    expect(row).toMatchObject({ confirmedBy: id.Dev, confirmedFor: id.Hana });
  });

  test('is confirmed by one of two who press at once', async () => {
    const { id: exception } = await asked();
    const ends = await Promise.all(
      (['Hana', 'Dev'] as const).map((name) => ending(confirmException(db, as(name), { id: exception }))),
    );
    expect(ends.filter((end) => 'done' in end)).toHaveLength(1);
    expect(ends.find((end) => 'refused' in end)).toMatchObject({
      refused: 'This figure is shown already: somebody confirmed it.',
    });
  });

  test('is asked for once, by one of two who ask at once, and once by a form that is sent twice', async () => {
    await few('bus-11');
    const ask = (name: Name, key: string) =>
      ending(askException(db, as(name, { key }), { code: 'bus-11', periodStart: july, reason }));
    const ends = await Promise.all([ask('Olive', 'a'), ask('Ada', 'b'), ask('Olive', 'a')]);
    expect(await db.$count(disclosureExceptions, eq(disclosureExceptions.measureId, idOf('bus-11')))).toBe(1);
    expect(ends.some((end) => 'done' in end)).toBe(true);
    expect(await refused(askException(db, as('Ada'), { code: 'bus-11', periodStart: july, reason }))).toBe(
      'Somebody asked for this figure to be shown already: look at that first.',
    );
  });

  test('is refused by the head, with why; the owner withdraws; what was confirmed is taken back', async () => {
    const [first, second, third] = [await asked(), await asked(), await asked()];
    const why = { reason: 'The family did not.' };
    expect(await refused(endException(db, as('Hana'), { id: first.id, reason: ' ' }))).toBe(
      'Say why this figure stays hidden.',
    );
    expect(await refused(endException(db, as('Oskar'), { id: first.id, ...why }))).toContain(
      'Only whoever asked for it',
    );
    await endException(db, as('Hana'), { id: first.id, ...why });
    expect((await lastEvent()).kind).toBe('exception_refused');
    await endException(db, as('Olive'), { id: second.id, ...why });
    expect((await lastEvent()).kind).toBe('exception_withdrawn');
    await confirmException(db, as('Hana'), { id: third.id });
    expect(await shownOf(third.code)).toHaveLength(1);
    await endException(db, as('Ada'), { id: third.id, ...why });
    expect(await shownOf(third.code)).toEqual([]);
    expect(await refused(confirmException(db, as('Hana'), { id: first.id }))).toMatch(
      /^Hana ended this at .* hidden\.$/,
    );
    await askException(db, as('Olive'), { code: first.code, periodStart: july, reason: 'Now they did.' });
    const page = await smallCountsPage(db, await person('Olive'), 'buses', today);
    expect(page?.ended.map(({ ended }) => ended?.how)).toEqual(['withdrawn', 'withdrawn', 'refused']);
    expect(page?.waiting[0]).toMatchObject({ reason: 'Now they did.', isOwn: true, whyNotEnd: null });
  });

  test('needs a figure, a measure that hides small counts, a reason and a measure of one’s own', async () => {
    const attempt = (who: Name, code: string, periodStart = july, why = reason) =>
      refused(askException(db, as(who), { code, periodStart, reason: why }));
    expect(await attempt('Olive', 'bus-01', '2026-06-01')).toBe(
      'Choose a period with a figure that is approved or published.',
    );
    expect(await attempt('Oskar', 'bus-01')).toContain(
      'Only the data owner of this measure or the performance officer',
    );
    expect(await attempt('Oskar', 'bus-12')).toContain('This measure counts no people');
    expect(await attempt('Otis', 'bus-01')).toBe('There is no such measure.');
    expect(await attempt('Hana', 'bus-01')).toContain('Only the data owner of a measure');
    expect(await attempt('Olive', 'bus-10', july)).toBe('Choose a period with a figure that is approved or published.');
    await few('bus-10');
    expect(await attempt('Olive', 'bus-10', july, ' ')).toBe('Say why this figure may be shown.');
  });

  test('is offered for small figures alone, to whoever may ask, and to nobody outside', async () => {
    const choices = async (name: Name) => (await smallCountsPage(db, await person(name), 'buses', today))?.choices;
    expect(await choices('Olive')).toContainEqual({ value: 'bus-10 2026-07-01', text: '10. July 2026: 8% (3 of 40)' });
    expect(await choices('Hana')).toEqual([]);
    for (const name of ['Otis', 'Cal', 'Adam', 'Nora'] as const) expect(await choices(name)).toBeUndefined();
  });
});

describe('past the commands', () => {
  const row = { measureId: idOf('bus-12'), periodStart: july, revision: 0, reason, askedBy: id.Olive, askedAt: at };
  test('an exception waits first, takes two pairs of eyes, and is never changed or removed', async () => {
    const insert = (more: object) => refusal(db.insert(disclosureExceptions).values({ ...row, ...more }));
    expect(await insert({ confirmedBy: id.Hana, confirmedAt: at })).toBe('exceptions_stand');
    expect(await insert({ periodStart: '2026-07-02' })).toBe('an_exception_starts_on_the_first');
    expect(await insert({ reason: ' ' })).toBe('an_exception_says_why');
    const [own] = await db.insert(disclosureExceptions).values(row).returning();
    expect(await insert({})).toBe('one_exception_per_figure');
    const one = eq(disclosureExceptions.id, own?.id ?? 0);
    const set = (values: object) => refusal(db.update(disclosureExceptions).set(values).where(one));
    const confirmed = (by: number, more: object = {}) => set({ confirmedBy: by, confirmedAt: at, ...more });
    expect(await confirmed(id.Olive)).toBe('an_exception_takes_two_pairs_of_eyes');
    for (const other of [id.Ada, id.Oskar, id.Hester, id.Dev])
      expect(await confirmed(other)).toBe('an_exception_takes_two_pairs_of_eyes');
    expect(await confirmed(id.Dev, { confirmedFor: id.Olive })).toBe('an_exception_takes_two_pairs_of_eyes');
    expect(await set({ reason: 'Another.' })).toBe('exceptions_stand');
    expect(await set({ revision: 1 })).toBe('exceptions_stand');
    await db
      .update(disclosureExceptions)
      .set({ confirmedBy: id.Dev, confirmedAt: at, confirmedFor: id.Hana })
      .where(one);
    expect(await set({ confirmedBy: null, confirmedAt: null, confirmedFor: null })).toBe('exceptions_stand');
    await db.update(disclosureExceptions).set({ endedBy: id.Ada, endedAt: at, endReason: 'No.' }).where(one);
    expect(await set({ endReason: 'Yes.' })).toBe('exceptions_stand');
    expect(await refusal(db.delete(disclosureExceptions).where(one))).toBe('exceptions_stand');
    expect(await refusal(db.execute(sql`truncate disclosure_exceptions`))).toBe('exceptions_stand');
  });

  test('and what no command made is found', async () => {
    expect((await verifyRecord(db)).tampered).toMatchObject({ table: 'disclosure_exceptions' });
  });
});
