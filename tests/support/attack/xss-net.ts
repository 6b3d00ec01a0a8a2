import type { BrowserContext, Page } from '@playwright/test';

/** What was seen in a browser that no page of ours does by itself, and each marker that was found on a page. */
export type Caught = { ran: string[]; seen: Set<string>; policies: Set<string>; loaded: number };
export const nothingCaught = (): Caught => ({ ran: [], seen: new Set(), policies: new Set(), loaded: 0 });

/** From now on whatever runs, opens a dialog or is stopped by the policy in this context is noted. */
export async function watch(context: BrowserContext, caught: Caught): Promise<void> {
  await context.exposeBinding('boom', ({ page }) => void caught.ran.push(`ran: ${page.url()}`));
  await context.exposeBinding('stopped', ({ page }, what: string) => void caught.ran.push(`${what}: ${page.url()}`));
  await context.addInitScript(() => {
    const { stopped } = globalThis as unknown as { stopped: (what: string) => void };
    const report = (event: SecurityPolicyViolationEvent) =>
      stopped(`policy, ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    document.addEventListener('securitypolicyviolation', report);
  });
  context.on('dialog', (dialog) => {
    caught.ran.push(`dialog: ${dialog.page()?.url()}`);
    void dialog.dismiss();
  });
  context.on('response', (answer) => {
    if (answer.request().resourceType() !== 'document' || answer.status() === 304) return;
    caught.policies.add(
      answer.headers()['content-security-policy']?.replace(/nonce-[\w+/=]+/, 'nonce-…') ?? `none: ${answer.url()}`,
    );
  });
}

/** Looks at a page as it stands: what of it could run or lead to a script, and whose marks are on it. */
export async function look(page: Page, caught: Caught): Promise<void> {
  const { strange, marks } = await page.evaluate(() => {
    const code = /^(javascript|vbscript|data:text)/i;
    const strange = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(
          ({ name, value }) =>
            /^on|^data-boom|^srcdoc$/i.test(name) ||
            (/href|src|action|^data$/i.test(name) && code.test(value.replace(/\s/g, ''))),
        )
        .map(({ name }) => `${element.tagName} ${name}`),
    );
    const others = [
      ...document.querySelectorAll('iframe, object, embed, base, applet, math, marquee, meta[http-equiv=refresh i]'),
    ];
    const text = `${document.documentElement.outerHTML} ${[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value).join(' ')}`;
    return {
      strange: [...strange, ...others.map(({ tagName }) => tagName)],
      marks: text.match(/\b[a-z]{3}\d+z/g) ?? [],
    };
  });
  caught.loaded += 1;
  for (const what of strange) caught.ran.push(`${what}: ${page.url()}`);
  for (const mark of marks) caught.seen.add(mark);
}
