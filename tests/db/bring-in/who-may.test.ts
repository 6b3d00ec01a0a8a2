import { and, desc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { applyImport } from '@/db/commands/bring-in/apply';
import { answerImport } from '@/db/commands/bring-in/import-answers';
import { confirmImport, stopImport } from '@/db/commands/bring-in/import-steps';
import { receiveFile } from '@/db/commands/bring-in/receive-file';
import { takeRole } from '@/db/commands/people/role-change';
import { approveReading, submitReading } from '@/db/commands/reading/reading-steps';
import { importList } from '@/db/queries/bring-in/import-list';
import { importPage } from '@/db/queries/bring-in/import-page';
import { events, importRows, imports, measures as measureTable, readings, roles, services } from '@/db/schema';
import { permissions } from '@/lib/people/change-permissions';
import { eventSentence } from '@/lib/record/event-sentence';
import { bringIn, outcome, understood } from '../../support/council/brought';
import { wish } from '../../support/council/wishes';
import { at, emailOf, type Name, refused, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 6 });
const { as, id, person, measures } = await workingCouncil(db, { from: '2026-01-01', buses: 3 });
const everybody: Name[] = ['Olive', 'Oskar', 'Hana', 'Dev', 'Ada', 'Cal', 'Adam', 'Otis', 'Hester', 'Nora'];
const file = { name: 'Children Q1.xlsx', bytes: Buffer.from('x') };
const reading = (month: string, figure = '92', measure = 'bus-01') =>
  wish('reading', 2, { measure, period: `${month} 2026`, figure });
const lastEvent = async () => (await db.select().from(events).orderBy(desc(events.id)).limit(1))[0];

beforeEach(async () => {
  await db.delete(imports);
});

test('every role × both kinds of files: who may send one, and what everybody else is told', async () => {
  const may: Record<string, Name[]> = { council: ['Ada', 'Adam'], own: ['Olive', 'Oskar', 'Otis'] };
  for (const scope of ['council', 'own'] as const)
    for (const name of everybody) {
      const end = await refused(receiveFile(db, as(name), { ...file, scope }));
      const { otherwise } = permissions[scope === 'council' ? 'bring_in' : 'bring_in_own'];
      expect(end, `${scope}: ${name}`).toBe(may[scope]?.includes(name) ? 'accepted' : otherwise);
    }
  const event = await lastEvent();
  expect(event && eventSentence({ kind: event.kind, details: event.details, who: 'Nora' })).toBe(
    `Nora tried to bring in a file of readings, and was told: “${permissions.bring_in_own.otherwise}”`,
  );
});

test('somebody else’s file is not there: no step of it can be forged, and no page shows it', async () => {
  const own = await understood(db, as('Olive'), [reading('July')], 'own');
  const council = await understood(db, as('Ada'), [reading('July')]);
  for (const name of everybody) {
    for (const [step, command] of [
      ['own', (which: number) => confirmImport(db, as(name), { id: which, onlyGood: true })],
      ['own', (which: number) => answerImport(db, as(name), { id: which, answers: { a: 'b' } })],
      ['own', (which: number) => stopImport(db, as(name), { id: which })],
    ] as const) {
      if (name !== 'Olive') expect(await refused(command(own.id)), `${step}: ${name}`).not.toBe('accepted');
      if (name !== 'Ada') expect(await refused(command(council.id)), `council: ${name}`).not.toBe('accepted');
      expect(await refused(command(9_999)), name).not.toBe('accepted');
    }
    const who = await person(name);
    expect((await importPage(db, { who, id: own.id })) !== null, name).toBe(name === 'Olive');
    expect((await importPage(db, { who, id: council.id })) !== null, name).toBe(['Ada', 'Adam'].includes(name));
    expect(
      (await importList(db, who)).map((line) => line.id),
      name,
    ).toEqual(name === 'Olive' ? [own.id] : ['Ada', 'Adam'].includes(name) ? [council.id] : []);
  }
  expect((await outcome(db, own.id)).state).toBe('ready');
});

test('what an officer brings becomes drafts for the owners, and she approves none of them, also as a head', async () => {
  const { id: file1 } = await understood(db, as('Ada'), [reading('January'), reading('January', '90', 'bus-02')]);
  expect(await bringIn(db, as('Ada'), file1, { submits: true })).toMatchObject({ state: 'done' });
  const drafts = await db.select().from(readings).orderBy(readings.id);
  expect(drafts.map(({ state, authors }) => ({ state, authors }))).toEqual([
    { state: 'draft', authors: [id.Ada] },
    { state: 'draft', authors: [id.Ada] },
  ]);
  const [draft] = drafts;
  const seen = await submitReading(db, as('Olive'), { readingId: draft?.id ?? 0, version: 1 });
  await db.update(services).set({ headId: id.Ada });
  expect(await refused(approveReading(db, as('Ada'), seen))).toMatch(/never what they wrote or submitted/);
  await db.update(services).set({ headId: id.Hana });
  expect(await refused(approveReading(db, as('Hana'), seen))).toBe('accepted');
});

test('what an owner brings she may submit, and what lacks something stays a draft with why', async () => {
  const rows = [
    reading('February'),
    reading('March', '91'),
    wish('reading', 4, { measure: 'bus-01', period: 'April 2026', mark: 'not available yet' }),
  ];
  const brought = await understood(db, as('Olive'), rows, 'own');
  expect(await bringIn(db, as('Olive'), brought.id, { submits: true })).toMatchObject({
    state: 'done',
    counts: { create: 3 },
  });
  const states = await db
    .select({ state: readings.state, submittedBy: readings.submittedBy })
    .from(readings)
    .where(and(eq(readings.measureId, measures[0]?.id ?? 0)))
    .orderBy(readings.periodStart);
  expect(states.slice(1).map(({ state }) => state)).toEqual(['submitted', 'submitted', 'draft']);
  const [note] = await db.select({ row: importRows.row }).from(importRows).where(eq(importRows.importId, brought.id));
  expect(note?.row.sentence).toBe(
    'It is here as a draft, and was not submitted: Enter the date on which the figure is expected.',
  );
  const others = await understood(db, as('Olive'), [reading('May', '90', 'bus-03')], 'own');
  expect(others.rows[0]?.sentence).toBe('Only the data owner of this measure can write its readings.');
});

test('whoever lost the role after confirming brings nothing in, and the try is in the record', async () => {
  const brought = await understood(db, as('Ada'), [reading('May')]);
  await confirmImport(db, as('Ada'), { id: brought.id, onlyGood: false });
  await takeRole(db, as('Adam'), { email: emailOf('Ada'), role: 'performance_officer' });
  expect(await applyImport(db, brought.id, { at, today })).toBe(false);
  const { otherwise } = permissions.bring_in;
  expect(await outcome(db, brought.id)).toMatchObject({
    state: 'refused',
    sentence: `Nothing was brought in. ${otherwise}`,
  });
  expect(await lastEvent()).toMatchObject({ kind: 'step_refused', actorId: id.Ada, details: { why: otherwise } });
  expect(await db.$count(readings, eq(readings.periodStart, '2026-05-01'))).toBe(0);
  await db.insert(roles).values({ personId: id.Ada, role: 'performance_officer' });
});

test('an owner who gave a measure away after confirming is refused that reading', async () => {
  const brought = await understood(db, as('Olive'), [reading('June'), reading('June', '90', 'bus-02')], 'own');
  await db.update(measureTable).set({ ownerId: id.Oskar }).where(eq(measureTable.code, 'bus-02'));
  expect(await bringIn(db, as('Olive'), brought.id, { onlyGood: true })).toMatchObject({
    state: 'done',
    counts: { create: 1, refuse: 1 },
    refused: [
      expect.stringMatching(/Only the data owner of this measure can write its readings\. The file has: A draft: 90%/),
    ],
  });
});

test('no more than five files of one person wait, and an empty or a large one is refused', async () => {
  for (let n = 0; n < 5; n += 1) await receiveFile(db, as('Ada'), { ...file, scope: 'council' });
  expect(await refused(receiveFile(db, as('Ada'), { ...file, scope: 'council' }))).toMatch(
    /^5 files of yours wait already/,
  );
  expect(await refused(receiveFile(db, as('Adam'), { ...file, bytes: Buffer.alloc(0), scope: 'council' }))).toMatch(
    /is empty/,
  );
  const large = Buffer.alloc(10 * 1024 * 1024 + 1);
  expect(await refused(receiveFile(db, as('Adam'), { ...file, bytes: large, scope: 'council' }))).toMatch(
    /more than 10 MB/,
  );
});

test('the same form sent twice is one file, and a name is kept without folders and what cannot be shown', async () => {
  const keyed = as('Ada', { key: 'k'.repeat(16) });
  const name = 'C:\\Users\\ada\\‮Chil\u0000dren Q1.xlsx';
  const first = await receiveFile(db, keyed, { ...file, name, scope: 'council' });
  expect(await receiveFile(db, keyed, { ...file, name, scope: 'council' })).toBe(first);
  expect(await db.select({ name: imports.fileName }).from(imports)).toEqual([{ name: 'Children Q1.xlsx' }]);
});
