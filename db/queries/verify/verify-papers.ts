import { and, asc, eq } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { isOurPaper } from '@/db/hashing/page-mac';
import { editions, papers } from '@/db/schema';
import type { Tampered, Verified } from './verify';

/** Checks that every committee paper that is kept is one that this installation made, by its key, with the bytes that it made. */
export async function verifyPapers(
  db: Connection,
  secret: string,
  checked: Verified['checked'],
): Promise<Tampered | null> {
  const kept = await db
    .select({ editionId: papers.editionId, kind: papers.kind, edition: editions.sha256 })
    .from(papers)
    .innerJoin(editions, eq(editions.id, papers.editionId))
    .orderBy(asc(papers.editionId), asc(papers.kind));
  // One by one: all of them together may be more than a process should hold.
  for (const { editionId, kind, edition } of kept) {
    checked.pages += 1;
    const [paper] = await db
      .select({ key: papers.key, sha256: papers.sha256, bytes: papers.bytes, mac: papers.mac })
      .from(papers)
      .where(and(eq(papers.editionId, editionId), eq(papers.kind, kind)));
    if (
      !paper ||
      !isOurPaper(secret, { edition, kind, key: paper.key, sha256: paper.sha256 }, paper.bytes, paper.mac)
    ) {
      const what =
        'this installation did not make this paper: it is served to nobody, and made anew when it is asked for';
      return { table: 'papers', id: `${editionId}, ${kind}`, what };
    }
  }
  return null;
}
