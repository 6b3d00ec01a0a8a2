import type { Page } from '@playwright/test';
import { axe, expect, heldBack, test } from '../../support/browser/browser-test';
import { invitationIn, peopleCommand } from '../../support/council/people-command';
import { refusalsOf } from '../../support/record/refused-sign-ins';
import { ownServer } from '../../support/server/own-server';

const refused = 'That e-mail address and password do not match, or too many wrong passwords were tried.';
const password = 'nine lives of the cat';

async function tryPassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function sessionOf(page: Page) {
  return (await page.context().cookies()).find(({ name }) => name === 'candour-session');
}

const seen = async (page: Page, width: number) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await axe(page);
  expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
};

for (const javaScriptEnabled of [true, false]) {
  for (const width of [1280, 320]) {
    test.describe(`${javaScriptEnabled ? 'with' : 'without'} JavaScript at ${width} pixels`, () => {
      test.use({ javaScriptEnabled, viewport: { width, height: 900 } });

      test('Hana wants her account, errs, signs in, is there, and signs out', async ({ page, expectTrouble }) => {
        if (!javaScriptEnabled) expectTrouble(heldBack);
        await page.goto('/account');
        await expect(page).toHaveURL('/sign-in?then=%2Faccount');
        await expect(page).toHaveTitle('Sign in – Northumberland County Council');
        await expect(page.getByText('Hana Malik')).toHaveCount(1);
        if (javaScriptEnabled) await seen(page, width);

        await tryPassword(page, 'hana@candour.example', 'not her password');
        const summary = page.locator('.error-summary');
        await expect(summary).toContainText(refused);
        if (javaScriptEnabled) await expect(summary).toBeFocused();
        await expect(page.getByLabel('E-mail address')).toHaveValue('hana@candour.example');
        await expect(page.getByLabel('Password')).toHaveValue('');
        expect(await page.content()).not.toContain('not her password');
        if (javaScriptEnabled) await seen(page, width);

        await tryPassword(page, '', '');
        await expect(page.getByRole('link', { name: 'Enter your e-mail address.' })).toHaveAttribute('href', '#email');
        await expect(page.getByLabel('E-mail address')).toHaveAttribute('aria-invalid', 'true');

        await page.getByRole('button', { name: 'Hana Malik' }).click();
        await expect(page).toHaveURL('/account');
        await expect(page.getByRole('banner')).toContainText('Hana Malik');
        await expect(page.getByRole('navigation', { name: 'Your work' }).getByRole('link')).toHaveText([
          'My work',
          'Scorecard',
          'Reviews',
          ...(width === 1280 ? ['Overview', 'History', 'What the public sees'] : []),
        ]);
        if (javaScriptEnabled) await seen(page, width);
        const cookie = await sessionOf(page);
        // It outlives the 12 hours of the session by the 24 for which typing is kept.
        expect(((cookie?.expires ?? 0) * 1_000 - Date.now()) / 3_600_000).toBeCloseTo(36, 1);
        expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', secure: false });
        expect(Buffer.from(cookie?.value ?? '', 'base64url')).toHaveLength(32);

        if (width === 320) await page.getByText('Menu', { exact: true }).click();
        await page.getByRole('button', { name: 'Sign out', exact: true }).click();
        await expect(page).toHaveURL('/sign-in');
        await expect(page.getByRole('banner')).not.toContainText('Hana Malik');
        expect(await sessionOf(page)).toBeUndefined();
        await page.goBack();
        await expect(page.getByRole('banner')).not.toContainText('Hana Malik');
        const old = { Cookie: `candour-session=${cookie?.value}` };
        const answer = await page.request.get('/account', { headers: old, maxRedirects: 0 });
        expect(answer.headers().location).toBe('/sign-in?then=%2Faccount');
      });
    });
  }
}

test('each of the demonstration sees the ways of their own work', async ({ browser, baseURL }) => {
  const ways = {
    'Olive Turner': ['My work', 'Scorecard', 'My readings', 'Overview', 'History'],
    'Hana Malik': ['My work', 'Scorecard', 'Reviews', 'Overview', 'History'],
    'Dev Shah': ['My work', 'Scorecard', 'Reviews', 'Overview', 'History'],
    'Ada Byrne': ['My work', 'Releases', 'Overview', 'Settings', 'History'],
    'Cal Reid': ['Overview', 'My work', 'History'],
    'Otis Grant': ['My work', 'Scorecard', 'My readings', 'Overview', 'History'],
    'Hester Lowe': ['My work', 'Scorecard', 'Reviews', 'Overview', 'History'],
  };
  for (const [name, links] of Object.entries(ways)) {
    const context = await browser.newContext({ baseURL: baseURL as string });
    const page = await context.newPage();
    await page.goto('/sign-in?then=/account');
    await page.getByRole('button', { name }).click();
    await expect(page).toHaveURL('/account');
    const nav = page.getByRole('navigation', { name: 'Your work' }).getByRole('link');
    await expect(nav).toHaveText([...links, 'What the public sees']);
    await context.close();
  }
});

test('every sign-in begins under a new token, and the ones before are worth nothing', async ({ page, context }) => {
  const planted = 'p'.repeat(43);
  await context.addCookies([{ name: 'candour-session', value: planted, domain: 'localhost', path: '/' }]);
  const later = await context.newPage();
  for (const each of [page, later]) await each.goto('/sign-in?then=/account');
  const tokens = [planted];
  for (const [each, name] of [
    [page, 'Olive Turner'],
    // In the same browser, in a window that does not know of the session yet.
    [later, 'Cal Reid'],
  ] as const) {
    await each.getByRole('button', { name }).click();
    await expect(each).toHaveURL('/account');
    tokens.push((await sessionOf(each))?.value ?? '');
  }
  expect(new Set(tokens).size).toBe(3);
  const knock = async (token: string) => {
    const headers = { Cookie: `candour-session=${token}` };
    return (await fetch(new URL('/account', page.url()), { headers, redirect: 'manual' })).status;
  };
  expect(await Promise.all(tokens.map(knock))).toEqual([307, 307, 200]);
});

test('staff pages: a nonce of their own each time, nothing inline, kept by nobody', async ({ request }) => {
  const nonces = new Set<string>();
  for (const address of ['/sign-in', '/sign-in', '/sign-in?then=/account']) {
    const response = await request.get(address);
    const { 'content-security-policy': policy, 'cache-control': caching } = response.headers();
    expect(caching).toBe('private, no-store');
    const [, nonce] = /script-src 'nonce-([\w+/=-]+)' 'strict-dynamic';/.exec(policy ?? '') ?? [];
    expect(policy).toBe(
      `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; connect-src 'self'; ` +
        "img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    nonces.add(nonce ?? '');
    const html = await response.text();
    for (const [script] of html.matchAll(/<script[^>]*>/g)) expect(script).toContain(`nonce="${nonce}"`);
    expect(html).not.toMatch(/\sstyle=|<style|\son\w+=|javascript:/);
  }
  expect(nonces.size).toBe(3);
});

test('with a real password: invited by command, throttled by a stranger, still let in where known, out everywhere', async ({
  browser,
  expectTrouble,
}) => {
  test.setTimeout(300_000);
  expectTrouble(/404/);
  const server = await ownServer();
  const visitor = async () => (await browser.newContext({ baseURL: server.address })).newPage();
  try {
    const added = peopleCommand(server.env, 'add', 'Zoe Park', 'zoe@candour.example', '--by', 'ada@candour.example');
    const page = await visitor();
    const link = invitationIn(added.output);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(link);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome, Zoe Park');
      await seen(page, width);
    }
    await page.getByLabel('New password').fill('zoe@candour.example');
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    await expect(page.getByRole('link', { name: /not your e-mail address/ })).toHaveAttribute('href', '#password');
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    await expect(page).toHaveURL(`${server.address}/work`);

    const stranger = await visitor();
    const again = await stranger.goto(link);
    expect(again?.status()).toBe(404);
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('This invitation is over');
    await stranger.goto('/sign-in');
    for (let n = 0; n < 11; n += 1) {
      await tryPassword(stranger, 'zoe@candour.example', `wrong password ${n}`);
      await expect(stranger.locator('.error-summary')).toContainText(refused);
      await expect(stranger.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled();
    }
    await tryPassword(stranger, 'zoe@candour.example', password);
    await expect(stranger.locator('.error-summary')).toContainText(refused);
    await expect(stranger).toHaveURL(/sign-in/);

    // On a phone signing out is in the menu.
    await page.getByText('Menu', { exact: true }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await tryPassword(page, 'zoe@candour.example', password);
    await expect(page).toHaveURL(`${server.address}/work`);

    await page.goto('/account');
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await seen(page, width);
    }
    const before = (await sessionOf(page))?.value;
    await page.getByLabel('Present password').fill(password);
    await page.getByLabel('New password').fill('ten lives of another cat');
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByRole('status')).toContainText('Your password is changed');
    const after = (await sessionOf(page))?.value;
    expect(after).not.toBe(before);
    const knock = async (token: string | undefined) =>
      (
        await fetch(`${server.address}/account`, {
          headers: { Cookie: `candour-session=${token}` },
          redirect: 'manual',
        })
      ).status;
    expect([await knock(before), await knock(after)]).toEqual([307, 200]);

    const { events: refusalEvents, ...refusals } = await refusalsOf(server.sql, 'zoe@candour.example');
    expect(refusals).toEqual({ tries: 12, throttled: 2, groups: 1 });
    const kinds =
      await server.sql`select kind, count(*)::int as n from events where kind <> 'edition_published' group by kind`;
    expect(Object.fromEntries(kinds.map(({ kind, n }) => [kind, n]))).toMatchObject({
      person_invited: 1,
      password_set: 2,
      signed_in: 3,
      signed_out: 1,
      sign_in_refused: refusalEvents,
      sessions_ended: 2,
    });
    expect(peopleCommand(server.env, 'leave', 'zoe@candour.example', '--by', 'ada@candour.example').output).toContain(
      'Zoe Park has left',
    );
    // The command held this process up for seconds, in which the server may have closed an idle connection.
    await expect(async () => expect(await knock(after)).toBe(307)).toPass({ timeout: 10_000 });
  } finally {
    await server.stop();
  }
});

test('npm run people says how it is used, refuses with a sentence, and lists everybody', async () => {
  const server = await ownServer();
  const ask = (...words: string[]) => peopleCommand(server.env, ...words, '--by', 'ada@candour.example');
  try {
    expect(ask('help')).toMatchObject({ code: 0, output: expect.stringContaining('npm run people -- …') });
    expect(ask('dance')).toMatchObject({ code: 1, output: expect.stringContaining('npm run people -- …') });
    expect(ask('constructor').code).toBe(1);
    expect(ask('role', 'give', 'king', 'cal@candour.example')).toMatchObject({
      code: 1,
      output: expect.stringContaining('There is no role “king”'),
    });
    expect(ask('role', 'give', 'performance-officer', 'cal@candour.example').output).toContain(
      'Cal Reid is performance-officer',
    );
    expect(ask('owner', 'csc-01', 'nobody').output).toContain('Nobody owns csc-01');
    expect(ask('head', 'highways-and-transport', 'cal@candour.example').output).toBe(
      'Cal Reid heads Highways and transport.',
    );
    expect(
      ask('deputy', 'highways-and-transport', 'otis@candour.example', '2018-08-01', '2018-09-01').output,
    ).toContain('from 1 August 2018 to 1 September 2018');
    const { output } = ask('list');
    expect(output).toContain(
      'Cal Reid <cal@candour.example>; councillor; performance-officer; heads highways-and-transport',
    );
    expect(output).toContain('deputises in highways-and-transport 2018-08-01 to 2018-09-01');
    expect(output.split('\n')).toHaveLength(7);
  } finally {
    await server.stop();
  }
});

test('by https every cookie is bound to this host and to https', async () => {
  const server = await ownServer(() => ({ AUTH_URL: 'https://performance.council.example' }));
  try {
    const html = await (await fetch(`${server.address}/sign-in`)).text();
    const form = /<form[^>]*>((?:(?!<\/form>)[\s\S])*value="hana"[\s\S]*?)<\/form>/.exec(html)?.[1] ?? '';
    const body = new FormData();
    for (const [, name, value] of form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g))
      body.append(name ?? '', (value ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    const send = (Origin: string) =>
      fetch(`${server.address}/sign-in`, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { Origin, 'X-Forwarded-Host': 'performance.council.example', 'X-Forwarded-Proto': 'https' },
      });
    const answer = await send('https://performance.council.example');
    expect(answer.status).toBe(303);
    const cookies = answer.headers.getSetCookie();
    const ours = cookies.filter((cookie) => cookie.includes('candour'));
    expect(ours.map((cookie) => cookie.split('=')[0]).sort()).toEqual([
      '__Host-candour-device',
      '__Host-candour-session',
    ]);
    for (const cookie of cookies) expect(cookie).toMatch(/Path=\/(?=;).*; Secure; HttpOnly; SameSite=lax/i);
    for (const cookie of cookies) expect(cookie).not.toMatch(/Domain/i);
  } finally {
    await server.stop();
  }
});
