import type { Database } from '@/db/connection/client';
import type { Person } from '@/lib/people/person';
import { type PublishedService, publishedService } from './published-service';
import { type WorkingScorecard, workingScorecard } from './working-scorecard';

/** A service as a person may see it: on its way for those who work for it, as published for everybody else. */
export type ServicePage = { working: WorkingScorecard } | { published: PublishedService };

/** The page of a service for a person; null where there is nothing that they may see. */
export async function servicePage(
  db: Database,
  who: Person,
  slug: string,
  at: { today: string; now: string },
): Promise<ServicePage | null> {
  const working = await workingScorecard(db, who, slug, at.today);
  if (working) return { working };
  const published = await publishedService(db, who, slug, at);
  return published && { published };
}
