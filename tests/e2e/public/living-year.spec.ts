import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive, type DemoName } from '../../support/browser/signed-in';
import { livingServer } from '../../support/server/server-beside';

/** What a page of ours leads to within the site, without the questions that only order or narrow it. */
const leadsTo = (html: string): string[] =>
  [...html.matchAll(/href="(\/[^"#]*)/g)]
    .map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
    .filter((href) => !href.includes('?') || /\/changes\?|[?&]before=/.test(href))
    .filter((href) => !/^\/(assets|sign-in|_next|api)\b/.test(href));

/** The kind of a page: its address without the service, measure, number or day that it is about. */
const kindOf = (path: string): string =>
  path.replace(/childrens-social-care|highways-and-transport|(csc|hwy)-\d+/, '…').replace(/\d[\d-]*/g, '#');

/** At which widths axe looks: at both in the storm, where a page of another kind differs from those of every-page.spec.ts. */
const axeAt = new Set(process.env.CANDOUR_STORM_ROUNDS ? [1280, 320] : [320]);

/** As many of one kind as a browser opens, and files as are asked for; every page is asked for, and its links followed. */
const mostOfAKind = { pages: 1, files: 2 };

const isFile = (path: string): boolean => /\.[a-z]+$/.test(path);

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

/** Filling a year and starting a server are dear: what is read of it is read of one, one test after the other. */
test.describe('the lived year', () => {
  test.describe.configure({ mode: 'default' });
  test.setTimeout(900_000);
  let server: Awaited<ReturnType<typeof livingServer>>;
  test.beforeAll(async () => {
    server = await livingServer();
  });
  test.afterAll(() => server?.stop());

  test('every public page of the lived year: no link leads nowhere, axe finds nothing, nothing runs off the screen', async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: server.address });
    try {
      const page = await context.newPage();
      const seen = new Set<string>();
      const kinds = new Map<string, number>();
      const queue = ['/', '/measures/csc-21', '/measures/hwy-13'];
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        if (seen.has(path)) continue;
        seen.add(path);
        const count = (kinds.get(kindOf(path)) ?? 0) + 1;
        kinds.set(kindOf(path), count);
        if (isFile(path) && count > mostOfAKind.files) continue;
        let answer = await context.request.get(path);
        // A server that is busy with papers says so, and is asked again as it asks to be.
        await expect(async () => {
          if (answer.status() === 503) answer = await context.request.get(path);
          expect(answer.status(), path).not.toBe(503);
        }).toPass({ timeout: 60_000 });
        expect.soft(answer.status(), path).toBe(200);
        if (!answer.ok() || !answer.headers()['content-type']?.startsWith('text/html')) continue;
        queue.push(...leadsTo(await answer.text()));
        if (count > mostOfAKind.pages) continue;
        await page.goto(path);
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          if (axeAt.has(width)) await axe(page);
          const across = await page.locator('html').evaluate((html) => html.scrollWidth);
          expect.soft(across, `${path} at ${width} pixels`).toBeLessThanOrEqual(width);
        }
      }
      expect([...seen].filter((path) => !isFile(path)).length, 'pages').toBeGreaterThan(80);
      expect([...kinds.keys()]).toEqual(
        expect.arrayContaining(['/scorecards/…/reds', '/scorecards/…/revisions', '/scorecards/…/changes?from=#&to=#']),
      );
    } finally {
      await context.close();
    }
  });

  test('each person of the lived year finds true work of theirs, and every way of their navigation leads to a page', async ({
    browser,
  }) => {
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
  });
});
