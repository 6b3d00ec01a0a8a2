import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { editions, services, stands } from '@/db/schema';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';

export type WithdrawPage = {
  service: { slug: string; name: string };
  /** The latest editions that stand, the newest first. */
  editions: { number: number; asAt: string; publishedAt: string }[];
};

const offered = 12;

/** The editions of a service that may be withdrawn; null where there is no service, or for anybody but the performance officer. */
export async function withdrawPage(db: Database, who: Person, slug: string): Promise<WithdrawPage | null> {
  if (!may(who, 'withdraw_edition')) return null;
  const [service] = await db
    .select({ slug: services.slug, name: services.name })
    .from(services)
    .where(eq(services.slug, slug));
  if (!service) return null;
  const standing = await db
    .select({ number: editions.number, asAt: editions.asAt, publishedAt: editions.publishedAt })
    .from(editions)
    .innerJoin(services, eq(services.id, editions.serviceId))
    .where(and(eq(services.slug, slug), stands(editions.id)))
    .orderBy(desc(editions.number))
    .limit(offered);
  return { service, editions: standing };
}
