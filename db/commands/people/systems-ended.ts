import { and, eq, gte, isNull } from 'drizzle-orm';
import { dayOf, type Party } from '@/db/commands/road/who-and-when';
import type { Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { systems } from '@/db/schema';

/** A system whose token was ended. */
type Ended = { id: number; name: string };

/** Ends the tokens of the systems for which somebody answers; a reading that one of them sends at this moment is through before. */
export async function endSystemsOf(tx: Transaction, personId: number, party: Party): Promise<Ended[]> {
  const open = and(eq(systems.responsibleId, personId), isNull(systems.endedAt), gte(systems.untilDay, dayOf(party)));
  const ended = await tx
    .update(systems)
    .set({ endedAt: party.at })
    .where(open)
    .returning({ id: systems.id, name: systems.name });
  return ended.sort((a, b) => a.id - b.id);
}

/** Records that the token of a system was revoked, and why where it was not simply asked for. */
export async function recordSystemEnd(
  tx: Transaction,
  { who, at }: Party,
  { id, name }: Ended,
  reason?: string,
): Promise<void> {
  const about = { serviceId: null, subject: 'system', subjectId: id } as const;
  const details = { name, ...(reason && { reason }) };
  await record(tx, { ...about, at, actorId: who, kind: 'system_ended', details });
}
