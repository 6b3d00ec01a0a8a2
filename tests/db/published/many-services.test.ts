import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { lease } from '@/app/_server/lease';
import { GET as committees } from '@/app/(public)/committees/route';
import { GET as data } from '@/app/(public)/data/route';
import { GET as home } from '@/app/(public)/route';
import { GET as themes } from '@/app/(public)/themes/route';
import { publicDatabase } from '@/db/connection/pool';
import { seedDemonstration } from '@/db/demo/seed';
import { addManyServices, manyServices } from '../../support/council/many-services.mjs';
import { holdClock } from '../../support/held-clock';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql } = await freshDatabase();
await seedDemonstration(db);

const open = async (GET = home, path = '/') => {
  const response = await GET(new Request(`http://candour.test${path}`));
  return { status: response.status, tag: response.headers.get('etag'), html: await response.text() };
};

/** The statements that public pages send: their text, and what they ask for. */
const sent = vi.spyOn(publicDatabase().$client, 'unsafe');
const statements = () => sent.mock.calls.map(([text, values]) => ({ text, values }));
const ofRows = () => statements().filter(({ text }) => text.includes('"edition_rows"'));

beforeAll(async () => {
  // The page of before is repeated for its lease, which the clock as it is held has to end.
  await open();
  await addManyServices(sql, 'childrens-social-care');
  holdClock();
  vi.advanceTimersByTime(lease);
  // A busy machine may take longer to make it for the first time than a reader waits.
  await vi.waitFor(async () => expect((await open()).status).toBe(200), { timeout: 80_000 });
}, 90_000);
afterAll(async () => {
  vi.useRealTimers();
  await publicDatabase().$client.end({ timeout: 5 });
});
const afterTheLease = () => {
  vi.advanceTimersByTime(lease);
  sent.mockClear();
};

test('the front page of 54 services counts its measures instead of drawing each, and weighs no more than 50 kB', async () => {
  const { status, html } = await open();
  expect(status).toBe(200);
  expect(html.match(/<th scope="row"><a href="\/scorecards\//g)).toHaveLength(manyServices.services);
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(50_000);
  expect(html).toContain('<a href="/scorecards/service-7?show=red">');
  expect(html).not.toMatch(/class="marks"|class="why-red"/);
});

test('a kept front page asks two small questions a lease, and for no row of an edition', async () => {
  const { tag } = await open();
  afterTheLease();
  const answers = await Promise.all(Array.from({ length: 16 }, () => open()));
  expect(answers.map((answer) => answer.tag)).toEqual(Array(16).fill(tag));
  expect(statements()).toHaveLength(2);
  expect(ofRows()).toEqual([]);
});

test('pages over all services read each edition once between them', async () => {
  await open();
  afterTheLease();
  expect([(await open(themes, '/themes')).status, (await open(committees, '/committees')).status]).toEqual([200, 200]);
  expect(ofRows()).toEqual([]);
});

test('the list of files is worked out once for the editions that it is of', async () => {
  const first = await vi.waitFor(
    async () => {
      const answer = await open(data, '/data');
      expect(answer.status).toBe(200);
      return answer;
    },
    { timeout: 80_000 },
  );
  expect(first.html).toContain('href="/scorecards/service-7/editions/2/data.csv"');
  afterTheLease();
  expect((await open(data, '/data')).html).toBe(first.html);
  expect(ofRows()).toEqual([]);
}, 90_000);

test('after a publication the rows of that edition alone are read, and the page shows it', async () => {
  const before = await open();
  const [edition] = await sql<{ id: number; last: number }[]>`
    insert into editions (service_id, service_name, number, as_at, published_at, published_by, publisher, comparison_year, sha256)
    select service_id, service_name, 3, as_at, published_at + interval '1 hour', published_by, publisher, comparison_year,
      repeat('7', 64) from editions e where service_name like '% number 7' and number = 2
    returning id, (select id from editions where service_name like '% number 7' and number = 2) as last`;
  const { id = 0, last = 0 } = edition ?? {};
  await sql`insert into edition_rows (edition_id, number, code, row)
    select ${id}, number, code, row from edition_rows where edition_id = ${last} and number <= 4`;
  afterTheLease();
  const after = await open();
  expect(after.tag).not.toBe(before.tag);
  expect(ofRows().map(({ values }) => values?.filter((value) => typeof value === 'number'))).toEqual([[id], [last]]);
  expect(after.html).toMatch(/service-7">Service of many number 7<\/a><small>Edition 3/);
});

test('what has turned is told by the edition before that stands: once it is withdrawn, nothing has', async () => {
  const turned = async () => /number 8<\/a>.*?data-label="Turned">(\d+)/.exec((await open()).html)?.[1];
  expect(await turned()).toMatch(/^[1-4]$/);
  await sql`insert into withdrawals (edition_id, withdrawn_at, withdrawn_by, reason)
    select id, published_at, published_by, 'It was not right.' from editions where service_name like '% number 8' and number = 1`;
  afterTheLease();
  expect(await turned()).toBe('0');
});
