import type { Page } from '@playwright/test';
import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const comments = (page: Page) => page.locator('textarea[name=comments]');

test('the result follows the typing: its sum, its colour, and the questions that fit it', async ({
  browser,
  baseURL,
}) => {
  const olive = await arrive(browser, baseURL as string, 'Olive');
  await olive.goto('/readings/csc-07/2018-07-01');
  await expect(olive.getByRole('button', { name: 'Work it out' })).toBeHidden();
  // An empty form is not told that its words fit.
  await expect(olive.locator('.word-findings')).toContainText('will be listed here');
  await olive.locator('#numerator').fill('50');
  await olive.locator('#denominator').fill('100');
  await expect(olive.locator('.result')).toContainText('50%');
  await expect(olive.locator('.result')).toContainText('Red');
  await expect(olive.locator('.word-findings')).toContainText('to mend before this can be submitted');
  await expect(olive.locator('#comments-hint')).toContainText('Why did it happen?');
  await expect(olive.getByLabel('Why is this figure right?')).toBeVisible();
  await axe(olive);
  await olive.locator('#numerator').fill('5O');
  await expect(olive.locator('.result')).toContainText('The result appears here');
});

for (const javaScriptEnabled of [true, false]) {
  const measure = javaScriptEnabled ? 'csc-03' : 'csc-16';
  test(`${javaScriptEnabled ? 'with' : 'without'} JavaScript an error keeps everything typed and links to its field`, async ({
    browser,
    baseURL,
  }) => {
    const olive = await arrive(browser, baseURL as string, 'Olive', { javaScriptEnabled, width: 320 });
    await olive.goto(`/readings/${measure}/2018-07-01`);
    await olive.locator('#numerator').fill('9,3');
    await olive.locator('#denominator').fill('12');
    await comments(olive).fill('First paragraph.\n\nSecond paragraph.');
    await olive.getByText('This figure is provisional').click();
    await olive.locator('#actionText1').fill('Recruit');
    await olive.locator('#actionDue1').fill('soon');
    await press(olive, 'Add another action');
    await expect(olive.locator('#actionText2')).toBeVisible();
    await olive.locator('#actionOwner2').fill('Head of Fostering');
    await press(olive, 'Check answers');
    const summary = olive.getByRole('alert').filter({ hasText: 'There is a problem' });
    await expect(summary.getByRole('link')).toHaveText([
      /“9,3” has a comma/,
      /“soon” is not a date/,
      'Say which role owns action 1, such as Head of Safeguarding.',
      'Say what action 2 is, or clear its other fields.',
    ]);
    await expect(olive).toHaveTitle(/^Error: .+ – Northumberland County Council$/);
    if (javaScriptEnabled) {
      await expect(summary).toBeFocused();
      await axe(olive);
    }
    await summary.getByRole('link').first().click();
    await expect(olive.locator('#numerator')).toBeFocused();
    await expect(olive.locator('#numerator')).toHaveValue('9,3');
    await expect(olive.locator('#denominator')).toHaveValue('12');
    await expect(comments(olive)).toHaveValue('First paragraph.\n\nSecond paragraph.');
    await expect(olive.locator('input[name=provisional]')).toBeChecked();
    await expect(olive.locator('#actionText1')).toHaveValue('Recruit');
    await expect(olive.locator('#actionDue1')).toHaveValue('soon');
    await expect(olive.locator('#actionOwner2')).toHaveValue('Head of Fostering');
  });
}

test('paragraphs, line ends and pasted bullets are seen as they were typed, before they are sent to anybody', async ({
  browser,
  baseURL,
}) => {
  const olive = await arrive(browser, baseURL as string, 'Olive', { javaScriptEnabled: false });
  await olive.goto('/readings/csc-03/2018-07-01');
  await olive.locator('#numerator').fill('5');
  await olive.locator('#denominator').fill('5');
  await comments(olive).fill('The homes were inspected:\n• one in June\n• one in July\n\nBoth were Good.');
  await press(olive, 'Check answers');
  for (const place of ['.answers', 'table.scorecard']) {
    const words = olive.locator(place).first();
    await expect(words.locator('ul.bullets > li')).toHaveText(['one in June', 'one in July']);
    await expect(words.locator('ul.bullets').first()).toHaveCSS('list-style-type', 'disc');
    await expect(words.getByText('Both were Good.')).toBeVisible();
  }
});

test('without JavaScript, “Work it out” answers what the page would have said: 50 of 100', async ({
  browser,
  baseURL,
}) => {
  const olive = await arrive(browser, baseURL as string, 'Olive', { javaScriptEnabled: false });
  await olive.goto('/readings/csc-07/2018-07-01');
  await olive.locator('#numerator').fill('50');
  await olive.locator('#denominator').fill('100');
  await press(olive, 'Work it out');
  await expect(olive.locator('.result')).toContainText('Red: 50% is below the target');
  await expect(olive.locator('#numerator')).toHaveValue('50');
  await expect(olive.locator('#comments-hint')).toContainText('Why did it happen?');
});

test('a double click saves once; what is changed after a step back is saved too, or said to be stale', async ({
  browser,
  baseURL,
}) => {
  const olive = await arrive(browser, baseURL as string, 'Olive');
  await olive.goto('/readings/csc-18/2018-07-01');
  await comments(olive).fill('Written once.');
  await olive.getByRole('button', { name: 'Save draft' }).dblclick();
  await expect(olive).toHaveURL(/saved=1/);
  await expect(olive.getByRole('status').filter({ hasText: 'Your draft is saved.' })).toBeVisible();
  await olive.goBack();
  await comments(olive).fill('Written after a step back.');
  await press(olive, 'Save draft');
  const stale = olive.getByRole('alert').filter({ hasText: 'There is a problem' });
  await expect(stale.or(olive.getByRole('status').filter({ hasText: 'Your draft is saved.' }))).toBeVisible();
  await expect(comments(olive)).toHaveValue('Written after a step back.');
  if (await stale.isVisible()) await press(olive, 'Save draft');
  await expect(olive).toHaveURL(/saved=2/);
  await expect(comments(olive)).toHaveValue('Written after a step back.');
  await olive.goto('/readings/csc-18/2018-07-01/history');
  await expect(olive.locator('.history li')).not.toHaveCount(0);
  await expect(olive.locator('.history li').filter({ hasText: 'began' })).toHaveCount(1);
});

for (const javaScriptEnabled of [true, false]) {
  const address = `/readings/${javaScriptEnabled ? 'csc-11' : 'csc-12'}/2018-04-01`;
  test(`two windows ${javaScriptEnabled ? 'with' : 'without'} JavaScript: the second is told what changed and loses no typing`, async ({
    browser,
    baseURL,
  }) => {
    const one = await arrive(browser, baseURL as string, 'Olive', { javaScriptEnabled });
    await one.goto(address);
    const two = await one.context().newPage();
    await two.goto(address);
    await comments(one).fill('From the first window.');
    await press(one, 'Save draft');
    await expect(one).toHaveURL(/saved=1/);
    await comments(two).fill('From the second window.');
    await press(two, 'Save draft');
    await expect(two.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
      'The comments there now: “From the first window.”',
    );
    await expect(comments(two)).toHaveValue('From the second window.');
    await press(two, 'Save draft');
    await expect(two).toHaveURL(/saved=2/);
    await expect(comments(two)).toHaveValue('From the second window.');
  });
}

test('no figure: a reason with its date is checked and shown as councillors would see it', async ({
  browser,
  baseURL,
}) => {
  const olive = await arrive(browser, baseURL as string, 'Olive', { width: 320 });
  await olive.goto('/readings/csc-13/2018-04-01');
  await press(olive, 'Check answers');
  await expect(olive.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'Give the figure, or choose a reason why there is none.',
  );
  await olive.getByText('There is no figure this time').click();
  await olive.getByLabel('Not available yet').check();
  await olive.getByLabel('When is it expected?').fill('1 Oct 2018');
  await press(olive, 'Check answers');
  await expect(olive).toHaveURL(/\/check$/);
  await expect(olive.locator('.answers')).toContainText('None: not available yet, expected 1 October 2018');
  await expect(olive.locator('table.scorecard').first()).toContainText('Not available yet; expected 1 October 2018.');
  await axe(olive);
  await olive.getByRole('link', { name: 'Change figure' }).click();
  await expect(olive).toHaveURL(/2018-04-01#figure$/);
  await expect(olive.getByLabel('Not available yet')).toBeChecked();
});
