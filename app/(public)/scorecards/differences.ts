import { publicDatabase } from '@/db/connection/pool';
import { type InForce, rowsOf } from '@/db/queries/published/in-force';
import { sheetsOf } from '@/db/queries/published/measures';
import { departuresOf } from '@/db/queries/published/retired';
import { editionDifferences } from '@/lib/edition/difference/edition-difference';
import { endOfLondonDay } from '@/lib/time/instant';

/** What changed from one edition of a service to another. */
export async function differencesBetween(before: InForce, after: InForce, today: string) {
  const db = publicDatabase();
  const [rowsBefore, rowsAfter] = await Promise.all([rowsOf(db, before.id), rowsOf(db, after.id)]);
  const sheets = await sheetsOf(db, [before.id, after.id]);
  const departures = await departuresOf(db, after.head.service.slug, endOfLondonDay(today));
  return editionDifferences(
    { asAt: before.head.asAt, rows: rowsBefore, sheets: sheets.get(before.id) },
    { asAt: after.head.asAt, rows: rowsAfter, sheets: sheets.get(after.id) },
    departures,
  );
}
