import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const page = '/services/childrens-social-care/small-counts';

test('Ada decides on small counts after seeing what it hides, Olive asks for one figure, and Hana alone confirms it', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const server = await ownServer();
  try {
    const ada = await arrive(browser, server.address, 'Ada');
    const olive = await arrive(browser, server.address, 'Olive', { javaScriptEnabled: false, width: 320 });
    const hana = await arrive(browser, server.address, 'Hana', { javaScriptEnabled: false, width: 320 });
    const fits = async (one: typeof hana) =>
      expect(await one.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(320);

    await test.step('Ada sees what would be hidden before she saves', async () => {
      await ada.goto('/settings/measures/csc-09');
      await expect(ada.getByRole('main')).toContainText('Counts from 1 to 5 are hidden. Decided by');
      await ada.getByRole('link', { name: 'Decide on them' }).click();
      await axe(ada);
      await ada.getByLabel('Up to which count is a count small?').fill('2');
      await ada.getByLabel('Why?').fill('Plans of two years are told of by hundreds.');
      await ada.getByLabel('On which day?').fill('16 August 2018');
      await ada.getByRole('button', { name: 'Show the effect' }).click();
      await expect(ada.getByRole('main')).toContainText('where counts from 1 to 5 are hidden now');
      await ada.getByLabel('Up to which count is a count small?').fill('4');
      await ada.getByRole('button', { name: 'Show the effect again' }).click();
      await expect(ada.getByRole('main')).toContainText('Counts from 1 to 4 are hidden, where');
      await axe(ada);
      await ada.getByRole('button', { name: 'Save the decision' }).click();
      await expect(ada.getByRole('status')).toContainText('The decision on small counts is saved.');
      await ada.goto('/settings/services/childrens-social-care/small-counts');
      await expect(ada.getByRole('main')).toContainText('by the default of this service');
      await axe(ada);
    });

    await test.step('Olive sees her published figure, and beside it what the public sees', async () => {
      await olive.goto('/readings/csc-09/2018-07-01');
      const row = (name: RegExp) => olive.getByRole('table', { name });
      await expect(row(/^As those who work for the service/)).toContainText('0.8%');
      await expect(row(/^The row as the public/)).toContainText('[c] hidden');
      await expect(row(/^The row as the public/)).not.toContainText('0.8%');
      await fits(olive);
    });

    await test.step('Olive asks, on a phone without JavaScript', async () => {
      await olive.goto(page);
      await fits(olive);
      await olive.getByRole('button', { name: 'Ask for it to be shown' }).click();
      await expect(olive.getByRole('alert')).toContainText('Choose the figure that is to be shown.');
      await olive.getByLabel('Which figure?').selectOption('csc-09 2018-07-01');
      await olive.getByLabel('Why may it be shown?').fill('The inspectorate has published it.');
      await olive.getByRole('button', { name: 'Ask for it to be shown' }).click();
      await expect(olive.getByRole('status')).toContainText('The figure stays hidden');
      await expect(olive.getByRole('button', { name: 'Confirm: it is shown' })).toHaveCount(0);
      await fits(olive);
    });

    await test.step('nobody else can confirm it with Hana’s form; she can', async () => {
      await hana.goto('/work');
      await hana
        .getByRole('link', { name: /child protection plans ending/ })
        .first()
        .click();
      await hana.goto(page);
      const fields = await fieldsOfForm(hana, /^Confirm: it is shown/);
      const state = async () => (await server.sql`select confirmed_by from disclosure_exceptions`)[0]?.confirmed_by;
      for (const name of ['Olive', 'Ada', 'Hester', 'Cal'] as const) {
        const other = await arrive(browser, server.address, name);
        await forge(other.request, server.address, page, { ...fields, key: crypto.randomUUID() });
        expect(await state(), name).toBeNull();
      }
      await hana.getByRole('button', { name: 'Confirm: it is shown' }).click();
      await expect(hana.getByRole('main')).toContainText(/Confirmed by Hana Malik at .* on 17 August 2018/);
      await fits(hana);
      await ada.goto(page);
      await axe(ada);
    });
  } finally {
    await server.stop();
  }
});
