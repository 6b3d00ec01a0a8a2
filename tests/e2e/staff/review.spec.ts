import type { Page } from '@playwright/test';
import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';
import { checkAnswers } from '../../support/council/check-answers';
import { ownServer } from '../../support/server/own-server';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Olive writes and submits a reading with this percentage. */
async function submitted(olive: Page, reading: string, value: string, comments: string): Promise<void> {
  await olive.goto(`/readings/${reading}`);
  if (!(await olive.locator('#value').isVisible())) await olive.getByText('Only the result is known').click();
  await olive.locator('#value').fill(value);
  await olive.locator('#comments').fill(comments);
  await checkAnswers(olive, 'It was checked twice.');
  await expect(olive).toHaveURL(/\/check$/);
  await press(olive, 'Submit for approval');
  await expect(olive).toHaveURL(/\/work/);
}

for (const javaScriptEnabled of [true, false]) {
  test(`Hana on a phone ${javaScriptEnabled ? 'with' : 'without'} JavaScript: what she saw is what she signs, alone or several at once`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const server = await ownServer();
    const by = { javaScriptEnabled };
    try {
      const olive = await arrive(browser, server.address, 'Olive', by);
      await submitted(olive, 'csc-02/2018-07-01', '82', 'As it was seen.');
      const hana = await arrive(browser, server.address, 'Hana', { ...by, width: 320 });
      const listed = await hana.context().newPage();
      await listed.goto('/reviews');
      await hana.goto('/reviews');
      await hana.getByRole('link', { name: /foster carers/ }).click();
      await expect(hana.locator('table.scorecard')).toContainText('As it was seen.');

      await press(listed, 'Approve those ticked');
      const summary = listed.getByRole('alert').filter({ hasText: 'There is a problem' });
      await expect(summary.getByRole('link')).toHaveText('Tick the readings that you want to approve.');
      await expect(summary.getByRole('link')).toHaveAttribute(
        'href',
        `#${await listed.getByRole('checkbox').getAttribute('id')}`,
      );
      await olive.goto('/readings/csc-02/2018-07-01');
      await press(olive, 'Withdraw it to change something');
      await expect(olive.getByRole('button', { name: 'Check answers' })).toBeVisible();
      await submitted(olive, 'csc-02/2018-07-01', '83', 'As it is now.');
      const answer = hana.waitForResponse((response) => response.request().method() === 'POST');
      await press(hana, 'Approve');
      expect((await answer).status()).toBe(javaScriptEnabled ? 200 : 409);
      const problem = hana.getByRole('alert').filter({ hasText: 'There is a problem' });
      await expect(problem).toContainText('The comments there now: “As it is now.”');
      await expect(hana.locator('table.scorecard')).toContainText('As it is now.');
      const [reading] =
        await server.sql`select state, version from readings where state not in ('approved', 'published')`;
      expect(reading).toEqual({ state: 'submitted', version: 2 });

      await submitted(olive, 'csc-03/2018-07-01', '100', 'All homes are Good.');
      await expect(listed.getByRole('listitem').filter({ hasText: 'As it was seen.' })).toContainText('Green');
      await listed.getByRole('checkbox').first().check();
      const several = listed.waitForResponse((response) => response.request().method() === 'POST');
      await press(listed, 'Approve those ticked');
      expect((await several).status()).toBe(javaScriptEnabled ? 200 : 409);
      await expect(listed.getByRole('alert').filter({ hasText: 'measure 2' })).toContainText('not approved');
      await expect(listed.getByRole('checkbox')).toHaveCount(2);

      for (const box of await listed.getByRole('checkbox').all()) await box.check();
      if (javaScriptEnabled) await axe(listed);
      await press(listed, 'Approve those ticked');
      await expect(listed.locator('.done li')).toHaveText([
        'At 31 July 2018, measure 2: approved.',
        'At 31 July 2018, measure 3: approved.',
      ]);
      await expect(listed.getByRole('main')).toContainText('Nothing waits for your review.');
    } finally {
      await server.stop();
    }
  });
}

test('targets that a thumb can hit: at 320 pixels every control of the reading form is at least 44 pixels high', async ({
  browser,
  baseURL,
}) => {
  const olive = await arrive(browser, baseURL as string, 'Olive', { width: 320 });
  await olive.goto('/readings/csc-02/2018-07-01');
  for (const control of await olive
    .locator('main .button:visible, main .choice:visible, main input[type=text]:visible')
    .all())
    expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
});
