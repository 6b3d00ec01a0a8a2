import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { applyImport } from '@/db/commands/bring-in/apply';
import { confirmImport, stopImport } from '@/db/commands/bring-in/import-steps';
import { addMeasure } from '@/db/commands/measure/measure-add';
import { editMeasure } from '@/db/commands/measure/measure-edit';
import { setTarget } from '@/db/commands/measure/targets';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { draftOf } from '@/db/facts/measure-draft';
import { verifyRecord } from '@/db/queries/verify/verify';
import { imports, measures, readings, targets } from '@/db/schema';
import { measureFields } from '@/lib/framework/measure-differences';
import { bringIn, outcome, understood } from '../../support/council/brought';
import { draft, target } from '../../support/council/drafts';
import { wish } from '../../support/council/wishes';
import { at, content, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 20 });
const { as, buses, trams } = await workingCouncil(db, { from: '2026-01-01', buses: 12 });
await openRecord(db, at);
let used = 0;
const fresh = () => `bus-${String(++used).padStart(2, '0')}`;
const moment = { at, today };
const row = (code: string, fields: Record<string, string>) => wish('measure', 2, { service: 'Buses', code, ...fields });
const drafted = (code: string, figure: string, period = 'July 2026') =>
  wish('reading', 2, { measure: code, period, figure });
const measureOf = async (code: string) => {
  const [measure] = await db.select().from(measures).where(eq(measures.code, code));
  if (!measure) throw new Error(`there is no measure ${code}`);
  return measure;
};

beforeEach(async () => {
  await db.delete(imports);
});

test('two officers change the same measure: one wins, the other sees both', async () => {
  const code = fresh();
  const file = await understood(db, as('Ada'), [row(code, { lag_days: '30' })]);
  const before = draftOf(await measureOf(code));
  await editMeasure(db, as('Ada'), {
    code,
    draft: { ...before, lagDays: 21 },
    was: measureFields(before),
    reason: 'More time.',
  });
  expect(await bringIn(db, as('Ada'), file.id)).toMatchObject({
    state: 'waiting',
    sentence: `Nothing was brought in. Measure ${code}, ${before.title}: Somebody changed this after the file was read: the days until it is due is “21” by now, and was “14”. The file has: The days until it is due: “30” instead of “14”. Look at what the file would do now.`,
  });
  const other = await understood(db, as('Ada'), [row(code, { lag_days: '30' })]);
  expect(await bringIn(db, as('Ada'), other.id)).toMatchObject({ state: 'done' });
  const stale = measureFields({ ...before, lagDays: 21 });
  expect(
    await refused(editMeasure(db, as('Ada'), { code, draft: { ...before, lagDays: 22 }, was: stale, reason: 'x' })),
  ).toMatch(/the days until it is due is “30” by now, and was “21”/);
});

test('of the good rows alone those that were overtaken are refused, with what rests on them', async () => {
  const code = fresh();
  const added = {
    title: 'Buses that ran',
    definition: 'Ran.',
    unit: 'percent',
    better: 'higher',
    frequency: 'monthly',
    first_period: 'January 2026',
  };
  const file = await understood(db, as('Ada'), [
    row('ferry-09', added),
    wish('target', 2, { measure: 'ferry-09', from: 'January 2026', shape: 'at least', green_from: '95' }),
    drafted('ferry-09', '90'),
    drafted(code, '91'),
  ]);
  await addMeasure(db, as('Ada'), {
    service: 'buses',
    draft: draft({ code: 'ferry-09', number: 40, requiredFrom: '2026-01-01' }),
  });
  const end = await bringIn(db, as('Ada'), file.id, { onlyGood: true });
  expect(end).toMatchObject({ state: 'done', counts: { create: 2, refuse: 2 } });
  expect(end.refused).toEqual([
    expect.stringMatching(/^Somebody changed this after the file was read: the definition is “Journeys that ran/),
    expect.stringMatching(/^Somebody changed this .*A draft: 90\.0%\. The file has: A draft: 90%\.$/),
  ]);
});

test('two files at once that add the same measure: one adds it, the other finds it as it wants it or is refused', async () => {
  const added = {
    title: 'Ferries',
    definition: 'Ran.',
    unit: 'percent',
    better: 'higher',
    frequency: 'monthly',
    first_period: 'January 2026',
    number: '50',
  };
  const one = await understood(db, as('Ada'), [row('race-01', added), drafted('race-01', '90')]);
  const two = await understood(db, as('Ada'), [row('race-01', { ...added, title: 'Ships' }), drafted('race-01', '80')]);
  const three = await understood(db, as('Ada'), [row('race-01', added), drafted('race-01', '90')]);
  for (const { id } of [one, two, three]) await confirmImport(db, as('Ada'), { id, onlyGood: true });
  await Promise.all([one, two, three].map(({ id }) => applyImport(db, id, moment)));
  const ends = await Promise.all([one, two, three].map(({ id }) => outcome(db, id)));
  expect(ends.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  const counted = ends.map(({ counts }) => counts?.create);
  expect(counted.filter((count) => count === 2)).toHaveLength(1);
  expect(await db.$count(measures, eq(measures.code, 'race-01'))).toBe(1);
  expect(await db.$count(readings, eq(readings.measureId, (await measureOf('race-01')).id))).toBe(1);
});

test('the same file brought in from two places at once is brought in once', async () => {
  const code = fresh();
  const file = await understood(db, as('Ada'), [drafted(code, '90')]);
  await confirmImport(db, as('Ada'), { id: file.id, onlyGood: false });
  const ends = await Promise.all(Array.from({ length: 6 }, () => applyImport(db, file.id, moment)));
  expect(ends.filter(Boolean)).toHaveLength(1);
  expect(await db.$count(readings, eq(readings.measureId, (await measureOf(code)).id))).toBe(1);
});

test('a file and an owner who begin the same reading: one is there, and the other is told of it', async () => {
  for (let round = 0; round < 3; round += 1) {
    const code = fresh();
    const file = await understood(db, as('Ada'), [drafted(code, '90')]);
    await confirmImport(db, as('Ada'), { id: file.id, onlyGood: false });
    const save = { code, periodStart: '2026-07-01', version: null, content: content() };
    const [saved] = await Promise.all([refused(saveReading(db, as('Olive'), save)), applyImport(db, file.id, moment)]);
    const { state, sentence } = await outcome(db, file.id);
    expect([saved === 'accepted', state]).toEqual(saved === 'accepted' ? [true, 'waiting'] : [false, 'done']);
    if (state === 'waiting')
      expect(sentence).toMatch(/figure is “91%” by now, and was nothing\. The file has: A draft: 90%/);
    else expect(saved).toMatch(/Ada wrote this reading at .*before anything was saved, it is now version 1/);
  }
});

test('a file, a target and an approval that come at once: nothing is judged by a target that it did not see', async () => {
  const code = fresh();
  const seen = await submitted(db, as('Olive'), code);
  const later = {
    from: 'July 2026',
    shape: 'at least',
    green_from: '97',
    reason: 'More buses.',
    decided_by: 'Cabinet',
    decided_on: '30 June 2026',
  };
  const file = await understood(db, as('Ada'), [wish('target', 2, { measure: code, ...later })]);
  await confirmImport(db, as('Ada'), { id: file.id, onlyGood: false });
  const was = { 'the target from January 2026': 'at least 90%' };
  const [set] = await Promise.all([
    refused(setTarget(db, as('Ada'), { code, draft: target('98'), was })),
    applyImport(db, file.id, moment),
    refused(approveReading(db, as('Hana'), seen)),
  ]);
  const { state } = await outcome(db, file.id);
  expect([set === 'accepted', state === 'done'].filter(Boolean).length).toBe(1);
  expect(await db.$count(targets, eq(targets.measureId, (await measureOf(code)).id))).toBe(2);
});

test('a file and a publication of its service take turns', async () => {
  const tram = 'tram-01';
  for (const month of ['01', '02', '03', '04', '05', '06', '07']) {
    const reading = await submitted(db, as('Otis'), tram, content({ unusual: 'Yes.' }), `2026-${month}-01`);
    await approveReading(db, as('Hester'), reading);
  }
  const { findings } = await nextEdition(db, trams, today, 'signed');
  const acknowledged = findings.warnings.map(({ id: finding }) => ({ finding, reason: 'Known' }));
  const file = await understood(db, as('Ada'), [
    wish('measure', 2, { service: 'Trams', code: tram, lag_days: '30' }),
    drafted(tram, '80'),
  ]);
  expect(file.rows.map(({ action }) => action)).toEqual(['change', 'refuse']);
  await confirmImport(db, as('Ada'), { id: file.id, onlyGood: true });
  await Promise.all([
    publishEdition(db, as('Ada'), { service: 'trams', asAt: today, note: null, acknowledged }),
    applyImport(db, file.id, moment),
  ]);
  expect((await outcome(db, file.id)).state).toBe('done');
  const again = await understood(db, as('Ada'), [drafted(tram, '80')]);
  expect(again.rows[0]?.sentence).toBe(
    'July 2026 of tram-01 is published: correct it on its page. The file has 80% as figure, and here is 91%.',
  );
});

test('a file that is stopped while it is brought in is either done or stopped, and then nothing of it is there', async () => {
  for (let round = 0; round < 3; round += 1) {
    const code = fresh();
    const file = await understood(db, as('Ada'), [drafted(code, '90')]);
    await confirmImport(db, as('Ada'), { id: file.id, onlyGood: false });
    const [stopped, done] = await Promise.all([
      refused(stopImport(db, as('Ada'), { id: file.id })),
      applyImport(db, file.id, moment),
    ]);
    const { state } = await outcome(db, file.id);
    expect([state, done]).toEqual(stopped === 'accepted' ? ['stopped', false] : ['done', true]);
    const { id } = await measureOf(code);
    expect(await db.$count(readings, eq(readings.measureId, id))).toBe(stopped === 'accepted' ? 0 : 1);
    const [kept] = await db.select({ bytes: imports.bytes }).from(imports).where(eq(imports.id, file.id));
    expect(kept?.bytes).toBeNull();
  }
});

test('the record holds', async () => {
  expect(buses.id).toBeGreaterThan(0);
  expect((await verifyRecord(db)).tampered).toBeNull();
});
