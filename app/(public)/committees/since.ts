import { inForceOn } from '@/app/_public/in-force';
import { publicDatabase } from '@/db/connection/pool';
import { rowsOf } from '@/db/queries/published/in-force';
import { departuresOf } from '@/db/queries/published/retired';
import type { CommitteeService, SinceMeeting } from '@/lib/committee/committee';
import { editionDifferences } from '@/lib/edition/difference/edition-difference';
import { endOfLondonDay } from '@/lib/time/instant';

/** How a service's scorecard in force on a day differs from the one in force at the end of the day of a meeting. */
export async function sinceMeeting(service: CommitteeService, meeting: string, date: string): Promise<SinceMeeting> {
  const before = await inForceOn(service.slug, meeting);
  const now = await inForceOn(service.slug, date);
  if (!now) return { service, kind: 'none' };
  if (!before) return { service, kind: 'later' };
  const { id, head, withdrawal } = before;
  if (withdrawal) return { service, kind: 'withdrawn', edition: head.number, ...withdrawal };
  if (id === now.id) return { service, kind: 'same', edition: now.head.number };
  const db = publicDatabase();
  const differences = editionDifferences(
    { asAt: head.asAt, rows: await rowsOf(db, id) },
    { asAt: now.head.asAt, rows: await rowsOf(db, now.id) },
    await departuresOf(db, service.slug, endOfLondonDay(date)),
  );
  return { service, kind: 'differences', was: head.number, differences };
}
