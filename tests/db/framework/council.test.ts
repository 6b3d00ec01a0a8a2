import { desc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { changeCouncil } from '@/db/commands/service/council';
import { openRecord } from '@/db/events/opening';
import { keptCouncil } from '@/db/queries/framework/council';
import { theCouncil } from '@/db/queries/published/in-force';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events } from '@/db/schema';
import type { CouncilWords } from '@/lib/framework/council-entry';
import { eventSentence } from '@/lib/record/event-sentence';
import { at, type Name, refused, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const { as, person } = await workingCouncil(db);
await openRecord(db, at);

const present = async () => {
  const here = await keptCouncil(db, await person('Ada'));
  if (!here) throw new Error('there is no council');
  return here;
};
const change = async (more: Partial<CouncilWords>, name: Name = 'Ada', seen?: Record<string, string>) => {
  const { words, was } = await present();
  return changeCouncil(db, as(name), { words: { ...words, ...more }, was: seen ?? was });
};
const licence = 'Open Government Licence v3.0';

test('what changes is public at once, and the history has it before and after', async () => {
  await change({ areaCode: 'E06000999', licence });
  expect(await theCouncil(db)).toMatchObject({ name: 'Testshire', areaCode: 'E06000999', licence });
  await change({ name: 'Testshire Council' }, 'Adam');
  const last = await db.select().from(events).orderBy(desc(events.id)).limit(2);
  expect(last.map((event) => eventSentence({ ...event, who: 'Ada' }))).toEqual([
    'Ada changed what is kept of the council: the name from “Testshire” to “Testshire Council”.',
    `Ada changed what is kept of the council: the area code from nothing to “E06000999”, and the licence from nothing to “${licence}”.`,
  ]);
  expect(await refused(change({}))).toBe('That is how the council stands already: nothing was changed.');
});

test('the language of the public pages is kept with its history', async () => {
  await change({ language: 'cy' });
  expect((await theCouncil(db))?.language).toBe('cy');
  const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
  expect(event && eventSentence({ ...event, who: 'Ada' })).toBe(
    'Ada changed what is kept of the council: the language from “English” to “Welsh (Cymraeg)”.',
  );
});

test('of two who change it at once the second is told what the first did', async () => {
  const { was } = await present();
  const ends = await Promise.all([
    refused(change({ contact: 'ask@testshire.example' }, 'Ada', was)),
    refused(change({ contact: 'post@testshire.example' }, 'Adam', was)),
  ]);
  expect(ends).toContain('accepted');
  expect(ends.find((end) => end !== 'accepted')).toMatch(/the contact is “(ask|post)@testshire\.example” by now/);
});

test('nobody else changes it or sees its page; a try is kept', async () => {
  for (const name of ['Olive', 'Hana', 'Cal', 'Nora'] as const) {
    expect(await keptCouncil(db, await person(name))).toBeNull();
    expect(await refused(change({ name: 'Mine' }, name))).toMatch(/^Only the performance officer or an administrator/);
  }
  const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
  expect(event && eventSentence({ ...event, who: 'Nora' })).toMatch(
    /^Nora tried to change what is kept of the council, and was told: /,
  );
  expect((await verifyRecord(db)).tampered).toBeNull();
});
