import { sql } from 'drizzle-orm';
import type { Database } from '@/db/connection/client';
import type { Rule } from '@/db/events/constraints-now';
import { verifyGuards } from '@/db/queries/verify/verify-guards';
import { weakenings } from './rule-weakening';

/** What verify says of the guards after a statement, which is undone. */
export async function guardsAfter(db: Database, statement: string) {
  const undone = new Error('undone');
  let verdict: Awaited<ReturnType<typeof verifyGuards>> = null;
  await db
    .transaction(async (tx) => {
      await tx.execute(sql.raw(statement));
      verdict = await verifyGuards(tx);
      throw undone;
    })
    .catch((error) => {
      if (error !== undone) throw error;
    });
  return verdict as { table: string; id: string; what: string } | null;
}

/** Tries every way on each of these rules; answers how many were tried, and those of which verify did not name the rule. */
export async function tryToWeaken(db: Database, rules: Rule[], major: number) {
  const neverEmpty = await db.execute<{ name: string }>(sql`
    select c.relname || ' ' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and (a.attidentity <> '' or exists (
      select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)))`);
  const known = { major, neverEmpty: new Set(neverEmpty.map(({ name }) => name)) };
  const missed: string[] = [];
  const ways: Record<string, number> = {};
  for (const rule of rules)
    for (const [way, statement] of weakenings(rule, known)) {
      const verdict = await guardsAfter(db, statement);
      if (verdict?.table !== rule.table || verdict.id !== rule.name)
        missed.push(
          `${rule.table} ${rule.kind} ${rule.name} ${way}: ${verdict ? `${verdict.table} ${verdict.id}` : 'nothing'}`,
        );
      const kind = `${rule.kind} ${way}`;
      ways[kind] = (ways[kind] ?? 0) + 1;
    }
  return { missed, ways };
}
