/** A council of so many services, and how many measures each of those that are added has. */
export const manyServices = { services: 54, measures: 40 };

/**
 * Adds services until there are as many as a large council has, each with two editions whose rows are those of a published service,
 * and every ninth measure was of another colour in the first. Nothing of it stands in the chain of events.
 * @param {import('postgres').Sql} sql
 * @param {string} model the service whose latest edition is copied
 */
export async function addManyServices(sql, model) {
  const [{ there }] = await sql`select count(*)::int as there from services`;
  const { services, measures } = manyServices;
  await sql`
    insert into services (slug, name, position)
    select 'service-' || n, 'Service of many number ' || n, 1000 + n from generate_series(1, ${services - there}::int) n`;
  await sql`
    insert into editions (service_id, service_name, number, as_at, published_at, published_by, publisher, comparison_year, sha256)
    select s.id, s.name, n, e.as_at, e.published_at - make_interval(days => 2 - n), e.published_by, e.publisher,
      e.comparison_year, md5(s.slug || n) || md5(n || s.slug)
    from services s cross join generate_series(1, 2) n
      join lateral (select e.* from editions e join services m on m.id = e.service_id and m.slug = ${model}
        order by e.number desc limit 1) e on true
    where s.position > 1000`;
  await sql`
    insert into edition_rows (edition_id, number, code, row)
    select e.id, n, s.slug || '-' || n, m.row || jsonb_build_object('code', s.slug || '-' || n, 'number', n)
      || case when e.number = 1 and n % 9 = 0 then
        jsonb_build_object('rag', jsonb_build_object('sentence', '', 'colour',
          case m.row #>> '{rag,colour}' when 'green' then 'red' else 'green' end)) else '{}' end
    from services s join editions e on e.service_id = s.id cross join generate_series(1, ${measures}::int) n
      join lateral (select r.row, row_number() over (order by r.number) - 1 as place, count(*) over () as many
        from edition_rows r where r.edition_id = (select e.id from editions e join services m on m.id = e.service_id
          and m.slug = ${model} order by e.number desc limit 1)) m on m.place = n % m.many
    where s.position > 1000`;
  await sql`analyze`;
}
