import { expect, test } from '../../support/browser/browser-test';

test.use({ javaScriptEnabled: false });

test('Cal opens a service from the front page and reads what is Red, why, and what is being done', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: "Children's Social Care" }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Five of eighteen rated measures miss their target; two are getting worse',
  );
  await expect(page.locator('.counts').getByRole('listitem')).toHaveText([
    '5 Red',
    '13 Green',
    '2 No colour',
    '2 Worsening',
    '6 Improving',
    '0 Overdue',
  ]);
  const reds = page.locator('.why-red tbody tr');
  await expect(reds).toHaveCount(5);
  await expect(reds.first()).toContainText('83 is above the target of at most 76, by 7');
  await expect(reds.first()).toContainText('Caseloads have grown because every child');
  await expect(reds.first()).toContainText('Head of Safeguarding, by 31 December 2018');
  await page.locator('.summary').getByRole('link', { name: 'Rate of proven re-offending by young offenders' }).click();
  await expect(page).toHaveURL(/#csc-12$/);
});

test('"Red" shows the five, and "Exceptions first" puts the worsening ones before the rest', async ({ page }) => {
  await page.goto('/scorecards/childrens-social-care');
  const numbers = page.locator('table.scorecard tbody tr:first-child td:first-child');
  await page.getByRole('link', { name: 'Red 5' }).click();
  await expect(numbers).toHaveText(['1', '6', '10', '12', '17']);
  await page.getByRole('link', { name: 'Exceptions first' }).click();
  await expect(numbers).toHaveText(['1', '17', '6', '10', '12']);
  await expect(page.getByRole('link', { name: 'Red 5' })).toHaveAttribute('aria-current', 'true');
  await page.getByRole('link', { name: 'All 20' }).click();
  await expect(numbers).toHaveCount(20);
  expect((await numbers.allTextContents()).slice(0, 5)).toEqual(['1', '17', '6', '10', '12']);
  await page.locator('.counts').getByRole('link', { name: 'Worsening' }).click();
  await expect(numbers).toHaveText(['1', '17']);
  await page.getByRole('link', { name: 'All 20' }).click();
  await page.locator('thead').getByRole('link', { name: 'Direction of travel' }).click();
  await expect(page).toHaveURL(/order=direction/);
  expect((await numbers.allTextContents()).slice(0, 2)).toEqual(['1', '17']);
  await page.locator('thead').getByRole('link', { name: 'Measure' }).click();
  await expect(page).toHaveURL(/order=title/);
  expect((await numbers.allTextContents()).slice(0, 2)).not.toEqual(['1', '17']);
});

test('"Worsening" and "Overdue" show theirs, and nothing is said kindly', async ({ page }) => {
  await page.goto('/scorecards/highways-and-transport');
  await page.getByRole('link', { name: 'Overdue 2' }).click();
  await expect(page.locator('table.scorecard tbody')).toHaveCount(2);
  await expect(page.locator('#hwy-11')).toContainText('Overdue: June 2018 was due by 21 July 2018, 27 days ago');
  await page.getByRole('link', { name: 'Worsening 5' }).click();
  await expect(page.locator('table.scorecard tbody')).toHaveCount(5);
  await page.goto('/scorecards/childrens-social-care?show=overdue');
  await expect(
    page
      .locator('#measures')
      .getByText(
        'Nothing is overdue. Nothing that had fallen due is missing: 19 figures and 1 reason why there is none are here.',
      ),
  ).toBeVisible();
});
