import type postgres from 'postgres';

/** The refusals of an account: how many came, how many of them unchecked, and from how many groups of addresses. */
export type Refusals = { tries: number; throttled: number; groups: number };

/**
 * What a record counts of an account's refusals since its first, and how many events they have to have left. A test may begin in one
 * quarter of an hour and end in the next: each has an event of its first, and one of its first unchecked where others came before.
 */
export async function refusalsOf(sql: postgres.Sql, email: string | null): Promise<Refusals & { events: number }> {
  const quarters = await sql<Refusals[]>`
    select sum(tries)::int as tries, sum(throttled)::int as throttled, count(distinct addresses)::int as groups
    from refused_sign_ins where account = coalesce((select id from people where email = ${email}), 0) group by since`;
  const sum = (of: (quarter: Refusals) => number) => quarters.reduce((total, quarter) => total + of(quarter), 0);
  return {
    tries: sum(({ tries }) => tries),
    throttled: sum(({ throttled }) => throttled),
    groups: Math.max(0, ...quarters.map(({ groups }) => groups)),
    events: sum(({ tries, throttled }) => (throttled > 0 && tries > throttled ? 2 : 1)),
  };
}
