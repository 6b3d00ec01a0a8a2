import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const pages = [
  '/',
  '/scorecards/childrens-social-care',
  '/scorecards/childrens-social-care?show=red',
  '/measures/csc-02',
  '/search?q=foster',
  '/committees',
  '/calendar',
  '/how-to-read',
  '/glossary',
  '/accessibility',
  '/scorecards/childrens-social-care/editions/1',
];

/** What differs between a page that lies ready and the same from the application: ready-pages.spec.ts holds the rest alike. */
const passing = new Set(['date', 'content-length', 'transfer-encoding', 'connection', 'keep-alive']);

/** All that an answer says, apart from when and in how many pieces. */
async function answerTo(address: string, headers: Record<string, string> = {}) {
  const answer = await fetch(address, { headers, redirect: 'manual' });
  const lasting = [...answer.headers]
    .filter(([name]) => !passing.has(name))
    .map(([name, value]) => [name, name === 'vary' ? value.replace(/, Accept-Encoding$/, '') : value]);
  return { status: answer.status, headers: lasting, body: await answer.text() };
}
const header = (answer: Awaited<ReturnType<typeof answerTo>>, name: string) =>
  answer.headers.find(([own]) => own === name)?.[1];

test(`${pages.length} public pages signed in: the same bytes and the person’s bar, private, and kept nowhere`, async ({
  browser,
}) => {
  test.setTimeout(300_000);
  // Started for this test: one that another test had used would have these pages in its memory, and keep none.
  const server = await ownServer(() => ({}));
  try {
    const olive = await arrive(browser, server.address, 'Olive');
    const [session] = (await olive.context().cookies()).filter(({ name }) => name === 'candour-session');
    const cookie = { Cookie: `other=1; candour-session=${session?.value}` };
    for (const path of pages) {
      const address = server.address + path;
      // Asked by Olive first: what she gets is no part of what others get after her.
      const own = await answerTo(address, cookie);
      const before = await answerTo(address);
      expect(own.status, path).toBe(200);
      expect(header(own, 'cache-control'), path).toBe('private, no-store');
      expect(header(own, 'etag'), path).toBeUndefined();
      expect(own.body, path).toContain('Olive Turner');
      const [bar, ...more] = own.body.match(/<nav class="person-bar"[\s\S]*?<\/nav>/g) ?? [];
      expect(more, path).toEqual([]);
      expect(own.body.replace(bar ?? 'none', ''), path).toBe(before.body);
      expect(header(own, 'content-security-policy'), path).toBe(header(before, 'content-security-policy'));
      expect(before.body, path).not.toContain('Olive Turner');
      expect(header(before, 'cache-control'), path).toBe('public, max-age=0, s-maxage=1, must-revalidate');
      expect(await answerTo(address), path).toEqual(before);

      // A cookie that opens nothing is none: bytes, headers and 304 alike.
      const etag = { 'If-None-Match': header(before, 'etag') ?? '' };
      const known = await answerTo(address, etag);
      expect([known.status, known.body], path).toEqual([304, '']);
      for (const dead of ['x', 'p'.repeat(43), '']) {
        const forged = { Cookie: `candour-session=${dead}` };
        expect(await answerTo(address, forged), path).toEqual(before);
        expect(await answerTo(address, { ...forged, ...etag }), path).toEqual(known);
      }
      // Whoever is signed in never gets 304 for what they had signed out.
      expect((await answerTo(address, { ...cookie, ...etag })).body, path).toBe(own.body);
    }
    const kept = await server.sql<{ html: Buffer }[]>`select html from renderings`;
    expect(kept.length).toBeGreaterThan(0);
    const { gunzipSync } = await import('node:zlib');
    for (const { html } of kept) expect(gunzipSync(html).toString()).not.toMatch(/Olive Turner|person-bar/);
    const csv = await answerTo(`${server.address}/measures/csc-02/data.csv`, cookie);
    expect(csv).toEqual(await answerTo(`${server.address}/measures/csc-02/data.csv`));

    // The session runs out, and with it the bar, though the cookie is still sent.
    const [path] = pages.slice(1);
    await server.sql`update sessions set started_at = now() - interval '13 hours', expires_at = now() - interval '1 hour'`;
    expect(await answerTo(server.address + path, cookie)).toEqual(await answerTo(server.address + path));
  } finally {
    await server.stop();
  }
});

for (const javaScriptEnabled of [true, false])
  test(`the public scorecard at 1280 and 320 pixels ${javaScriptEnabled ? 'with' : 'without'} JavaScript says who is signed in and leads back`, async ({
    browser,
    baseURL,
  }) => {
    for (const name of ['Olive', 'Cal'] as const) {
      const page = await arrive(browser, baseURL as string, name, { javaScriptEnabled });
      await page.goto('/scorecards/childrens-social-care');
      const bar = page.getByRole('navigation', { name: 'Your work' });
      await expect(page.getByRole('link', { name: 'Sign in' })).toHaveCount(0);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await expect(bar).toContainText(`Signed in as ${{ Olive: 'Olive Turner', Cal: 'Cal Reid' }[name]}`);
        if (javaScriptEnabled) await axe(page);
        expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
      }
      await bar.getByRole('link', { name: 'My work' }).click();
      await expect(page).toHaveURL('/work');
      await page.context().close();
    }
  });

test('a request without the session’s cookie asks nothing more of the database', async () => {
  test.setTimeout(300_000);
  const server = await ownServer();
  try {
    const scans = async () => {
      const [row] = await server.sql`
        select coalesce(sum(seq_scan + coalesce(idx_scan, 0)), 0)::int as n from pg_stat_user_tables
        where relname in ('sessions', 'people', 'roles')`;
      return row?.n as number;
    };
    const ask = async (headers: Record<string, string> = {}) => {
      for (let n = 0; n < 20; n += 1) await answerTo(`${server.address}/scorecards/childrens-social-care`, headers);
    };
    // PostgreSQL tells what a connection did once it has been idle for ten seconds.
    const waited = () => new Promise((resolve) => setTimeout(resolve, 12_000));
    await waited();
    const before = await scans();
    await ask();
    await ask({ Cookie: 'seen=1' });
    await waited();
    // Forty were asked; the sweep of what has passed looks at the sessions once a minute.
    expect((await scans()) - before).toBeLessThan(5);
    await ask({ Cookie: `candour-session=${'p'.repeat(43)}` });
    await expect.poll(scans, { timeout: 30_000 }).toBeGreaterThan(before);
  } finally {
    await server.stop();
  }
});
