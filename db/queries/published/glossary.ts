import { asc, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { glossaryTerms } from '@/db/schema';
import type { Term } from '@/lib/glossary/term';

/** A part of the public wall: the words that the council explains, by the alphabet. */
export const glossaryInPublic = (db: Database): Promise<Term[]> =>
  db
    .select({ term: glossaryTerms.term, meaning: glossaryTerms.meaning })
    .from(glossaryTerms)
    .orderBy(asc(sql`lower(${glossaryTerms.term})`));
