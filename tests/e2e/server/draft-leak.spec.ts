import { canaryDesk, saveCanary, traces } from '../../support/attack/canary';
import { expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

test('no draft figure or word is in any answer to the public or to a councillor, as far as links lead', async ({
  browser,
  request,
  expectTrouble,
}) => {
  test.setTimeout(300_000);
  expectTrouble(/404|503/);
  const server = await ownServer();
  try {
    const olive = await arrive(browser, server.address, 'Olive');
    await saveCanary(olive);
    const own = await (await olive.request.get(`${server.address}${canaryDesk}`)).text();
    expect(own, 'the marker is where it belongs').toMatch(traces[0] as RegExp);

    const [reading] = await server.sql`select id from readings where state = 'draft'`;
    const seeds = [
      '/',
      '/work',
      '/overview',
      '/services/childrens-social-care',
      '/services/childrens-social-care?rows=full',
      '/reviews',
      '/releases',
      '/history',
      '/sign-in',
      '/calendar',
      '/robots.txt',
      '/sitemap.xml',
      '/nowhere',
      '/scorecards/childrens-social-care',
      '/scorecards/childrens-social-care/2018-08-17',
      '/scorecards/childrens-social-care?show=red',
      '/scorecards/highways-and-transport',
      canaryDesk,
      `${canaryDesk}/check`,
      `${canaryDesk}/history`,
      // Nearly the canary's words: written out they would be in the answer as what was asked.
      '/search?q=foster+carers',
      '/search?q=csc-02',
      '/search?q=zwischenzei',
      '/search?q=quokk',
      '/measures/csc-02/data.csv',
      '/measures/csc-02/embed',
      '/data',
      '/data/figures.csv',
      '/data/figures.json',
      '/scorecards/childrens-social-care/editions/1/canonical.json',
      '/llms.txt',
      '/feed.xml',
      '/api/v1/measures',
      '/api/v1/measures/csc-02',
      '/api/v1/measures/csc-02/readings',
      '/measures/csc-02/working',
      '/settings/measures/csc-02/comparators',
      '/committees',
      '/measures/csc-02',
      '/scorecards/childrens-social-care/reds',
      '/scorecards/childrens-social-care/retired',
      '/committees/family-and-childrens-services',
      `/reviews/${reading?.id}`,
      '/releases/childrens-social-care',
      '/history/measures/csc-02',
      '/history/services/childrens-social-care',
      '/work/bring-in/out/readings.csv',
      '/work/bring-in/templates/due.csv',
      '/settings/bring-in/out/readings.csv',
      '/api/auth/session',
      '/api/auth/providers',
    ];
    const cal = await arrive(browser, server.address, 'Cal');
    for (const [who, client] of [
      ['nobody', request],
      ['Cal', cal.request],
    ] as const) {
      const queue = [...seeds];
      const seen = new Set(queue);
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        const plain = await (await client.get(`${server.address}${path}`)).text();
        for (const trace of traces) expect(plain, `${path} as ${who}`).not.toMatch(trace);
        for (const [, to] of plain.matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
          if (!to || seen.has(to) || seen.size >= 200) continue;
          queue.push(to);
          seen.add(to);
        }
      }
      expect(seen.size).toBeGreaterThan(seeds.length);
    }
  } finally {
    await server.stop();
  }
});
