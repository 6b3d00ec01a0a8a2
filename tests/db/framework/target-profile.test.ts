import { desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { takeTargetBack } from '@/db/commands/measure/target-removal';
import { setTarget } from '@/db/commands/measure/targets';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { openRecord } from '@/db/events/opening';
import { targetsOf } from '@/db/facts/measure-facts';
import { measureRecord } from '@/db/queries/framework/measure-record';
import { targetPage } from '@/db/queries/framework/targets';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, measures } from '@/db/schema';
import { freezeRow } from '@/lib/edition/freeze-row';
import { cutAt } from '@/lib/framework/measure-effect';
import { targetFields } from '@/lib/framework/target-effect';
import type { TargetDraft } from '@/lib/framework/target-entry';
import { decision, target } from '../../support/council/drafts';
import { at, content, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 6 });
const { as, person } = await workingCouncil(db, { from: '2026-04-01' });
await openRecord(db, at);

const rowOf = async (code: string) => {
  const [row] = await db.select().from(measures).where(eq(measures.code, code));
  if (!row) throw new Error(`${code} is not there`);
  return row;
};
const set = async (code: string, draft: TargetDraft) => {
  const measure = await rowOf(code);
  return setTarget(db, as('Ada'), { code, draft, was: targetFields(await targetsOf(db, [measure.id]), measure) });
};
const [april, july] = ['2026-04-01', '2026-07-01'];
const at95 = { shape: 'at_least', green: '95', amber: '90' } as const;
const profile = target('91', { effectiveFrom: april, later: [{ effectiveFrom: july, target: at95 }] });

test('over the year by one decision: each period by its own step, and passing between them is no change', async () => {
  const reason = { ...decision, reason: 'A profile was agreed.' };
  // The first target, from April, was judged by nothing in this measure.
  await set('tram-01', { ...profile, decision: reason });
  const here = await targetsOf(db, [(await rowOf('tram-01')).id]);
  expect(here.map(({ effectiveFrom, target: { shape }, decision: by }) => [effectiveFrom, shape, by])).toEqual([
    [april, 'at_least', reason],
    [july, 'at_least', reason],
  ]);
  const told = await db.select().from(events).where(eq(events.kind, 'target_set')).orderBy(desc(events.id)).limit(2);
  expect(told.map(({ details }) => details.target)).toEqual(['at least 95%, amber from 90%', 'at least 91%']);
  expect(told.map(({ details }) => details.targetId)).toEqual(here.map(({ id }) => id).toReversed());
  for (const month of ['06', '07'])
    await approveReading(
      db,
      as('Hester'),
      await submitted(db, as('Otis'), 'tram-01', content({ value: '92' }), `2026-${month}-01`),
    );
  const { record } = (await measureRecord(db, await person('Ada'), 'tram-01', today)) ?? {};
  const row = record && freezeRow(record, cutAt(today));
  expect([row?.rag.colour, row?.notes]).toEqual(['amber', []]);
  // Once figures were judged by a step it stands, also against a profile that would begin before it.
  expect(await refused(set('tram-01', { ...profile, decision }))).toMatch(
    /so it stands: set another one from a later period/,
  );
  expect((await verifyRecord(db)).tampered).toBeNull();
});

test('two profiles at once: one is set, and whoever came second is shown what changed meanwhile', async () => {
  const seen = targetFields(await targetsOf(db, [(await rowOf('bus-01')).id]), await rowOf('bus-01'));
  const attempts = ['92', '93'].map((green) =>
    refused(setTarget(db, as('Ada'), { code: 'bus-01', draft: { ...profile, target: { ...at95, green } }, was: seen })),
  );
  const ends = await Promise.all(attempts);
  expect(ends.filter((end) => end === 'accepted')).toHaveLength(1);
  expect(ends.find((end) => end !== 'accepted')).toMatch(/^Somebody changed the targets while you had the page open: /);
  expect(await targetsOf(db, [(await rowOf('bus-01')).id])).toHaveLength(2);
});

test('a later step by which nothing was judged is taken back by itself', async () => {
  await takeTargetBack(db, as('Ada'), { code: 'bus-01', from: july, reason: 'The wrong year.' });
  expect((await targetPage(db, await person('Ada'), 'bus-01'))?.targets.map(({ from }) => from)).toEqual([april]);
  expect((await verifyRecord(db)).tampered).toBeNull();
});
