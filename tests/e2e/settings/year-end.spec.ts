import { axe, expect, heldBack, test } from '../../support/browser/browser-test';
import { fits, press } from '../../support/browser/settings-page';
import { arrive, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { marchFigures } from '../../support/council/march-figures';
import { ownServer } from '../../support/server/own-server';

const close = '/settings/year-end/childrens-social-care';

test.describe('the end of a year', () => {
  test.setTimeout(300_000);
  test.use({ actionTimeout: 15_000 });

  test('Ada closes one measure by itself and the certain ones together, without JavaScript', async ({
    browser,
    expectTrouble,
  }) => {
    expectTrouble(heldBack);
    const server = await ownServer(() => ({ CANDOUR_TODAY: '2019-05-01' }));
    try {
      await marchFigures(server.sql, ['csc-01', 'csc-02', 'csc-07']);
      const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
      // Axe is a script, so that it looks at the same pages in a browser that runs scripts.
      const eye = await arrive(browser, server.address, 'Ada');
      const looksRight = async () => {
        await fits(ada);
        await eye.goto(ada.url());
        await axe(eye);
      };

      // Her work, the settings and the scorecard say that the year is to be closed.
      await ada.goto('/work');
      await expect(ada.getByRole('main')).toContainText('2018/19 is over: 20 measures not closed yet.');
      await ada.goto('/services/childrens-social-care');
      await expect(
        ada.getByText('2018/19 is not closed yet for any of its 20 measures: Ada Byrne closes it.'),
      ).toBeVisible();
      await ada.goto('/settings');
      await fits(ada);
      await ada.getByRole('main').getByRole('link', { name: 'Year end' }).click();
      await looksRight();
      await ada.getByRole('link', { name: /^Close 2018\/19 ?: Children/ }).click();
      await expect(ada.getByRole('heading', { level: 1 })).toHaveText("Close 2018/19: Children's Social Care");
      await expect(
        ada.getByText('0 of 20 measures are closed. 3 are certain and can be confirmed together'),
      ).toBeVisible();
      await expect(ada.getByRole('row', { name: /Percentage of foster care children/ })).toContainText(
        'The last figure, at 31 March 2019: 216 of 267',
      );
      await looksRight();

      // One by itself: no parts are kept of it, so that its figure is typed.
      await ada
        .getByRole('table', { name: /Need you/ })
        .getByRole('link', { name: /^Average duration of care/ })
        .click();
      await expect(ada.getByText('No parts are kept, so the 12 months cannot be pooled')).toBeVisible();
      await looksRight();
      await ada.getByLabel('What was the figure of the whole year 2018/19?').fill('34');
      await ada.getByLabel('Where does it come from?').fill('The court’s yearly return');
      await ada.getByRole('radio', { name: /^It may still change/ }).check();
      await press(ada, 'Show the effect');
      await expect(ada.locator('.error-summary')).toContainText('Say why the figure may still change.');
      await ada.getByRole('radio', { name: 'It is final' }).check();
      await press(ada, 'Show the effect');
      await expect(ada.getByRole('region', { name: 'What this would do' })).toContainText(
        'The outturn of 2018/19 would be 34 weeks.',
      );
      await press(ada, 'Check and save');
      await expect(ada.getByRole('status')).toHaveText(/^One outturn is confirmed/);

      // The certain ones together, but for one that is not ticked.
      await ada.getByLabel(/^Confirm 71% for/).uncheck();
      await ada.getByRole('button', { name: 'Check and confirm 3' }).first().click();
      await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Check and confirm');
      await looksRight();

      // Her form sent by somebody else closes nothing.
      const hana = await arrive(browser, server.address, 'Hana', { javaScriptEnabled: false });
      const form = await fieldsOfForm(ada, /^Confirm 2$/);
      await forge(hana.request, server.address, `${close}/check`, form);
      const kept = () => server.sql`select m.code from outturns o join measures m on m.id = o.measure_id
        where o.year = 2018 order by m.code`;
      expect((await kept()).map(({ code }) => code)).toEqual(['csc-06']);

      await press(ada, 'Confirm 2');
      await expect(ada.getByRole('status')).toHaveText(/^2 outturns are confirmed/);
      await expect(ada.getByText(/^Measures 1, 2 and 6, confirmed by you on/)).toBeVisible();
      expect((await kept()).map(({ code }) => code)).toEqual(['csc-01', 'csc-02', 'csc-06']);
      await fits(ada);

      // The year before has the same page.
      await ada.getByRole('link', { name: '2017/18', exact: true }).click();
      await expect(ada.getByRole('heading', { level: 1 })).toHaveText("Close 2017/18: Children's Social Care");
      await looksRight();
    } finally {
      await server.stop();
    }
  });
});
