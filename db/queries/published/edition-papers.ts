import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { editions, papers, services, stands } from '@/db/schema';
import { type PaperKind, paperForm, paperKinds } from '@/lib/paper/paper-kinds';

/** A part of the public wall: the committee papers that are kept with the editions. */

export type KeptPaper = { key: string; bytes: Buffer; sha256: string; mac: string };

/** The paper of an edition as it is kept, or null; who made it, and whether it still says what is so, is for the caller to check. */
export async function keptPaper(db: Database, editionId: number, kind: PaperKind): Promise<KeptPaper | null> {
  const [paper] = await db
    .select({ key: papers.key, bytes: papers.bytes, sha256: papers.sha256, mac: papers.mac })
    .from(papers)
    .where(and(eq(papers.editionId, editionId), eq(papers.kind, kind)));
  return paper ?? null;
}

/** How many bytes the papers of an edition have that are kept, by kind; a kind that is not kept is missing. */
export async function paperSizes(db: Database, editionId: number): Promise<Partial<Record<PaperKind, number>>> {
  const rows = await db
    .select({ kind: papers.kind, size: sql<number>`octet_length(${papers.bytes})` })
    .from(papers)
    .where(eq(papers.editionId, editionId));
  return Object.fromEntries(rows.map(({ kind, size }) => [kind, size]));
}

/** Editions that stand at an instant and lack a paper of the present form, the latest first; at most so many. */
export async function editionsWithoutPapers(
  db: Database,
  at: string,
  most: number,
): Promise<{ slug: string; number: number }[]> {
  const made = sql`(select count(*) from ${papers} p where p.edition_id = ${editions.id} and p.form = ${paperForm})`;
  return db
    .select({ slug: services.slug, number: editions.number })
    .from(editions)
    .innerJoin(services, eq(services.id, editions.serviceId))
    .where(and(stands(editions.id, at), sql`${made} < ${paperKinds.length}`))
    .orderBy(desc(editions.publishedAt), asc(editions.id))
    .limit(most);
}
