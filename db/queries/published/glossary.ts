import { asc, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { editionTerms, glossaryTerms, services } from '@/db/schema';
import type { Term } from '@/lib/glossary/term';

/** A word that the public has explained; `service` is the name of the only one that means it so, null for the council. */
export type PublicTerm = Term & { service: string | null };

/** A part of the public wall: the words that the council explains, by the alphabet, its own before those of a service. */
export const glossaryInPublic = (db: Database): Promise<PublicTerm[]> =>
  db
    .select({ term: glossaryTerms.term, meaning: glossaryTerms.meaning, service: services.name })
    .from(glossaryTerms)
    .leftJoin(services, eq(services.id, glossaryTerms.serviceId))
    .orderBy(asc(sql`lower(${glossaryTerms.term})`), sql`${services.position} nulls first`);

/** The words that an edition explains, as they were when it was published. */
export const termsOf = (db: Database, editionId: number): Promise<Term[]> =>
  db
    .select({ term: editionTerms.term, meaning: editionTerms.meaning })
    .from(editionTerms)
    .where(eq(editionTerms.editionId, editionId))
    .orderBy(asc(editionTerms.term));
