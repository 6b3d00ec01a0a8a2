import type { Page } from '@playwright/test';
import { question } from '@/lib/search/question';
import { axe, expect, heldBack, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';
import { publishOn } from '../../support/council/publication';
import { ownServer } from '../../support/server/own-server';

const box = (page: Page) => page.getByRole('search').getByRole('searchbox');
const main = (page: Page) => page.getByRole('main');
const titles = (page: Page) => main(page).locator('ol h3');

async function seek(page: Page, typed: string) {
  await box(page).fill(typed);
  await page.getByRole('search').getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/search\?q=/);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [1280, 320])
    test(`at ${width} pixels a resident finds a measure from the front page, misspelt, and reads it`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/');
      await seek(page, 'reviewing oficer');
      await expect(page.getByRole('heading', { level: 2 })).toHaveText('One measure matches “reviewing oficer”');
      await expect(main(page)).toContainText('No measure says “oficer”; this is for officer.');
      await expect(box(page)).toHaveValue('reviewing oficer');
      const hit = main(page).locator('ol > li');
      await expect(hit).toContainText(/Children's Social Care, measure 1\s*Red\s*83\s*Jul 2018/);
      await expect(hit.locator('p mark')).toHaveText(['reviewing', 'officer']);
      expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await page.locator('script').count()).toBe(0);
      const link = titles(page).getByRole('link');
      await expect(link).toHaveAttribute('href', '/measures/csc-01');
      await link.click();
      await expect(main(page)).toContainText('Average number of IRO cases per FTE Independent Reviewing Officer');
    });

  test('by abbreviation, by its long words, by comments, by committee, by colour; each says where the words are', async ({
    page,
  }) => {
    await page.goto('/scorecards/highways-and-transport');
    await seek(page, 'looked after children');
    await expect(titles(page)).toHaveText('% long term LAC in same placement for past 2 years');
    await seek(page, 'LAC');
    await expect(titles(page).locator('mark')).toHaveText('LAC');
    await seek(page, 'roads and travel committee');
    await expect(main(page).locator('.offers')).toHaveText(
      'Committee: Roads and travel overview and scrutiny committee',
    );
    await seek(page, 'housing');
    await expect(main(page).locator('.because').first()).toContainText('In the comments:');
    await seek(page, 'red');
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(/measures are Red$/);
    await page.getByRole('link', { name: 'What is Red on the scorecard of Highways and transport' }).click();
    await expect(page).toHaveURL('/scorecards/highways-and-transport?show=red#measures');
  });

  test('nothing asked: the scorecards; nothing found: it is said kindly, and a spelling that finds something', async ({
    page,
  }) => {
    await page.goto('/search');
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(0);
    await main(page).getByRole('link', { name: 'Highways and transport' }).click();
    await expect(page).toHaveURL('/scorecards/highways-and-transport');
    await seek(page, 'xyz');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('No measure matches “xyz”');
    await expect(main(page)).toContainText('Try fewer or other words');
    await seek(page, 'busses');
    await page.getByRole('link', { name: 'buses' }).click();
    await expect(page).toHaveURL('/search?q=buses');
    await expect(titles(page)).toHaveText('Local buses running on time');
  });

  test('odd questions are answered calmly, and shown as the text that they are', async ({ page, request }) => {
    for (const typed of [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "'-alert(1)-'",
      '</title><svg/onload=alert(1)>',
      '(?:.*)+$',
      '__proto__',
      'constructor',
      '%',
      '🚲👩‍👩‍👧',
      'a\u0000b\u001b[31m',
      '\u202Egnp.exe',
      '%2e%2e/',
      '{{7*7}}',
      '&lt;b&gt;',
      '\\',
      '١٢٣',
      'ﬁre',
      'Ω'.repeat(300),
    ]) {
      await page.goto(`/search?${new URLSearchParams({ q: typed })}`);
      await expect(page.locator('h1')).toHaveText('Search measures');
      expect(await page.locator('main script, main img, main svg[onload], head svg').count(), typed).toBe(0);
      await expect(box(page)).toHaveValue(question(typed).text);
    }
    await page.goto(`/search?q=${'pothole+'.repeat(1_250)}`);
    await expect(main(page)).toContainText('longer than 200 characters; only the beginning was searched for');
    await expect(page.getByRole('heading', { level: 2 })).toContainText('Four measures match');
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(1280);
    for (const query of [
      '',
      '?q',
      '?q=',
      '?q=%',
      '?q=%ff%fe',
      '?q=a&q=b',
      '?x=1',
      '?q[]=1',
      `?q=${'%20'.repeat(999)}`,
    ]) {
      const answer = await request.get(`/search${query}`);
      expect(answer.status(), query).toBe(200);
      expect(answer.headers()['cache-control']).toBe('public, max-age=0, s-maxage=1, must-revalidate');
    }
    const { etag = '' } = (await request.get('/search?q=salt')).headers();
    expect((await request.get('/search?q=salt', { headers: { 'If-None-Match': etag } })).status()).toBe(304);
  });
});

for (const width of [1280, 320])
  test(`at ${width} pixels axe finds nothing on the way: the box, what was found, what was not, a spelling`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const address of [
      '/',
      '/search',
      '/search?q=children',
      '/search?q=oficer',
      '/search?q=busses',
      '/search?q=red',
      '/search?q=care',
    ]) {
      await page.goto(address);
      await axe(page);
      expect(await page.locator('html').evaluate((html) => html.scrollWidth), address).toBeLessThanOrEqual(width);
    }
  });

test('by keyboard alone: from the ways at the head of the page to a measure', async ({ page }) => {
  await page.goto('/committees');
  for (let stops = 0; stops < 9; stops += 1) await page.keyboard.press('Tab');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('pothole');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search?q=pothole');
  const link = titles(page).getByRole('link').first();
  for (let stops = 0; stops < 12 && !(await link.evaluate((one) => one === document.activeElement)); stops += 1)
    await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(main(page)).toContainText('Potholes reported by the public');
});

test('every page has it, but for paper; the page of answers has it once', async ({ page }) => {
  for (const address of [
    '/',
    '/scorecards/childrens-social-care',
    '/calendar',
    '/how-to-read',
    '/sign-in',
    '/search',
  ]) {
    await page.goto(address);
    await expect(page.getByRole('search')).toHaveCount(1);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('search')).toBeHidden();
});

test('from a page behind the sign-in too, with and without JavaScript; drafts and retitled measures are not found', async ({
  browser,
  expectTrouble,
}) => {
  test.setTimeout(300_000);
  expectTrouble(heldBack);
  const server = await ownServer();
  try {
    for (const [javaScriptEnabled, width] of [
      [true, 1280],
      [false, 320],
    ] as const) {
      const olive = await arrive(browser, server.address, 'Olive', { javaScriptEnabled, width });
      if (javaScriptEnabled) await axe(olive);
      expect(await olive.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
      if (width === 320) await olive.getByText('Menu', { exact: true }).click();
      await seek(olive, 'foster carers');
      await expect(titles(olive)).toHaveText(/^Percentage of foster care children placed/);
      await olive.context().close();
    }
    const page = await browser.newPage({ baseURL: server.address });
    await server.sql`update measures set title = 'Quokkas crossing safely' where code = 'hwy-09'`;
    await page.goto('/search?q=quokkas');
    await expect(main(page)).toContainText('No measure matches');
    publishOn(server.env, 'highways-and-transport', '2018-08-17');
    await page.reload();
    await expect(titles(page)).toHaveText('Quokkas crossing safely');
    const [{ n: kept } = { n: 0 }] = await server.sql`select count(*)::int as n from renderings`;
    for (const word of ['salt', 'lights', 'buses']) await page.goto(`/search?q=${word}`);
    expect(await server.sql`select count(*)::int as n from renderings`).toEqual([{ n: kept }]);
    await page.close();
  } finally {
    await server.stop();
  }
});
