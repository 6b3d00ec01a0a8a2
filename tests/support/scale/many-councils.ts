import type { Sql } from 'postgres';
import { settle } from './settled';

/** How many months of readings each measure has. */
const months = 600;
/** How many measures a council has beside the first one. */
const measuresEach = 104;

/**
 * Puts readings of many councils beside those of a council that is there, as services of it: 400 councils' worth are 25 million. They
 * have no events, versions and editions. They are written measure by measure inside the server, which is faster than any copy into it.
 */
export async function manyCouncils(sql: Sql, readings: number): Promise<{ readings: number; councils: number }> {
  const measures = Math.ceil(readings / months);
  const councils = Math.ceil(measures / measuresEach);
  await sql`set session_replication_role = replica`;
  await sql`set statement_timeout = 0`;
  await sql`
    insert into services (slug, name, position)
    select 'council-' || n, 'Council ' || n, 1000 + n from generate_series(1, ${councils}::int) n`;
  await sql`
    insert into measures (service_id, number, code, title, definition, unit, decimals, polarity, frequency, "window", lag_days,
      required_from, comparator, counts_people)
    select s.id, (n - 1) % ${measuresEach}::int + 1, 'elsewhere-' || n, 'Measure ' || n || ' elsewhere', 'Counted.', 'number', 0, 'higher', 'monthly',
      'single', 20, '1976-07-01', 'previous_period', false
    from generate_series(1, ${measures}::int) n
      join services s on s.position = 1001 + (n - 1) / ${measuresEach}::int and s.slug like 'council-%'`;
  await sql`
    insert into readings (measure_id, period_start, state, value, authors, submitted_by, submitted_at, approved_by, approved_at,
      approved_hash, published_at)
    select m.id, (date '1976-07-01' + make_interval(months => n))::date, 'published', 70 + (m.id + n) % 30, array[1], 1,
      '2026-07-10 09:00Z', 2, '2026-07-12 09:00Z', repeat('0', 64), '2026-07-20 10:00Z'
    from measures m cross join generate_series(0, ${months - 1}::int) n where m.code like 'elsewhere-%' order by m.id, n`;
  await settle(sql);
  await sql`reset session_replication_role`;
  await sql`reset statement_timeout`;
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from readings`;
  return { readings: row?.n ?? 0, councils };
}
