import type { Sql } from 'postgres';

/**
 * Gives the first service of the demonstration so many measures more, owned by Olive, each with a reading of July 2018 that waits for
 * Hana; and the council so many services more, with nothing in them. Past the triggers, as the owner of the database.
 */
export async function growService(sql: Sql, { measures, services }: { measures: number; services: number }) {
  await sql`set session_replication_role = replica`;
  await sql`
    insert into services (slug, name, position)
    select 'further-' || n, 'Further service ' || n, 1000 + n from generate_series(1, ${services}::int) n`;
  await sql`
    insert into measures overriding system value
    select (jsonb_populate_record(m, jsonb_build_object('id', nextval(pg_get_serial_sequence('measures', 'id')), 'number', 1000 + n,
      'code', 'more-' || n, 'title', m.title || ' ' || n))).*
    from measures m cross join generate_series(1, ${measures}::int) n where m.code = 'csc-02'`;
  await sql`
    insert into readings (measure_id, period_start, state, numerator, denominator, comments, authors, submitted_by, submitted_at)
    select m.id, '2018-07-01', 'submitted', 216, 267, 'Two agencies closed, so fewer carers came forward in July.',
      array[m.owner_id], m.owner_id, '2018-08-10 09:00Z'
    from measures m where m.code like 'more-%'`;
  await sql`reset session_replication_role`;
  await sql`analyze`;
}

/** Has what waits for Hana been published, in no edition yet. */
export async function publishGrown(sql: Sql) {
  await sql`set session_replication_role = replica`;
  await sql`
    update readings r set state = 'published', approved_by = s.head_id, approved_at = '2018-08-11 09:00Z', approved_hash = repeat('0', 64),
      published_at = '2018-08-12 09:00Z'
    from measures m join services s on s.id = m.service_id where m.id = r.measure_id and m.code like 'more-%'`;
  await sql`reset session_replication_role`;
}
