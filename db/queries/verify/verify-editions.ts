import { and, asc, eq, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { sha256 } from '@/db/hashing/sha256';
import { editionRows, editions, events } from '@/db/schema';
import { asItStands } from '@/db/schema/checked-json';
import { editionText } from '@/lib/edition/canonical-text';
import type { Tampered, Verified } from './verify';
import { brokenPage, strayPage } from './verify-sheets';

/** Checks every edition against its hash and its event, and that none has gone. */
export async function verifyEditions(db: Connection, checked: Verified['checked']): Promise<Tampered | null> {
  const publications = await db
    .select({
      id: events.subjectId,
      actorId: events.actorId,
      serviceId: events.serviceId,
      at: events.at,
      details: asItStands(events.details),
    })
    .from(events)
    .where(and(eq(events.kind, 'edition_published'), eq(events.subject, 'edition')))
    .orderBy(asc(events.id));
  const byId = new Map(publications.map((event) => [event.id, event]));
  const fault = (id: number, what: string): Tampered => ({ table: 'editions', id: String(id), what });
  const all = await db.select().from(editions).orderBy(asc(editions.id));
  for (const edition of all) {
    checked.editions += 1;
    const event = byId.get(edition.id);
    if (!event) return fault(edition.id, 'no event tells of its publication');
    byId.delete(edition.id);
    const rows = await db
      .select({ number: editionRows.number, code: editionRows.code, row: asItStands(editionRows.row) })
      .from(editionRows)
      .where(eq(editionRows.editionId, edition.id))
      .orderBy(asc(editionRows.number));
    const moved = rows.find(({ number, code, row }) => row.number !== number || row.code !== code);
    if (moved)
      return {
        table: 'edition_rows',
        id: `${edition.id}, ${moved.number}`,
        what: 'its row is not the one of its number',
      };
    const { serviceName, notice, number, asAt, publishedAt, publisher, comparisonYear, note } = edition;
    const head = { number, asAt, publishedAt, publisher, comparisonYear, note };
    const service = { slug: '', name: serviceName, notice };
    const page = await brokenPage(
      db,
      edition.id,
      rows.map(({ row }) => row),
    );
    if (page) return page;
    const hash = sha256(
      editionText(
        { service, ...head },
        rows.map(({ row }) => row),
      ),
    );
    if (edition.sha256 !== event.details.sha256)
      return fault(edition.id, 'its hash is not the one that its event tells');
    if (hash !== edition.sha256)
      return fault(edition.id, 'its rows or its head are not what was published: the hash does not fit');
    if (edition.publishedBy !== event.actorId)
      return fault(edition.id, 'its publisher is not the one that its event tells');
    if (edition.serviceId !== event.serviceId)
      return fault(edition.id, 'its service is not the one that its event tells');
  }
  const [gone] = byId.keys();
  if (gone !== undefined) return fault(gone, 'it was published, and is not there any more');
  const [orphan] = await db
    .select({ editionId: editionRows.editionId, number: editionRows.number })
    .from(editionRows)
    .where(sql`not exists (select from ${editions} where ${editions.id} = ${editionRows.editionId})`)
    .limit(1);
  const loose = orphan ? null : await strayPage(db);
  if (loose) return loose;
  return orphan
    ? { table: 'edition_rows', id: `${orphan.editionId}, ${orphan.number}`, what: 'its edition is not there any more' }
    : null;
}
