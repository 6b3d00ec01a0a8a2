import type { Browser, Page } from '@playwright/test';
import { axe, expect, heldBack, test } from '../../support/browser/browser-test';
import { setUpAddress, verifyCommand } from '../../support/council/people-command';
import { emptyServer } from '../../support/server/server-beside';

const password = 'nine lives of the cat';
const typed: Record<string, string> = {
  'What is the council called?': 'Westmere Borough Council',
  'Where do residents write about a figure?': 'performance@westmere.example',
  'Area code (optional)': 'e07000999',
  Name: 'Ines Okafor',
  'E-mail address': 'ines@westmere.example',
};

/** axe looks at a page at both widths, and at neither does it scroll sideways. */
async function seen(page: Page): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await axe(page);
    expect(await page.locator('html').evaluate((html) => html.scrollWidth), page.url()).toBeLessThanOrEqual(width);
  }
}

/** A page in a browser of its own that runs no script; axe, which is one, looks at the same page in another. */
async function withoutScript(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, javaScriptEnabled: false });
  return context.newPage();
}

async function fill(page: Page, passwords: [string, string]): Promise<void> {
  for (const [label, value] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel('Password', { exact: true }).fill(passwords[0]);
  await page.getByLabel('The same password again').fill(passwords[1]);
  await page.getByRole('button', { name: 'Set up the council' }).click();
}

const publicPages = ['/', '/calendar', '/committees', '/search?q=foster', '/how-to-read', '/accessibility'];
const missing = /This council has not been set up yet\. What is missing is its name/;

test('from the printed address to the first steps, without JavaScript, once', async ({
  browser,
  page: scripted,
  request,
  expectTrouble,
}) => {
  test.setTimeout(300_000);
  expectTrouble(heldBack);
  const server = await emptyServer();
  try {
    const page = await withoutScript(browser, server.address);
    // Before there is a council every page says what is missing.
    for (const path of [...publicPages, '/sign-in']) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      await expect(page.getByRole('main'), path).toContainText(missing);
    }
    for (const path of ['/', '/sign-in']) {
      await scripted.goto(server.address + path);
      await seen(scripted);
    }
    for (const [path, status] of [
      ['/scorecards/housing', 404],
      ['/measures/h-01', 404],
      ['/nowhere', 404],
      ['/feed.xml', 503],
    ] as const) {
      const answer = await request.get(server.address + path);
      expect(answer.status(), path).toBe(status);
      expect(await answer.text(), path).toMatch(missing);
      expect(answer.headers()['cache-control'], path).toBe('private, no-store');
    }
    expect((await request.get(`${server.address}/readyz`)).status()).toBe(200);

    const printed = setUpAddress(server.env).output;
    const path = /(\/set-up\/[\w-]{43})$/.exec(printed)?.[1] ?? '';
    // A wrong token gets the answer that every token gets where there is nothing to set up.
    const wrong = await page.goto(`/set-up/${'x'.repeat(43)}`);
    expect(wrong?.status()).toBe(404);
    const over = await page.getByRole('main').textContent();
    expect(over).toMatch(/^Nothing to set up here/);

    await page.goto(path);
    await expect(page).toHaveTitle('Set up your council – Candour');
    await expect(page.getByLabel('Under which licence are figures published?')).toHaveValue(
      'Open Government Licence v3.0',
    );
    await scripted.goto(server.address + path);
    await seen(scripted);
    await fill(scripted, [password, 'nine lives of the dog']);
    await expect(scripted.locator('.error-summary')).toBeFocused();
    await seen(scripted);

    await fill(page, [password, 'nine lives of the dog']);
    await expect(page).toHaveTitle('Error: Set up your council – Candour');
    await expect(page.getByRole('link', { name: 'This is not the same password: type it again.' })).toBeVisible();
    await expect(page.getByLabel('What is the council called?')).toHaveValue('Westmere Borough Council');
    expect(await page.content()).not.toContain('nine lives');
    await fill(page, ['westmere borough council', 'westmere borough council']);
    await expect(page.getByRole('link', { name: /not the name of the council/ })).toBeVisible();
    await fill(page, [password, password]);

    await expect(page).toHaveURL(`${server.address}/first-steps`);
    await expect(page).toHaveTitle('First steps – Westmere Borough Council');
    await expect(page.getByText('Welcome, Ines. 1 of 7 steps is done.')).toBeVisible();
    await expect(page.getByRole('main').getByRole('listitem')).toHaveText([
      /^1\. Your council\s*Done\s*Westmere Borough Council, E07000999\. Contact: performance@westmere\.example$/,
      /^2\. A service\s*To do/,
      /^3\. Measures\s*after step 2/,
      /^4\. Targets\s*after step 3/,
      /^5\. People\s*To do/,
      /^6\. The first month\s*after step 5/,
      /^7\. The first edition\s*after step 6/,
    ]);
    await expect(page.getByRole('link', { name: 'Go on: add a service' })).toHaveAttribute(
      'href',
      '/settings/services',
    );
    await scripted.context().addCookies(await page.context().cookies());
    await scripted.goto(`${server.address}/first-steps`);
    await expect(scripted.getByText('Welcome, Ines. 1 of 7 steps is done.')).toBeVisible();
    await seen(scripted);

    // Whoever comes second finds what a wrong token finds.
    const second = await withoutScript(browser, server.address);
    expect((await second.goto(path))?.status()).toBe(404);
    expect(await second.getByRole('main').textContent()).toBe(over);

    // The public reads what the page said that it reads, and Ines comes back to where she was.
    await second.goto('/');
    await expect(second.getByText('Westmere Borough Council has not published a scorecard yet.')).toBeVisible();
    for (const each of publicPages) expect((await second.goto(each))?.status(), each).toBe(200);
    await second.goto('/sign-in');
    await second.getByLabel('E-mail address').fill('ines@westmere.example');
    await second.getByLabel('Password').fill(password);
    await second.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(second).toHaveURL(`${server.address}/first-steps`);
    const ways = second.getByRole('navigation', { name: 'Your work' }).getByRole('link');
    await expect(ways.first()).toHaveText('First steps');
    for (const each of ['/work', '/overview', '/history', '/releases', '/account'])
      expect((await second.goto(each))?.status(), each).toBe(200);

    // From one network sixty one-time links are looked at, and one more each second.
    const looks = await Promise.all(Array.from({ length: 90 }, () => request.get(`${server.address}/invitation/none`)));
    const statuses = looks.map((look) => look.status());
    expect(statuses.filter((status) => status === 404).length).toBeLessThan(80);
    expect([...new Set(statuses)].sort()).toEqual([404, 429]);

    expect(setUpAddress(server.env).output).toBe('There is a council in this database already.');
    expect(verifyCommand({ ...server.env, PGUSER: server.sql.options.user ?? '' }).code).toBe(0);
  } finally {
    await server.stop();
  }
});
