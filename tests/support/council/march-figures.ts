import type { Sql } from 'postgres';

/** Puts approved figures of March 2019 into the demonstration, like the latest that these measures have. */
export async function marchFigures(sql: Sql, codes: string[]): Promise<void> {
  await sql`insert into readings (measure_id, period_start, state, value, numerator, denominator, authors, submitted_by,
      submitted_at, approved_by, approved_at, approved_hash)
    select distinct on (measure_id) measure_id, case frequency when 'quarterly' then date '2019-01-01' else date '2019-03-01' end,
      'approved', value, numerator, denominator, authors, submitted_by, submitted_at, approved_by, approved_at, approved_hash
    from readings r join measures m on m.id = r.measure_id where m.code = any(${codes}) and r.published_at is not null
    order by measure_id, period_start desc`;
}
