import { expect, test } from '../../support/browser/browser-test';
import { arrive, type DemoName } from '../../support/browser/signed-in';
import { livingServer } from '../../support/server/server-beside';

/** What each person of the demonstration finds on the founding day, on one page of theirs. */
const findings: Record<DemoName, [path: string, words: RegExp]> = {
  Olive: ['/work', /returned/i],
  Otis: ['/work', /June 2018/],
  Hana: ['/reviews', /Percentage of foster care children/],
  Hester: ['/reviews', /Nothing|No reading/],
  Dev: ['/reviews', /Percentage of foster care children/],
  Ada: ['/work', /13 September 2018/],
  Cal: ['/overview', /Children.s Social Care/],
};

test('each person of the lived year finds true work of theirs, and every way of their navigation leads to a page', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const server = await livingServer();
  try {
    for (const [name, [path, words]] of Object.entries(findings) as [DemoName, [string, RegExp]][]) {
      const page = await arrive(browser, server.address, name);
      await page.goto(path);
      await expect.soft(page.locator('main'), `${name} at ${path}`).toContainText(words);
      const ways = await page.locator('nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(ways.length, name).toBeGreaterThan(2);
      for (const way of new Set(ways.filter((href) => href?.startsWith('/')))) {
        const answer = await page.goto(way as string);
        expect.soft(answer?.status(), `${name} at ${way}`).toBe(200);
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          const across = await page.locator('html').evaluate((html) => html.scrollWidth);
          expect.soft(across, `${name} at ${way}, ${width} pixels`).toBeLessThanOrEqual(width);
        }
      }
      await page.context().close();
    }
  } finally {
    await server.stop();
  }
});
