import { eq } from 'drizzle-orm';
import type { Party } from '@/db/commands/road/who-and-when';
import type { Transaction } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { people } from '@/db/schema';

type MeasureNamed = { id: number; serviceId: number; code: string };

/** Records who owns a measure from now on, null for nobody, and who did before. */
export const recordOwner = (
  tx: Transaction,
  { who, at }: Party,
  { id, serviceId, code }: MeasureNamed,
  { owner, was }: { owner: string | null; was: string | null },
): Promise<void> =>
  record(tx, {
    at,
    actorId: who,
    serviceId,
    kind: 'owner_named',
    subject: 'measure',
    subjectId: id,
    details: was && was !== owner ? { code, owner, was } : { code, owner },
  });

/** Records who heads a service from now on, null for nobody, and who did before. */
export const recordHead = (
  tx: Transaction,
  { who, at }: Party,
  serviceId: number,
  { head, was }: { head: string | null; was: string | null },
): Promise<void> =>
  record(tx, {
    at,
    actorId: who,
    serviceId,
    kind: 'head_named',
    subject: 'service',
    subjectId: serviceId,
    details: was && was !== head ? { head, was } : { head },
  });

/** The name of whoever had a post until now; null for nobody. */
export async function nameOfHolder(tx: Transaction, id: number | null): Promise<string | null> {
  if (id === null) return null;
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, id));
  return person?.name ?? null;
}
