import type { Browser, Page } from '@playwright/test';
import { expect } from '@playwright/test';

export const demoNames = ['Olive', 'Otis', 'Hana', 'Hester', 'Dev', 'Ada', 'Cal'] as const;
export type DemoName = (typeof demoNames)[number];

type Options = { javaScriptEnabled?: boolean; width?: number };

/** Signs a demonstration person in, in a browser of their own; answers with their page. */
export async function arrive(browser: Browser, address: string, name: DemoName, options: Options = {}): Promise<Page> {
  const { javaScriptEnabled = true, width = 1280 } = options;
  const context = await browser.newContext({ baseURL: address, javaScriptEnabled, viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await expect(page).toHaveURL(/\/work$/);
  return page;
}
