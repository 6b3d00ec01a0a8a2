import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

for (const javaScriptEnabled of [true, false]) {
  test(`from My work Olive reaches what she published, page by page, begins a correction and finds it among her drafts, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const server = await ownServer();
    try {
      const page = await arrive(browser, server.address, 'Olive', { javaScriptEnabled });
      const side = page.getByRole('complementary', { name: 'Your readings and dates' });
      await expect(side).toContainText('Ada Byrne published');
      await expect(side).toContainText(/Hana Malik approved .*, July 2018/);
      await side.getByRole('link', { name: 'Published', exact: true }).click();
      await expect(page).toHaveURL(/\/work\/readings\?state=published$/);
      await expect(page.locator('.own-readings li')).toHaveCount(50);
      if (javaScriptEnabled) await axe(page);
      await page.getByRole('link', { name: 'Next page' }).click();
      await expect(page).toHaveURL(/page=2$/);
      await expect(page.locator('.own-readings li')).toHaveCount(50);
      await expect(page.getByText(/^Showing 51 to 100 of /)).toBeVisible();
      await page.locator('.own-readings .act').first().click();
      await page.getByRole('button', { name: 'Begin a correction' }).click();
      await expect(page.getByRole('button', { name: 'Save draft' })).toBeVisible();
      await page.goto('/work');
      await expect(side.locator('li', { hasText: 'Drafts' })).toContainText('1');
      await side.getByRole('link', { name: 'Drafts' }).click();
      await expect(page.locator('.own-readings li')).toContainText(['a correction']);
    } finally {
      await server.stop();
    }
  });
}

test('a reading that is not begun has no link to a history, and its address says that nothing has happened', async ({
  browser,
  baseURL,
}) => {
  const page = await arrive(browser, baseURL as string, 'Otis');
  await page.goto('/readings/hwy-11/2018-06-01');
  await expect(page.getByRole('link', { name: 'History of this reading' })).toHaveCount(0);
  const answer = await page.goto('/readings/hwy-11/2018-06-01/history');
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('main')).toContainText('Nothing has happened here yet.');
});

test('odd addresses of My readings answer kindly', async ({ browser, baseURL }) => {
  const page = await arrive(browser, baseURL as string, 'Olive');
  for (const query of ['', '?state=nope', '?state=draft&page=x', '?state=published&page=99999', '?state=a&state=b']) {
    const answer = await page.goto(`/work/readings${query}`);
    expect(answer?.status(), query).toBe(200);
    await expect(page.locator('h1')).toHaveText('My readings');
  }
});
