import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { publishAsIs } from '@/db/commands/release/edition-write';
import { demoDay, seedDemonstration } from '@/db/demo/seed';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { people, services } from '@/db/schema';
import { isKeptBack } from '@/lib/edition/frozen-figures';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();

test('where nothing is new the next edition says what the last one said, the direction of a hidden count included', async () => {
  await seedDemonstration(db);
  const slug = 'childrens-social-care';
  const [service] = await db.select().from(services).where(eq(services.slug, slug));
  const [ada] = await db.select().from(people).where(eq(people.name, 'Ada Byrne'));
  if (!service || !ada) throw new Error('the demonstration is not there');
  const next = await nextEdition(db, service, demoDay, 'signed');
  const before = next.inForce?.rows ?? [];
  const hidden = before.filter(({ current, travel }) => isKeptBack(current) && travel.direction !== null);
  expect(
    hidden.map(({ code }) => code),
    'hidden counts with a direction',
  ).toEqual(['csc-08', 'csc-09']);
  expect(next.findings.blockers.map(({ id }) => id)).toEqual(['nothing-changed']);
  const publication = { actorId: ada.id, publisher: 'performance officer', service: slug, asAt: demoDay };
  await publishAsIs(db, { ...publication, at: '2018-08-17T18:00:00Z' });
  const third = await nextEdition(db, service, demoDay, 'signed');
  expect(third.last?.number).toBe(2);
  expect(third.rows.map(({ travel }) => travel)).toEqual(before.map(({ travel }) => travel));
});
