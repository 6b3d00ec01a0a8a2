import type { Sql } from 'postgres';
import type { Database } from '@/db/connection/client';
import { blankContent } from '@/lib/reading/content';
import { freezeHistory } from './large-editions';
import { settle } from './settled';

/** The day on which a large council is looked at; the readings of the month before it are on their way. */
export const today = '2026-08-17';
export const at = '2026-08-17T09:42:00Z';

/** How large a council is: monthly readings of so many measures, spread over services, for so many years. */
export type Size = { services: number; measures: number; years: number; editionsAYear: number };

const measuresOfService = ({ services, measures }: Size): number => Math.ceil(measures / services);

/**
 * Puts a council of a size into an empty record, by SQL alone and past the triggers, which only the owner of the database may do:
 * services with heads, owners of fifteen measures each, a target every fifth year, outturns, monthly readings with their versions
 * and events, corrections, and editions with what they froze. Hana heads the first service, Olive owns its first measures, Ada
 * publishes and administers. Its hashes are no hashes of it, so it cannot be verified.
 */
export async function largeCouncil(db: Database, sql: Sql, size: Size): Promise<void> {
  await sql`set session_replication_role = replica`;
  await sql`set statement_timeout = 0`;
  // Each step joins what the one before wrote, so the planner must know how much that is.
  await framework(sql, size);
  await sql`analyze`;
  await readings(sql, size);
  await onTheWay(sql);
  await sql`analyze`;
  await events(sql);
  await freezeHistory(db, sql, size);
  await settle(sql);
  await sql`reset session_replication_role`;
  await sql`reset statement_timeout`;
}

async function framework(sql: Sql, size: Size): Promise<void> {
  const { services, years } = size;
  const each = measuresOfService(size);
  await sql`insert into council (name, contact) values ('Testshire', 'figures@testshire.example')`;
  await sql`insert into lived_day (today) values ('2999-12-31')`;
  await sql`
    insert into people (name, email)
    select name, lower(replace(name, ' ', '.')) || '@testshire.example'
    from (select * from unnest(array['Olive', 'Hana', 'Ada', 'Cal']) with ordinality as named (name, place)
      union all select 'Owner ' || n, 100 + n from generate_series(1, ${Math.ceil((services * each) / 15)}::int) n
      union all select 'Head ' || n, 100000 + n from generate_series(1, ${services}::int) n) everybody
    order by place`;
  await sql`
    insert into roles (person_id, role) select id, role::role from people
    join (values ('Ada', 'performance_officer'), ('Ada', 'administrator'), ('Cal', 'councillor')) held (name, role) using (name)`;
  await sql`
    insert into services (slug, name, position, head_id)
    select 'service-' || n, 'Service ' || n, n,
      (select id from people where name = case n when 1 then 'Hana' else 'Head ' || n end)
    from generate_series(1, ${services}::int) n`;
  await sql`insert into committees (slug, name) values ('scrutiny', 'Scrutiny')`;
  await sql`insert into committee_services (committee_id, service_id) select c.id, s.id from committees c cross join services s where s.position <= 4`;
  await sql`
    insert into meetings (committee_id, day)
    select id, (date '2026-09-10' - make_interval(months => n))::date from committees cross join generate_series(0, ${years * 12}::int) n`;
  await sql`
    insert into measures (service_id, number, code, title, definition, unit, decimals, polarity, frequency, "window", lag_days,
      required_from, comparator, counts_people, owner_id)
    select s.id, n, 'm-' || s.position || '-' || n, 'Measure ' || n || ' of service ' || s.position,
      'How many journeys started on time, of all that were timetabled.', 'percent', 1, 'higher', 'monthly', 'single', 20,
      date '2026-07-01' - make_interval(years => ${years}), 'previous_period', false,
      (select id from people where name = case when s.position = 1 and n <= 15 then 'Olive'
        else 'Owner ' || ((s.position - 1) * ${each}::int + n - 1) / 15 + 1 end)
    from services s cross join generate_series(1, ${each}::int) n order by s.position, n`;
  await sql`
    insert into targets (measure_id, effective_from, shape, green, amber, reason, decided_by, decided_on)
    select m.id, (m.required_from + make_interval(years => y))::date, 'at_least', 90, 85, 'As the plan of the council has it.', 'Cabinet',
      (m.required_from + make_interval(years => y))::date
    from measures m cross join generate_series(0, ${years - 1}::int, 5) y`;
  await sql`
    insert into outturns (measure_id, year, value)
    select m.id, 2026 - y, 88 + (m.id + y) % 9 from measures m cross join generate_series(1, ${years - 1}::int) y`;
}

/** Every month but the last is published; of every measure a month every other year was corrected. */
async function readings(sql: Sql, { years, editionsAYear }: Size): Promise<void> {
  const [olive, hana] = [await personOf(sql, 'Olive'), await personOf(sql, 'Hana')];
  const comments =
    'Fewer journeys started on time, because frost closed two depots for a week; drivers were moved to the main routes.';
  const months = 12 / editionsAYear;
  await sql`
    insert into readings (measure_id, period_start, revision, version, state, value, comments, authors, public_note, revision_reason,
      submitted_by, submitted_at, approved_by, approved_at, approved_hash, published_at)
    select m.id, day, revision, revision + 1, 'published', 80 + (m.id * 7 + n * 3 + revision) % 190 / 10.0, ${comments},
      array[coalesce(m.owner_id, ${olive}::int)], case revision when 1 then 'A depot was counted twice.' end,
      case revision when 1 then 'error'::revision_reason end, coalesce(m.owner_id, ${olive}::int), day + interval '40 days', coalesce(s.head_id, ${hana}::int),
      day + interval '45 days', repeat('0', 64),
      date '2026-07-20' - make_interval(months => ((n - 1) / ${months}::int - revision) * ${months}::int) + time '10:00'
    from measures m join services s on s.id = m.service_id
      cross join lateral (select n, (date '2026-07-01' - make_interval(months => n))::date as day
        from generate_series(1, ${years * 12 - 1}::int) n) months
      cross join lateral generate_series(0, case when (n + m.id) % 24 = 23 then 1 else 0 end) revision
    order by n desc, m.id, revision`;
  const content = { ...blankContent, value: '87.5', comments };
  await sql`
    insert into reading_versions (reading_id, version, content, ground, content_hash, author_id, at)
    select r.id, r.version, ${JSON.stringify(content)}::text::jsonb || jsonb_build_object('value', r.value::text),
      jsonb_build_object('measureId', r.measure_id, 'periodStart', r.period_start, 'revision', r.revision, 'targetId', ${inForce(sql)},
        'definitionVersion', 1), repeat('0', 64), r.authors[1], r.submitted_at
    from readings r order by r.id`;
  await sql`
    insert into actions (reading_id, position, text, owner, due_on)
    select r.id, 1, 'Move drivers to the main routes', 'Head of Buses', r.period_start + 90 from readings r where r.id % 5 = 0`;
}

/** The target that counts in the period of a reading `r`. */
const inForce = (sql: Sql) => sql`(
  select t.id from targets t where t.measure_id = r.measure_id and t.effective_from <= r.period_start order by t.effective_from desc limit 1)`;

/** Of the last month every fifth reading is submitted, begun, approved, returned and missing. */
async function onTheWay(sql: Sql): Promise<void> {
  await sql`
    insert into readings (measure_id, period_start, state, value, comments, authors, submitted_by, submitted_at, approved_by,
      approved_at, approved_hash, returned_by, returned_at, return_reason)
    select m.id, '2026-07-01', state::reading_state, 88.5, 'As in the month before; the winter was mild.', array[m.owner_id],
      case when state <> 'draft' then m.owner_id end, case when state <> 'draft' then timestamptz '2026-08-10 09:00Z' end,
      case state when 'approved' then s.head_id end, case state when 'approved' then timestamptz '2026-08-12 09:00Z' end,
      case state when 'approved' then repeat('0', 64) end, case state when 'returned' then s.head_id end,
      case state when 'returned' then timestamptz '2026-08-12 09:00Z' end, case state when 'returned' then 'Say which depot.' end
    from measures m join services s on s.id = m.service_id
      join (values (0, 'submitted'), (1, 'draft'), (2, 'approved'), (3, 'returned')) way (rest, state) on m.number % 5 = rest
    order by m.id`;
  const content = { ...blankContent, value: '88.5', comments: 'As in the month before; the winter was mild.' };
  await sql`
    insert into reading_versions (reading_id, version, content, ground, content_hash, author_id, at)
    select r.id, 1, ${JSON.stringify(content)}::text::jsonb,
      jsonb_build_object('measureId', r.measure_id, 'periodStart', r.period_start, 'revision', 0, 'targetId', null, 'definitionVersion', 1),
      repeat('0', 64), r.authors[1], '2026-08-10 09:00Z'
    from readings r where r.state <> 'published'`;
}

/** Each reading was begun, and then submitted and approved if it came so far. */
async function events(sql: Sql): Promise<void> {
  await sql`
    insert into events (at, actor_id, service_id, kind, subject, subject_id, details, previous, hash)
    select coalesce(r.submitted_at, '2026-08-10 09:00Z'), case kind when 'reading_approved' then r.approved_by else r.authors[1] end,
      m.service_id, kind::event_kind, 'reading', r.id,
      jsonb_build_object('code', m.code, 'title', m.title, 'periodStart', r.period_start, 'frequency', m.frequency, 'period', r.period_start,
        'first', true, 'version', r.version, 'hash', repeat('0', 64), 'ground', jsonb_build_object('targetId', ${inForce(sql)})),
      md5(r.id || kind || 'before') || repeat('0', 32), md5(r.id || kind) || repeat('0', 32)
    from readings r join measures m on m.id = r.measure_id
      cross join lateral unnest(case when r.state in ('approved', 'published') then
          array['reading_saved', 'reading_submitted', 'reading_approved']
        when r.state = 'draft' then array['reading_saved'] else array['reading_saved', 'reading_submitted'] end) kind
    order by r.id`;
}

async function personOf(sql: Sql, name: string): Promise<number> {
  const [person] = await sql<{ id: number }[]>`select id from people where name = ${name}`;
  if (!person) throw new Error(`${name} is not there`);
  return person.id;
}
