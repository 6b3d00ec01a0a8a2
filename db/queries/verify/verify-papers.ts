import { and, asc, eq } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { committeeSubject, isOurPaper } from '@/db/hashing/page-mac';
import { committeePapers, editions, papers } from '@/db/schema';
import type { KeptPaper } from '../published/edition-papers';
import type { Tampered, Verified } from './verify';

/** Checks that every committee paper that is kept is one that this installation made, by its key, with the bytes that it made. */
export async function verifyPapers(
  db: Connection,
  secret: string,
  checked: Verified['checked'],
): Promise<Tampered | null> {
  const ofEditions = await db
    .select({ id: papers.editionId, kind: papers.kind, subject: editions.sha256 })
    .from(papers)
    .innerJoin(editions, eq(editions.id, papers.editionId))
    .orderBy(asc(papers.editionId), asc(papers.kind));
  const ofCommittees = await db
    .select({ id: committeePapers.committeeId, kind: committeePapers.kind })
    .from(committeePapers)
    .orderBy(asc(committeePapers.committeeId), asc(committeePapers.kind));
  // One by one: all of them together may be more than a process should hold.
  for (const { id, kind, subject } of ofEditions) {
    checked.pages += 1;
    const [paper] = await db
      .select({ key: papers.key, sha256: papers.sha256, bytes: papers.bytes, mac: papers.mac })
      .from(papers)
      .where(and(eq(papers.editionId, id), eq(papers.kind, kind)));
    if (!isOurs(secret, { subject, kind }, paper)) return { table: 'papers', id: `${id}, ${kind}`, what };
  }
  for (const { id, kind } of ofCommittees) {
    checked.pages += 1;
    const { key, sha256, bytes, mac } = committeePapers;
    const [paper] = await db
      .select({ key, sha256, bytes, mac })
      .from(committeePapers)
      .where(and(eq(committeePapers.committeeId, id), eq(committeePapers.kind, kind)));
    if (!isOurs(secret, { subject: committeeSubject(id), kind }, paper))
      return { table: 'committee_papers', id: `${id}, ${kind}`, what };
  }
  return null;
}

const what = 'this installation did not make this paper: it is served to nobody, and made anew when it is asked for';

const isOurs = (secret: string, name: { subject: string; kind: string }, paper: KeptPaper | undefined): boolean =>
  paper !== undefined && isOurPaper(secret, { ...name, key: paper.key, sha256: paper.sha256 }, paper.bytes, paper.mac);
