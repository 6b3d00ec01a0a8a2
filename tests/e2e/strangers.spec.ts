import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-test';
import { ownServer } from '../support/own-server';

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
  test.setTimeout(240_000);
  const server = await ownServer();
  try {
    const context = await browser.newContext({ baseURL: server.address, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/sign-in');
    const fields = await fieldsOf(page);
    for (let n = 0; n < 200; n += 1) {
      const body = new FormData();
      for (const [name, value] of [...fields, ['email', 'olive@candour.example'], ['password', `wrong ${n}`]])
        body.append(name ?? '', value ?? '');
      const headers = { Origin: server.address, 'X-Forwarded-For': `203.0.113.${n}` };
      const answer = await fetch(`${server.address}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' });
      expect(answer.status).toBe(200);
      await answer.text();
    }
    await expect
      .poll(() => server.sql`select tries, throttled from refused_sign_ins`.then((rows) => [...rows]))
      .toEqual([{ tries: 200, throttled: 190 }]);
    const [{ n } = { n: 0 }] = await server.sql`select count(*)::int as n from events where kind = 'sign_in_refused'`;
    expect(n).toBe(2);

    const costly = ['/search?q=salt', '/scorecards/childrens-social-care/reds', '/measures/csc-02?show=all'];
    const asked = await Promise.all(
      Array.from({ length: 400 }, (_, n) =>
        fetch(`${server.address}${costly[n % costly.length]}`, {
          headers: { 'X-Forwarded-For': `203.0.113.${n % 250}` },
        }).then(async (answer) => ({
          status: answer.status,
          address: costly[n % costly.length],
          wait: answer.headers.get('retry-after'),
          text: await answer.text(),
        })),
      ),
    );
    const late = asked.filter(({ status }) => status === 429);
    expect(asked.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(240);
    expect([...new Set(late.map(({ address }) => address))].sort()).toEqual(costly.toSorted());
    expect(late[0]?.wait).toMatch(/^\d+$/);
    expect(late[0]?.text).toContain('Please try again in a moment.');
    expect((await fetch(`${server.address}/`)).status).toBe(200);
  } finally {
    await server.stop();
  }
});
