import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { committeePapers, committeeServices, committees, editions, stands } from '@/db/schema';
import { type PaperKind, paperForm, paperKinds } from '@/lib/paper/paper-kinds';
import type { KeptPaper } from './edition-papers';

/** A part of the public wall: the papers of committees that are kept, each with the editions that it is made of. */

/** The ids of the editions in force just before an instant of the services that report to a committee, in their order. */
const idsInForce = (before: string) => sql<number[]>`array(
  select e.id from ${committeeServices} r join ${editions} e on e.service_id = r.service_id
  where r.committee_id = ${committees.id} and e.id = (
    select l.id from ${editions} l where l.service_id = r.service_id and l.published_at < ${before}
      and ${stands(sql`l.id`, before)}
    order by l.published_at desc, l.number desc limit 1)
  order by e.id)`;

/** The paper of a committee as it is kept, or null; who made it, and whether it still says what is so, is for the caller to check. */
export async function keptCommitteePaper(
  db: Database,
  committeeId: number,
  kind: PaperKind,
): Promise<KeptPaper | null> {
  const { key, bytes, sha256, mac } = committeePapers;
  const [paper] = await db
    .select({ key, bytes, sha256, mac })
    .from(committeePapers)
    .where(and(eq(committeePapers.committeeId, committeeId), eq(committeePapers.kind, kind)));
  return paper ?? null;
}

/** How many bytes the kept papers of a committee have that are made of the editions in force just before an instant, by kind. */
export async function committeePaperSizes(
  db: Database,
  slug: string,
  before: string,
): Promise<Partial<Record<PaperKind, number>>> {
  const rows = await db
    .select({ kind: committeePapers.kind, size: sql<number>`octet_length(${committeePapers.bytes})` })
    .from(committeePapers)
    .innerJoin(committees, eq(committees.id, committeePapers.committeeId))
    .where(and(eq(committees.slug, slug), sql`${committeePapers.editionIds} = ${idsInForce(before)}`));
  return Object.fromEntries(rows.map(({ kind, size }) => [kind, size]));
}

/** Committees by address whose services have editions in force at an instant of which no paper of the present form is made; at most so many. */
export async function committeesWithoutPapers(db: Database, at: string, most: number): Promise<string[]> {
  const ids = idsInForce(at);
  const made = sql`(select count(*) from ${committeePapers} p
    where p.committee_id = ${committees.id} and p.form = ${paperForm} and p.edition_ids = ${ids})`;
  const rows = await db
    .select({ slug: committees.slug })
    .from(committees)
    .where(sql`cardinality(${ids}) > 0 and ${made} < ${paperKinds.length}`)
    .orderBy(asc(committees.id))
    .limit(most);
  return rows.map(({ slug }) => slug);
}
