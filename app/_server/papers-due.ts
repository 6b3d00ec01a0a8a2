import { jobsDatabase } from '@/db/connection/pool';
import { committeesWithoutPapers } from '@/db/queries/published/committee-papers';
import { editionsWithoutPapers } from '@/db/queries/published/edition-papers';
import { editionByNumber } from '@/db/queries/published/in-force';
import { jointBasis } from '@/db/queries/published/joint-paper-source';
import { type PaperKind, paperKinds } from '@/lib/paper/paper-kinds';
import { moment, today } from './clock';
import { log } from './log';
import { committeePaperOf, paperOf } from './papers';
import { settings } from './server-settings';

/** How many editions, and how many committees, a round makes papers for; the next round goes on. */
const most = 10;

/** Makes the papers of editions and of committees that have none, the latest editions first. A paper that cannot be made is logged, and keeps no other from it. */
export async function makePapersDue(): Promise<void> {
  const db = jobsDatabase();
  for (const { slug, number } of await editionsWithoutPapers(db, moment(), most)) {
    const edition = await editionByNumber(db, slug, number);
    if (!edition || edition.withdrawal) continue;
    await makeBoth({ service: slug, edition: number }, (kind) => paperOf(db, edition, kind));
  }
  for (const slug of await committeesWithoutPapers(db, moment(), most)) {
    const basis = await jointBasis(db, slug, { today: today(), origin: settings().origin ?? '' });
    if (!basis || basis.editionIds.length === 0) continue;
    await makeBoth({ committee: slug }, (kind) => committeePaperOf(db, basis, kind));
  }
}

async function makeBoth(
  name: Record<string, string | number>,
  make: (kind: PaperKind) => Promise<Buffer>,
): Promise<void> {
  for (const kind of paperKinds) {
    try {
      await make(kind);
    } catch (error) {
      log.error({ error, ...name, kind }, 'a committee paper could not be made');
    }
  }
}
