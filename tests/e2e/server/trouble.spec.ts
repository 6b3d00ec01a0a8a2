import { gunzipSync, gzipSync } from 'node:zlib';
import { pageMac } from '../../../db/hashing/page-mac';
import { expect, test } from '../../support/browser/browser-test';
import { ownServer } from '../../support/server/own-server';

const card = '/scorecards/childrens-social-care';
const publicPages = [`${card}/2018-08-17`, '/', '/committees', '/search?q=pothole', '/accessibility', '/nowhere'];

test('a database that dies: what was read is repeated and says so, 503 with a sentence on every other page, and back by itself', async ({
  page,
  expectTrouble,
}) => {
  expectTrouble(/503/);
  // Started for this test: one that another test had used would know these pages.
  const server = await ownServer(() => ({}));
  try {
    await page.goto(`${server.address}${card}`);
    await expect(page.locator('table.scorecard tbody')).toHaveCount(20);
    server.killDatabase();
    const known = await page.goto(`${server.address}${card}`);
    expect(known?.status()).toBe(200);
    expect(known?.headers()).toMatchObject({
      'x-candour-as-of': expect.stringMatching(/^2\d{3}-/),
      'cache-control': 'private, no-store',
    });
    await expect(page.getByRole('status')).toContainText('This page is as it was at');
    await expect(page.locator('table.scorecard tbody')).toHaveCount(20);
    for (const address of publicPages) {
      const response = await page.goto(`${server.address}${address}`);
      expect(response?.status(), address).toBe(503);
      expect(response?.headers()).toMatchObject({ 'retry-after': '5', 'cache-control': 'private, no-store' });
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not available just now');
      await expect(page.getByRole('main')).toContainText('please try again in a minute');
      // By this number those who run the server find the lines of this very request.
      await expect(page.getByRole('main')).toContainText(response?.headers()['x-request-id'] ?? 'no number');
    }
    server.reviveDatabase();
    await expect(async () => {
      expect((await page.request.get(`${server.address}${card}`)).status()).toBe(200);
    }).toPass({ timeout: 5_000 });
    await page.goto(`${server.address}${card}`);
    await expect(page.locator('table.scorecard tbody')).toHaveCount(20);
  } finally {
    await server.stop();
  }
});

test('a page is rendered once for an edition and day, kept, and served as kept right after a restart', async ({
  request,
}) => {
  // Started for this test: one that another test had used would have the page in its memory, and keep none.
  const server = await ownServer(() => ({}));
  const read = async (address: string) => (await request.get(`${server.address}${address}`)).text();
  try {
    const first = await read(card);
    const kept = await server.sql`select html from renderings`;
    expect(kept).toHaveLength(1);
    expect(gunzipSync(kept[0]?.html as Buffer).toString()).toBe(first);
    const html = gzipSync('kept');
    const [page] = await server.sql<{ edition: string; key: string; date: string }[]>`
      select e.sha256 as edition, r.key, r.date::text from renderings r join editions e on e.id = r.edition_id`;
    const mac = pageMac(server.env.CANDOUR_PAGE_KEY ?? '', { ...(page as NonNullable<typeof page>), html });
    await server.sql`update renderings set html = ${html}, mac = ${mac}`;
    expect(await read(card)).toBe(first);
    await server.restart();
    expect(await read(card)).toBe('kept');
    // What somebody wrote into the database who has not the key is made anew, and replaced.
    await server.sql`update renderings set html = ${gzipSync('forged')}`;
    await server.restart();
    expect(await read(card)).toBe(first);
    const [mended] = await server.sql<{ html: Buffer }[]>`select html from renderings`;
    expect(gunzipSync(mended?.html as Buffer).toString()).toBe(first);
    await read(`${card}?show=red`);
    expect((await server.sql`select count(*)::int as n from renderings`)[0]?.n).toBe(2);
  } finally {
    await server.stop();
  }
});
