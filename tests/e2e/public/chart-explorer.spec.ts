import { axe, expect, test } from '../../support/browser/browser-test';

test('with JavaScript the chart tells each figure, to the keyboard and to a pointer, under a policy without inline code', async ({
  page,
}) => {
  const answer = await page.goto('/measures/csc-01');
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|nonce/);
  const trend = page.locator('#trend');
  const readout = trend.locator('.readout');
  await expect(readout).toHaveText(/^Point at the chart/);
  await trend.locator('.drawings').focus();
  await page.keyboard.press('End');
  await expect(readout).toHaveText('at 31 July 2018: 83, target at most 76');
  await page.keyboard.press('ArrowLeft');
  await expect(readout).toContainText('at 30 June 2018: ');
  await expect(readout).toContainText('illustrative');
  await page.keyboard.press('Home');
  await expect(readout).toContainText('at 31 July 2016: ');
  await page.keyboard.press('Escape');
  await expect(readout).toHaveText(/^Point at the chart/);
  const box = await page.locator('svg.plot.wide').first().boundingBox();
  if (!box) throw new Error('there is no chart');
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2);
  await expect(readout).toContainText(/201[67]: \d+/);
  // The process chart is read in the same way.
  const process = page.locator('figure.chart').last();
  await process.locator('.drawings').focus();
  await page.keyboard.press('End');
  await expect(process.locator('.readout')).toHaveText(
    /^at 31 July 2018: 83, mean \d+\.\d, limits \d+\.\d and \d+\.\d/,
  );
  await expect(readout).toHaveText(/^Point at the chart/);
  // Read aloud, a chart is its name and its summary.
  const chart = page.getByRole('img', { name: /^Line chart: / });
  await expect(chart).toHaveCount(1);
  await expect(chart).toHaveAccessibleDescription(/^25 figures from Jul 2016 to Jul 2018: first \d+/);
  await expect(trend).toMatchAriaSnapshot('- figure:\n  - group:\n    - img /^Line chart/');
  await axe(page);
});
