import { rmSync } from 'node:fs';
import postgres from 'postgres';
import { startPostgres } from '../../scripts/postgres/server.mjs';
import { script } from '../../scripts/set-up/ready-database.mjs';
import { temporaryFolder } from '../../scripts/set-up/temporary.mjs';
import { addManyServices } from '../support/council/many-services.mjs';
import { ask } from './answer.mjs';
import { makeMeasures, openEveryMeasure } from './measures.mjs';
import { startApplication } from './servers.mjs';
import { median } from './statistics.mjs';

/** How many months of editions there are, and how many days of each end are opened. */
const [months, days] = [600, 60];
/** The most that an old day may cost against a recent one. */
const ceiling = 1.25;
const slug = 'fifty-years';

/** Copies the founding scorecard into one edition for each month of fifty years, each published on its own day. */
async function fiftyYears(sql) {
  await sql`insert into services (slug, name, position) values (${slug}, 'Fifty years', 99)`;
  await sql`
    insert into editions (service_id, service_name, number, as_at, published_at, published_by, publisher, comparison_year, sha256)
    select (select id from services where slug = ${slug}), 'Fifty years', n, day, day + time '10:00', e.published_by,
      e.publisher, e.comparison_year, e.sha256
    from editions e join services s on s.id = e.service_id and s.slug = 'childrens-social-care' and e.number = 1
      cross join lateral (select n, (date '1968-08-17' + make_interval(months => n))::date as day from generate_series(1, ${months}) n) m`;
  await sql`
    insert into edition_rows (edition_id, number, code, row)
    select e.id, r.number, r.code, r.row
    from editions e join services s on s.id = e.service_id and s.slug = ${slug}
      cross join lateral (select * from edition_rows where edition_id = (
        select e.id from editions e join services s on s.id = e.service_id and s.slug = 'childrens-social-care' where e.number = 1
      )) r`;
  await sql`analyze`;
}

/**
 * Opens days of the first year and of the last in turn, each for the first time, so that nothing kept helps either;
 * answers the medians in milliseconds.
 */
export async function openEveryDay(atEnd) {
  const data = temporaryFolder('bench');
  atEnd(() => rmSync(data, { recursive: true, force: true }));
  const database = await startPostgres({ dataFolder: data, durable: false });
  atEnd(() => database.stop());
  const env = { ...process.env, ...database.env, CANDOUR_TODAY: '2018-08-17', AUTH_SECRET: 'bench'.repeat(8) };
  await script('migrate', env);
  await script('demo', env);
  const sql = postgres({ host: env.PGHOST, user: env.PGUSER, database: env.PGDATABASE, max: 1 });
  await fiftyYears(sql);
  await makeMeasures(env);
  await addManyServices(sql, 'childrens-social-care');
  await sql.end();
  const application = await startApplication(env, atEnd);
  const front = await openFront(application);
  const open = async (first, n) => {
    const day = new Date(Date.parse(first) + n * 86_400_000).toISOString().slice(0, 10);
    const begin = performance.now();
    const { status } = await ask(`${application}/scorecards/${slug}/${day}`);
    if (status !== 200) throw new Error(`${day} answers ${status}.`);
    return performance.now() - begin;
  };
  for (let n = 0; n < 20; n += 1) await open('1990-01-01', n);
  const [old, recent] = [[], []];
  for (let n = 0; n < days; n += 1) {
    old.push(await open('1969-01-01', n));
    recent.push(await open('2018-06-01', n));
  }
  return {
    application,
    front,
    old: median(old),
    recent: median(recent),
    measures: await openEveryMeasure(application),
  };
}

/** Opens the front page of many services for the first time; answers how long that took, and what it weighs. */
async function openFront(application) {
  const begin = performance.now();
  let { status, body } = await ask(`${application}/`);
  // A machine that is busy with other things may take longer than a reader is kept waiting.
  for (let tries = 0; status === 503 && tries < 20; tries += 1) ({ status, body } = await ask(`${application}/`));
  if (status !== 200) throw new Error(`The front page answers ${status}.`);
  const services = body.toString().match(/<th scope="row"><a href="\/scorecards\//g)?.length ?? 0;
  return { services, raw: body.length, made: performance.now() - begin };
}

/** Whether an old day opens as fast as a recent one. */
export function historyVerdict({ old, recent }) {
  const ratio = old / recent;
  return {
    pass: ratio <= ceiling,
    text:
      `a day of 1969 opens in ${old.toFixed(1)} ms, one of 2018 in ${recent.toFixed(1)} ms, of ${months} monthly editions: ` +
      `${ratio.toFixed(2)} of at most ${ceiling}`,
  };
}
