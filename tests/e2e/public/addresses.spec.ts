import { createConnection } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from '../../support/browser/browser-test';

const card = '/scorecards/childrens-social-care';

const wrong: [address: string, sentence: RegExp][] = [
  ['/scorecards/nowhere', /no published scorecard/],
  ['/scorecards/Childrens-Social-Care', /no published scorecard/],
  ['/scorecards/%00', /no published scorecard/],
  [`/scorecards/${'a'.repeat(5000)}`, /no published scorecard/],
  ["/scorecards/'; drop table editions; --", /no published scorecard/],
  ['/scorecards/%E0%A4%A', /not an address/],
  ['/%E0%A4%A', /not an address/],
  [`${card}/2018-02-30`, /“2018-02-30” is not a date. Write it as 2018-08-17/],
  [`${card}/17-08-2018`, /is not a date/],
  [`${card}/<b>x`, /“&lt;b&gt;x” is not a date/],
  [`${card}/2018-08-16`, /first edition of this scorecard was published on 17 August 2018/],
  [`${card}/0001-01-01`, /first edition/],
  [`${card}/2018-08-18`, /18 August 2018 has not come yet/],
  [`${card}/9999-12-31`, /has not come yet/],
  [`${card}?show=purple`, /no such view/],
  [`${card}?order=`, /no such view/],
  [`${card}/2018-08-17/extra`, /no page at this address/],
  ['/scorecards', /no page at this address/],
  ['/.env', /no page at this address/],
];

for (const [address, sentence] of wrong) {
  test(`${address.slice(0, 60)} answers 404 in a sentence`, async ({ request }) => {
    const response = await request.get(address);
    expect(response.status()).toBe(404);
    expect(response.headers()['content-type']).toBe('text/html; charset=utf-8');
    expect(response.headers()['cache-control']).toBe('private, no-store');
    expect(await response.text()).toMatch(sentence);
  });
}

test('a scorecard answers with its address at a date, for that day the same', async ({ request }) => {
  const [today, dated] = await Promise.all([request.get(card), request.get(`${card}/2018-08-17`)]);
  const table = (html: string) => /<table role="table"[\s\S]*<\/table>/.exec(html)?.[0];
  expect(table(await dated.text())).toBe(table(await today.text()));
  expect(table(await dated.text())).toBeTruthy();
});

test('an unknown parameter changes nothing, a changed order of known ones neither', async ({ request }) => {
  const [plain, tagged] = await Promise.all([request.get(card), request.get(`${card}?utm_source=mail`)]);
  expect(await tagged.body()).toEqual(await plain.body());
});

test('the page is light and runs no script at all', async ({ request }) => {
  const response = await request.get(card);
  const body = await response.body();
  expect(body.length).toBeLessThanOrEqual(60_000);
  expect(gzipSync(body).length).toBeLessThanOrEqual(14_000);
  expect(body.toString()).not.toMatch(/<script|javascript:|\son\w+=|\sstyle=/i);
  const policy = response.headers()['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/script-src|unsafe/);
});

test('a reader who has the page already is told so, and shared caches may keep it for one second', async ({
  request,
}) => {
  const first = await request.get(card);
  const { etag, 'cache-control': caching } = first.headers();
  expect(caching).toBe('public, max-age=0, s-maxage=1, must-revalidate');
  expect(first.headers()['set-cookie']).toBeUndefined();
  const again = await request.get(card, { headers: { 'If-None-Match': etag as string } });
  expect(again.status()).toBe(304);
  const other = await request.get(card, { headers: { 'If-None-Match': '"another"' } });
  expect(other.status()).toBe(200);
});

test('the stylesheet and fonts may be kept for ever, under an address that changes with them', async ({ request }) => {
  const html = await (await request.get(card)).text();
  const sheet = /href="(\/assets\/candour\.css\?v=[0-9a-f]+)"/.exec(html)?.[1] as string;
  for (const address of [sheet, '/assets/fonts/public-sans-latin.woff2']) {
    const response = await request.get(address);
    expect(response.status()).toBe(200);
    expect(response.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
  }
});

test('every answer is hardened, and says nothing of what it is made with', async ({ request }) => {
  for (const address of ['/', card, '/nowhere', '/assets/candour.css']) {
    const headers = (await request.get(address)).headers();
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['x-powered-by']).toBeUndefined();
  }
});

test('whoever watches the server is told that it is ready, and serves as a role that owns nothing', async ({
  request,
}) => {
  const response = await request.get('/readyz');
  expect(response.status()).toBe(200);
  expect(response.headers()['cache-control']).toBe('private, no-store');
  expect(await response.json()).toEqual({
    ready: true,
    database: 'answers',
    migrations: 'current',
    roles: 'two',
    jobs: 'running',
    clock: 'agrees',
    trouble: [],
  });
});

test('the demonstration listens on this machine alone: another of its addresses is refused', async ({ baseURL }) => {
  const { port } = new URL(baseURL as string);
  const answer = (host: string) =>
    new Promise((resolve) => {
      const visitor = createConnection({ host, port: Number(port), timeout: 5_000 });
      for (const ending of ['connect', 'error', 'timeout'] as const)
        visitor.once(ending, () => {
          resolve(ending);
          visitor.destroy();
        });
    });
  expect(await answer('localhost')).toBe('connect');
  expect(await answer('127.0.0.2')).not.toBe('connect');
});

test('other methods are refused', async ({ request }) => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    expect((await request.fetch(card, { method, headers: { Origin: 'https://evil.example' } })).status()).toBe(405);
  }
});
