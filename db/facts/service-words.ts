import { and, arrayContains, asc, eq, inArray, or, type SQL } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { oneOf } from '@/db/connection/written-out';
import { measures, readings, services } from '@/db/schema';
import type { Contact } from '@/lib/form/contact-fields';
import type { ServiceWords } from '@/lib/framework/service-entry';

type Row = typeof services.$inferSelect;

/** Every service in the council's order. */
export const servicesInOrder = (db: Connection): Promise<Row[]> =>
  db.select().from(services).orderBy(asc(services.position), asc(services.id));

/** That a service has an address now, or had it once: an address stays with its service for ever. */
export const hasAddress = (slug: string): SQL =>
  or(eq(services.slug, slug), arrayContains(services.earlierSlugs, [slug])) as SQL;

/** What is kept of a service, with its place among all. */
export function serviceWordsOf(service: Row, inOrder: Row[]): ServiceWords {
  const { name, slug, notice, release, quarantineHours } = service;
  const place = inOrder.findIndex(({ id }) => id === service.id) + 1;
  return { name, slug, notice, place, release, quarantineHours, contact: contactOf(service) };
}

/** The contact of a service; null where it has none of its own. */
const contactOf = ({ contactName: name, contactEmail: email, contactPhone: phone }: Row): Contact | null =>
  name === null ? null : { name, email, phone };

/** A contact as the columns of its service. */
export const contactColumns = (contact: Contact | null) => ({
  contactName: contact?.name ?? null,
  contactEmail: contact?.email ?? null,
  contactPhone: contact?.phone ?? null,
});

/** How many readings of a service are approved and not published. */
export async function approvedReadings(db: Connection, serviceId: number): Promise<number> {
  const own = db.select({ id: measures.id }).from(measures).where(eq(measures.serviceId, serviceId));
  return db.$count(readings, and(inArray(readings.measureId, own), oneOf(readings.state, 'approved')));
}
