import { and, eq, inArray } from 'drizzle-orm';
import type { Connection, Transaction } from '@/db/connection/client';
import { oneOf } from '@/db/connection/written-out';
import { record } from '@/db/events/append-events';
import { glossaryOf } from '@/db/facts/commentary/words-beside';
import { type FrozenPage, frozenRows } from '@/db/facts/edition/frozen-rows';
import { lastEdition } from '@/db/facts/edition/last-edition';
import type { ServiceRow } from '@/db/facts/edition/next-edition';
import { sha256 } from '@/db/hashing/sha256';
import { announcements, editionRows, editions, editionTerms, readings, revisions } from '@/db/schema';
import { editionText } from '@/lib/edition/canonical-text';
import type { EditionHead, FrozenRow } from '@/lib/edition/edition';
import { Refused } from '@/lib/form/refused';
import type { Revised } from '@/lib/series/ledger';
import { londonDay } from '@/lib/time/period';
import { recordDepartures } from './departures';
import { lockApproved, lockService } from './edition-locks';
import { writePages } from './edition-pages';

export type Publication = {
  /** Who publishes, and the role in which the public reads of it. */
  actorId: number;
  publisher: string;
  service: string;
  /** The day that the scorecard tells of, and the ISO instant of its publication. */
  asAt: string;
  at: string;
  note?: string | null;
};

type Frozen = {
  rows: FrozenRow[];
  pages: FrozenPage[];
  revised: Revised[];
  included: number[];
  comparisonYear: string;
  /** The announcement that it was released by, if it was. */
  announcement?: number;
  details?: Record<string, unknown>;
};

/** Writes an edition of a locked service, marks its readings as published and records it; all or nothing. */
export async function writeEdition(
  tx: Transaction,
  service: ServiceRow,
  { actorId, publisher, asAt, at, note }: Publication,
  { rows, pages, revised, included, comparisonYear, announcement, details = {} }: Frozen,
): Promise<{ id: number; number: number }> {
  const last = await lastEdition(tx, service.id);
  if (last && last.publishedAt > new Date(at).toISOString())
    throw new Refused('A later edition of this service is published already.');
  if (rows.length === 0) throw new Refused('This service has no measures yet, so there is nothing to publish.');
  const { slug, name, notice } = service;
  const head: Omit<EditionHead, 'sha256'> = {
    service: { slug, name, notice },
    number: (last?.number ?? 0) + 1,
    asAt,
    publishedAt: at,
    publisher,
    comparisonYear,
    note: note ?? null,
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
      publishedBy: actorId,
      sha256: hash,
    })
    .returning({ id: editions.id, number: editions.number });
  if (!edition) throw new Error('an edition was not written');
  await tx
    .insert(editionRows)
    .values(rows.map((row) => ({ editionId: edition.id, number: row.number, code: row.code, row })));
  await writePages(tx, { id: edition.id, last: last?.id ?? null }, pages);
  if (revised.length > 0)
    await tx.insert(revisions).values(revised.map((revision) => ({ ...revision, editionId: edition.id })));
  await writeTerms(tx, edition.id, service.id);
  await recordDepartures(tx, service.id, edition.id, asAt);
  await markPublished(tx, included, at);
  if (announcement !== undefined) await markReleased(tx, announcement, edition.id);
  await record(tx, {
    at,
    actorId,
    serviceId: service.id,
    kind: 'edition_published',
    subject: 'edition',
    subjectId: edition.id,
    details: {
      number: edition.number,
      service: slug,
      asAt,
      sha256: hash,
      readings: included.length,
      published: included,
      ...(note && { note }),
      ...(revised.length > 0 && { revised }),
      ...(announcement !== undefined && { announcement }),
      ...details,
    },
  });
  return edition;
}

const markReleased = (tx: Transaction, announcement: number, editionId: number) =>
  tx.update(announcements).set({ state: 'released', editionId }).where(eq(announcements.id, announcement));

/** Keeps the glossary as it is, so that the words which an edition explains stay as its first readers met them. */
async function writeTerms(tx: Transaction, editionId: number, serviceId: number): Promise<void> {
  const terms = await glossaryOf(tx, serviceId);
  if (terms.length > 0)
    await tx.insert(editionTerms).values(terms.map(({ term, meaning }) => ({ editionId, term, meaning })));
}

/** The readings that the edition shows for the first time are published with it, in the same transaction. */
async function markPublished(tx: Transaction, ids: number[], at: string): Promise<void> {
  if (ids.length === 0) return;
  const marked = await tx
    .update(readings)
    .set({ state: 'published', publishedAt: at })
    .where(and(inArray(readings.id, ids), oneOf(readings.state, 'approved')))
    .returning({ id: readings.id });
  if (marked.length !== ids.length) throw new Error('a reading changed while it was published');
}

/** Publishes the next edition of a service without a permission or a checklist: for the demonstration. */
export async function publishAsIs(db: Connection, publication: Publication): Promise<{ id: number; number: number }> {
  const { asAt, at } = publication;
  if (asAt > londonDay(at)) throw new Refused('A scorecard cannot tell of a day that has not come.');
  return db.transaction(async (tx) => {
    const service = await lockService(tx, publication.service);
    if (!service) throw new Refused(`There is no service called “${publication.service}”.`);
    const approved = (await lockApproved(tx, service.id, asAt)).map(({ id }) => id);
    const frozen = await frozenRows(tx, service.id, asAt, { approved });
    return writeEdition(tx, service, publication, { ...frozen, included: approved });
  });
}
