import { type SQL, sql } from 'drizzle-orm';
import type { Connection } from '@/db/connection/client';

/**
 * A rule of a table: a check, what is there only once, what refers to another table, or a column that is never empty. `facts` are
 * parsed and the same in every PostgreSQL; `text` is an expression as one version of it prints it, empty where there is none.
 */
export type Rule = { table: string; kind: string; name: string; facts: string; text: string };

/**
 * Every rule of the tables of the record as the database has it now: what a reference rests on before the references, so that of
 * two that went together the cause is named; and the version of PostgreSQL that prints the texts.
 */
export async function tableRules(db: Connection): Promise<{ major: number; rules: Rule[] }> {
  const rules = await db.execute<Rule & { major: number }>(sql`
    with tables as (select * from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')),
    found as (${neverEmpty} union all ${onlyOnce} union all ${referring} union all ${checks})
    select *, current_setting('server_version_num')::int / 10000 as major from found
    order by kind collate "C" desc, "table" collate "C", name collate "C"`);
  return { major: rules[0]?.major ?? 0, rules: rules.map(({ major: _, ...rule }) => rule) };
}

const columns = (table: SQL, numbers: SQL) =>
  sql`(select coalesce(string_agg(coalesce(a.attname, 'an expression'), ', ' order by n), '')
    from unnest(${numbers}) with ordinality as l (number, n)
    left join pg_attribute a on a.attrelid = ${table} and a.attnum = l.number)`;

/** From version 18 a column may be called never empty before anybody has looked whether it is: that does not count. */
const neverEmpty = sql`
  select t.relname::text as "table", 'not null' as kind, a.attname::text as name, '' as facts, '' as text
  from tables t join pg_attribute a on a.attrelid = t.oid
  where a.attnotnull and a.attnum > 0 and not a.attisdropped and not exists (
    select from pg_constraint k
    where k.conrelid = t.oid and k.contype = 'n' and k.conkey = array[a.attnum] and not k.convalidated)`;

/** An index that is not unique any more is still found by its name. Nulls can be distinct or not since version 15. */
const onlyOnce = sql`
  select t.relname::text, 'unique', c.relname::text,
    concat_ws(', ', case when not i.indisunique then 'not unique' end,
      '(' || ${columns(sql`i.indrelid`, sql`(i.indkey::int2[])[0:i.indnkeyatts - 1]`)} || ')',
      case when not (i.indisvalid and i.indisready and i.indislive) then 'not valid' end,
      case when not i.indimmediate then 'deferrable' end,
      case when (to_jsonb(i) ->> 'indnullsnotdistinct')::boolean then 'nulls not distinct' end,
      case when i.indpred is not null then 'of some rows' end),
    concat_ws(' where ', pg_get_expr(i.indexprs, i.indrelid), pg_get_expr(i.indpred, i.indrelid))
  from tables t join pg_index i on i.indrelid = t.oid join pg_class c on c.oid = i.indexrelid`;

/** What holds a reference are four triggers of PostgreSQL's own, which can be switched off like any other. */
const referring = sql`
  select t.relname::text, 'foreign key', k.conname::text,
    concat_ws(', ', '(' || ${columns(sql`k.conrelid`, sql`k.conkey`)} || ')',
      'to ' || f.relnamespace::regnamespace || '.' || f.relname || ' (' || ${columns(sql`k.confrelid`, sql`k.confkey`)} || ')',
      'update ' || k.confupdtype::text, 'delete ' || k.confdeltype::text, 'match ' || k.confmatchtype::text,
      case when not k.convalidated then 'not valid' end,
      case when k.condeferrable then 'deferrable' end,
      case when (select count(*) from pg_trigger g where g.tgconstraint = k.oid and g.tgenabled in ('O', 'A')) < 4
        then 'switched off' end), ''
  from tables t join pg_constraint k on k.conrelid = t.oid join pg_class f on f.oid = k.confrelid where k.contype = 'f'`;

const checks = sql`
  select t.relname::text, 'check', k.conname::text,
    concat_ws(', ', '(' || ${columns(sql`t.oid`, sql`k.conkey`)} || ')', case when not k.convalidated then 'not valid' end),
    pg_get_constraintdef(k.oid)
  from tables t join pg_constraint k on k.conrelid = t.oid where k.contype = 'c'`;

/** The rules as `expected-constraints.json` keeps them: one a line, so that a change is read at a glance. */
export function keptRules({ major, rules }: { major: number; rules: Rule[] }): string {
  const lasting = rules.filter(({ kind, facts }) => kind !== 'unique' || !facts.startsWith('not unique'));
  const lines = lasting.map((rule) => `    ${JSON.stringify(rule)}`);
  return `{\n  "major": ${major},\n  "rules": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
