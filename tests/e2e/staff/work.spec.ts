import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive, type DemoName } from '../../support/browser/signed-in';

const pages: Record<string, string[]> = {
  Olive: [
    '/work',
    '/work/readings?state=published',
    '/work/readings?state=draft',
    '/readings/csc-02/2018-07-01',
    '/readings/csc-02/2018-06-01',
    '/history/measures/csc-02',
  ],
  Hana: ['/work', '/reviews', '/history/services/childrens-social-care'],
  Ada: ['/work', '/releases', '/releases/highways-and-transport', '/readings/csc-02/2018-06-01/history'],
  Cal: ['/work', '/work/readings', '/overview', '/services/childrens-social-care'],
};

for (const [name, addresses] of Object.entries(pages))
  test(`${name} at 1280 and 320 pixels: axe finds nothing, nothing runs off the screen, one primary button at most`, async ({
    browser,
    baseURL,
  }) => {
    const page = await arrive(browser, baseURL as string, name as DemoName);
    const ahead: string[] = [];
    page.on('request', (request) => request.url().includes('_rsc=') && ahead.push(request.url()));
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.locator('h1'), address).toHaveCount(1);
      await expect(page).not.toHaveTitle(/^Northumberland/);
      expect(await page.locator('main .button:not(.secondary, .link)').count(), address).toBeLessThanOrEqual(1);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await axe(page);
        expect(await page.locator('html').evaluate((html) => html.scrollWidth), address).toBeLessThanOrEqual(width);
      }
    }
    expect(ahead, 'pages that were fetched before anybody went there').toEqual([]);
    await page.context().close();
  });

test('Otis finds what is overdue first, by how many days, one tap from its form; Cal has nothing to do', async ({
  browser,
  baseURL,
}) => {
  const otis = await arrive(browser, baseURL as string, 'Otis');
  const first = otis.locator('.work li').first();
  await expect(first).toContainText('27 days late');
  await first.getByRole('link').click();
  await expect(otis).toHaveURL(/\/readings\/hwy-11\/2018-06-01$/);
  await expect(otis.getByRole('button', { name: 'Check answers' })).toBeVisible();
  const cal = await arrive(browser, baseURL as string, 'Cal');
  await expect(cal.getByRole('main')).toContainText('Nothing awaits you.');
});

test('on paper the staff pages have no buttons', async ({ browser, baseURL }) => {
  const olive = await arrive(browser, baseURL as string, 'Olive');
  await olive.goto('/readings/csc-02/2018-07-01');
  await olive.emulateMedia({ media: 'print' });
  await expect(olive.locator('.button').first()).toBeHidden();
});
