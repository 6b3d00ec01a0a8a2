import type { Database } from '@/db/connection/client';
import { meetingsOn } from '@/lib/committee/committee';
import type { JointSource, PaperSource } from '@/lib/paper/paper-source';
import { endOfLondonDay } from '@/lib/time/instant';
import { committeeInPublic } from './committees';
import { editionInForce, theCouncil } from './in-force';
import { paperSource } from './paper-source';

/** A part of the public wall: what the paper of a committee is made from, all of it out of what is published. */

/** The paper of a committee before it is made, with the ids of its editions in order. */
export type JointBasis = { committeeId: number; editionIds: number[]; source: JointSource };

/** All that the paper of a committee needs on a London day; null where there is no such committee. `origin` is the site's name, where it is known. */
export async function jointBasis(
  db: Database,
  slug: string,
  { today, origin }: { today: string; origin: string },
): Promise<JointBasis | null> {
  const before = endOfLondonDay(today);
  const committee = await committeeInPublic(db, slug, before);
  const council = await theCouncil(db);
  if (!committee || !council) return null;
  const { next, past } = meetingsOn(committee.meetings, today);
  const last = past[0] ?? null;
  const seenAt = last === null ? null : { day: last, committee: committee.name };
  const services: PaperSource[] = [];
  const editionIds: number[] = [];
  const without: string[] = [];
  for (const service of committee.services) {
    const edition = await editionInForce(db, service.slug, before);
    if (!edition) {
      without.push(service.name);
      continue;
    }
    const address = `${origin}/scorecards/${service.slug}/editions/${edition.head.number}`;
    services.push(await paperSource(db, edition, address, seenAt));
    editionIds.push(edition.id);
  }
  const { name, contact, demonstration, licence } = council;
  return {
    committeeId: committee.id,
    editionIds: editionIds.toSorted((a, b) => a - b),
    source: {
      council: { name, contact, demonstration, licence },
      committee: { slug, name: committee.name },
      last,
      next,
      address: `${origin}/committees/${slug}`,
      services,
      without,
    },
  };
}
