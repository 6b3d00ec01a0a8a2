import { and, asc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { addPerson } from '@/db/commands/people/add-person';
import { leave } from '@/db/commands/people/leave';
import { giveRole, takeRole } from '@/db/commands/people/role-change';
import { saveReading } from '@/db/commands/reading/reading-save';
import {
  approveReading,
  beginCorrection,
  returnReading,
  submitReading,
  withdrawReading,
} from '@/db/commands/reading/reading-steps';
import { sendReading } from '@/db/commands/submission/send-reading';
import { addSystem, endSystem, scopeSystem } from '@/db/commands/submission/systems';
import { personById } from '@/db/facts/person';
import { systemByToken } from '@/db/queries/submission/system-by-token';
import { systemList } from '@/db/queries/submission/systems';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, people, readings } from '@/db/schema';
import { tokenPrefix } from '@/lib/submission/token-header';
import { at, content, type Name, refused, today } from '../../support/council/working-council';
import { reading, sendingCouncil, untilDay } from '../../support/submission/sending-council';

const { db, as, id, person, rowOf, month, make, send, seen } = await sendingCouncil();

describe('whoever made a token or answers for it does not approve what it sends', () => {
  const other = 'Only the head of this service, or their deputy, can approve, and never what they wrote or submitted.';
  test.each([
    { maker: 'Adam', responsible: 'Hana', no: ['Hana'], yes: 'Dev' },
    { maker: 'Adam', responsible: 'Dev', no: ['Dev'], yes: 'Hana' },
    { maker: 'Hana', responsible: 'Nora', no: ['Hana'], yes: 'Dev' },
    { maker: 'Dev', responsible: 'Nora', no: ['Dev'], yes: 'Hana' },
    { maker: 'Hana', responsible: 'Dev', no: ['Hana', 'Dev'], yes: null },
  ] as const)('$maker makes, $responsible answers: not $no', async ({ maker, responsible, no, yes }) => {
    // Makers are administrators while they make it.
    const { id: system } = await asAdministrator(maker, () => make(maker, responsible));
    const periodStart = month();
    await send(system, reading(periodStart), { responsible });
    for (const name of no) expect(await refused(approveReading(db, as(name), await seen(periodStart)))).toBe(other);
    // The database holds it, too, whatever a command would do.
    for (const name of no)
      for (const authors of [undefined, [id.Olive]]) {
        const approved = {
          state: 'approved',
          approvedBy: id[name],
          approvedAt: at,
          approvedHash: 'a'.repeat(64),
        } as const;
        const struck = db
          .update(readings)
          .set({ ...approved, ...(authors && { authors, submittedBy: id.Olive }) })
          .where(eq(readings.periodStart, periodStart));
        await expect(struck).rejects.toMatchObject({ cause: { constraint_name: 'two_pairs_of_eyes' } });
      }
    if (yes === null) return;
    await approveReading(db, as(yes), await seen(periodStart));
    const row = await rowOf(periodStart);
    // Nobody acts for an author: a deputy then answers in their own name.
    expect([row.approvedBy, row.approvedFor]).toEqual([id[yes], null]);
  });

  test('nor where its owner finished and submitted it, nor when they answer for no token any more', async () => {
    const { id: system } = await asAdministrator('Hana', () => make('Hana', 'Nora'));
    const periodStart = month();
    await send(system, reading(periodStart, { submit: false }));
    await endSystem(db, as('Adam'), { id: system });
    await submitReading(db, as('Olive'), await seen(periodStart));
    expect(await refused(approveReading(db, as('Hana'), await seen(periodStart)))).toBe(other);
  });
});

async function asAdministrator<T>(name: Name, work: () => Promise<T>): Promise<T> {
  const isOne = name === 'Adam';
  const role = { email: `${name.toLowerCase()}@testshire.example`, role: 'administrator' } as const;
  if (!isOne) await giveRole(db, { who: null, at }, role);
  const made = await work();
  if (!isOne) await takeRole(db, { who: null, at }, role);
  return made;
}

test('a token submits and does nothing else: every other step of its person’s is refused', async () => {
  const { id: system } = await make('Adam', 'Hana');
  const periodStart = month();
  await send(system, reading(periodStart), { responsible: 'Hana' });
  const acting = { ...as('Hana'), systemId: system };
  const place = { code: 'bus-01', periodStart, version: 1, content: content() };
  const version = await seen(periodStart);
  // Also what the person who answers for it may do: Hana may return a reading.
  for (const attempt of [
    () => withdrawReading(db, acting, version),
    () => approveReading(db, acting, version),
    () => returnReading(db, acting, { ...version, reason: 'No', suggested: null }),
    () => beginCorrection(db, acting, version),
    () => saveReading(db, acting, place),
  ])
    expect(await refused(attempt())).toBe('There is no such reading.');
  for (const attempt of [
    () => addSystem(db, acting, { name: 'More', responsible: id.Nora, untilDay, codes: ['bus-02'] }),
    () => scopeSystem(db, acting, { id: system, codes: ['bus-01', 'bus-02'], seen: ['bus-01'] }),
    () => endSystem(db, acting, { id: system }),
  ])
    expect(await refused(attempt())).toBe('Only an administrator can look after systems that send readings.');
});

test('only an administrator makes, scopes and revokes', async () => {
  const { id: system } = await make('Adam', 'Nora');
  const names: Name[] = ['Olive', 'Hana', 'Dev', 'Ada', 'Cal', 'Nora'];
  for (const name of names) {
    const sentence = 'Only an administrator can look after systems that send readings.';
    expect(await refused(make(name, 'Nora'))).toBe(sentence);
    expect(await refused(scopeSystem(db, as(name), { id: system, codes: ['bus-02'], seen: ['bus-01'] }))).toBe(
      sentence,
    );
    expect(await refused(endSystem(db, as(name), { id: system }))).toBe(sentence);
    expect(await systemList(db, await person(name), today)).toBeNull();
  }
  expect((await systemList(db, await person('Adam'), today))?.length).toBeGreaterThan(0);
});

test('a token is over at once when it is revoked, has run out, or whoever answers for it has left', async () => {
  const over = 'This token is not known here, has run out or was revoked: ask an administrator for another one.';
  const { id: revoked, token } = await make('Adam', 'Nora');
  await endSystem(db, as('Adam'), { id: revoked });
  await expect(send(revoked, reading(month()))).rejects.toThrow(over);
  expect(await systemByToken(db, token.slice(tokenPrefix.length))).toBeNull();
  const { id: old } = await make('Adam', 'Nora');
  const later = { at: '2027-04-01T09:00:00Z', today: '2027-04-01' };
  await expect(sendReading(db, { ...as('Nora', later), systemId: old }, reading(month()))).rejects.toThrow(over);
  const email = 'zoe@testshire.example';
  await addPerson(db, as('Adam'), { name: 'Zoe', email });
  const [zoe] = await db.select({ id: people.id }).from(people).where(eq(people.email, email));
  const { id: left, token: leaving } = await addSystem(db, as('Adam'), {
    name: 'Fleet system',
    responsible: zoe?.id ?? 0,
    untilDay,
    codes: ['bus-01'],
  });
  expect(await leave(db, as('Adam'), { id: zoe?.id ?? 0 })).toBe(
    'Zoe has left. Sends no readings any more: Fleet system.',
  );
  expect(await personById(db, zoe?.id ?? 0)).toBeNull();
  await expect(sendReading(db, { ...as('Nora'), who: zoe?.id ?? 0, systemId: left }, reading(month()))).rejects.toThrow(
    over,
  );
  expect(await systemByToken(db, leaving.slice(tokenPrefix.length))).toBeNull();
  const listed = await systemList(db, await person('Adam'), today);
  expect(listed?.find(({ id: each }) => each === left)?.state).toBe('nobody_answers');
  expect(listed?.find(({ id: each }) => each === revoked)?.state).toBe('ended');
  const ends = await db.select().from(events).where(eq(events.kind, 'system_ended')).orderBy(asc(events.id));
  expect(ends.at(-1)?.details).toMatchObject({ name: 'Fleet system', reason: 'Zoe, who answered for it, has left' });
});

test('what it may send counts from the next reading, and the page has to have shown what was there', async () => {
  const { id: system } = await make('Adam', 'Nora');
  await scopeSystem(db, as('Adam'), { id: system, codes: ['bus-02'], services: ['trams'], seen: ['bus-01'] });
  expect(await refused(send(system, reading(month())))).toContain('may not send');
  expect(await refused(scopeSystem(db, as('Adam'), { id: system, codes: ['bus-01'], seen: ['bus-01'] }))).toContain(
    'Somebody else has just changed',
  );
  expect(
    await refused(
      scopeSystem(db, as('Adam'), { id: system, codes: ['bus-02', 'tram-01'], seen: ['tram-01', 'bus-02'] }),
    ),
  ).toContain('nothing to save');
  const [scoped] = await db
    .select()
    .from(events)
    .where(and(eq(events.subject, 'system'), eq(events.subjectId, system), eq(events.kind, 'system_scoped')));
  expect(scoped?.details).toMatchObject({ added: ['bus-02', 'tram-01'], removed: ['bus-01'] });
});

test.each([
  ['yesterday', '2026-08-16', 'This day has passed'],
  ['in two years', '2028-08-17', 'A token lives 12 months at most'],
])('a token does not end %s', async (_when, day, words) => {
  const addition = { name: 'Finance system', responsible: id.Nora, untilDay: day, codes: ['bus-01'] };
  expect(await refused(addSystem(db, as('Adam'), addition))).toContain(words);
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
