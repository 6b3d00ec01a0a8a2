import { sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';
import { type Rule, tableRules } from '@/db/events/constraints-now';
import { functions } from '@/db/events/expected-functions';
import { type Guard, triggers } from '@/db/events/expected-guards';
import { sha256 } from '@/db/hashing/sha256';
import made from '../../events/expected-constraints.json';
import type { Tampered } from './verify';

/** Checks that every guard of the database is there and on duty: its triggers, what they do, and the rules of its tables. */
export async function verifyGuards(db: Connection): Promise<Tampered | null> {
  const here = await db.execute<Guard & { enabled: string }>(sql`
    select c.relname as "table", t.tgname as name, pg_get_triggerdef(t.oid) as definition, t.tgenabled::text as enabled
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`);
  const triggersHere = new Map(here.map((trigger) => [nameOf(trigger), trigger]));
  for (const guard of triggers) {
    const present = triggersHere.get(nameOf(guard));
    if (!present) return fault(guard, 'this trigger is not there any more');
    // Off (D), or only while the database follows another one (R).
    if (!'OA'.includes(present.enabled)) return fault(guard, 'this trigger is switched off');
    if (present.definition !== guard.definition) return fault(guard, 'this trigger is not the one that was made');
  }
  return (await functionFault(db)) ?? (await ruleFault(db)) ?? strangeFault(db);
}

async function functionFault(db: Connection): Promise<Tampered | null> {
  const bodies = await db.execute<{ name: string; body: string }>(sql`
    select proname as name, prosrc as body from pg_proc where pronamespace = 'public'::regnamespace`);
  for (const [name, hash] of Object.entries(functions)) {
    const matching = bodies.filter((routine) => routine.name === name);
    if (matching.length !== 1 || sha256(matching[0]?.body ?? '') !== hash)
      return { table: 'pg_proc', id: name, what: 'this function is not the one that was made' };
  }
  return null;
}

/**
 * What a rule says in expressions is compared as the version of PostgreSQL prints it that the file was made with; another may
 * print the same otherwise, so that there the parsed facts alone count: columns, uniqueness, what is referred to, whether it holds.
 */
async function ruleFault(db: Connection): Promise<Tampered | null> {
  const here = await tableRules(db);
  const rules = new Map(here.rules.map((rule) => [ruleName(rule), rule]));
  for (const rule of made.rules) {
    const present = rules.get(ruleName(rule));
    if (!present && rule.kind === 'not null') return fault(rule, 'this column may be empty now');
    if (!present) return fault(rule, 'this rule of the table is not there any more');
    if (present.facts !== rule.facts || (here.major === made.major && present.text !== rule.text))
      return fault(rule, 'this rule of the table is not the one that was made');
  }
  return null;
}

/**
 * A cast of somebody's own could make a row hash as another, a rewriting rule could turn a change into nothing, and a policy
 * could hide rows from the serving role; Candour has none of them.
 */
async function strangeFault(db: Connection): Promise<Tampered | null> {
  const [stranger] = await db.execute<{ kind: string; id: string }>(sql`
    select 'pg_cast' as kind, castsource::regtype || ' as ' || casttarget::regtype as id from pg_cast where oid >= 16384
    union all select 'pg_rewrite', r.rulename || ' on ' || c.relname from pg_rewrite r join pg_class c on c.oid = r.ev_class
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    union all select 'pg_class', relname || ' with row security' from pg_class
    where relnamespace = 'public'::regnamespace and relrowsecurity limit 1`);
  return stranger ? { table: stranger.kind, id: stranger.id, what: strange[stranger.kind] ?? '' } : null;
}

const strange: Record<string, string> = {
  pg_cast: 'nobody of ours made this cast',
  pg_rewrite: 'nobody of ours made this rule',
  pg_class: 'nobody of ours set a policy on this table',
};
const nameOf = ({ table, name }: Pick<Guard, 'table' | 'name'>): string => `${table} ${name}`;
const ruleName = ({ table, kind, name }: Pick<Rule, 'table' | 'kind' | 'name'>): string => `${table} ${kind} ${name}`;
const fault = ({ table, name }: Pick<Guard, 'table' | 'name'>, what: string): Tampered => ({ table, id: name, what });
