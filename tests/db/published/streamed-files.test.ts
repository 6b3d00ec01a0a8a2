import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { today } from '@/app/_server/clock';
import { GET as councilFile } from '@/app/(public)/data/[file]/route';
import { GET as measureFile } from '@/app/(public)/measures/[code]/[file]/route';
import { publicDatabase } from '@/db/connection/pool';
import { seedDemonstration } from '@/db/demo/seed';
import { type Council, theCouncil } from '@/db/queries/published/in-force';
import { editionsInForce, measuresOf, readingsKnown } from '@/db/queries/published/open-data';
import { dataBytes } from '@/lib/open-data/data-bytes';
import { councilAbout, type DataForm } from '@/lib/open-data/open-file';
import { measureRows } from '@/lib/open-data/open-rows';
import { endOfLondonDay } from '@/lib/time/instant';
import { londonDay } from '@/lib/time/period';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql } = await freshDatabase();
await seedDemonstration(db);
// Fifty years of months of some measures, as if the edition in force had told of them all.
await sql`
  insert into edition_readings (edition_id, code, period_start, reading)
  select r.edition_id, r.code, day, r.reading || jsonb_build_object('start', day)
  from (select distinct on (code) * from edition_readings where code < 'csc-06'
    order by code, edition_id, period_start) r
    cross join lateral (select (date '1960-01-01' + make_interval(months => n))::date as day from generate_series(0, 599) n) d
  on conflict do nothing`;

/** How often readings have been asked for, of which each answer has 400 at most. */
const sent = vi.spyOn(publicDatabase().$client, 'unsafe');
const asked = () => sent.mock.calls.filter(([text]) => text.includes('"edition_readings"')).length;
const open = (file: string, headers: Record<string, string> = {}) =>
  councilFile(new Request(`http://candour.test/data/${file}`, { headers }), { params: Promise.resolve({ file }) });
const rest = () => new Promise((resolve) => setTimeout(resolve, 100));

/** The same file made whole, from everything at once. */
async function whole(form: DataForm) {
  const council = (await theCouncil(db)) as Council;
  const editions = await editionsInForce(db, endOfLondonDay(today()));
  const batches = [];
  for (const { id, head } of editions)
    for (const { row, sheet } of await measuresOf(db, [id]))
      if (sheet)
        batches.push(
          measureRows({ head, council, row, sheet, date: today() }, await readingsKnown(db, id, [row.code])),
        );
  const modified =
    editions
      .map(({ head }) => londonDay(head.publishedAt))
      .sort()
      .at(-1) ?? '';
  const bytes = await dataBytes(councilAbout('figures', council, modified), form, batches);
  return { text: Buffer.from(bytes).toString(), measures: batches.length };
}

beforeAll(async () => {
  // The first who asks finds out that it is long.
  for (const file of ['figures.csv', 'figures.json'])
    await vi.waitFor(async () => expect((await open(file)).status).toBe(200), { timeout: 80_000 });
}, 90_000);
afterAll(async () => {
  await publicDatabase().$client.end({ timeout: 5 });
});

test.each(['csv', 'json'] as const)(
  'the first bytes of all figures as %s leave before a second page of them is read, and no reader is outrun',
  async (form) => {
    const { text, measures } = await whole(form);
    expect(text.length).toBeGreaterThan(1_000_000);
    sent.mockClear();
    const reader = (await open(`figures.${form}`)).body?.getReader();
    const parts = [];
    for (let n = 0; n < 2; n += 1) parts.push((await reader?.read())?.value);
    await rest();
    // What is read, and one piece ahead.
    expect(asked()).toBeLessThanOrEqual(3);
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) parts.push(next.value);
    expect(asked()).toBeGreaterThanOrEqual(measures);
    const streamed = Buffer.concat(parts.map((part) => part ?? new Uint8Array())).toString();
    const differs = [...streamed].findIndex((letter, n) => letter !== text[n]);
    expect(differs < 0 ? [] : [streamed, text].map((each) => each.slice(differs - 200, differs + 300))).toEqual([]);
    expect([streamed.length, streamed.slice(0, 900)]).toEqual([text.length, text.slice(0, 900)]);
    expect(streamed === text).toBe(true);
  },
);

test('when its reader goes away, no more is read', async () => {
  sent.mockClear();
  const reader = (await open('figures.csv')).body?.getReader();
  await reader?.read();
  await reader?.read();
  await reader?.cancel();
  const then = asked();
  await rest();
  expect(asked()).toBe(then);
  expect(then).toBeLessThanOrEqual(3);
});

test('who has it already is told so without a reading being asked for', async () => {
  const first = await open('figures.csv');
  const tag = first.headers.get('etag') ?? '';
  await first.body?.cancel();
  sent.mockClear();
  const known = await open('figures.csv', { 'If-None-Match': tag });
  expect([known.status, known.headers.get('etag'), asked()]).toEqual([304, tag, 0]);
});

test('fifty years of one measure are short enough to be kept: asked for once, then sent as they are', async () => {
  const openMeasure = () =>
    measureFile(new Request('http://candour.test/measures/csc-01/data.csv'), {
      params: Promise.resolve({ code: 'csc-01', file: 'data.csv' }),
    });
  const first = await (await openMeasure()).text();
  sent.mockClear();
  expect(await (await openMeasure()).text()).toBe(first);
  expect([first.split('\r\n').length > 600, asked()]).toEqual([true, 0]);
});
