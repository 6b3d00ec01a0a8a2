import { asc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { glossaryTerms, measures, services } from '@/db/schema';
import { pageTermFindings } from '@/lib/commentary/language/page-terms';
import { type Term, type TermUse, usesTerm } from '@/lib/glossary/term';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';

/**
 * What a word would change where it is met: in one service by its address, or for the council in every service that does not mean it
 * otherwise. Null for everybody but an officer.
 */
export async function termUse(db: Database, who: Person, words: Term, slug: string | null): Promise<TermUse | null> {
  if (!may(who, 'explain_term')) return null;
  const same = await db
    .select({ meaning: glossaryTerms.meaning, service: services.slug })
    .from(glossaryTerms)
    .leftJoin(services, eq(services.id, glossaryTerms.serviceId))
    .where(sql`lower(${glossaryTerms.term}) = lower(${words.term})`);
  const otherwise = new Set(same.map(({ service }) => service));
  const all = await db
    .select({
      slug: services.slug,
      service: services.name,
      number: measures.number,
      title: measures.title,
      definition: measures.definition,
    })
    .from(measures)
    .innerJoin(services, eq(services.id, measures.serviceId))
    .where(isNull(measures.retiredOn))
    .orderBy(asc(services.position), asc(measures.number));
  const rows = all.filter((row) => (slug === null ? !otherwise.has(row.slug) : row.slug === slug));
  const twice = [...new Set(rows.map(({ service }) => service))].flatMap((name) => {
    const page = rows
      .filter(({ service }) => service === name)
      .map(({ number, title, definition }) => ({ number, title, definition, comments: null, actions: [] }));
    return pageTermFindings(page, [words]).map(
      ({ number, sentence }) => `Measure ${number} of ${name}: ${sentence} No edition goes out with that.`,
    );
  });
  const [named] =
    slug === null ? [] : await db.select({ name: services.name }).from(services).where(eq(services.slug, slug));
  return {
    service: named?.name ?? null,
    instead: slug === null ? null : (same.find(({ service }) => service === null)?.meaning ?? null),
    users: rows
      .filter(({ title, definition }) => usesTerm(`${title} ${definition}`, words.term))
      .map(({ title }) => title),
    twice,
  };
}
