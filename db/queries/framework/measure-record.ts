import type { Database } from '@/db/connection/client';
import { draftOf } from '@/db/facts/measure-draft';
import { factsOf } from '@/db/facts/measure-facts';
import { measurePlace } from '@/db/facts/reading-record';
import type { MeasureDraft } from '@/lib/framework/measure-entry';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import type { MeasureRecord } from '@/lib/series/measure-record';

/** What the effect of a change is worked out from: all that the next edition would make the row of; null where it may not be seen. */
export async function measureRecord(
  db: Database,
  who: Person,
  code: string,
  today: string,
): Promise<{ record: MeasureRecord; draft: MeasureDraft } | null> {
  if (!may(who, 'change_measure')) return null;
  const place = await measurePlace(db, { code });
  if (!place) return null;
  const [record] = await factsOf(db, { measureId: place.measure.id }, today, 'signed');
  return record ? { record, draft: draftOf(place.measure) } : null;
}
