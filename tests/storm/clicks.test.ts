import type { Page } from '@playwright/test';
import { afterAll, expect, test } from 'vitest';
import { builtServer, startBrowser } from '../support/server/built-server';

const clicks = Number(process.env.CANDOUR_STORM_CLICKS ?? 300);
const server = await builtServer();
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** What a press of each button must leave, exactly once. */
const presses = { 'Save draft': 'reading_saved', Submit: 'reading_submitted', Withdraw: 'reading_withdrawn' } as const;
type Press = keyof typeof presses;
type Counted = { kind: string; n: number }[];

/** Olive in a browser of her own, 200 ms from the server; answers her page and how many answers were faults. */
async function olive(javaScriptEnabled: boolean) {
  const context = await browser.newContext({ baseURL: server.address, javaScriptEnabled });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('response', (answer) => answer.status() >= 500 && faults.push(`${answer.status()} ${answer.url()}`));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto('/sign-in');
  await page.getByRole('button', { name: /Olive/ }).click();
  await page.waitForURL(/\/work$/);
  const far = await context.newCDPSession(page);
  await far.send('Network.enable');
  await far.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 200,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  return { page, faults };
}

const countsOf = (code: string): Promise<Counted> => server.sql<Counted>`
  select e.kind::text as kind, count(*)::int as n from events e join readings r on e.subject = 'reading' and e.subject_id = r.id
  join measures m on m.id = r.measure_id where m.code = ${code} and r.period_start = '2018-07-01' group by e.kind`;
const nOf = (counted: Counted, kind: string) => counted.find((one) => one.kind === kind)?.n ?? 0;
/** How many readings the month has, and how many versions: of a save that counts twice there would be one more. */
const rowsOf = async (code: string) => {
  const [row] = await server.sql<{ readings: number; versions: number }[]>`
    select count(distinct r.id)::int as readings, count(v.version)::int as versions from readings r
    join measures m on m.id = r.measure_id join reading_versions v on v.reading_id = r.id
    where m.code = ${code} and r.period_start = '2018-07-01'`;
  return row;
};

/** Presses a button two or three times, as fast as a hand that trembles, and waits for what comes of it. */
async function press(page: Page, name: Press, times: number, then: RegExp) {
  const button = page.getByRole('button', { name: name === 'Save draft' ? name : new RegExp(`^${name}`) });
  await button.click({ clickCount: times, delay: 0, noWaitAfter: true });
  // Without JavaScript the second sending cuts the first one's answer off, which is no failure.
  await expect.poll(() => page.url(), { timeout: 20_000, interval: 20 }).toMatch(then);
}

test.each([
  ['with', true, 'csc-03'],
  ['without', false, 'csc-16'],
] as const)(
  `${clicks / 2} double and triple clicks %s JavaScript, 200 ms away: each is one event and one answer, and no fault`,
  async (_, javaScriptEnabled, code) => {
    const { page, faults } = await olive(javaScriptEnabled);
    const desk = `/readings/${code}/2018-07-01`;
    let before = await countsOf(code);
    const steps: [Press, string, RegExp][] = [
      ['Save draft', desk, /saved=\d+/],
      ['Submit', `${desk}/check`, /\/work\?done=submitted/],
      ['Withdraw', desk, /2018-07-01$/],
    ];
    for (let n = 0; n < clicks / 2; n += 1) {
      const [name, address, then] = steps[n % 3] as (typeof steps)[number];
      const place = `click ${n + 1}, ${name}`;
      await page.goto(address);
      if (name === 'Save draft') {
        if (n === 0) {
          await page.locator('#numerator').fill('5');
          await page.locator('#denominator').fill('6');
        }
        await page.locator('textarea[name=comments]').fill(`Saved with click ${n + 1}.`);
        const unusual = page.locator('textarea[name=unusual]');
        if (await unusual.count()) await unusual.fill('It is right.');
      }
      // The page that a withdrawal leads to has the address of the one before: its button tells them apart.
      await press(page, name, n % 2 ? 3 : 2, then);
      if (name === 'Withdraw') await page.getByRole('button', { name: 'Save draft' }).waitFor();
      // A second sending may still be under way when the first is answered.
      await page.waitForLoadState('networkidle');
      const now = await countsOf(code);
      for (const kind of Object.values(presses))
        expect(nOf(now, kind) - nOf(before, kind), `${place}: ${kind}`).toBe(kind === presses[name] ? 1 : 0);
      expect(nOf(now, 'step_refused'), place).toBe(nOf(before, 'step_refused'));
      expect(await rowsOf(code), place).toEqual({ readings: 1, versions: nOf(now, 'reading_saved') });
      before = now;
      expect(faults, place).toEqual([]);
    }
  },
  3_600_000,
);
