import { asc, eq } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import { oneOf } from '@/db/connection/written-out';
import { imports } from '@/db/schema';
import { applyImport } from './apply';
import { giveUp } from './plan-kept';
import { readImport } from './read-import';

type Moment = Parameters<typeof applyImport>[2];

/** Does what a file waits for: to be read, or to be brought in. A fault gives it up for whoever looks next. */
export async function workOnImport(db: Database, id: number, moment: Moment): Promise<void> {
  const [file] = await db.select({ state: imports.state }).from(imports).where(eq(imports.id, id));
  try {
    if (file?.state === 'waiting' || file?.state === 'reading') await readImport(db, id, moment);
    if (file?.state === 'working') await applyImport(db, id, moment);
  } catch (error) {
    await giveUp(db, id).catch(() => {});
    throw error;
  }
}

/** The files that wait for somebody to work on them, the oldest first; one that is worked on elsewhere may be among them. */
export async function waitingImports(db: Database): Promise<number[]> {
  const rows = await db
    .select({ id: imports.id })
    .from(imports)
    .where(oneOf(imports.state, 'waiting', 'reading', 'working'))
    .orderBy(asc(imports.id));
  return rows.map(({ id }) => id);
}
