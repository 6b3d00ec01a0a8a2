import { eq } from 'drizzle-orm';
import { aboutCouncil } from '@/db/commands/road/about-council';
import { type About, change } from '@/db/commands/road/change';
import type { Party } from '@/db/commands/road/who-and-when';
import type { Database, Transaction } from '@/db/connection/client';
import { hasAddress } from '@/db/facts/service-words';
import { measures, services } from '@/db/schema';
import { Refused } from '@/lib/form/refused';
import { here, type PersonHere, personHere, type Whom } from './person-scene';

type Service = { id: number; name: string; headId: number | null };

/** Somebody who is to have a post, or nobody: by address at the command line, by number in a form. */
export type Holder = { email: string | null } | { id: number | null };

/** The person of a holder; null for nobody. */
function whomOf(holder: Holder): Whom | null {
  if ('id' in holder) return holder.id === null ? null : { id: holder.id };
  return holder.email === null ? null : { email: holder.email };
}

/**
 * Names somebody, or with null nobody, as the head of a service. The person is locked before the service, as when somebody
 * leaves, so that nobody waits in a circle.
 */
export function changeHead<T>(
  db: Database,
  party: Party,
  { service: slug, holder }: { service: string; holder: Holder },
  work: (tx: Transaction, person: PersonHere | null, service: Service) => Promise<T>,
): Promise<T> {
  const whom = whomOf(holder);
  return change(db, party, {
    command: 'name_head',
    permission: 'name_head',
    find: async (tx) => {
      const council = await aboutCouncil(tx, { step: 'name_head' });
      const person = whom && (await personHere(tx, whom));
      const service = await serviceOf(tx, slug);
      return { person, service, about: service ? aboutService(service, 'name_head') : council };
    },
    work: (tx, { person, service }) => work(tx, whom && here(person, whom), found(service, slug)),
  });
}

/** Names somebody, or with null nobody, as the data owner of a measure; the person is locked before the measure. */
export function changeOwner<T>(
  db: Database,
  party: Party,
  { code, holder }: { code: string; holder: Holder },
  work: (tx: Transaction, person: PersonHere | null, measure: typeof measures.$inferSelect) => Promise<T>,
): Promise<T> {
  const whom = whomOf(holder);
  return change(db, party, {
    command: 'name_owner',
    permission: 'name_owner',
    find: async (tx) => {
      const council = await aboutCouncil(tx, { step: 'name_owner', code });
      const person = whom && (await personHere(tx, whom));
      const [measure = null] = await tx.select().from(measures).where(eq(measures.code, code)).for('no key update');
      return { person, measure, about: measure ? aboutOwner(measure) : council };
    },
    work: (tx, { person, measure }) => {
      const owner = whom && here(person, whom);
      if (!measure) throw new Refused(`There is no measure “${code}”.`);
      return work(tx, owner, measure);
    },
  });
}

type DeputyChange = {
  service: string;
  whom: Whom;
  step: 'name_deputy' | 'end_deputy';
  /** Throws where the days that were typed are none, or in the wrong order. */
  read: () => void;
};

/** One change of a deputy in a service, with the service held. */
export function changeDeputy<T>(
  db: Database,
  party: Party,
  { service: slug, whom, step, read }: DeputyChange,
  work: (tx: Transaction, deputy: PersonHere, service: Service) => Promise<T>,
): Promise<T> {
  return change(db, party, {
    command: step,
    permission: step,
    find: async (tx) => {
      const council = await aboutCouncil(tx, { step });
      const person = await personHere(tx, whom);
      const service = await serviceOf(tx, slug);
      return { person, service, about: service ? aboutService(service, step) : council };
    },
    work: (tx, { person, service }) => {
      read();
      return work(tx, here(person, whom), found(service, slug));
    },
  });
}

async function serviceOf(tx: Transaction, slug: string): Promise<Service | null> {
  const [service] = await tx
    .select({ id: services.id, name: services.name, headId: services.headId })
    .from(services)
    .where(hasAddress(slug))
    .for('no key update');
  return service ?? null;
}

function found(service: Service | null, slug: string): Service {
  if (!service) throw new Refused(`There is no service “${slug}”.`);
  return service;
}

const aboutService = ({ id }: Service, step: string): About => ({
  serviceId: id,
  subject: 'service',
  subjectId: id,
  details: { step },
});

const aboutOwner = ({ id, serviceId, number, code }: typeof measures.$inferSelect): About => ({
  serviceId,
  subject: 'measure',
  subjectId: id,
  details: { step: 'name_owner', measure: number, code },
});
