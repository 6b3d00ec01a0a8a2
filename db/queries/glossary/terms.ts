import { asc, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { glossaryTerms, services } from '@/db/schema';
import type { KeptFields } from '@/lib/framework/meanwhile';
import { type Term, termFields } from '@/lib/glossary/term';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';

type ServiceName = { slug: string; name: string };

/** A word as it is kept; `service` is the only one that means it so, null for the council. */
export type KeptTerm = Term & { id: number; service: ServiceName | null; was: KeptFields };

const kept = (db: Database) =>
  db
    .select({
      id: glossaryTerms.id,
      term: glossaryTerms.term,
      meaning: glossaryTerms.meaning,
      service: { slug: services.slug, name: services.name },
    })
    .from(glossaryTerms)
    .leftJoin(services, eq(services.id, glossaryTerms.serviceId))
    .$dynamic();

/** The words of the glossary as a performance officer keeps them, the council's first, by the alphabet; null for everybody else. */
export async function keptGlossary(db: Database, who: Person): Promise<KeptTerm[] | null> {
  if (!may(who, 'explain_term')) return null;
  const rows = await kept(db).orderBy(sql`${services.position} nulls first`, asc(sql`lower(${glossaryTerms.term})`));
  return rows.map((row) => ({ ...row, was: termFields(row) }));
}

/** One of them; null where there is none. */
export async function keptTerm(db: Database, who: Person, id: string): Promise<KeptTerm | null> {
  if (!may(who, 'change_term') || !/^[1-9]\d{0,8}$/.test(id)) return null;
  const [row] = await kept(db).where(eq(glossaryTerms.id, Number(id)));
  return row ? { ...row, was: termFields(row) } : null;
}

/** The services that may mean a word otherwise, in the council's order; null for everybody but an officer. */
export async function servicesWithWords(db: Database, who: Person): Promise<ServiceName[] | null> {
  if (!may(who, 'explain_term')) return null;
  return db.select({ slug: services.slug, name: services.name }).from(services).orderBy(asc(services.position));
}
