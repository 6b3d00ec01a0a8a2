import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { measures, readings, services } from '@/db/schema';
import type { ServiceWords } from '@/lib/framework/service-entry';

type Row = typeof services.$inferSelect;

/** Every service in the council's order. */
export const servicesInOrder = (db: Connection): Promise<Row[]> =>
  db.select().from(services).orderBy(asc(services.position), asc(services.id));

/** What is kept of a service, with its place among all. */
export function serviceWordsOf(service: Row, inOrder: Row[]): ServiceWords {
  const { name, notice, release, quarantineHours } = service;
  return { name, notice, place: inOrder.findIndex(({ id }) => id === service.id) + 1, release, quarantineHours };
}

/** How many readings of a service are approved and not published. */
export async function approvedReadings(db: Connection, serviceId: number): Promise<number> {
  const own = db.select({ id: measures.id }).from(measures).where(eq(measures.serviceId, serviceId));
  return db.$count(readings, and(inArray(readings.measureId, own), eq(readings.state, 'approved')));
}
