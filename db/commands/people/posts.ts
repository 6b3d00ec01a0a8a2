import { eq } from 'drizzle-orm';
import type { Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { measures, services } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { outdated } from './changed-meanwhile';
import { nameOfHolder, recordHead, recordOwner } from './post-events';
import { changeHead, changeOwner, type Holder } from './post-scene';

type Ownership = { code: string } & Holder;

/** Names the data owner of a measure, or with null nobody. */
export function nameOwner(db: Database, party: Party, ownership: Ownership): Promise<string> {
  const { code } = ownership;
  return changeOwner(db, party, { code, holder: ownership }, async (tx, owner, measure) => {
    await nameOwnerInto(tx, party, measure, owner);
    return `${owner?.name ?? 'Nobody'} owns ${measure.code}, ${measure.title}.`;
  });
}

type Named = { id: number; name: string } | null;

/** Names the data owner of a measure inside the transaction of a change. */
export async function nameOwnerInto(
  tx: Transaction,
  party: Party,
  measure: { id: number; serviceId: number; code: string; ownerId: number | null },
  owner: Named,
): Promise<void> {
  await tx
    .update(measures)
    .set({ ownerId: owner?.id ?? null })
    .where(eq(measures.id, measure.id));
  const was = await nameOfHolder(tx, measure.ownerId);
  await recordOwner(tx, party, measure, { owner: owner?.name ?? null, was });
}

/** Names the head of a service inside the transaction of a change. */
export async function nameHeadInto(
  tx: Transaction,
  party: Party,
  service: { id: number; headId: number | null },
  head: Named,
): Promise<void> {
  await tx
    .update(services)
    .set({ headId: head?.id ?? null })
    .where(eq(services.id, service.id));
  const was = await nameOfHolder(tx, service.headId);
  await recordHead(tx, party, service.id, { head: head?.name ?? null, was });
}

/** `seen` is the head whom a form showed when it was opened; undefined at the command line, which shows none. */
type Headship = { service: string; seen?: number | null } & Holder;

/** Names the head of a service, or with null nobody; deputies of the head before act no more. */
export function nameHead(db: Database, party: Party, headship: Headship): Promise<string> {
  const { service: slug, seen } = headship;
  return changeHead(db, party, { service: slug, holder: headship }, async (tx, head, service) => {
    if (seen !== undefined && seen !== service.headId)
      throw await outdated(tx, { subject: 'service', id: service.id, kinds: ['head_named'] });
    if (seen !== undefined && seen === (head?.id ?? null))
      throw new Refused(`${head?.name ?? 'Nobody'} heads ${service.name} already: there is nothing to save.`);
    await nameHeadInto(tx, party, service, head);
    return `${head?.name ?? 'Nobody'} heads ${service.name}.`;
  });
}
