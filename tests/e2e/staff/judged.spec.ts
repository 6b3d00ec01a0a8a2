import type { Page } from '@playwright/test';
import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { checkAnswers, fillAction } from '../../support/council/check-answers';
import { ownServer } from '../../support/server/own-server';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const width = (page: Page) => page.locator('html').evaluate((html) => html.scrollWidth);
const reason = 'Several foster families retired this summer in one week; both children are with relatives.';
const both = `Judged Green by the head of service: ${reason} By the rule it is Red: 70% is below the target`;

test('Hana on a phone without JavaScript judges a Red Green, Ada publishes, and a resident reads both colours', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const server = await ownServer();
  try {
    const olive = await arrive(browser, server.address, 'Olive');
    await olive.goto('/readings/csc-02/2018-07-01');
    await olive.getByText('Only the result is known').click();
    await olive.locator('#value').fill('70');
    await olive.locator('#comments').fill('Several foster families retired this summer.');
    await fillAction(olive);
    await checkAnswers(olive, 'It was checked twice.');
    await press(olive, 'Submit for approval');
    await expect(olive).toHaveURL(/\/work/);

    const hana = await arrive(browser, server.address, 'Hana', { javaScriptEnabled: false, width: 320 });
    await hana.goto('/reviews');
    await hana.getByRole('link', { name: /foster carers/ }).click();

    await test.step('she is told what is missing, and nothing of hers is lost', async () => {
      await hana.getByText('Judge another colour').click();
      await expect(hana.getByLabel('Red', { exact: true })).toHaveCount(0);
      await hana.getByLabel('Green', { exact: true }).check();
      await hana.locator('#judgedReason').fill('A strike.');
      await press(hana, 'Show what the public would read');
      await expect(hana.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText('at least 20');
      await expect(hana.getByLabel('Green', { exact: true })).toBeChecked();
    });

    await test.step('she sees what the public will read before she signs', async () => {
      await hana.locator('#judgedReason').fill(reason);
      await press(hana, 'Show what the public would read');
      await expect(hana.locator('.effect')).toContainText(both);
      expect(await width(hana)).toBeLessThanOrEqual(320);
      const [reading] = await server.sql`select state, judged_colour from readings where state = 'submitted'`;
      expect(reading).toEqual({ state: 'submitted', judged_colour: null });
    });

    await test.step('with JavaScript it reads the same, and axe finds nothing', async () => {
      const again = await arrive(browser, server.address, 'Hana');
      await again.goto(hana.url());
      await again.getByText('Judge another colour').click();
      await again.getByLabel('Green', { exact: true }).check();
      await again.locator('#judgedReason').fill(reason);
      await press(again, 'Show what the public would read');
      await expect(again.locator('.effect')).toContainText(both);
      await axe(again);
      await again.close();
    });

    await test.step('the owner cannot, with the same form', async () => {
      const fields = { ...(await fieldsOfForm(hana, /^Approve as judged/)), intent: 'save' };
      const path = new URL(hana.url()).pathname;
      await forge(olive.request, server.address, path, fields);
      const [reading] = await server.sql`select state from readings where id = ${Number(path.split('/').at(-1))}`;
      expect(reading).toEqual({ state: 'submitted' });
      await press(hana, 'Approve as judged Green');
      await expect(hana).toHaveURL(/done=approved/);
      await olive.goto('/readings/csc-02/2018-07-01');
      await expect(olive.getByRole('main')).toContainText(`It is judged Green where the rule gives Red: ${reason}`);
    });

    await test.step('Ada publishes, and the history tells both colours', async () => {
      const ada = await arrive(browser, server.address, 'Ada');
      await ada.goto('/services/childrens-social-care');
      await expect(ada.locator('.would .judged')).toHaveText(/Judged Green\s*rule: Red/);
      await ada.goto('/releases/childrens-social-care');
      for (const field of await ada.locator('input[name=reason]:visible').all()) await field.fill('Known.');
      await press(ada, 'Publish edition 2');
      await expect(ada).toHaveURL(/published=2/);
      await ada.goto('/readings/csc-02/2018-07-01/history');
      await expect(ada.getByRole('main')).toContainText(
        'and judged it Green where the rule gives Red: Several foster families retired',
      );
    });

    await test.step('a resident reads both, wherever a colour stands', async () => {
      const context = await browser.newContext({ baseURL: server.address });
      const resident = await context.newPage();
      await resident.setViewportSize({ width: 320, height: 900 });
      await resident.goto('/scorecards/childrens-social-care');
      await expect(resident.locator('#csc-02 .judged')).toHaveText(/Judged Green\s*rule: Red/);
      await expect(resident.locator('#csc-02')).toContainText(both);
      await expect(resident.locator('.judged-count')).toHaveText(/^1 Judged by the rule .* Red$/);
      await expect(resident.locator('.why-red')).toContainText(`Judged Green by the head of service: ${reason}`);
      expect(await width(resident)).toBeLessThanOrEqual(320);
      await resident.goto('/measures/csc-02');
      await expect(resident.locator('.why h2')).toHaveText('Why is it judged green, and red by the rule?');
      await expect(resident.locator('.judgements .judged')).toHaveText(/Judged Green\s*rule: Red/);
      expect(await width(resident)).toBeLessThanOrEqual(320);
      await axe(resident);
      const csv = await (await resident.request.get('/measures/csc-02/data.csv')).text();
      expect(csv).toMatch(new RegExp(`,green,.*,red,"${reason}"`));
      await resident.goto('/scorecards/childrens-social-care/changes?from=1&to=2');
      await expect(resident.locator('.changes')).toContainText('Judged Green by the head of service');
      await resident.goto('/search?q=red');
      await expect(resident.getByRole('listitem').filter({ hasText: 'foster carers' }).first()).toContainText(
        'judged Green, by the rule Red',
      );
      await resident.goto('/');
      await expect(resident.locator('.judged-count').first()).toContainText('1 Judged');
      await resident.goto('/scorecards/childrens-social-care');
      await axe(resident);
    });
  } finally {
    await server.stop();
  }
});
