import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, returnReading, submitReading } from '@/db/commands/reading/reading-steps';
import { readingPage } from '@/db/queries/reading/reading-page';
import { reviewsFor } from '@/db/queries/review/review-list';
import { systemByToken } from '@/db/queries/submission/system-by-token';
import { verifyRecord } from '@/db/queries/verify/verify';
import { ownReadings } from '@/db/queries/work/own-readings';
import { events, readings, readingVersions, systems } from '@/db/schema';
import { tokenPrefix } from '@/lib/submission/token-header';
import { addMonths } from '@/lib/time/period';
import { content, refused, today } from '../../support/council/working-council';
import { type Body, reading, sendingCouncil } from '../../support/submission/sending-council';

const { db, as, id, person, rowOf, month, make, send, seen, sentencesOf } = await sendingCouncil();

test('a complete reading is written and submitted in one go, and the record names the system and who answers for it', async () => {
  const { id: system, token } = await make('Adam', 'Nora');
  const periodStart = month();
  expect(await send(system, reading(periodStart))).toEqual({
    measure: 'bus-01',
    period_start: periodStart,
    period: 'January 2010',
    begun: true,
    state: 'submitted',
    version: 1,
    findings: [],
    next: 'It waits for the head of service, who approves or returns it.',
  });
  expect(await rowOf(periodStart)).toMatchObject({
    state: 'submitted',
    value: '91',
    submittedBy: id.Nora,
    authors: [id.Nora, id.Adam],
  });
  expect(await sentencesOf(periodStart)).toEqual([
    'Finance system, for which Nora answers, submitted January 2010 for measure 1 (version 1).',
    'Finance system, for which Nora answers, began January 2010 for measure 1.',
  ]);
  const page = await readingPage(db, await person('Olive'), 'bus-01', periodStart, today);
  expect(page?.submitted?.by).toBe('Finance system (Nora answers for it)');
  expect(page?.steps).toEqual(['withdraw']);
  const signed = 'Finance system (Nora answers for it)';
  const [waiting] = await reviewsFor(db, await person('Hana'), today);
  expect(waiting?.submitted.by).toBe(signed);
  const own = await ownReadings(db, await person('Olive'), { state: 'submitted', page: 1 });
  expect(own.map(({ by }) => by)).toEqual([signed]);
  // Of the token there is its hash alone, in one place.
  const [row] = await db.select().from(systems).where(eq(systems.id, system));
  const secret = token.slice(tokenPrefix.length);
  expect(JSON.stringify(row)).not.toContain(secret);
  expect(row?.tokenStart).toBe(secret.slice(0, 4));
  expect(JSON.stringify(await db.select().from(events))).not.toContain(secret);
  expect(await systemByToken(db, secret)).toMatchObject({ systemId: system, responsibleId: id.Nora, unnoted: true });
});

test('a reading that lacks something stays a draft, says what is missing, and its owner finishes it', async () => {
  const { id: system } = await make('Adam', 'Nora');
  const periodStart = month();
  const received = await send(system, reading(periodStart, { value: '40', comments: null, actions: [] }));
  expect(received).toMatchObject({ state: 'draft', begun: true });
  expect(received.findings.map(({ field, kept }) => [field, kept])).toContainEqual(['comments', null]);
  const page = await readingPage(db, await person('Olive'), 'bus-01', periodStart, today);
  expect(page).toMatchObject({ state: 'draft', sentBy: 'Finance system', steps: ['save', 'submit'] });
  const drafts = await ownReadings(db, await person('Olive'), { state: 'draft', page: 1 });
  expect(drafts.map(({ by }) => by)).toEqual(['Finance system']);
  const saved = await saveReading(db, as('Olive'), {
    code: 'bus-01',
    periodStart,
    version: 1,
    content: content({ value: '40', comments: 'A strike because of pay.', unusual: 'A strike.' }),
  });
  await submitReading(db, as('Olive'), saved);
  expect(await rowOf(periodStart)).toMatchObject({
    state: 'submitted',
    submittedBy: id.Olive,
    authors: [id.Nora, id.Adam, id.Olive],
  });
  const after = await readingPage(db, await person('Olive'), 'bus-01', periodStart, today);
  expect(after).toMatchObject({ sentBy: null, submitted: { by: 'Olive' } });
});

test('sent again, a draft of its own is replaced; with submit false it stays one', async () => {
  const { id: system } = await make('Adam', 'Nora');
  const periodStart = month();
  const first = await send(system, reading(periodStart, { submit: false }));
  expect(first).toMatchObject({ state: 'draft', version: 1, findings: [] });
  expect(await send(system, reading(periodStart, { submit: false }))).toMatchObject({ begun: false, version: 1 });
  expect(await send(system, reading(periodStart, { value: '92' }))).toMatchObject({
    begun: false,
    state: 'submitted',
    version: 2,
  });
  expect(await rowOf(periodStart)).toMatchObject({ value: '92', authors: [id.Nora, id.Adam] });
});

describe('it never writes over what is somebody’s by now', () => {
  const taken = async (take: (periodStart: string) => Promise<unknown>, body: Body = {}) => {
    const { id: system } = await make('Adam', 'Nora');
    const periodStart = month();
    await send(system, reading(periodStart, { submit: false, ...body }));
    await take(periodStart);
    const before = await rowOf(periodStart);
    const sentence = await refused(send(system, reading(periodStart, { value: '95' })));
    expect(await rowOf(periodStart)).toEqual(before);
    return sentence;
  };

  test('a draft in which its owner wrote', async () => {
    const sentence = await taken((periodStart) =>
      saveReading(db, as('Olive'), { code: 'bus-01', periodStart, version: 1, content: content({ value: '93' }) }),
    );
    expect(sentence).toBe('Somebody has written in this reading, and goes on with it: nothing was changed.');
  });

  test('a draft of another system', async () => {
    const { id: other } = await make('Adam', 'Nora', ['bus-01'], 'Fleet system');
    const periodStart = month();
    await send(other, reading(periodStart, { submit: false }));
    const { id: system } = await make('Adam', 'Nora');
    expect(await refused(send(system, reading(periodStart)))).toContain('Somebody has written in this reading');
  });

  test('one that is submitted, returned, approved or being corrected', async () => {
    const full = { submit: true };
    expect(await taken(async () => {}, full)).toContain('is with the head of service, or further on');
    expect(await taken(async (start) => approveReading(db, as('Hana'), await seen(start)), full)).toContain(
      'is with the head of service, or further on',
    );
    expect(
      await taken(
        async (start) => returnReading(db, as('Hana'), { ...(await seen(start)), reason: 'Say more', suggested: null }),
        full,
      ),
    ).toBe('The head of service returned this reading to its data owner, who answers: nothing was changed.');
  });
});

test('what is no measure of its own is refused in the same words as no measure at all, and one event a day says so', async () => {
  const { id: system } = await make('Adam', 'Nora');
  for (const measure of ['bus-02', 'tram-01', 'nowhere-1'])
    expect(await refused(send(system, reading('2026-06-01', { measure })))).toBe(
      'This token may not send readings of a measure of that id.',
    );
  const tries = await db
    .select({ details: events.details })
    .from(events)
    .where(and(eq(events.subject, 'system'), eq(events.subjectId, system), eq(events.kind, 'step_refused')));
  expect(tries).toHaveLength(1);
  expect(JSON.stringify(tries)).not.toMatch(/bus-02|tram-01|nowhere/);
});

test.each([
  ['a day on which no period begins', { period_start: '2026-06-15' }, 'No period of this measure begins on this day'],
  ['a period that has not ended', { period_start: '2026-08-01' }, 'This period has not ended yet'],
  ['a period before the first', { period_start: '2009-12-01' }, 'The first figure of this measure is for the period'],
  ['another unit', { unit: 'days' }, 'This measure is counted in percent (%)'],
  ['a figure that is none', { value: '9,3' }, '9,3'],
  ['more than all', { value: '130' }, '130'],
  ['a figure beside its reason', { missing: 'not_collected' }, 'There is a figure and a reason for having none'],
  ['half of its parts', { value: null, numerator: '216' }, 'the sum needs both numbers'],
] as const)('%s is refused, and nothing is written', async (_what, more, words) => {
  const { id: system } = await make('Adam', 'Nora');
  const before = await db.$count(readingVersions);
  expect((await refused(send(system, reading('2026-05-01', more)))).toLowerCase()).toContain(words.toLowerCase());
  expect(await db.$count(readingVersions)).toBe(before);
});

test('a figure far from its history needs its reason, which may come along', async () => {
  const { id: system } = await make('Adam', 'Nora', ['bus-03']);
  for (let index = 0; index < 8; index += 1) {
    const periodStart = addMonths('2020-01-01', index);
    const sent = await send(system, reading(periodStart, { measure: 'bus-03', value: String(90 + (index % 2)) }));
    await approveReading(db, as('Hana'), { readingId: (await bus3(periodStart)).id, version: sent.version });
  }
  const far = { measure: 'bus-03', value: '11', unusual: null };
  const asked = await send(system, reading('2020-09-01', far));
  expect(asked.state).toBe('draft');
  expect(asked.findings.map(({ field }) => field)).toContain('unusual');
  expect(await send(system, reading('2020-09-01', { ...far, unusual: 'A strike of ten days.' }))).toMatchObject({
    state: 'submitted',
  });
});
const bus3 = async (periodStart: string) => {
  const place = await db.query.measures.findFirst({ where: (row) => eq(row.code, 'bus-03') });
  const [row] = await db
    .select()
    .from(readings)
    .where(and(eq(readings.periodStart, periodStart), eq(readings.measureId, place?.id ?? 0)));
  if (!row) throw new Error('there is no such reading');
  return row;
};

test('at the end the record is what was written, its authors too', async () => {
  expect((await verifyRecord(db)).tampered).toBeNull();
  const [row] = await db.select().from(readings).where(eq(readings.state, 'submitted')).limit(1);
  await db
    .update(readings)
    .set({ authors: [id.Nora] })
    .where(eq(readings.id, row?.id ?? 0));
  expect((await verifyRecord(db)).tampered).toMatchObject({ table: 'readings', id: String(row?.id) });
});
