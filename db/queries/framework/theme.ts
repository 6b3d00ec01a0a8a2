import { and, asc, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { measures, services } from '@/db/schema';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';

export type ThemePage = {
  service: { slug: string; name: string };
  code: string;
  number: number;
  title: string;
  theme: string;
  /** The themes that other measures have, by the alphabet, each with their titles. */
  themes: { name: string; titles: string[] }[];
};

/** The theme of a measure as a performance officer chooses it; null where there is none, and for everybody else. */
export async function themePage(db: Database, who: Person, code: string): Promise<ThemePage | null> {
  if (!may(who, 'set_theme')) return null;
  const [own] = await db
    .select({
      service: { slug: services.slug, name: services.name },
      code: measures.code,
      number: measures.number,
      title: measures.title,
      theme: measures.theme,
    })
    .from(measures)
    .innerJoin(services, eq(services.id, measures.serviceId))
    .where(and(eq(measures.code, code), isNull(measures.retiredOn)));
  if (!own) return null;
  const others = await db
    .select({ theme: measures.theme, title: measures.title })
    .from(measures)
    .where(and(isNotNull(measures.theme), isNull(measures.retiredOn), ne(measures.code, code)))
    .orderBy(asc(measures.theme), asc(measures.serviceId), asc(measures.number));
  const names = [...new Set(others.flatMap(({ theme }) => theme ?? []))];
  return {
    ...own,
    theme: own.theme ?? '',
    themes: names.map((name) => ({
      name,
      titles: others.filter(({ theme }) => theme === name).map(({ title }) => title),
    })),
  };
}
