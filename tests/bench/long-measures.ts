import { eq, sql } from 'drizzle-orm';
import { publishAsIs } from '../../db/commands/release/edition-write';
import { connect } from '../../db/connection/client';
import { editions, measures, people, services, targets } from '../../db/schema';
import { pairs, slug } from './measures.mjs';

/**
 * Puts a service into the demonstration's database with as many measures of fifty years of monthly readings, each in 600
 * editions, as of two years; both kinds are published like any other.
 */
const { db, end } = connect({ max: 1 });
const [model] = await db.select().from(measures).where(eq(measures.code, 'hwy-01'));
const [olive, hana] = await db.select({ id: people.id }).from(people).limit(2);
const [service] = await db.insert(services).values({ slug, name: 'Fifty years', position: 98 }).returning();
if (!model || !olive || !hana || !service) throw new Error('the demonstration is not here');

const { id: _, ...facts } = model;
const kinds = [
  { name: 'long', months: 600 },
  { name: 'short', months: 24 },
];
await db.execute(sql`
  insert into editions (service_id, service_name, number, as_at, published_at, published_by, publisher, comparison_year, sha256)
  select ${service.id}, 'Fifty years', n, day, day + time '10:00', ${hana.id}, 'performance officer', '2016/17', repeat('0', 64)
  from (select n, (date '1968-07-17' + make_interval(months => n))::date as day from generate_series(1, 600) n) d`);
for (const [k, { name, months }] of kinds.entries())
  for (let n = 0; n < pairs; n += 1) {
    const code = `${name}-${String(n + 1).padStart(2, '0')}`;
    const values = { ...facts, serviceId: service.id, code, number: k * pairs + n + 1, definitionVersion: 1 };
    const [measure] = await db.insert(measures).values(values).returning();
    if (!measure) throw new Error('a measure was not written');
    const aim = { shape: 'at_least', green: '95', amber: '90' } as const;
    await db.insert(targets).values({ measureId: measure.id, effectiveFrom: '1968-04-01', ...aim });
    await db.execute(sql`
      insert into readings (measure_id, period_start, state, value, comments, authors, submitted_by, submitted_at, approved_by,
        approved_at, approved_hash)
      select ${measure.id}, (date '2018-07-01' - make_interval(months => m))::date, 'approved', 90 + (m * 7 % 9) * 0.7,
        'Fewer repairs were on time, because of the frost.', array[${olive.id}::int], ${olive.id}, now(), ${hana.id}, now(), repeat('0', 64)
      from generate_series(0, ${months - 1}) m`);
    if (name === 'long')
      await db.execute(sql`
        insert into edition_rows (edition_id, number, code, row)
        select e.id, ${values.number}, ${code}, r.row from ${editions} e cross join lateral (
          select row from edition_rows where code = 'hwy-01' limit 1) r where e.service_id = ${service.id}`);
  }
await publishAsIs(db, {
  actorId: hana.id,
  publisher: 'performance officer',
  service: slug,
  asAt: '2018-08-17',
  at: '2018-08-17T08:00:00Z',
});
await db.execute(sql`analyze`);
await end();
