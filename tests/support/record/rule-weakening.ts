import type { Rule } from '@/db/events/constraints-now';

/** What a statement needs to know beside the rule: the version of PostgreSQL, and what keeps a column from being empty besides. */
export type Known = { major: number; neverEmpty: Set<string> };

/** Every way tried of taking a rule of a table away, or of putting a weaker one in its place by the same name. */
export function weakenings(rule: Rule, known: Known): [way: string, statement: string][] {
  const { table, name, kind } = rule;
  const alter = (what: string) => `alter table "${table}" ${what};`;
  const drop = alter(`drop constraint "${name}" cascade`);
  if (kind === 'check')
    return [
      ['gone', drop],
      ['true', drop + alter(`add constraint "${name}" check (true)`)],
      ['true for its columns', drop + alter(`add constraint "${name}" check (${alwaysTrue(rule)})`)],
      ['not for old rows', drop + alter(`add constraint "${name}" ${rule.text.replace(/ NOT VALID$/, '')} not valid`)],
    ].filter(([way]) => way !== 'not for old rows' || !rule.facts.endsWith('not valid')) as [string, string][];
  if (kind === 'foreign key') {
    const [, columns, to] = /^(\(.+?\)), to (.+?\)), update/.exec(rule.facts) ?? [];
    const other = (more: string) =>
      drop + alter(`add constraint "${name}" foreign key ${columns} references ${to} ${more}`);
    return [
      ['gone', drop],
      ['not for old rows', other('not valid')],
      ['with cascade', other(rule.facts.includes('delete c') ? 'on delete set null' : 'on delete cascade')],
      ['with its triggers off', triggersOff(rule)],
    ];
  }
  if (kind === 'unique') {
    const gone = `do $$ begin ${drop} exception when undefined_object then drop index "${name}"; end $$;`;
    const [keys] = /\(.+?\)/.exec(rule.facts) ?? [];
    const columns = keys?.includes('an expression') ? `(${rule.text.replace(/ where .*$/, '')})` : keys;
    return [
      ['gone', gone],
      ['not unique', `${gone} create index "${name}" on "${table}" ${columns}`],
      ['of some rows', `${gone} create unique index "${name}" on "${table}" ${columns} where false`],
    ];
  }
  const column = alter(`alter "${name}" drop not null`);
  // A key and a counter are never empty anyway: only the catalogue itself can say otherwise.
  if (known.neverEmpty.has(`${table} ${name}`))
    return [
      [
        'in the catalogue',
        `set local allow_system_table_mods = on; update pg_attribute set attnotnull = false
         where attrelid = '"${table}"'::regclass and attname = '${name}'`,
      ],
    ];
  const later: [string, string][] = [['not for old rows', `${column} ${alter(`add not null "${name}" not valid`)}`]];
  return [['gone', column], ...(known.major >= 18 ? later : [])];
}

/** A check that speaks of the same columns and holds of every row. */
const alwaysTrue = ({ facts }: Rule): string =>
  (/\((.*?)\)/.exec(facts)?.[1] ?? '')
    .split(', ')
    .map((column) => `("${column}" is null or true)`)
    .join(' and ');

const triggersOff = ({ table, name }: Rule): string => `do $$ declare one record; begin
  for one in select g.tgname, g.tgrelid::regclass as at from pg_trigger g join pg_constraint k on k.oid = g.tgconstraint
    where k.conname = '${name}' and k.conrelid = '"${table}"'::regclass
  loop execute format('alter table %s disable trigger %I', one.at, one.tgname); end loop; end $$`;
