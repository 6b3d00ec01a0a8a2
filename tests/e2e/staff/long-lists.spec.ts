import type { Browser, Page } from '@playwright/test';
import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive, type DemoName } from '../../support/browser/signed-in';
import { growService, publishGrown } from '../../support/scale/grown-demonstration';
import { ownServer } from '../../support/server/own-server';

const most = 150_000;
const release = '/releases/childrens-social-care';

/** A page without its scripts' files, as it is sent: how many bytes it has before it is compressed. */
async function bytesOf(page: Page, path: string): Promise<number> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  return (await answer.body()).length;
}

/** At which widths axe looks at long lists: at both in the storm; short ones it sees at both in work.spec.ts and review.spec.ts. */
const axeAt = new Set(process.env.CANDOUR_STORM_ROUNDS ? [1280, 320] : [320]);

/** Pages as they are on a desk and on a telephone, with their scripts: nothing that axe finds, and nothing wider than the window. */
async function lookAt(browser: Browser, address: string, name: DemoName, paths: string[]): Promise<void> {
  const who = await arrive(browser, address, name);
  for (const width of [1280, 320])
    for (const path of paths) {
      await who.setViewportSize({ width, height: 900 });
      await who.goto(path);
      if (axeAt.has(width)) await axe(who);
      expect(await who.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
      const picture = `test-results/long${path.replaceAll(/[^\w]/g, '-')}-${width}.png`;
      if (process.env.CANDOUR_PICTURES) await who.screenshot({ path: picture, fullPage: true });
    }
}

test('with 600 measures what awaits somebody, reviews, releases and a preview come in pages of 50, no list over 150 kB', async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const server = await ownServer();
  try {
    await growService(server.sql, { measures: 600, services: 58 });
    const hana = await arrive(browser, server.address, 'Hana', { javaScriptEnabled: false });
    const olive = await arrive(browser, server.address, 'Olive', { javaScriptEnabled: false });
    const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });

    await hana.goto('/reviews');
    await expect(hana.locator('.reviews ol.work > li')).toHaveCount(50);
    const shown = hana.getByRole('navigation', { name: 'Pages of what waits for review' });
    await expect(shown).toContainText('Showing 1 to 50 of 600.');
    await expect(shown.getByRole('link')).toHaveText(['Next page']);
    const first = await hana.locator('.reviews ol.work > li a').first().getAttribute('href');
    await shown.getByRole('link', { name: 'Next page' }).click();
    await expect(hana).toHaveURL(/\/reviews\?page=2$/);
    await expect(shown).toContainText('Showing 51 to 100 of 600.');
    await expect(shown.getByRole('link')).toHaveText(['Previous page', 'Next page']);
    expect(await hana.locator('.reviews ol.work > li a').first().getAttribute('href')).not.toBe(first);
    await hana.goto('/reviews?page=13');
    await expect(hana.getByRole('main')).toContainText('There is no page 13: the list has twelve pages.');
    await expect(hana.getByRole('main')).not.toContainText('Nothing waits for your review');
    await shown.getByRole('link', { name: 'Last page' }).click();
    await expect(shown).toContainText('Showing 551 to 600 of 600.');

    const sizes: Record<string, number> = {};
    for (const [who, paths] of [
      [hana, ['/reviews', '/work']],
      [olive, ['/work', '/work?page=2']],
    ] as const)
      for (const path of paths) sizes[`${path} ${who === hana ? 'Hana' : 'Olive'}`] = await bytesOf(who, path);

    await lookAt(browser, server.address, 'Hana', ['/reviews?page=2', '/reviews?page=13']);
    await lookAt(browser, server.address, 'Olive', ['/work?page=2']);

    await publishGrown(server.sql);
    await ada.goto('/releases');
    await expect(ada.locator('.service.overview')).toHaveCount(50);
    await ada.getByRole('link', { name: 'Next page' }).click();
    await expect(ada).toHaveURL(/\/releases\?page=2$/);
    await ada.goto(release);
    await ada
      .getByRole('navigation', { name: 'Pages of the preview' })
      .getByRole('link', { name: 'Next page' })
      .click();
    await expect(ada).toHaveURL(/preview=2#preview-title$/);
    await ada
      .getByRole('navigation', { name: 'Pages of the measures' })
      .getByRole('link', { name: 'Next page' })
      .click();
    // The page of the preview is kept while the measures go on.
    await expect(ada).toHaveURL(/preview=2&measures=2#readiness-title$/);
    await expect(ada.getByRole('navigation', { name: 'Pages of the preview' })).toContainText('Showing 51 to 100 of 6');

    // The weight of a preview is that of its warnings, each of which wants a reason of its own.
    for (const path of ['/releases', '/work']) sizes[`${path} Ada`] = await bytesOf(ada, path);
    expect(Object.entries(sizes).filter(([, bytes]) => bytes > most)).toEqual([]);

    await lookAt(browser, server.address, 'Ada', ['/releases?page=2', `${release}?measures=2&preview=2`]);
  } finally {
    await server.stop();
  }
});
