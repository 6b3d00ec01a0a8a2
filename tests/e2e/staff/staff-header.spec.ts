import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';

const screen = { width: 360, height: 640 };
const pages = ['/work', '/overview', '/services/childrens-social-care', '/work/readings', '/history', '/account'];

for (const javaScriptEnabled of [true, false]) {
  test(`at 360 × 640 ${javaScriptEnabled ? 'with' : 'without'} JavaScript the header takes at most a quarter, and the menu has the rest`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(300_000);
    for (const name of ['Olive', 'Hana', 'Ada', 'Cal'] as const) {
      const page = await arrive(browser, baseURL as string, name, { javaScriptEnabled, width: 360 });
      await page.setViewportSize(screen);
      // How high the header is does not depend on a script: all pages once, and the first without.
      for (const address of javaScriptEnabled ? pages : pages.slice(0, 1)) {
        await page.goto(address);
        const top = await page.locator('main').evaluate((main) => main.getBoundingClientRect().top);
        expect(top, `${name}, ${address}`).toBeLessThanOrEqual(screen.height / 4);
        expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(screen.width);
      }
      const ways = page.getByRole('navigation', { name: 'Your work' }).getByRole('link');
      expect(await ways.count()).toBeLessThanOrEqual(3);
      await expect(ways.first()).toHaveText(name === 'Cal' ? 'Overview' : 'My work');
      await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeHidden();
      await page.getByText('Menu', { exact: true }).click();
      const menu = page.getByRole('banner');
      await expect(menu.getByRole('search')).toBeVisible();
      await expect(menu.getByRole('link', { name: 'What the public sees' })).toBeVisible();
      await expect(menu.getByRole('link', { name: new RegExp(name) })).toHaveAttribute('href', '/account');
      if (javaScriptEnabled) await axe(page);
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      await expect(page).toHaveURL('/sign-in');
      await page.context().close();
    }
  });
}

test('on a wide screen there is no menu, and every way is in the head', async ({ browser, baseURL }) => {
  const page = await arrive(browser, baseURL as string, 'Olive');
  await expect(page.getByText('Menu', { exact: true })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
  await page.goto('/work/readings');
  const marked = page.getByRole('navigation', { name: 'Your work' }).locator('[aria-current]');
  await expect(marked).toHaveText(['My readings']);
});
