import { desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { setOutturn } from '@/db/commands/measure/outturns';
import { openRecord } from '@/db/events/opening';
import { measureRecord } from '@/db/queries/framework/measure-record';
import { outturnPage } from '@/db/queries/framework/outturns';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, outturns } from '@/db/schema';
import { outturnEffect } from '@/lib/framework/outturn-effect';
import type { OutturnDraft } from '@/lib/framework/outturn-entry';
import { eventSentence } from '@/lib/record/event-sentence';
import { mistyped } from '../../support/council/mistyped';
import { at, refused, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 6 });
const { as, person } = await workingCouncil(db);
await openRecord(db, at);

const outturn = (value: string, more: Partial<OutturnDraft> = {}): OutturnDraft => ({
  year: 2025,
  value,
  source: 'The statutory return of June 2026',
  reason: '',
  ...more,
});
const pageOf = async (code: string) => {
  const page = await outturnPage(db, await person('Ada'), code, today);
  if (!page) throw new Error(`${code} is not there`);
  return page;
};
const set = async (draft: OutturnDraft, was?: Record<string, string>) =>
  setOutturn(db, as('Ada'), { code: 'bus-01', draft, was: was ?? (await pageOf('bus-01')).was });
const lastSentence = async () => {
  const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
  return event ? eventSentence({ kind: event.kind, details: event.details, who: 'Ada' }) : null;
};

test('the outturn of a year that is over is entered with where it comes from', async () => {
  const page = await pageOf('bus-01');
  expect(page.years.slice(0, 2).map(({ year, name }) => [year, name])).toEqual([
    ['2025', '2025/26'],
    ['2024', '2024/25'],
  ]);
  const here = await measureRecord(db, await person('Ada'), 'bus-01', today);
  if (!here) throw new Error('nothing to enter it for');
  expect(outturnEffect(here.record, outturn('88.4'), today).sentences[0]).toBe('The outturn of 2025/26 would be 88%.');
  await set(outturn('88.4'));
  expect(await db.select().from(outturns)).toMatchObject([
    { year: 2025, value: '88.4', source: 'The statutory return of June 2026' },
  ]);
  expect(await lastSentence()).toBe('Ada entered the outturn of measure 1 for 2025/26: 88%.');
});

test('another figure for the same year says why, and the history tells both', async () => {
  expect(await mistyped(set(outturn('90')))).toBe('88% is entered for this year already: say why it changes.');
  await set(outturn('90', { reason: 'A depot was missed.' }));
  expect(await lastSentence()).toBe(
    'Ada entered the outturn of measure 1 for 2025/26: 90% instead of 88%: A depot was missed.',
  );
  expect(await refused(set(outturn('90', { reason: 'Again.' })))).toMatch(/nothing was changed/);
});

test.each<[string, OutturnDraft, RegExp]>([
  ['a year that is not over', outturn('90', { year: 2026 }), /^Choose a year that is over/],
  ['a percentage of more than the whole', outturn('101', { year: 2024 }), /outside 0% to 100%/],
  ['words', outturn('eighty', { year: 2024 }), /in words/],
  ['nothing', outturn(' ', { year: 2024 }), /^Enter the figure of the whole year/],
  ['no source', outturn('90', { year: 2024, source: '' }), /^Say where the figure comes from/],
])('%s is refused', async (_, draft, sentence) => {
  expect(await mistyped(set(draft))).toMatch(sentence);
  expect(await db.$count(outturns)).toBe(1);
});

test('of two officers the second is told what the first entered', async () => {
  const { was } = await pageOf('bus-01');
  const both = await Promise.all([
    refused(set(outturn('71', { year: 2024 }), was)),
    refused(set(outturn('72', { year: 2023 }), was)),
  ]);
  expect(both).toContain('accepted');
  expect(both.find((end) => end !== 'accepted')).toMatch(
    /the outturn of 202[34]\/2[45] is “7[12]” by now, and was nothing\./,
  );
});

test('nobody else sees them, and the record holds', async () => {
  for (const name of ['Hana', 'Olive', 'Cal', 'Adam', 'Nora'] as const)
    expect(await outturnPage(db, await person(name), 'bus-01', today)).toBeNull();
  expect(await db.$count(events, eq(events.kind, 'outturn_set'))).toBe(3);
  expect((await verifyRecord(db)).tampered).toBeNull();
});
