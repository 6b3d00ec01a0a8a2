import { asc, gt } from 'drizzle-orm';
import { chainText } from '@/lib/event';
import type { Connection } from '../client';
import type { Proofs } from '../guarded';
import { events, services } from '../schema';
import { sha256 } from '../sha256';
import type { Tampered, Verified } from './verify';
import { tellOfRows } from './verify-rows';

/** The end of a chain: the service's address, or 'council'; how many events it has, and the hash of the last. */
export type Head = { chain: string; events: number; hash: string };

type Chains = {
  tampered: Tampered | null;
  heads: Head[];
  /** Each reading that an edition published, with the instant. */
  published: Map<number, string>;
  /** What events tell last of each row beside the readings and editions. */
  proofs: Proofs;
};

const batch = 2000;
const byConstruction = (at: string) => new Date(at).toISOString();

/** Walks every chain of events from its beginning to its end. */
export async function verifyChains(db: Connection, against: Head[], checked: Verified['checked']): Promise<Chains> {
  const slugs = new Map<number | null, string>([[null, 'council']]);
  for (const { id, slug } of await db.select({ id: services.id, slug: services.slug }).from(services))
    slugs.set(id, slug);
  const heads = new Map<string, Head>();
  const awaited = new Map(against.map((head) => [head.chain, head]));
  const published = new Map<number, string>();
  const proofs: Proofs = { rows: new Map(), opened: false };
  const fault = (id: number | string, what: string): Chains => ({
    tampered: { table: 'events', id: String(id), what },
    heads: [...heads.values()],
    published,
    proofs,
  });

  // Said only of chains that are whole: a missing event is the graver news.
  let changed: Tampered | null = null;
  for (let after = 0; ; ) {
    const rows = await db.select().from(events).where(gt(events.id, after)).orderBy(asc(events.id)).limit(batch);
    for (const { id, hash, previous, ...told } of rows) {
      checked.events += 1;
      const chain = slugs.get(told.serviceId) ?? `service ${told.serviceId}`;
      const last = heads.get(chain);
      if (sha256(chainText(told, previous)) !== hash)
        return fault(id, 'it is not what was written: its hash does not fit');
      if (previous !== (last?.hash ?? null))
        return fault(id, 'it does not follow the event before it: one was removed, put in or moved');
      const head = { chain, events: (last?.events ?? 0) + 1, hash };
      heads.set(chain, head);
      const kept = awaited.get(chain);
      if (kept?.events === head.events && kept.hash !== hash)
        return fault(id, `chain ${chain} has another event ${head.events} than the one that was kept elsewhere`);
      if (told.kind === 'edition_published' && Array.isArray(told.details.published))
        for (const reading of told.details.published) published.set(Number(reading), byConstruction(told.at));
      const covered = tellOfRows({ id, ...told }, proofs);
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
