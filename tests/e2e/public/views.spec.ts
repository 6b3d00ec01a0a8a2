import { expect, test } from '../../support/browser/browser-test';

test.use({ javaScriptEnabled: false });

test('Cal opens a service from the front page and reads the summary', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: "Children's Social Care" }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText("Children's Social Care");
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
    '20 measures: 13 Green, 5 Red, 2 without colour.',
  );
  await page.locator('.summary').getByRole('link', { name: 'Rate of proven re-offending by young offenders' }).click();
  await expect(page).toHaveURL(/#csc-12$/);
});

test('"Only Red" shows the five, and "Exceptions first" puts the worsening ones before the rest', async ({ page }) => {
  await page.goto('/scorecards/childrens-social-care');
  const numbers = page.locator('table.scorecard tbody tr:first-child td:first-child');
  await page.getByRole('link', { name: 'Only Red' }).click();
  await expect(numbers).toHaveText(['1', '6', '10', '12', '17']);
  await page.getByRole('link', { name: 'Exceptions first' }).click();
  await expect(numbers).toHaveText(['1', '17', '6', '10', '12']);
  await expect(page.getByRole('link', { name: 'Only Red' })).toHaveAttribute('aria-current', 'true');
  await page.getByRole('link', { name: 'All', exact: true }).click();
  await expect(numbers).toHaveCount(20);
  expect((await numbers.allTextContents()).slice(0, 5)).toEqual(['1', '17', '6', '10', '12']);
});

test('"Worsening" and "Overdue" show theirs, and nothing is said kindly', async ({ page }) => {
  await page.goto('/scorecards/highways-and-transport');
  await page.getByRole('link', { name: 'Overdue', exact: true }).click();
  await expect(page.locator('table.scorecard tbody')).toHaveCount(2);
  await expect(page.locator('#hwy-11')).toContainText('Overdue: June 2018 was due by 21 July 2018, 27 days ago');
  await page.getByRole('link', { name: 'Worsening', exact: true }).click();
  await expect(page.locator('table.scorecard tbody')).toHaveCount(5);
  await page.goto('/scorecards/childrens-social-care?show=overdue');
  await expect(
    page.getByText(
      'Nothing is overdue. Nothing that had fallen due is missing: 19 figures and 1 reason why there is none are here.',
    ),
  ).toBeVisible();
});
