import { and, inArray } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { oneOf } from '@/db/connection/written-out';
import { readings } from '@/db/schema';
import type { Failure } from '@/lib/release/release-moment';
import { type NextEdition, nextEdition, type ServiceRow } from './next-edition';
import type { AnnouncementRow } from './waiting-release';

type Announced = Pick<AnnouncementRow, 'number' | 'asAt' | 'included' | 'seen'>;

/** An announced edition as it would be now, and why it is not what was announced; null when it is, to the last letter. */
export async function announcedEdition(
  db: Connection,
  service: ServiceRow,
  { number, asAt, included, seen }: Announced,
): Promise<{ next: NextEdition; failure: Failure | null }> {
  const next = await nextEdition(db, service, asAt, { approved: included });
  const stillApproved = await db.$count(
    readings,
    and(inArray(readings.id, included.length > 0 ? included : [0]), oneOf(readings.state, 'approved')),
  );
  const failure = () => {
    if (number !== (next.last?.number ?? 0) + 1) return 'overtaken';
    if (stillApproved !== included.length) return 'returned';
    if (next.seen !== seen) return 'changed';
    return next.findings.blockers.length > 0 ? 'blocked' : null;
  };
  return { next, failure: failure() };
}
