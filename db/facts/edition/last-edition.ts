import { and, desc, eq, not } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { editions, stands } from '@/db/schema';

export type LastEdition = {
  id: number;
  number: number;
  asAt: string;
  publishedAt: string;
  comparisonYear: string;
  name: string;
  notice: string | null;
  withdrawn: boolean;
};

/** The latest edition of a service, withdrawn or not; null while nothing is published. */
export const lastEdition = (db: Connection, serviceId: number): Promise<LastEdition | null> =>
  latestEdition(db, serviceId, { standing: false });

async function latestEdition(
  db: Connection,
  serviceId: number,
  { standing }: { standing: boolean },
): Promise<LastEdition | null> {
  const [last] = await db
    .select({
      id: editions.id,
      number: editions.number,
      asAt: editions.asAt,
      publishedAt: editions.publishedAt,
      comparisonYear: editions.comparisonYear,
      name: editions.serviceName,
      notice: editions.notice,
      withdrawn: not(stands(editions.id)).mapWith(Boolean),
    })
    .from(editions)
    .where(and(eq(editions.serviceId, serviceId), standing ? stands(editions.id) : undefined))
    .orderBy(desc(editions.number))
    .limit(1);
  return last ?? null;
}

/** The edition in force of a service, which the next one is compared with: the latest that is not withdrawn; null without one. */
export const editionInForce = (db: Connection, serviceId: number): Promise<LastEdition | null> =>
  latestEdition(db, serviceId, { standing: true });
