import { eq } from 'drizzle-orm';
import type { Transaction } from '@/db/connection/client';
import type { ServiceRow } from '@/db/facts/edition/next-edition';
import type { AnnouncementRow } from '@/db/facts/edition/waiting-release';
import { announcements, services } from '@/db/schema';
import { lockService } from './edition-locks';

/**
 * An announcement with its service, both locked, the service first as every publication does, so that nobody ever waits in
 * a circle; null when there is none.
 */
export async function lockAnnouncement(
  tx: Transaction,
  id: number,
): Promise<{ announcement: AnnouncementRow; service: ServiceRow } | null> {
  const [slugRow] = await tx
    .select({ slug: services.slug })
    .from(announcements)
    .innerJoin(services, eq(services.id, announcements.serviceId))
    .where(eq(announcements.id, id));
  const service = slugRow && (await lockService(tx, slugRow.slug));
  if (!service) return null;
  const [row] = await tx.select().from(announcements).where(eq(announcements.id, id)).for('update');
  return row ? { service, announcement: row } : null;
}
