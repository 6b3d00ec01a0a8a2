import { and, eq } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { oneOf } from '@/db/connection/written-out';
import { announcements } from '@/db/schema';

export type AnnouncementRow = typeof announcements.$inferSelect;

/** The announced release of a service that still waits for its moment; null when there is none. */
export async function waitingRelease(db: Connection, serviceId: number): Promise<AnnouncementRow | null> {
  const [row] = await db
    .select()
    .from(announcements)
    .where(and(eq(announcements.serviceId, serviceId), oneOf(announcements.state, 'announced')));
  return row ?? null;
}
