import { arrive } from '../support/arrival';
import { expect, test } from '../support/browser-test';
import { ownServer } from '../support/own-server';

const marker = 'Zwischenzeit quokka';
const figure = { numerator: '198', denominator: '263' };
/** 198 of 263 is 75.3%, shown as 75%: no published row of this measure says either. */
const traces = [/zwischenzeit/i, /quokka/i, /198 of 263/, /75\.3%/];
/** The ways to ask for a page that a framework's own client uses, or that others have found into it. */
const disguises: Record<string, string>[] = [
  {},
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1' },
  { RSC: '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-middleware-subrequest': 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy' },
  { 'x-nextjs-data': '1' },
  { 'x-matched-path': '/readings/csc-02/2018-07-01' },
  { 'x-invoke-path': '/readings/csc-02/2018-07-01' },
  { Accept: 'text/x-component' },
];
const variants = (path: string) => [
  path,
  `${path}?_rsc=1`,
  `${path}.rsc`,
  `${path}/`,
  path.replace('/', '//'),
  path.toUpperCase(),
];

test('no draft figure or word is in any answer to the public or to a councillor, however it is asked for', async ({
  browser,
  request,
  expectTrouble,
}) => {
  test.setTimeout(180_000);
  expectTrouble(/404|503/);
  const server = await ownServer();
  try {
    const olive = await arrive(browser, server.address, 'Olive');
    await olive.goto('/readings/csc-02/2018-07-01');
    await olive.locator('input[name=numerator]').fill(figure.numerator);
    await olive.locator('input[name=denominator]').fill(figure.denominator);
    await olive.locator('textarea[name=comments]').fill(`${marker}: a word that nobody publishes.`);
    await olive.getByRole('button', { name: 'Save draft' }).click();
    await expect(olive).toHaveURL(/saved=1/);
    const own = await (await olive.request.get(`${server.address}/readings/csc-02/2018-07-01`)).text();
    expect(own, 'the marker is where it belongs').toMatch(traces[0] as RegExp);

    const [reading] = await server.sql`select id from readings where state = 'draft'`;
    const seeds = [
      ...['/', '/work', '/reviews', '/releases', '/history', '/sign-in', '/robots.txt', '/sitemap.xml', '/nowhere'],
      ...['/scorecards/childrens-social-care', '/scorecards/childrens-social-care/2018-08-17'],
      ...['/scorecards/childrens-social-care?show=red', '/scorecards/highways-and-transport'],
      ...['/readings/csc-02/2018-07-01', '/readings/csc-02/2018-07-01/check', '/readings/csc-02/2018-07-01/history'],
      ...[`/reviews/${reading?.id}`, '/releases/childrens-social-care', '/history/measures/csc-02'],
      ...['/history/services/childrens-social-care', '/api/auth/session', '/api/auth/providers'],
    ];
    const cal = await arrive(browser, server.address, 'Cal');
    for (const [who, asked] of [
      ['nobody', request],
      ['Cal', cal.request],
    ] as const) {
      const queue = [...seeds];
      const seen = new Set(queue);
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        const plain = await (await asked.get(`${server.address}${path}`)).text();
        for (const trace of traces) expect(plain, `${path} as ${who}`).not.toMatch(trace);
        for (const [, to] of plain.matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
          if (!to || seen.has(to) || seen.size >= 150) continue;
          queue.push(to);
          seen.add(to);
        }
      }
      expect(seen.size).toBeGreaterThan(seeds.length);
      for (const path of seeds.filter((path) => /^\/(readings|reviews|releases|history)/.test(path)))
        for (const variant of variants(path))
          for (const headers of disguises) {
            const answer = await asked.get(`${server.address}${variant}`, { headers }).catch(() => null);
            const body = (await answer?.text()) ?? '';
            for (const trace of traces)
              expect(body, `${variant} as ${who} with ${JSON.stringify(headers)}`).not.toMatch(trace);
          }
    }
  } finally {
    await server.stop();
  }
});
