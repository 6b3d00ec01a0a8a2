import { sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { paperMac } from '@/db/hashing/page-mac';
import { sha256 } from '@/db/hashing/sha256';
import { papers } from '@/db/schema';
import { type PaperKind, paperForm } from '@/lib/paper/paper-form';

export { isOurPaper } from '@/db/hashing/page-mac';

export type MadePaper = { editionId: number; edition: string; kind: PaperKind; key: string; bytes: Buffer };

/** Keeps the paper of an edition for later and for other servers, in the place of the one that was kept before. */
export async function keepPaper(db: Database, secret: string, paper: MadePaper): Promise<void> {
  const { editionId, edition, kind, key, bytes } = paper;
  const hash = sha256(bytes);
  const mac = paperMac(secret, { edition, kind, key, sha256: hash });
  const kept = { key, form: paperForm, madeAt: sql`now()`, bytes, sha256: hash, mac };
  await db
    .insert(papers)
    .values({ editionId, kind, ...kept })
    .onConflictDoUpdate({ target: [papers.editionId, papers.kind], set: kept });
}
