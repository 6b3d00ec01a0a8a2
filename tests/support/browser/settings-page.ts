import { expect, type Page } from '@playwright/test';

/** What the tests of the settings touch on a page: its fields, its buttons, the effect, what was done and what is wrong. */
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
export const field = (page: Page, label: string | RegExp) =>
  page.getByLabel(label, { exact: typeof label === 'string' });
export const effect = (page: Page) => page.getByRole('region', { name: 'What this would do' });
export const done = (page: Page) => page.getByRole('status');
export const problems = (page: Page) => page.locator('.error-summary');

/** No wider than the window at both widths. */
export async function fits(page: Page): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.locator('html').evaluate((html) => html.scrollWidth), page.url()).toBeLessThanOrEqual(width);
  }
}
