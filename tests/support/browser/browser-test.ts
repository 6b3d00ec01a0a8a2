import { test as base, expect, type Page } from '@playwright/test';
import type Axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import { stopIdle } from '../server/own-server';
import { axeSource } from './axe-source';
import { unmeasuredColours } from './colourings';

/** Playwright's test, in which a console error, a page error, or a request that fails or answers 500 fails the test. */
export const test = base.extend<{ expectTrouble: (pattern: RegExp) => void; quiet: undefined }, { servers: undefined }>(
  {
    servers: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from this pattern.
      async ({}, use) => {
        await use(undefined);
        await stopIdle();
      },
      { auto: true, scope: 'worker' },
    ],
    // A test about trouble says beforehand which: expectTrouble(/404/).
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from this pattern.
    expectTrouble: async ({}, use, info) => {
      const expected: RegExp[] = [];
      Object.assign(info, { expectedTrouble: expected });
      await use((pattern) => expected.push(pattern));
    },
    quiet: [
      async ({ browser, context, expectTrouble: _ }, use, info) => {
        const trouble: string[] = [];
        context.on('console', (message) => {
          if (message.type() === 'error') trouble.push(`console: ${message.text()} (${message.location().url})`);
        });
        context.on('weberror', (error) => trouble.push(`page: ${error.error().message}`));
        context.on('requestfailed', (request) => {
          // A page that is left while it still loads has done nothing wrong.
          if (request.failure()?.errorText !== 'net::ERR_ABORTED') {
            trouble.push(`request: ${request.url()} ${request.failure()?.errorText}`);
          }
        });
        context.on('response', (response) => {
          if (response.status() >= 500) trouble.push(`request: ${response.url()} answered ${response.status()}`);
        });
        await use(undefined);
        // A window that a test leaves open goes on working, and would write to the server of the next one.
        for (const other of browser.contexts()) if (other !== context) await other.close();
        const { expectedTrouble } = info as typeof info & { expectedTrouble: RegExp[] };
        const unexpected = trouble.filter((line) => !expectedTrouble.some((pattern) => pattern.test(line)));
        expect(unexpected, 'trouble in the browser').toEqual([]);
      },
      { auto: true },
    ],
  },
);

/** Without JavaScript Chromium also holds back the preloading of a script that it would not run, and says so. */
export const heldBack = /\/_next\/static\/chunks\/[\w.-]+\.js csp$/;

export { expect };

/**
 * Asserts that axe finds no violation of WCAG 2.2 AA on the page; each is reported with its rule and elements. Contrast, which
 * takes two thirds of the time, is measured where a word has colours that were not measured yet.
 */
export async function axe(page: Page): Promise<void> {
  const colours = await unmeasuredColours(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const options: RunOptions = {
    // Of what passes only that it does: half the time, the same findings.
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'color-contrast': { enabled: colours.any } },
  };
  const { sentences, passed } = await page.evaluate(async (options) => {
    const { axe: own } = window as unknown as { axe: typeof Axe };
    const { violations, passes } = await own.run(document, options);
    return {
      sentences: violations.map(
        ({ id, help, nodes }) => `${id}: ${help} – ${nodes.map((node) => node.target).join(', ')}`,
      ),
      passed: passes.length,
    };
  }, options);
  expect(sentences, 'accessibility violations').toEqual([]);
  expect(passed, 'axe looked at something').toBeGreaterThan(0);
  colours.note();
}
