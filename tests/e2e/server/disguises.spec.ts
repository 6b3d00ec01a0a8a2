import { readFileSync } from 'node:fs';
import path from 'node:path';
import { canaryDesk, saveCanary, traces } from '../../support/attack/canary';
import { type Disguise, disguisesOf } from '../../support/attack/disguises';
import { expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';
import { oldRequest, rawRequest } from '../../support/requests/raw-request';
import { ownServer } from '../../support/server/own-server';
import { withoutProxy } from '../../support/server/without-proxy';

// Each disguise on half of the pages; on every page where CANDOUR_STORM_ROUNDS is set.
const apart = process.env.CANDOUR_STORM_ROUNDS ? 1 : 18;
const build = readFileSync('.next/BUILD_ID', 'utf8').trim();
const leaks = (text: string) => traces.some((trace) => trace.test(text));

test('an unpublished figure and its words, in every disguise that has been seen: not a byte to nobody, nor to Cal, nor to Otis, with proxy.ts and without', async ({
  browser,
}) => {
  test.setTimeout(400_000);
  const server = await ownServer();
  try {
    const olive = await arrive(browser, server.address, 'Olive');
    await saveCanary(olive);
    await olive.goto(`${canaryDesk}/check`);
    await olive.getByRole('button', { name: /^Submit/ }).click();
    await expect(olive).toHaveURL(/\/work/);
    const [reading] = await server.sql`select id from readings where state = 'submitted' order by id desc`;
    const pages = [
      canaryDesk,
      `${canaryDesk}/check`,
      `${canaryDesk}/history`,
      `/reviews/${reading?.id}`,
      '/releases/childrens-social-care',
      '/history/measures/csc-02',
      '/history/services/childrens-social-care',
      '/work',
      '/measures/csc-02/working',
    ];
    const doors = [server.address, await server.another(withoutProxy(path.join(server.data, 'without-proxy')))];
    const cookies = {
      nobody: '',
      Cal: await cookieOf('Cal'),
      Olive: await cookieOf('Olive'),
      Otis: await cookieOf('Otis'),
    };

    for (const [n, door] of doors.entries()) {
      const { headers } = await rawRequest(door, { path: '/sign-in' });
      expect(String(headers['content-security-policy']).includes('nonce'), 'the proxy is there, and not there').toBe(
        n === 0,
      );
      // The proxy can only take away; a sample shows that it does not give.
      for (const who of ['nobody', 'Cal'] as const)
        for (const [at, page] of pages.entries()) {
          if (n === 0 && at % 3 !== 0) continue;
          const all = disguisesOf(page, build);
          expect(all.length).toBeGreaterThanOrEqual(60);
          const disguises = all.filter((_, index) => index % apart === (n === 0 ? at / 3 : at) % apart);
          expect(await shown(door, disguises, cookies[who]), `${page} to ${who} by ${door}`).toEqual([]);
          expect(leaks(await oldRequest(door, page, cookies[who])), `${page} to ${who} by HTTP/1.0`).toBe(false);
        }
      // A page that Otis may open, with the other measure put under it.
      const own = '/readings/hwy-04/2018-07-01';
      const sampled = (all: Disguise[]) => all.filter((_, index) => n === 1 || index % 3 === 0);
      const swapped = sampled(disguisesOf(own, build)).map((each) => ({
        ...each,
        path: `${each.path}${each.path.includes('?') ? '&' : '?'}nxtPcode=csc-02&code=csc-02&nxtPperiod=2018-07-01`,
        headers: { ...each.headers, 'x-now-route-matches': 'nxtPcode=csc-02&nxtPperiod=2018-07-01' },
      }));
      expect(await shown(door, [...swapped, ...sampled(disguisesOf(canaryDesk, build))], cookies.Otis)).toEqual([]);
      // To Olive the same disguises do show it: they reach the page, and it is she who makes the difference.
      const hers = await shown(door, sampled(disguisesOf(canaryDesk, build)), cookies.Olive);
      expect(hers.length).toBeGreaterThan(n === 1 ? 60 : 20);
      expect(hers.filter((each) => each.includes('"RSC":"1"')).length).toBeGreaterThan(n === 1 ? 10 : 3);
    }

    async function cookieOf(name: 'Olive' | 'Cal' | 'Otis'): Promise<string> {
      const page = await arrive(browser, server.address, name);
      const all = await page.context().cookies();
      await page.context().close();
      return all.map(({ name, value }) => `${name}=${value}`).join('; ');
    }
  } finally {
    await server.stop();
  }
});

/** Which of these requests are answered with the canary, in the body or in a header. */
async function shown(door: string, disguises: Disguise[], cookie: string): Promise<string[]> {
  const answers = await Promise.all(
    disguises.map(async (each) => {
      const headers = { ...each.headers, Cookie: [cookie, each.headers?.Cookie].filter(Boolean).join('; ') };
      const first = await rawRequest(door, { ...each, headers });
      // A page's data is given at an address with the hash of these headers in it, to which the framework leads.
      const { location = '' } = first.headers;
      const { pathname, search } = new URL(/[?&]_rsc\b/.test(location) ? location : '/', door);
      const then = search && (await rawRequest(door, { ...each, path: pathname + search, headers }));
      return { each, said: JSON.stringify([first, then]) };
    }),
  );
  return answers.filter(({ said }) => leaks(said)).map(({ each }) => JSON.stringify(each));
}
