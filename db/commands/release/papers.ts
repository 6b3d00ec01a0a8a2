import { sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { committeeSubject, paperMac } from '@/db/hashing/page-mac';
import { sha256 } from '@/db/hashing/sha256';
import { committeePapers, papers } from '@/db/schema';
import { type PaperKind, paperForm } from '@/lib/paper/paper-kinds';

export { committeeSubject, isOurPaper } from '@/db/hashing/page-mac';

/** A paper that was made: its kind, the hash of all that it says, and its bytes. */
type Made = { kind: PaperKind; key: string; bytes: Buffer };
export type MadePaper = Made & { editionId: number; edition: string };
export type MadeCommitteePaper = Made & { committeeId: number; editionIds: number[] };

/** Keeps the paper of an edition for later and for other servers, in the place of the one that was kept before. */
export async function keepPaper(db: Database, secret: string, paper: MadePaper): Promise<void> {
  const { editionId, edition, kind } = paper;
  const kept = keptAs(secret, edition, paper);
  await db
    .insert(papers)
    .values({ editionId, kind, ...kept })
    .onConflictDoUpdate({ target: [papers.editionId, papers.kind], set: kept });
}

/** Keeps the paper of a committee, in the place of the one that was kept before: there are never more than one of each kind. */
export async function keepCommitteePaper(db: Database, secret: string, paper: MadeCommitteePaper): Promise<void> {
  const { committeeId, editionIds, kind } = paper;
  const kept = { editionIds, ...keptAs(secret, committeeSubject(committeeId), paper) };
  await db
    .insert(committeePapers)
    .values({ committeeId, kind, ...kept })
    .onConflictDoUpdate({ target: [committeePapers.committeeId, committeePapers.kind], set: kept });
}

function keptAs(secret: string, subject: string, { kind, key, bytes }: Made) {
  const hash = sha256(bytes);
  const mac = paperMac(secret, { subject, kind, key, sha256: hash });
  return { key, form: paperForm, madeAt: sql`now()`, bytes, sha256: hash, mac };
}
