import { and, inArray } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { oneOf } from '@/db/connection/written-out';
import type { MeasureWithFacts } from '@/db/facts/measure-facts';
import { recordsOf } from '@/db/facts/reading-facts';
import { readings } from '@/db/schema';
import type { ReadingRecord } from '@/lib/series/measure-record';
import { hiddenAt } from '@/lib/series/public-measure';
import type { PublishedReading } from '@/lib/series/published-reading';
import { isHiddenOtherwise } from '@/lib/series/small-counts-kept-hidden';
import type { ServiceHidden } from './service-hidden';

/**
 * The published readings of which more or less is hidden by now than the last edition with them hid, by the measure's id: the next
 * edition shows them again as they are to be seen.
 */
export async function shownAgain(
  db: Connection,
  facts: MeasureWithFacts[],
  { measures, frozen }: ServiceHidden,
): Promise<Map<number, ReadingRecord[]>> {
  const again = new Map<number, ReadingRecord[]>();
  const older: { measureId: number; start: string; revision: number }[] = [];
  for (const measure of facts) {
    const hidden = measures.get(measure.code);
    if (!hidden) continue;
    for (const reading of lastOfEach(frozen.get(measure.code) ?? [])) {
      const { start, revision } = reading;
      if (!isHiddenOtherwise(reading, hiddenAt(hidden, start, revision))) continue;
      const record = measure.readings.find(({ periodStart }) => periodStart === start);
      if (!record) older.push({ measureId: measure.id, start, revision });
      // A correction that no edition has shown is shown with the new ones.
      else if (record.revision === revision) again.set(measure.id, [...(again.get(measure.id) ?? []), record]);
    }
  }
  for (const [id, records] of await olderRecords(db, older)) again.set(id, [...(again.get(id) ?? []), ...records]);
  return again;
}

/** The last form of each period's reading, of a list with the newest edition first. */
const lastOfEach = (list: PublishedReading[]): PublishedReading[] => [
  ...new Map(list.toReversed().map((reading) => [reading.start, reading])).values(),
];

/** Records of readings from before the periods that an edition works with. */
async function olderRecords(db: Connection, older: { measureId: number; start: string; revision: number }[]) {
  if (older.length === 0) return new Map<number, ReadingRecord[]>();
  const { id, measureId, periodStart, revision } = readings;
  const ids = [...new Set(older.map((one) => one.measureId))];
  const rows = await db
    .select({ id, measureId, start: periodStart, revision })
    .from(readings)
    .where(and(inArray(measureId, ids), oneOf(readings.state, 'published')));
  const wanted = new Set(older.map(keyOf));
  return recordsOf(
    db,
    rows.filter((row) => wanted.has(keyOf(row))).map((row) => row.id),
  );
}

const keyOf = ({ measureId, start, revision }: { measureId: number; start: string; revision: number }): string =>
  `${measureId}/${start}/${revision}`;
