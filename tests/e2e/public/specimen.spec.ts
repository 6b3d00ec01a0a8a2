import { axe, expect, test } from '../../support/server/browser-test';

test('every sign, form part and chart in every state: axe finds nothing, and nothing runs off the screen', async ({
  page,
}) => {
  await page.goto('/specimen');
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.getByRole('heading', { level: 2 })).toContainText(['Signs and figures', 'Forms', 'Charts']);
    await axe(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
  }
  await expect(page.getByText('No colour').first()).toBeVisible();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByRole('alert').nth(1)).toContainText('Say why the figure is late.');
});
