import { and, desc, eq, getTableColumns, or, type SQL } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { imports, people } from '@/db/schema';
import { may } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import type { ImportLine } from './import-view';

const { bytes: _bytes, view: _view, answers: _answers, ...facts } = getTableColumns(imports);

/** The files that a person sees: their own, and those of the council where they may bring some in. */
export const seenBy = (who: Person): SQL =>
  (may(who, 'bring_in')
    ? or(eq(imports.personId, who.id), eq(imports.scope, 'council'))
    : eq(imports.personId, who.id)) as SQL;

/** A file without what it holds, with who brought it. */
export const importFacts = (db: Database, condition: SQL | undefined) =>
  db
    .select({ ...facts, byName: people.name })
    .from(imports)
    .innerJoin(people, eq(people.id, imports.personId))
    .where(condition)
    .orderBy(desc(imports.id));

type Facts = Awaited<ReturnType<typeof importFacts>>[number];

/** A file as a list shows it. */
export const lineOf = (file: Facts): ImportLine => ({
  id: file.id,
  fileName: file.fileName,
  size: file.size,
  scope: file.scope,
  kind: file.kind,
  state: file.state,
  by: { id: file.personId, name: file.byName },
  at: file.at,
  endedAt: file.endedAt,
  counts: file.counts,
  sentence: file.sentence,
});

/** As many files as a list shows. */
const mostListed = 50;

/** The files that a person may see, the latest first; a file that ended stays for a week, and in the history for ever. */
export async function importList(db: Database, who: Person, scope?: ImportLine['scope']): Promise<ImportLine[]> {
  const rows = await importFacts(db, and(seenBy(who), scope && eq(imports.scope, scope))).limit(mostListed);
  return rows.map(lineOf);
}
