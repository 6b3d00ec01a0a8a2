import { eq } from 'drizzle-orm';
import type { Party } from '@/db/commands/road/who-and-when';
import type { Database } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { measures } from '@/db/schema';
import { limits } from '@/lib/form/limits';
import { givenText } from '@/lib/form/typed-text';
import { administerMeasure } from './measure-road';

/** Names where the figures of a measure come from, and the role that answers for them; the public reads both with the next edition. */
export function nameSource(
  db: Database,
  party: Party,
  typed: { code: string; source: string; ownerRole: string },
): Promise<string> {
  const read = () => ({
    source: givenText(typed.source, limits.source, 'Say where the figures come from.'),
    ownerRole: givenText(typed.ownerRole, limits.ownerRole, 'Say which role answers for them.'),
  });
  return administerMeasure(
    db,
    party,
    { code: typed.code, step: 'name_source', read },
    async ({ tx, measure, words }) => {
      await tx.update(measures).set(words).where(eq(measures.id, measure.id));
      await record(tx, {
        at: party.at,
        actorId: party.who,
        serviceId: measure.serviceId,
        kind: 'source_named',
        subject: 'measure',
        subjectId: measure.id,
        details: { ...words, measure: measure.number, code: measure.code },
      });
      return `${measure.title} (${measure.code}): ${words.source}; ${words.ownerRole} answers for it.`;
    },
  );
}
