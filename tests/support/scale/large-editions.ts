import { eq } from 'drizzle-orm';
import type { Sql } from 'postgres';
import type { Database } from '@/db/connection/client';
import { frozenRows } from '@/db/facts/edition/frozen-rows';
import { services } from '@/db/schema';
import { packedSheet } from '@/lib/edition/packed-sheet';
import type { Size } from './large-council';

/**
 * Writes the editions of a large council: every so many months one of each service, with a row and a sheet for each measure and
 * each reading in the edition that was the first to tell of it. What they froze is frozen once by the rules, of the first measure,
 * and copied under the names of the others, each sheet packed alone.
 */
export async function freezeHistory(db: Database, sql: Sql, { years, editionsAYear }: Size): Promise<void> {
  const months = 12 / editionsAYear;
  const [service] = await db.select().from(services).where(eq(services.slug, 'service-1'));
  if (!service) throw new Error('the first service is not there');
  const frozen = await frozenRows(db, service.id, '2026-07-20', { approved: [] });
  const [row, page] = [frozen.rows[0], frozen.pages[0]];
  const reading = page?.readings.at(-1);
  if (!row || !page || !reading) throw new Error('the first service froze nothing');
  await sql`
    insert into editions (service_id, service_name, number, as_at, published_at, published_by, publisher, comparison_year, sha256)
    select s.id, s.name, ${years * editionsAYear}::int - n, day, day + time '10:00', (select id from people where name = 'Ada'),
      'performance officer', '2025/26', repeat('0', 64)
    from generate_series(${years * editionsAYear - 1}::int, 0, -1) n
      cross join lateral (select (date '2026-07-20' - make_interval(months => n * ${months}::int))::date as day) days
      cross join services s order by n desc, s.position`;
  await sql`analyze editions`;
  await sql`
    insert into edition_rows (edition_id, number, code, row)
    select e.id, m.number, m.code, ${JSON.stringify(row)}::text::jsonb
      || jsonb_build_object('number', m.number, 'code', m.code, 'title', m.title)
    from editions e join measures m on m.service_id = e.service_id order by e.id, m.number`;
  await sql`
    insert into edition_sheets (edition_id, code, sheet)
    select e.id, m.code, ${JSON.stringify(packedSheet(page.sheet, null))}::text::jsonb
    from editions e join measures m on m.service_id = e.service_id order by e.id, m.number`;
  await sql`
    insert into edition_readings (edition_id, code, period_start, reading)
    select e.id, m.code, r.period_start, ${JSON.stringify(reading)}::text::jsonb
      || jsonb_build_object('start', r.period_start, 'revision', r.revision, 'value', r.value::text)
    from readings r join measures m on m.id = r.measure_id
      join editions e on e.service_id = m.service_id and e.published_at = r.published_at
    where r.state = 'published' order by e.id, m.number`;
  await sql`
    insert into revisions (edition_id, code, period_start, number, title, period, was, now, reason, note)
    select e.id, m.code, r.period_start, m.number, m.title, to_char(r.period_start, 'FMMonth YYYY'), '87.4%', r.value || '%', 'error',
      r.public_note
    from readings r join measures m on m.id = r.measure_id
      join editions e on e.service_id = m.service_id and e.published_at = r.published_at
    where r.revision = 1`;
  await sql`
    insert into announcements (service_id, number, as_at, due_at, included, seen, acknowledged, state, edition_id, announced_by,
      announced_at)
    select e.service_id, e.number, e.as_at, e.published_at, '{}', repeat('0', 64), '[]', 'released', e.id, e.published_by,
      e.published_at - interval '7 days'
    from editions e order by e.id`;
  await sql`
    insert into announcement_moves (announcement_id, moved_at, from_at, to_at, reason, moved_by)
    select a.id, a.due_at - interval '2 days', a.due_at - interval '1 day', a.due_at, 'The meeting was moved.', a.announced_by
    from announcements a where a.id % 10 = 0`;
  await sql`
    insert into events (at, actor_id, service_id, kind, subject, subject_id, details, previous, hash)
    select e.published_at, e.published_by, e.service_id, 'edition_published', 'edition', e.id,
      jsonb_build_object('number', e.number, 'service', s.slug, 'asAt', e.as_at, 'readings', 0),
      md5(e.id || 'edition before') || repeat('0', 32), md5(e.id || 'edition') || repeat('0', 32)
    from editions e join services s on s.id = e.service_id order by e.id`;
}
