import type { Page } from '@playwright/test';
import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

for (const javaScriptEnabled of [true, false]) {
  test(`Ada publishes highways ${javaScriptEnabled ? 'with' : 'without'} JavaScript, with a reason for what is overdue; then Otis corrects it`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const server = await ownServer();
    const by = { javaScriptEnabled };
    try {
      const otis = await arrive(browser, server.address, 'Otis', by);
      await otis.goto('/readings/hwy-04/2018-04-01');
      await otis.locator('#numerator').fill('820');
      await otis.locator('#denominator').fill('1,000');
      await press(otis, 'Check answers');
      await press(otis, 'Submit for approval');
      await expect(otis).toHaveURL(/done=submitted/);
      const hester = await arrive(browser, server.address, 'Hester', { ...by, width: 320 });
      await hester.goto('/reviews');
      await hester.locator('.work').getByRole('link').first().click();
      await press(hester, 'Approve');
      await expect(hester).toHaveURL(/done=approved/);

      const ada = await arrive(browser, server.address, 'Ada', by);
      await ada.goto('/releases/highways-and-transport');
      await expect(ada.locator('.changes')).toContainText('82.0% for Apr 2018');
      await ada.getByText('Show all 12 measures').click();
      await expect(ada.locator('#hwy-04')).toContainText('82.0%');
      await ada.getByRole('textbox', { name: 'As at' }).fill('32 August 2018');
      await ada.getByRole('textbox', { name: 'Note for readers' }).fill('With the buses of spring.');
      await press(ada, 'Publish edition 2');
      const problem = ada.getByRole('alert').filter({ hasText: 'There is a problem' });
      await expect(problem).toContainText('Say why you publish all the same, or put it right.');
      await expect(problem).toContainText('“32 August 2018” is not a day of the calendar.');
      await expect(ada.getByRole('textbox', { name: 'Note for readers' })).toHaveValue('With the buses of spring.');
      if (javaScriptEnabled) await axe(ada);
      await ada.getByRole('textbox', { name: /^Measure 11: Overdue/ }).fill('The contractor answers next week.');
      await ada.getByRole('textbox', { name: 'As at' }).fill('17/8/2018');
      await press(ada, 'Publish edition 2');
      await expect(ada.getByRole('status').filter({ hasText: 'Edition 2 is published' })).toBeVisible();
      await ada.getByRole('link', { name: 'read the scorecard' }).click();
      await expect(ada.locator('.as-at')).toContainText('edition 2');
      await expect(ada.getByText('With the buses of spring.')).toBeVisible();
      await expect(ada.locator('#hwy-04')).toContainText('82.0%');

      await otis.goto('/readings/hwy-04/2018-04-01');
      await press(otis, 'Begin a correction');
      await expect(otis.getByLabel('What was corrected, and why?')).toBeVisible();
      await expect(otis.getByRole('main')).toContainText('The figure published on 17 August 2018 was 82.0%.');
      await otis.locator('#numerator').fill('821');
      await press(otis, 'Check answers');
      await expect(otis.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
        'Tell the public in a sentence what was corrected and why.',
      );
      await otis.getByLabel('There was a mistake').check();
      await otis.getByLabel('What was corrected, and why?').fill('One bus was counted late by mistake.');
      await press(otis, 'Check answers');
      await press(otis, 'Submit for approval');
      await expect(otis).toHaveURL(/done=submitted/);
      await hester.goto('/reviews');
      await expect(hester.locator('.work')).toContainText('a correction');
      await hester.locator('.work').getByRole('link').first().click();
      await expect(hester.getByRole('main')).toContainText('One bus was counted late by mistake.');
      await expect(hester.getByRole('main')).toContainText('Against what is published');
    } finally {
      await server.stop();
    }
  });
}
