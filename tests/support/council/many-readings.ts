import type { Sql } from 'postgres';
import { blankContent, contentText } from '@/lib/reading/content';

const months = 600;
/** What stands in the signed text where a reading's own measure and period go. */
const places = { measureId: 987_654_321, periodStart: '0001-01-01' };

/**
 * Puts about so many drafts with their one version into an empty record, 600 months of each measure, by SQL alone and past the triggers;
 * they are those of Olive, whom it adds, as whole as a demonstration's. The record has to be opened after, and not before.
 */
export async function manyReadings(sql: Sql, count: number): Promise<number> {
  const content = { ...blankContent, value: '71', comments: 'As in the month before; the winter was mild.' };
  const signed = contentText(content, { ...places, revision: 0, targetId: null, definitionVersion: 1 });
  const [before = '', between = '', after = ''] = signed.split(/987654321|0001-01-01/);
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`set local statement_timeout = 0`;
    await tx`insert into council (name, contact) values ('Testshire', 'figures@testshire.example')`;
    await tx`insert into people (name, email) values ('Olive', 'olive@testshire.example')`;
    await tx`insert into services (slug, name, position) values ('many', 'Many', 999)`;
    await tx`
      insert into measures (service_id, number, code, title, definition, unit, decimals, polarity, frequency, "window", lag_days,
        required_from, comparator, counts_people)
      select (select id from services where slug = 'many'), n, 'many-' || n, 'One of many ' || n, 'Counted.', 'number', 0, 'higher',
        'monthly', 'single', 20, '2026-04-01', 'previous_period', false from generate_series(1, ${Math.ceil(count / months)}::int) n`;
    await tx`
      insert into readings (measure_id, period_start, value, comments, authors)
      select m.id, (date '2026-07-01' - make_interval(months => n))::date, 71, ${content.comments},
        array[(select min(id) from people)]
      from measures m, generate_series(0, ${months - 1}) n where m.code like 'many-%'`;
    await tx`
      insert into reading_versions (reading_id, version, content, ground, content_hash, author_id, at)
      select r.id, 1, ${JSON.stringify(content)}::text::jsonb, jsonb_build_object('measureId', r.measure_id, 'periodStart', r.period_start,
          'revision', 0, 'targetId', null, 'definitionVersion', 1),
        encode(sha256(convert_to(${before} || r.measure_id || ${between} || r.period_start || ${after}, 'UTF8')), 'hex'),
        r.authors[1], now()
      from readings r join measures m on m.id = r.measure_id where m.code like 'many-%'`;
  });
  await sql`analyze`;
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from readings`;
  return row?.n ?? 0;
}
