import { type AnyColumn, is, Placeholder, type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** A list of the one number that is known when the question is asked: a plan for any of them expects no more than one. */
export const onlyOne = (id: Placeholder): SQL => sql`[${id}::int]`;

/** That a column holds one of these numbers, however many: they travel as one list, or are what a query finds. */
export function amongst(column: AnyColumn, ids: readonly number[] | Placeholder | SQLWrapper): SQL {
  if (is(ids, Placeholder)) return sql`${column} = any(${ids}::int[])`;
  return 'getSQL' in ids ? sql`${column} = any(array${ids})` : sql`${column} = any(${sql.param(ids)}::int[])`;
}
