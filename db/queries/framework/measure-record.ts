import type { Database } from '@/db/connection/client';
import { draftOf, isPublished } from '@/db/facts/measure-draft';
import { factsOf } from '@/db/facts/measure-facts';
import { measurePlace } from '@/db/facts/reading-record';
import { keptOutturns } from '@/db/facts/year-end/kept-outturns';
import type { MeasureDraft } from '@/lib/framework/measure-entry';
import type { KeptOutturn } from '@/lib/framework/outturn-entry';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import type { MeasureRecord } from '@/lib/series/measure-record';

/** What the effect of a change is worked out from: all that the next edition would make the row of; null where it may not be seen. */
export async function measureRecord(
  db: Database,
  who: Person,
  code: string,
  today: string,
): Promise<{
  record: MeasureRecord;
  draft: MeasureDraft;
  /** Whether an edition has shown it. */
  isPublished: boolean;
  outturns: KeptOutturn[];
  service: string;
} | null> {
  if (!may(who, 'change_measure')) return null;
  const place = await measurePlace(db, { code });
  if (!place) return null;
  const [record] = await factsOf(db, { measureId: place.measure.id }, today, 'signed');
  if (!record) return null;
  return {
    record,
    draft: draftOf(place.measure),
    isPublished: await isPublished(db, code),
    outturns: await keptOutturns(db, place.measure),
    service: place.service.slug,
  };
}
