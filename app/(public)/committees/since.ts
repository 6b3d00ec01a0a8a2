import { inForceOn } from '@/app/_public/in-force';
import { publicDatabase } from '@/db/connection/pool';
import { rowsOf } from '@/db/queries/published/in-force';
import { departuresOf } from '@/db/queries/published/retired';
import type { CommitteeService, SinceMeeting } from '@/lib/committee/committee';
import { editionDifferences } from '@/lib/edition/edition-difference';
import { endOfLondonDay } from '@/lib/time/instant';

/** How a service's scorecard in force on a day differs from the one in force at the end of the day of a meeting. */
export async function sinceMeeting(service: CommitteeService, meeting: string, date: string): Promise<SinceMeeting> {
  const [then, now] = [await inForceOn(service.slug, meeting), await inForceOn(service.slug, date)];
  if (!now) return { service, told: 'none' };
  if (!then) return { service, told: 'later' };
  const { withdrawal } = then;
  if (withdrawal) return { service, told: 'withdrawn', edition: then.head.number, ...withdrawal };
  if (then.id === now.id) return { service, told: 'same', edition: now.head.number };
  const db = publicDatabase();
  const [was, is] = [
    { asAt: then.head.asAt, rows: await rowsOf(db, then.id) },
    { asAt: now.head.asAt, rows: await rowsOf(db, now.id) },
  ];
  const differences = editionDifferences(was, is, await departuresOf(db, service.slug, endOfLondonDay(date)));
  return { service, told: 'differences', was: then.head.number, differences };
}
