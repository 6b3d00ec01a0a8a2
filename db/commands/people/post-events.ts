import type { Party } from '@/db/commands/road/acting';
import type { Transaction } from '@/db/connection/client';
import { record } from '@/db/events/record';

type MeasureNamed = { id: number; serviceId: number; code: string };

/** Records who owns a measure from now on, null for nobody, and who did before where that is known. */
export const recordOwner = (
  tx: Transaction,
  { who, at }: Party,
  { id, serviceId, code }: MeasureNamed,
  { owner, was }: { owner: string | null; was?: string | null },
): Promise<void> =>
  record(tx, {
    at,
    actorId: who,
    serviceId,
    kind: 'owner_named',
    subject: 'measure',
    subjectId: id,
    details: was ? { code, owner, was } : { code, owner },
  });

/** Records who heads a service from now on, null for nobody. */
export const recordHead = (
  tx: Transaction,
  { who, at }: Party,
  serviceId: number,
  head: string | null,
): Promise<void> =>
  record(tx, {
    at,
    actorId: who,
    serviceId,
    kind: 'head_named',
    subject: 'service',
    subjectId: serviceId,
    details: { head },
  });
