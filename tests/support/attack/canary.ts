import type { Page } from '@playwright/test';
import { expect } from '../browser/browser-test';

/** Where Olive types what nobody but those who work on it may read. */
export const canaryDesk = '/readings/csc-02/2018-07-01';

/** 198 of 263 is 75.3%, shown as 75%: no published row of this measure says either. */
export const traces = [/zwischenzeit/i, /quokka/i, /198 of 263/, /75\.3%/];

/** Olive saves a draft with words and a figure that are nowhere else. */
export async function saveCanary(olive: Page): Promise<void> {
  await olive.goto(canaryDesk);
  await olive.locator('input[name=numerator]').fill('198');
  await olive.locator('input[name=denominator]').fill('263');
  await olive.locator('textarea[name=comments]').fill('Zwischenzeit quokka: a word that nobody publishes.');
  await olive.locator('#actionText1').fill('Ask more carers to stay.');
  await olive.locator('#actionOwner1').fill('Head of Fostering');
  await olive.locator('#actionDue1').fill('31 March 2099');
  await olive.getByRole('button', { name: 'Save draft' }).click();
  await expect(olive).toHaveURL(/saved=1/);
}
