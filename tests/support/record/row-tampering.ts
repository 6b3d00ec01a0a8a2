import { guarded } from '@/db/events/guarded';

/** What a forged row needs beside another key, so that it does not meet a rule of its table. */
const unlike: Record<string, Record<string, string | null>> = {
  services: { slug: 'forged' },
  measures: { code: 'forged', number: '99' },
  targets: { effective_from: '2026-08-01' },
  benchmarks: { name: 'Forged' },
  announcements: { state: 'cancelled', why: 'Forged', edition_id: null },
  committees: { slug: 'forged' },
  glossary_terms: { term: 'Forged' },
  silenced_checks: { reason: 'Forged' },
  history_corrections: { revision: '9' },
  people: { email: 'forged@testshire.example' },
  systems: { token_hash: 'e'.repeat(64) },
  definition_versions: {
    effective_from: '2026-08-01',
    reason: 'Forged',
    decided_by: 'Nobody',
    decided_on: '2026-08-01',
  },
};

/** What stays with a key where two rows are exchanged, for the same reason. */
const staying: Record<string, string[]> = {
  definition_versions: ['effective_from', 'reason', 'decided_by', 'decided_on'],
  benchmark_values: ['from_day'],
};

/** A value that no row of a key has yet. */
const freshKey = (column: string): string => {
  if (column === 'id') return '9999';
  if (/day$|start$/.test(column)) return '2026-07-01';
  if (/at$/.test(column)) return '2026-08-30T09:00:00Z';
  if (column === 'token_hash') return 'f'.repeat(64);
  return { role: 'councillor', version: '99', year: '1999', code: 'forged', rule: 'W8' }[column] ?? 'forged';
};

/** Those columns of a key by which a second row can be told from the first; the others refer to what is there. */
const freeColumns = (key: string[]): string[] => {
  const free = key.filter(
    (column) => !/^(measure|benchmark|edition|announcement|person|committee|service|system)_id$/.test(column),
  );
  return free.length > 0 ? free : key.slice(-1);
};

const object = (entries: [string, string][]): string =>
  `jsonb_build_object(${entries.map(([name, value]) => `'${name}', ${value}`).join(', ')})`;

/** Puts a row in that is like the first one but for its key. */
export function insertion(table: string): string {
  const { key } = guarded[table] as (typeof guarded)[string];
  const different = Object.entries(unlike[table] ?? {}).map(([name, value]): [string, string] => [
    name,
    value === null ? 'null' : `'${value}'`,
  ]);
  // A person or service that has no such row yet, or none at all: nothing checks that while the guards are put aside.
  const keys = freeColumns(key).map((column): [string, string] => [
    column,
    /_id$/.test(column) ? '9999' : `'${freshKey(column)}'`,
  ]);
  return `insert into ${table} overriding system value
    select (jsonb_populate_record(null::${table}, to_jsonb(t) || ${object([...keys, ...different])})).*
    from ${table} t order by ${key.join(', ')} limit 1`;
}

/** Lets the first and the last row of a table change places: each has what the other said, under its own key. */
export function exchange(table: string, columns: string[]): string {
  const { key } = guarded[table] as (typeof guarded)[string];
  const staysPut = columns.length > key.length ? [...key, ...(staying[table] ?? [])] : key.slice(0, -1);
  const keysOf = (n: number) => object(staysPut.map((column) => [column, `a -> ${n} -> '${column}'`]));
  const end = (way: string) =>
    `(select ctid from ${table} order by ${key.map((column) => `${column} ${way}`).join(', ')} limit 1)`;
  return `with gone as (delete from ${table} t where ctid in (${end('asc')}, ${end('desc')}) returning to_jsonb(t) as j),
      two as (select jsonb_agg(j) as a from gone)
    insert into ${table} overriding system value
    select (jsonb_populate_record(null::${table}, changed)).* from two,
      lateral (values ((a -> 0) || ${keysOf(1)}), ((a -> 1) || ${keysOf(0)})) v (changed)`;
}
