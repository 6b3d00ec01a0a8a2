import type { Browser, Page } from '@playwright/test';
import { expect, test } from '../../support/browser/browser-test';
import { refusalsOf } from '../../support/record/refused-sign-ins';
import { ownServer } from '../../support/server/own-server';

const olive = 'olive@candour.example';

const fieldsOf = (page: Page) =>
  page
    .locator('form', { has: page.getByRole('button', { name: 'Sign in', exact: true }) })
    .locator('input[type=hidden]')
    .evaluateAll((inputs) =>
      inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
    );

test('200 wrong passwords, each with another X-Forwarded-For, count as what they are: one address', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  // Started anew: one that is kept from another test has been asked from this very address.
  const server = await ownServer(() => ({}));
  try {
    const context = await browser.newContext({ baseURL: server.address, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/sign-in');
    const fields = await fieldsOf(page);
    for (let n = 0; n < 200; n += 1) {
      const body = new FormData();
      for (const [name, value] of [...fields, ['email', olive], ['password', `wrong ${n}`]])
        body.append(name ?? '', value ?? '');
      const headers = { Origin: server.address, 'X-Forwarded-For': `203.0.113.${n}` };
      const answer = await fetch(`${server.address}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' });
      expect(answer.status).toBe(200);
      await answer.text();
    }
    // A wrong password and an address that nobody has are answered alike.
    const alike = new Set<string>();
    for (let n = 0; n < 8; n += 1) {
      const email = n % 2 ? 'hana@candour.example' : `nobody${n}@candour.example`;
      alike.add(await refusedAs(server.address, fields, email));
    }
    expect(alike.size).toBe(1);
    await expect.poll(() => refusalsOf(server.sql, olive)).toMatchObject({ tries: 200, throttled: 190, groups: 1 });
    // Two of Olive, and one each of Hana and of all who are nobody; more where a quarter of an hour ended meanwhile.
    const [ofOlive, ofHana, ofNobody] = await Promise.all(
      [olive, 'hana@candour.example', null].map((email) => refusalsOf(server.sql, email)),
    );
    expect([ofHana, ofNobody]).toMatchObject([
      { tries: 4, throttled: 0 },
      { tries: 4, throttled: 0 },
    ]);
    const [{ n } = { n: 0 }] = await server.sql`select count(*)::int as n from events where kind = 'sign_in_refused'`;
    expect(n).toBe((ofOlive?.events ?? 0) + (ofHana?.events ?? 0) + (ofNobody?.events ?? 0));

    await sessionsEndOneByOne(browser, server.address);

    const costly = [
      '/search?q=salt',
      '/scorecards/childrens-social-care/reds',
      '/measures/csc-02?show=all',
      '/data/scorecards.csv',
    ];
    const answers: { status: number; address: string; wait: string | null; text: string }[] = [];
    const late = () => answers.filter(({ status }) => status === 429);
    const refused = () => new Set(late().map(({ address }) => address));
    // Ten at a time: how much the machine can bear at once is another question; the slower it is, the more are allowed meanwhile.
    const lane = async (first: number) => {
      for (let n = first; n < 2_000 && refused().size < costly.length; n += 10) {
        const address = costly[n % costly.length] as string;
        const headers = { 'X-Forwarded-For': `203.0.113.${n % 250}` };
        // Each one another address: a page that was just made is repeated to everybody, and costs nothing.
        const own = `${address}${address.includes('?') ? '&' : '?'}n=${n}`;
        const answer = await fetch(server.address + own, { headers });
        const [wait, text] = [answer.headers.get('retry-after'), await answer.text()];
        answers.push({ status: answer.status, address, wait, text });
      }
    };
    await Promise.all(Array.from({ length: 10 }, (_, first) => lane(first)));
    const others = answers.filter(({ status }) => status !== 200 && status !== 429);
    expect(others, 'neither made nor refused for their number').toEqual([]);
    expect(answers.length - late().length).toBeGreaterThanOrEqual(240);
    expect([...refused()].sort()).toEqual(costly.toSorted());
    expect(late()[0]?.wait).toMatch(/^\d+$/);
    expect(late()[0]?.text).toContain('Please try again in a moment.');
    expect((await fetch(`${server.address}/`)).status).toBe(200);
  } finally {
    await server.stop();
  }
});

/**
 * All that comes back to a wrong password, without what is another at every answer and without the address typed. The page's own
 * data, in its scripts, comes in the order in which it happened to be ready: of it the length counts.
 */
async function refusedAs(address: string, fields: string[][], email: string): Promise<string> {
  const body = new FormData();
  for (const [name, value] of [...fields, ['email', email], ['password', 'wrong']])
    body.append(name ?? '', value ?? '');
  const headers = { Origin: address };
  const answer = await fetch(`${address}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' });
  const nonce = /nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? 'none';
  const said = [...answer.headers].filter(([name]) => !['date', 'content-length', 'x-request-id'].includes(name));
  const plain = (text: string) =>
    text
      .replaceAll(nonce, 'NONCE')
      .replaceAll(email, 'EMAIL')
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'KEY');
  const page = plain(await answer.text());
  return plain(JSON.stringify([answer.status, said, page.length, page.replaceAll(/<script[\s\S]*?<\/script>/g, '')]));
}

/** Somebody who is signed in in four browsers sees them on their account, without a script, and ends them. */
async function sessionsEndOneByOne(browser: Browser, address: string): Promise<void> {
  const agents = { windows: 'Windows NT 10.0 Firefox/143.0', phone: 'iPhone Safari/604', mac: 'Macintosh Safari/605' };
  const enter = async (userAgent: string | null = null) => {
    const context = await browser.newContext({
      baseURL: address,
      javaScriptEnabled: false,
      ...(userAgent && { userAgent }),
    });
    const page = await context.newPage();
    await page.goto('/sign-in?then=/account');
    await page.getByRole('button', { name: 'Cal Reid' }).click();
    await expect(page).toHaveURL(/\/account$/);
    return page;
  };
  const others = [await enter(agents.windows), await enter(agents.phone), await enter(agents.mac)];
  const page = await enter();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
  }
  const rows = page.getByRole('listitem').filter({ hasText: 'Signed in since' });
  await expect(rows).toHaveCount(4);
  await expect(rows.first()).toContainText('This one');
  await rows.filter({ hasText: 'Firefox on Windows' }).getByRole('button', { name: 'End' }).click();
  await expect(page.getByRole('status')).toHaveText('That browser is signed out.');
  await expect(rows).toHaveCount(3);
  const signedIn = async (each: Page) => (await each.goto('/account'))?.url().endsWith('/account');
  expect(await Promise.all(others.map(signedIn))).toEqual([false, true, true]);
  await page.getByRole('button', { name: 'End all others' }).click();
  await expect(page.getByRole('status')).toHaveText('You are signed out everywhere but here.');
  await expect(rows).toHaveCount(1);
  expect(await Promise.all([...others, page].map(signedIn))).toEqual([false, false, false, true]);
  for (const each of [...others, page]) await each.context().close();
}
