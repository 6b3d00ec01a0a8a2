import { asc, desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addCommittee } from '@/db/commands/committee/committees';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { addService, changeService } from '@/db/commands/service/services';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { keptService, keptServices } from '@/db/queries/framework/services';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, services } from '@/db/schema';
import { type ServiceWords, serviceFields } from '@/lib/framework/service-entry';
import { eventSentence } from '@/lib/record/event-sentence';
import { mistyped } from '../../support/council/mistyped';
import { at, refused, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const { as, person, buses } = await workingCouncil(db);
await openRecord(db, at);

const words: ServiceWords = {
  name: 'Ferries',
  slug: 'ferries',
  notice: null,
  place: 2,
  release: 'release',
  quarantineHours: null,
  contact: null,
};
const inOrder = async () =>
  (await db.select({ slug: services.slug }).from(services).orderBy(asc(services.position))).map(({ slug }) => slug);
const present = async (slug: string): Promise<ServiceWords> => {
  const here = await keptService(db, await person('Ada'), slug);
  if (!here) throw new Error(`${slug} is not there`);
  return here.words;
};
const change = async (slug: string, more: Partial<ServiceWords>, seen?: ServiceWords) => {
  const before = await present(slug);
  return changeService(db, as('Ada'), { slug, words: { ...before, ...more }, was: serviceFields(seen ?? before) });
};
const lastSentence = async () => {
  const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
  return event ? eventSentence({ kind: event.kind, details: event.details, who: 'Ada' }) : null;
};

test('a service is added between two others, in its own chain; its address is taken once', async () => {
  expect(await addService(db, as('Ada'), { words })).toBe('ferries');
  expect(await inOrder()).toEqual(['buses', 'ferries', 'trams']);
  expect(await lastSentence()).toBe('Ada added the service Ferries.');
  expect(await mistyped(addService(db, as('Ada'), { words }))).toBe(
    'Ferries has this address already: choose another.',
  );
  const listed = await keptServices(db, await person('Ada'));
  expect(listed?.map(({ slug, words: { place }, head, measures }) => [slug, place, head, measures])).toEqual([
    ['buses', 1, 'Hana', 2],
    ['ferries', 2, null, 0],
    ['trams', 3, 'Hester', 1],
  ]);
});

test('its page says who heads it, and which committees hear it', async () => {
  const page = async (slug: string) => keptService(db, await person('Ada'), slug);
  expect(await page('ferries')).toMatchObject({ head: null, committees: [] });
  await addCommittee(db, as('Ada'), { slug: 'travel', words: { name: 'Travel', services: ['buses', 'trams'] } });
  expect(await page('buses')).toMatchObject({ head: 'Hana', committees: [{ slug: 'travel', name: 'Travel' }] });
});

test('a contact is kept, and told with what was and what is; the record refuses one that cannot be reached', async () => {
  const contact = { name: 'Tram desk', email: 'trams@testshire.example', phone: null };
  await change('trams', { contact });
  expect(await lastSentence()).toBe(
    'Ada changed Trams: the contact from nothing to “Tram desk, trams@testshire.example”.',
  );
  expect((await present('trams')).contact).toEqual(contact);
  await change('trams', { contact: null });
  expect(await lastSentence()).toBe(
    'Ada changed Trams: the contact from “Tram desk, trams@testshire.example” to nothing.',
  );
  expect((await present('trams')).contact).toBeNull();
  await expect(
    db.update(services).set({ contactName: 'Nobody to reach' }).where(eq(services.slug, 'trams')),
  ).rejects.toMatchObject({ cause: { constraint_name: 'a_contact_has_a_name_and_can_be_reached' } });
});

test('a change is told with what was and what is; what is so already is no change', async () => {
  await change('ferries', { name: 'Ferries and piers', notice: 'Counted at the quays.', place: 3 });
  expect(await inOrder()).toEqual(['buses', 'trams', 'ferries']);
  expect(await lastSentence()).toBe(
    'Ada changed Ferries: the name from “Ferries” to “Ferries and piers”, the notice from nothing to “Counted at the quays.”, and the place from “2” to “3”.',
  );
  expect(await refused(change('ferries', {}))).toMatch(/stands already/);
  await change('ferries', { release: 'rolling', quarantineHours: 24 });
  expect(await lastSentence()).toBe(
    'Ada changed Ferries and piers: how it is published from “when the performance officer releases an edition” to “on their own, 24 hours after an approval”.',
  );
});

test('of two officers who change the same service the second is told what the first did', async () => {
  const seen = await present('trams');
  const both = await Promise.all([
    refused(change('trams', { name: 'Trams and trains' }, seen)),
    refused(change('trams', { name: 'Light rail' }, seen)),
  ]);
  const told = both.find((end) => end !== 'accepted') ?? '';
  expect(both).toContain('accepted');
  expect(told).toMatch(
    /^Somebody changed this service while you had the page open: the name is “(Trams and trains|Light rail)” by now, and was “Trams”\. Look at it again\.$/,
  );
});

test('while a release is announced nothing of its service changes; once it is cancelled it may', async () => {
  const dueAt = '2026-08-18T08:30:00Z';
  const announced = { service: 'buses', asAt: today, note: null, dueAt };
  const { findings } = await nextEdition(db, buses, today, 'signed');
  const acknowledged = findings.warnings.map((warning) => ({ finding: warning.id, reason: 'Known' }));
  const { id } = await announceRelease(db, as('Ada'), { ...announced, acknowledged });
  expect(await refused(change('buses', { notice: 'New.' }))).toMatch(
    /^Edition 1 is announced for .* with this service as it is now: wait for it, or cancel it\.$/,
  );
  expect((await keptService(db, await person('Ada'), 'buses'))?.announced).toMatch(/^Edition 1 is announced for/);
  await cancelRelease(db, as('Ada'), { id, dueAt, reason: 'Not yet.' });
  expect(await refused(change('buses', { notice: 'New.' }))).toBe('accepted');
});

test('nobody else sees the page, and a service that is not there is not', async () => {
  for (const name of ['Hana', 'Olive', 'Cal', 'Adam', 'Nora'] as const) {
    expect(await keptServices(db, await person(name))).toBeNull();
    expect(await keptService(db, await person(name), 'buses')).toBeNull();
  }
  expect(await keptService(db, await person('Ada'), 'nowhere')).toBeNull();
});

test('the record holds', async () => {
  expect((await verifyRecord(db)).tampered).toBeNull();
  expect(await db.$count(events, eq(events.kind, 'service_changed'))).toBe(6);
});
