import { asc, eq } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { type About, change } from '@/db/commands/road/change';
import type { Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { committees, services } from '@/db/schema';
import type { EventKind } from '@/lib/record/event';

export type Committee = typeof committees.$inferSelect;
type CommitteeStep = 'name_committee' | 'set_meeting' | 'move_meeting' | 'drop_meeting';

/**
 * One change of a committee, with its row locked where it is there already: after the services, one after the other by their
 * ids, so that no release is announced in between and nobody waits in a circle.
 */
export function changeCommittee(
  db: Database,
  party: Party,
  { slug, step }: { slug: string; step: CommitteeStep },
  work: (tx: Transaction, committee: Committee | null) => Promise<string>,
): Promise<string> {
  return change(db, party, {
    command: step,
    permission: step,
    find: async (tx) => {
      const council = await aboutCouncil(tx, { step });
      await tx.select({ id: services.id }).from(services).orderBy(asc(services.id)).for('no key update');
      const [committee = null] = await tx
        .select()
        .from(committees)
        .where(eq(committees.slug, slug))
        .for('no key update');
      return { committee, about: committee ? aboutCommittee(committee, step) : council };
    },
    work: (tx, { committee }) => work(tx, committee),
  });
}

const aboutCommittee = ({ id, name }: Committee, step: CommitteeStep): About => ({
  serviceId: null,
  subject: 'committee',
  subjectId: id,
  details: { step, committee: name },
});

/** Records what happened to a committee. */
export const recordOfCommittee = (
  tx: Transaction,
  { who, at }: Party,
  committeeId: number,
  kind: EventKind,
  details: Record<string, unknown>,
) => record(tx, { at, actorId: who, serviceId: null, kind, subject: 'committee', subjectId: committeeId, details });
