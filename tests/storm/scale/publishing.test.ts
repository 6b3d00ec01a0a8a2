import { expect, test } from 'vitest';
import { publishAsIs } from '@/db/commands/release/edition-write';
import { people } from '@/db/schema';
import { largeCouncil } from '../../support/scale/large-council';
import { settle } from '../../support/scale/settled';
import { freshDatabase } from '../../support/server/fresh-database';

const measures = 30;
const publications = 24;
/** What an edition of thirty measures may take of the disk, in bytes. */
const mostOfAnEdition = 110_000;

/** Publishes month after month at a council of a history; answers the median time of a row in ms, and the bytes of an edition. */
async function published(years: number) {
  const { db, sql } = await freshDatabase({ max: 1 });
  await largeCouncil(db, sql, { services: 1, measures, editionsAYear: 12, years });
  // Figures that go up and down by chance, as most do; those of a large council rise for months, so that each would be a signal.
  await sql`set session_replication_role = replica`;
  await sql`update readings set value = round(80 + mod(abs(hashint4(id)), 190) / 10.0, 1)`;
  await sql`reset session_replication_role`;
  await settle(sql);
  const ada = (await db.select().from(people)).find(({ name }) => name === 'Ada');
  const bytesKept = async () => {
    const [row] = await sql`
      select sum(pg_total_relation_size(name::regclass))::int as bytes
      from unnest(array['editions', 'edition_rows', 'edition_sheets', 'edition_readings', 'revisions']) name`;
    return row?.bytes as number;
  };
  const before = await bytesKept();
  const times: number[] = [];
  for (let month = 1; month <= publications; month += 1) {
    await sql`set session_replication_role = replica`;
    await sql`
      insert into readings (measure_id, period_start, state, value, comments, authors, submitted_by, submitted_at, approved_by, approved_at,
        approved_hash)
      select id, date '2026-07-01' + make_interval(months => ${month}::int), 'approved', round(80 + mod(abs(hashint4(id * 100 + ${month}::int)), 190) / 10.0, 1),
        'Fewer journeys started on time, because frost closed two depots; drivers were moved to the main routes of measure ' || code,
        array[owner_id], owner_id, now(), (select id from people where name = 'Hana'), now(), repeat('0', 64)
      from measures`;
    await sql`reset session_replication_role`;
    const day = new Date(Date.UTC(2026, 7 + month, 17)).toISOString().slice(0, 10);
    const publication = { actorId: ada?.id as number, publisher: 'performance officer', service: 'service-1' };
    const begun = performance.now();
    await publishAsIs(db, { ...publication, asAt: day, at: `${day}T09:00:00Z` });
    times.push(performance.now() - begun);
  }
  const median = times.sort((a, b) => a - b)[publications / 2] as number;
  return { row: median / measures, edition: ((await bytesKept()) - before) / publications };
}

test(
  'an edition of thirty measures takes little of the disk, however long their history',
  async () => {
    const [short, long] = [await published(2), await published(50)];
    console.log(JSON.stringify({ short, long, ratio: long.row / short.row }));
    expect(short.edition).toBeLessThan(mostOfAnEdition);
    expect(long.edition).toBeLessThan(mostOfAnEdition);
  },
  30 * 60_000,
);
