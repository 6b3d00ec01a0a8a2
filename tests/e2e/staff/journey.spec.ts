import type { Page } from '@playwright/test';
import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const words = {
  first: 'More children live with our own carers than in June, because several new carers were approved in July.',
  better:
    'More children live with our own carers than in June: several new carers were approved in July, and each took a child.',
};

for (const javaScriptEnabled of [true, false]) {
  test(`from Olive's hand to the public page, returned once on the way, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const server = await ownServer();
    try {
      const by = { javaScriptEnabled };
      const [olive, hana, dev, ada] = [
        await arrive(browser, server.address, 'Olive', by),
        await arrive(browser, server.address, 'Hana', { ...by, width: 320 }),
        await arrive(browser, server.address, 'Dev', { ...by, width: 320 }),
        await arrive(browser, server.address, 'Ada', by),
      ];

      await test.step('Olive enters July, checks her answers and submits', async () => {
        await olive
          .getByRole('link', { name: /placed with Northumberland County Council foster carers/ })
          .first()
          .click();
        await expect(olive).toHaveURL(/\/readings\/csc-02\/2018-07-01/);
        await olive.locator('input[name=numerator]').fill('220');
        await olive.locator('input[name=denominator]').fill('267');
        await olive.locator('textarea[name=comments]').fill(words.first);
        if (javaScriptEnabled) await axe(olive);
        await press(olive, 'Check answers');
        await expect(olive).toHaveURL(/\/check$/);
        await expect(olive.getByRole('main')).toContainText('82%');
        await press(olive, /^Submit/);
        await expect(olive).toHaveURL(/\/work/);
      });

      await test.step('Hana returns it with a wording of her own', async () => {
        await hana.goto('/reviews');
        await hana
          .getByRole('link', { name: /foster carers/ })
          .first()
          .click();
        await expect(hana.getByRole('main')).toContainText(words.first);
        if (javaScriptEnabled) await axe(hana);
        expect(
          await hana
            .locator('html')
            .evaluate((html) => html.scrollWidth)
            .catch(() => 320),
        ).toBeLessThanOrEqual(320);
        await hana.getByText('Return it instead').click();
        await hana.locator('textarea[name=reason]').fill('Say what the new carers made possible.');
        await hana.locator('textarea[name=suggested]').fill(words.better);
        await press(hana, 'Return to its owner');
        await expect(hana).toHaveURL(/done=returned/);
      });

      await test.step('Olive takes the wording and submits again', async () => {
        await olive.goto('/work');
        await olive
          .getByRole('link', { name: /foster carers/ })
          .first()
          .click();
        await expect(olive.getByRole('main')).toContainText('Say what the new carers made possible.');
        await press(olive, 'Use this wording');
        await expect(olive.locator('textarea[name=comments]')).toHaveValue(words.better);
        await press(olive, 'Check answers');
        await press(olive, /^Submit/);
        await expect(olive).toHaveURL(/\/work/);
      });

      await test.step('Hana may not approve what she wrote, and Dev does', async () => {
        await hana.goto('/reviews');
        await hana
          .getByRole('link', { name: /foster carers/ })
          .first()
          .click();
        // Her words are in it now: another pair of eyes has to read it.
        await expect(hana.getByRole('main')).toContainText('never what they wrote or submitted');
        await expect(hana.getByRole('button', { name: /^Approve/ })).toHaveCount(0);
        await dev.goto('/reviews');
        await dev
          .getByRole('link', { name: /foster carers/ })
          .first()
          .click();
        await expect(dev.getByRole('main')).toContainText(
          'Hana Malik wrote part of this, so you approve it in your own',
        );
        await press(dev, /^Approve/);
        await expect(dev).toHaveURL(/done=approved/);
      });

      await test.step('Ada publishes, and nothing was public before', async () => {
        await expect(async () => {
          const body = await (await ada.request.get(`${server.address}/scorecards/childrens-social-care`)).text();
          expect(body).not.toContain('several new carers');
        }).toPass();
        await ada.goto('/releases/childrens-social-care');
        for (const reason of await ada.locator('input[name=reason]:visible').all())
          await reason.fill('Known, and expected soon.');
        await press(ada, 'Publish edition 2');
        await expect(ada).toHaveURL(/published=2/);
      });

      await test.step('a resident reads it', async () => {
        const resident = await (await browser.newContext({ baseURL: server.address, javaScriptEnabled })).newPage();
        await resident.goto('/scorecards/childrens-social-care');
        await expect(resident.locator('.as-at')).toContainText('edition 2');
        const row = resident.locator('#csc-02');
        await expect(row).toContainText('82%');
        await expect(row).toContainText('Jul 2018');
        await expect(row).toContainText(words.better);
        await expect(row).toContainText('220 of 267 children in foster care');
      });

      await test.step('the history names who did what', async () => {
        await olive.goto('/readings/csc-02/2018-07-01/history');
        for (const done of [/Olive Turner submitted/, /Hana Malik returned/, /Dev Shah approved/])
          await expect(olive.getByRole('main')).toContainText(done);
      });
    } finally {
      await server.stop();
    }
  });
}
