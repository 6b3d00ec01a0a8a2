import { asc, getTableColumns, gt } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import type { Proofs } from '@/db/events/guarded';
import { sha256 } from '@/db/hashing/sha256';
import { events, services } from '@/db/schema';
import { asItStands } from '@/db/schema/checked-json';
import type { Head } from '@/lib/record/chain-head';
import { chainText } from '@/lib/record/chain-text';
import { chainName } from './chain-heads';
import type { Tampered, Verified } from './verify';
import { tellOfRows } from './verify-rows';

type Chains = {
  tampered: Tampered | null;
  heads: Head[];
  /** Each reading that an edition published, with the instant. */
  published: Map<number, string>;
  /** What events tell last of each row beside the readings and editions. */
  proofs: Proofs;
};

const batch = 2000;

/** Walks every chain of events from its beginning to its end. */
export async function verifyChains(db: Connection, against: Head[], checked: Verified['checked']): Promise<Chains> {
  const names = new Map<number | null, string>([[null, 'council']]);
  for (const { id, name } of await db.select({ id: services.id, name: chainName }).from(services)) names.set(id, name);
  const heads = new Map<string, Head>();
  // Each head that was kept, not only the last: a chain that was rewritten between two days fits the last alone. The first counts.
  const awaited = new Map(against.toReversed().map((head) => [`${head.chain} ${head.events}`, head.hash]));
  const published = new Map<number, string>();
  const proofs: Proofs = { rows: new Map(), opened: false };
  const fault = (id: number | string, what: string): Chains => ({
    tampered: { table: 'events', id: String(id), what },
    heads: [...heads.values()],
    published,
    proofs,
  });

  // Reported only of chains without a gap: a missing event is the graver fault.
  let changed: Tampered | null = null;
  for (let after = 0; ; ) {
    const rows = await db
      .select({ ...getTableColumns(events), details: asItStands(events.details) })
      .from(events)
      .where(gt(events.id, after))
      .orderBy(asc(events.id))
      .limit(batch);
    for (const { id, hash, previous, ...event } of rows) {
      checked.events += 1;
      const chain = names.get(event.serviceId) ?? `service ${event.serviceId}`;
      const last = heads.get(chain);
      if (sha256(chainText(event, previous)) !== hash)
        return fault(id, 'it is not what was written: its hash does not fit');
      if (previous !== (last?.hash ?? null))
        return fault(id, 'it does not follow the event before it: one was removed, put in or moved');
      const head = { chain, events: (last?.events ?? 0) + 1, hash };
      heads.set(chain, head);
      const keptHash = awaited.get(`${chain} ${head.events}`);
      if (keptHash !== undefined && keptHash !== hash)
        return fault(id, `chain ${chain} has another event ${head.events} than the one that was kept elsewhere`);
      if (event.kind === 'edition_published' && Array.isArray(event.details.published))
        for (const reading of event.details.published) published.set(Number(reading), event.at);
      const covered = tellOfRows({ id, ...event }, proofs);
      changed ??= covered;
    }
    const last = rows.at(-1);
    if (!last || rows.length < batch) break;
    after = last.id;
  }
  for (const { chain, events: count } of against) {
    const here = heads.get(chain)?.events ?? 0;
    if (here < count)
      return fault(`after ${here} of chain ${chain}`, `the chain ends here, and ${count - here} events are missing`);
  }
  return { tampered: changed, heads: [...heads.values()], published, proofs };
}
