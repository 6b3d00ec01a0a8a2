import type { Database } from '@/db/connection/client';
import { servicesInForce } from '@/db/queries/published/in-force';
import { type EarlyItem, earlyReadings } from '@/db/queries/release/early';
import type { Person } from '@/lib/people/person';
import { type Summary, summaryAt } from '@/lib/scorecard/scorecard';
import { endOfLondonDay } from '@/lib/time/instant';
import { coloursByEdition, type EditionColours } from './colours-by-edition';
import { type ServicesAtWork, servicesAtWork } from './late-readings';

export type OverviewService = { slug: string; name: string; edition: number; asAt: string; summary: Summary };

/** All services at a glance: what is published, and for those who answer for some what is late there. */
export type Overview = {
  today: string;
  services: OverviewService[];
  colours: EditionColours[];
  /** Null for a person who answers for no service, such as a councillor. */
  work: ServicesAtWork | null;
  early: EarlyItem[];
};

/** The overview for a person who is signed in. */
export async function overviewOf(
  db: Database,
  who: Person,
  { today, now }: { today: string; now: string },
): Promise<Overview> {
  const before = endOfLondonDay(today);
  const published = await servicesInForce(db, before);
  return {
    today,
    services: published.map(({ head, judged }) => ({
      slug: head.service.slug,
      name: head.service.name,
      edition: head.number,
      asAt: head.asAt,
      summary: summaryAt(judged, today),
    })),
    colours: await coloursByEdition(db, before),
    work: await servicesAtWork(db, who, today),
    early: await earlyReadings(db, who, now),
  };
}
