import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { expect } from '@playwright/test';

export const demoNames = ['Olive', 'Otis', 'Hana', 'Hester', 'Dev', 'Ada', 'Cal'] as const;
export type DemoName = (typeof demoNames)[number];

type Options = { javaScriptEnabled?: boolean; width?: number };

/**
 * Signs a demonstration person in, in a browser of their own; answers with their page. The form is sent as a browser without a
 * script sends it: how the page itself works is a test of its own.
 */
export async function arrive(browser: Browser, address: string, name: DemoName, options: Options = {}): Promise<Page> {
  const { javaScriptEnabled = true, width = 1280 } = options;
  const context = await browser.newContext({ baseURL: address, javaScriptEnabled, viewport: { width, height: 900 } });
  const door = await context.request.get('/sign-in');
  const answer = await forge(context.request, address, '/sign-in', fieldsFor(name, await door.text()));
  expect(answer.headers().location, `${name} signs in`).toMatch(/\/(work|overview)$/);
  const page = await context.newPage();
  await page.goto('/work');
  return page;
}

/** The fields of the form of the page of sign-in whose button begins with a name. */
function fieldsFor(name: string, html: string): Record<string, string> {
  const forms = html.split('<form ').map((form) => form.split('</form>')[0] ?? '');
  const form = forms.find((candidate) => new RegExp(`<button[^>]*>${name}\\b`).test(candidate)) ?? '';
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)];
  return Object.fromEntries(fields.map(([, field, value]) => [field, (value ?? '').replaceAll('&quot;', '"')]));
}

/** The fields of the form on a page that holds a button of this name, as a browser without JavaScript would send them. */
export async function fieldsOfForm(page: Page, button: RegExp): Promise<Record<string, string>> {
  const form = page.locator('form', { has: page.getByRole('button', { name: button, includeHidden: true }) }).first();
  return form.evaluate((element) => {
    const fields: Record<string, string> = {};
    for (const input of element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input[name], textarea[name]',
    )) {
      if (input instanceof HTMLInputElement && ['radio', 'checkbox'].includes(input.type) && !input.checked) continue;
      fields[input.name] = input.value;
    }
    return fields;
  });
}

/** Sends a form's fields as somebody else, as if from our own page. */
export function forge(as: APIRequestContext, address: string, path: string, fields: Record<string, string>) {
  const headers = { Origin: address, 'Sec-Fetch-Site': 'same-origin' };
  return as.post(`${address}${path}`, { multipart: fields, headers, maxRedirects: 0 });
}
