import { and, desc, eq, inArray } from 'drizzle-orm';
import { editionText } from '@/lib/edition';
import { freezeRow } from '@/lib/freeze';
import { councilYear, londonDay, yearLabel } from '@/lib/period';
import { Refused } from '@/lib/refused';
import type { Connection, Transaction } from '../client';
import { record } from '../record';
import { editionRows, editions, readings, services } from '../schema';
import { sha256 } from '../sha256';
import { factsOf } from './measure-facts';

export type Publication = {
  /** Who publishes, and the role in which the public reads of it. */
  actorId: number;
  publisher: string;
  service: string;
  /** The day that the scorecard tells of, and the ISO instant of its publication. */
  asAt: string;
  at: string;
  note?: string;
};

/** Publishes the next edition of a service, all or nothing, and answers with its number. */
export async function publishEdition(
  db: Connection,
  publication: Publication,
): Promise<{ id: number; number: number }> {
  const { asAt, at } = publication;
  if (asAt > londonDay(at)) throw new Refused('A scorecard cannot tell of a day that has not come.');
  return db.transaction(async (tx) => {
    const [service] = await tx.select().from(services).where(eq(services.slug, publication.service)).for('update');
    if (!service) throw new Refused(`There is no service called “${publication.service}”.`);
    const last = await lastEdition(tx, service.id);
    if (last && last.publishedAt > new Date(at).toISOString())
      throw new Refused('A later edition of this service is published already.');

    const comparisonStart = councilYear(asAt).start - 1;
    const facts = await factsOf(tx, service.id, asAt);
    if (facts.length === 0) throw new Refused('This service has no measures yet, so there is nothing to publish.');
    const rows = facts.map((fact) => freezeRow(fact, { asAt, comparisonStart }));

    const head = {
      service: { slug: service.slug, name: service.name, notice: service.notice },
      number: (last?.number ?? 0) + 1,
      asAt,
      publishedAt: at,
      publisher: publication.publisher,
      comparisonYear: yearLabel(comparisonStart),
      note: publication.note ?? null,
    };
    const hash = sha256(editionText(head, rows));
    const { service: words, ...columns } = head;
    const [edition] = await tx
      .insert(editions)
      .values({
        ...columns,
        serviceName: words.name,
        notice: words.notice,
        serviceId: service.id,
        publishedBy: publication.actorId,
        sha256: hash,
      })
      .returning({ id: editions.id, number: editions.number });
    if (!edition) throw new Error('an edition was not written');
    await tx
      .insert(editionRows)
      .values(rows.map((row) => ({ editionId: edition.id, number: row.number, code: row.code, row })));
    const included = facts.flatMap((fact) =>
      fact.readings.filter((reading) => reading.state === 'approved').map(({ id }) => id),
    );
    await markPublished(tx, included, at);
    await record(tx, {
      at,
      actorId: publication.actorId,
      serviceId: service.id,
      kind: 'edition_published',
      subject: 'edition',
      subjectId: edition.id,
      details: { number: edition.number, asAt, sha256: hash, readings: included.length },
    });
    return edition;
  });
}

async function lastEdition(tx: Transaction, serviceId: number) {
  const [last] = await tx
    .select({ number: editions.number, publishedAt: editions.publishedAt })
    .from(editions)
    .where(eq(editions.serviceId, serviceId))
    .orderBy(desc(editions.number))
    .limit(1);
  return last && { number: last.number, publishedAt: new Date(last.publishedAt).toISOString() };
}

/** The readings that the edition shows for the first time are published with it, in the same transaction. */
async function markPublished(tx: Transaction, ids: number[], at: string): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(readings)
    .set({ state: 'published', publishedAt: at })
    .where(and(inArray(readings.id, ids), eq(readings.state, 'approved')));
}
