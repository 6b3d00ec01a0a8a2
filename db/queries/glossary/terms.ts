import { asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { glossaryTerms, measures } from '@/db/schema';
import type { KeptFields } from '@/lib/framework/meanwhile';
import { type Term, termFields, usesTerm } from '@/lib/glossary/term';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';

export type KeptTerm = Term & { id: number; was: KeptFields };

/** The words of the glossary as a performance officer keeps them, by the alphabet; null for everybody else. */
export async function keptGlossary(db: Database, who: Person): Promise<KeptTerm[] | null> {
  if (!may(who, 'explain_term')) return null;
  const rows = await db
    .select()
    .from(glossaryTerms)
    .orderBy(asc(sql`lower(${glossaryTerms.term})`));
  return rows.map((row) => ({ ...row, was: termFields(row) }));
}

/** One of them; null where there is none. */
export async function keptTerm(db: Database, who: Person, id: string): Promise<KeptTerm | null> {
  if (!may(who, 'change_term') || !/^[1-9]\d{0,8}$/.test(id)) return null;
  const [row] = await db
    .select()
    .from(glossaryTerms)
    .where(eq(glossaryTerms.id, Number(id)));
  return row ? { ...row, was: termFields(row) } : null;
}

/** The measures whose title or definition uses a word, by their titles in report order; null for everybody but an officer. */
export async function usersOf(db: Database, who: Person, term: string): Promise<string[] | null> {
  if (!may(who, 'explain_term')) return null;
  const rows = await db
    .select({ title: measures.title, definition: measures.definition })
    .from(measures)
    .where(isNull(measures.retiredOn))
    .orderBy(asc(measures.serviceId), asc(measures.number));
  return rows.filter(({ title, definition }) => usesTerm(`${title} ${definition}`, term)).map(({ title }) => title);
}
