import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { events } from '@/db/schema';
import type { Person } from '@/lib/people/person';
import type { EventKind } from '@/lib/record/event';
import { eventSentence } from '@/lib/record/event-sentence';
import { readingHref } from '@/lib/release/measure-readiness';

/** Something that a person did, as a sentence, and where it can be seen. */
export type RecentStep = { sentence: string; at: string; href: string };

const recentKinds: EventKind[] = [
  ...(['reading_saved', 'reading_submitted', 'reading_withdrawn', 'reading_approved'] as const),
  ...(['reading_returned', 'correction_begun', 'edition_published'] as const),
];

/** The last ten steps of a person, the latest first. */
export async function recentSteps(db: Database, who: Person): Promise<RecentStep[]> {
  const rows = await db
    .select({ kind: events.kind, at: events.at, details: events.details })
    .from(events)
    .where(and(eq(events.actorId, who.id), inArray(events.kind, recentKinds)))
    .orderBy(desc(events.id))
    .limit(10);
  return rows.map(({ kind, at, details }) => ({
    sentence: eventSentence({ kind, details, who: 'You' }),
    at,
    href:
      kind === 'edition_published'
        ? `/scorecards/${String(details.service ?? '')}`
        : `${readingHref(String(details.code), String(details.periodStart))}/history`,
  }));
}
