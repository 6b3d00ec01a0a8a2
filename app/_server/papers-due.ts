import { jobsDatabase } from '@/db/connection/pool';
import { editionByNumber } from '@/db/queries/published/in-force';
import { editionsWithoutPapers } from '@/db/queries/published/papers';
import { paperKinds } from '@/lib/paper/paper-form';
import { moment } from './clock';
import { log } from './log';
import { paperOf } from './papers';

/** How many editions a round makes papers for; the next round goes on. */
const most = 10;

/** Makes the papers of editions that have none, the latest first. A paper that cannot be made is logged, and keeps no other from it. */
export async function makePapersDue(): Promise<void> {
  const db = jobsDatabase();
  for (const { slug, number } of await editionsWithoutPapers(db, moment(), most)) {
    const edition = await editionByNumber(db, slug, number);
    if (!edition || edition.withdrawal) continue;
    for (const kind of paperKinds) {
      try {
        await paperOf(db, edition, kind);
      } catch (error) {
        log.error({ error, service: slug, edition: number, kind }, 'a committee paper could not be made');
      }
    }
  }
}
