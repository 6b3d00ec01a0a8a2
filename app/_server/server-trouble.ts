import { moment } from '@/app/_server/clock';
import { settings } from '@/app/_server/server-settings';
import { clockOf, headsKept } from '@/db/queries/server/server-health';
import { headsTrouble } from '@/lib/record/chain-head';
import { driftOf, driftSentence } from '@/lib/time/clock-drift';

/** What the people who run this server should see to, each in a sentence; nothing of the record, and none while all is well. */
export async function serverTroubles(db: Parameters<typeof clockOf>[0]): Promise<string[]> {
  const before = moment();
  const theirs = await clockOf(db);
  const ahead = driftOf({ before, theirs, after: moment() });
  const { file, url } = settings().heads;
  const heads = file || url ? headsTrouble(await headsKept(db), theirs) : null;
  return [ahead === null ? null : driftSentence(ahead), heads].filter((sentence) => sentence !== null);
}
