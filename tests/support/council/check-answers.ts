import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/**
 * Sends a reading's form to be checked, and gives the reason why its figure is unusual if that is asked for. What comes is
 * awaited first: a page that is still on its way shows neither.
 */
export async function checkAnswers(page: Page, whyUnusual: string): Promise<void> {
  const check = page.getByRole('button', { name: 'Check answers', exact: true });
  const question = page.locator('#unusual-problem');
  const submit = page.getByRole('button', { name: 'Submit for approval', exact: true });
  await check.click();
  await expect(question.or(submit)).toBeVisible();
  if (await question.isVisible()) {
    await page.locator('#unusual').fill(whyUnusual);
    await check.click();
  }
  await expect(submit).toBeVisible();
}

/** Says what is done about a Red or worsening figure, by whom and by when. */
export async function fillAction(page: Page): Promise<void> {
  await page.locator('#actionText1').fill('Look at what the best month did otherwise');
  await page.locator('#actionOwner1').fill('Head of Service');
  await page.locator('#actionDue1').fill('31 December 2099');
}
