import { and, asc, eq, lte } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { recordClock } from '@/db/connection/clock';
import { oneOf } from '@/db/connection/written-out';
import { announcedEdition } from '@/db/facts/edition/announced-edition';
import { sha256 } from '@/db/hashing/sha256';
import { announcements, preReleaseReaders, services } from '@/db/schema';
import { editionText } from '@/lib/edition/canonical-text';
import type { EditionHead, FrozenRow } from '@/lib/edition/edition';
import type { Person } from '@/lib/people/person';
import { failures } from '@/lib/release/release-moment';

/** An announced edition that somebody may read before its release. */
export type EarlyItem = { id: number; service: string; number: number; dueAt: string };

/** What a listed reader sees: the edition as it would be released, or why it would not be. */
export type EarlyPage = EarlyItem & { edition: { head: EditionHead; rows: FrozenRow[] } | { trouble: string } };

const listed = (db: Database, who: Person, at: string, id?: number) =>
  db
    .select({ announcement: announcements, service: services })
    .from(preReleaseReaders)
    .innerJoin(announcements, eq(announcements.id, preReleaseReaders.announcementId))
    .innerJoin(services, eq(services.id, announcements.serviceId))
    .where(
      and(
        eq(preReleaseReaders.personId, who.id),
        lte(preReleaseReaders.fromAt, at),
        lte(preReleaseReaders.fromAt, recordClock),
        oneOf(announcements.state, 'announced'),
        id === undefined ? undefined : eq(announcements.id, id),
      ),
    )
    .orderBy(asc(announcements.dueAt));

const itemOf = ({ announcement: { id, number, dueAt }, service }: Awaited<ReturnType<typeof listed>>[number]) => ({
  id,
  number,
  service: service.name,
  dueAt,
});

/** The announced editions that a person may read at an instant, which the clock of the record has reached too, the next to be released first. */
export async function earlyReadings(db: Database, who: Person, at: string): Promise<EarlyItem[]> {
  return (await listed(db, who, at)).map(itemOf);
}

/** An announced edition for a person on its list, from their moment on and while it waits; null for everybody else. */
export async function earlyPage(db: Database, who: Person, id: number, at: string): Promise<EarlyPage | null> {
  const [listing] = await listed(db, who, at, id);
  if (!listing) return null;
  const { announcement, service } = listing;
  const item = itemOf(listing);
  const { next, failure } = await announcedEdition(db, service, announcement);
  if (failure) return { ...item, edition: { trouble: failures[failure] } };
  const { rows, comparisonYear } = next;
  const { slug, name, notice } = service;
  const { number, asAt, note } = announcement;
  const head = {
    service: { slug, name, notice },
    number,
    asAt,
    publishedAt: item.dueAt,
    publisher: 'performance officer',
    comparisonYear,
    note,
  };
  return { ...item, edition: { head: { ...head, sha256: sha256(editionText(head, rows)) }, rows } };
}
