import { sql } from 'drizzle-orm';
import type { Connection } from '../client';
import { constraints, functions, type Guard, triggers } from '../guards';
import { sha256 } from '../sha256';
import type { Tampered } from './verify';

/** Checks that every guard of the database is there and on duty: its triggers, what they do, and the rules of its tables. */
export async function verifyGuards(db: Connection): Promise<Tampered | null> {
  const here = await db.execute<Guard & { enabled: string }>(sql`
    select c.relname as "table", t.tgname as name, pg_get_triggerdef(t.oid) as definition, t.tgenabled::text as enabled
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`);
  const triggersHere = new Map(here.map((one) => [nameOf(one), one]));
  for (const guard of triggers) {
    const found = triggersHere.get(nameOf(guard));
    if (!found) return fault(guard, 'this trigger is not there any more');
    // Off (D), or only while the database follows another one (R).
    if (!'OA'.includes(found.enabled)) return fault(guard, 'this trigger is switched off');
    if (found.definition !== guard.definition) return fault(guard, 'this trigger is not the one that was made');
  }
  return (await functionFault(db)) ?? (await constraintFault(db)) ?? castFault(db);
}

async function functionFault(db: Connection): Promise<Tampered | null> {
  const bodies = await db.execute<{ name: string; body: string }>(sql`
    select proname as name, prosrc as body from pg_proc where pronamespace = 'public'::regnamespace`);
  for (const [name, hash] of Object.entries(functions)) {
    const own = bodies.filter((one) => one.name === name);
    if (own.length !== 1 || sha256(own[0]?.body ?? '') !== hash)
      return { table: 'pg_proc', id: name, what: 'this function is not the one that was made' };
  }
  return null;
}

async function constraintFault(db: Connection): Promise<Tampered | null> {
  const rows = await db.execute<Guard>(sql`
    select c.relname as "table", k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'public'::regnamespace`);
  const here = new Set(rows.map(nameOf));
  const gone = constraints.find((one) => !here.has(nameOf(one)));
  return gone ? fault(gone, 'this rule of the table is not there any more') : null;
}

/** A cast of somebody's own could make a row hash as another; Candour has none. */
async function castFault(db: Connection): Promise<Tampered | null> {
  const [own] = await db.execute<{ id: string }>(sql`
    select castsource::regtype || ' as ' || casttarget::regtype as id from pg_cast where oid >= 16384 limit 1`);
  return own ? { table: 'pg_cast', id: own.id, what: 'nobody of ours made this cast' } : null;
}

const nameOf = ({ table, name }: Pick<Guard, 'table' | 'name'>): string => `${table} ${name}`;
const fault = ({ table, name }: Guard, what: string): Tampered => ({ table, id: name, what });
