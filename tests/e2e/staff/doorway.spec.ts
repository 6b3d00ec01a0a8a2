import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type APIRequestContext, request as newRequest, type Page } from '@playwright/test';
import { foreignAddresses } from '../../support/attack/return-addresses';
import { expect, heldBack, test } from '../../support/browser/browser-test';
import { arrive, fieldsOfForm } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const hana = /^Hana Malik$/;

/** The fields of Hana's one-click form, as a page without JavaScript has them. */
async function signInFields(page: Page): Promise<Record<string, string>> {
  await page.goto('/sign-in');
  return fieldsOfForm(page, hana);
}

const cookiesOf = async (client: APIRequestContext) => (await client.storageState()).cookies.map(({ name }) => name);

test.describe('forms from elsewhere', () => {
  test.use({ javaScriptEnabled: false });
  test.beforeEach(({ expectTrouble }) => expectTrouble(heldBack));

  test('12 sets of headers: only that of our own page does anything', async ({ page, baseURL }) => {
    const fields = await signInFields(page);
    const own = { Origin: baseURL as string, 'Sec-Fetch-Site': 'same-origin' };
    const evil = 'https://evil.example';
    const host = new URL(baseURL as string).host;
    const foreign: Record<string, string>[] = [
      {},
      { Origin: 'null' },
      { Origin: '' },
      { Origin: evil },
      { Origin: evil, 'X-Forwarded-Host': 'evil.example' },
      { Origin: evil, 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' },
      { Origin: `${baseURL}.evil.example` },
      { Origin: `http://evil.example@${host}` },
      { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
      { Origin: baseURL as string, 'Sec-Fetch-Site': 'cross-site' },
      { Origin: baseURL as string, 'Sec-Fetch-Site': 'same-site' },
      { Origin: baseURL as string, 'Sec-Fetch-Site': 'none' },
      { Referer: `${baseURL}/sign-in` },
    ];
    for (const headers of foreign) {
      const sender = await newRequest.newContext({ baseURL: baseURL as string });
      const answer = await sender.post('/sign-in', { multipart: fields, headers, maxRedirects: 0 });
      expect(answer.status(), JSON.stringify(headers)).toBe(403);
      expect(await answer.text()).toContain('This form did not arrive as our page made it');
      expect(await cookiesOf(sender), JSON.stringify(headers)).not.toContain('candour-session');
      await sender.dispose();
    }
    const sender = await newRequest.newContext({ baseURL: baseURL as string });
    const answer = await sender.post('/sign-in', { multipart: fields, headers: own, maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(await cookiesOf(sender)).toContain('candour-session');
    await sender.dispose();
  });

  test('a real page of another site that sends itself: nobody is signed in', async ({
    page,
    baseURL,
    expectTrouble,
  }) => {
    expectTrouble(/403|500|Content Security Policy|console/);
    const fields = await signInFields(page);
    const inputs = Object.entries(fields).map(
      ([name, value]) => `<input type="hidden" name="${name}" value="${value.replaceAll('"', '&quot;')}">`,
    );
    const evil = createServer((request, response) => {
      const policy = request.url === '/no-referrer' ? { 'Referrer-Policy': 'no-referrer' } : {};
      response.writeHead(200, { 'Content-Type': 'text/html', ...policy });
      response.end(
        `<form method="post" enctype="multipart/form-data" action="${baseURL}/sign-in">${inputs.join('')}<button>Win</button></form>`,
      );
    });
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
    const { port } = evil.address() as AddressInfo;
    for (const way of ['', 'no-referrer']) {
      await page.goto(`http://127.0.0.1:${port}/${way}`);
      await page.getByRole('button', { name: 'Win' }).click();
      await page.waitForURL(`${baseURL}/sign-in`);
      expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('candour-session');
    }
    evil.close();
  });

  test('a form with more, twice or other fields than ours is refused, and leaves no trace', async ({
    page,
    baseURL,
  }) => {
    const fields = Object.entries(await signInFields(page));
    const headers = { Origin: baseURL as string };
    const odd: [string, string][][] = [
      ...[
        'role',
        'state',
        'id',
        'personId',
        'roles',
        'approved_by',
        'service_id',
        'created_at',
        'admin',
        'session',
      ].map((name): [string, string][] => [[name, 'administrator']]),
      ...['__proto__', 'constructor', 'prototype', '__proto__.polluted', '__proto__[polluted]', 'who[]', 'who[0]'].map(
        (name): [string, string][] => [[name, 'polluted']],
      ),
      [['who', 'ada']],
      [['then', '/work']],
      [['who', 'hana']],
    ];
    for (const more of odd) {
      const body = new FormData();
      for (const [name, value] of [...fields, ...more]) body.append(name, value);
      const answer = await fetch(`${baseURL}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' });
      expect(answer.status, JSON.stringify(more)).toBe(200);
      expect(answer.headers.getSetCookie().join()).not.toContain('candour-session');
      expect(await answer.text()).toContain('This form did not arrive as our page made it');
    }
    for (const missing of ['who']) {
      const body = new FormData();
      for (const [name, value] of fields) if (name !== missing) body.append(name, value);
      const answer = await fetch(`${baseURL}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' });
      expect(answer.headers.getSetCookie().join()).not.toContain('candour-session');
    }
  });

  test('a wrong password, an unknown person and a throttled one get the same answer, to the byte', async ({
    page,
    baseURL,
  }) => {
    await page.goto('/sign-in');
    const fields = await fieldsOfForm(page, /^Sign in$/);
    const answers: string[] = [];
    for (let n = 0; n < 24; n += 1) {
      // Each from another address, or so it says: that is believed of nobody here.
      const headers = { Origin: baseURL as string, 'X-Forwarded-For': `203.0.113.${n}` };
      const email = n % 2 ? 'cal@candour.example' : 'xyz@candour.example';
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...fields, email, password: `wrong password ${n}` }))
        body.append(name, value);
      const answer = await fetch(`${baseURL}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' });
      const [policy, html] = [answer.headers.get('content-security-policy') ?? '', await answer.text()];
      const nonce = /nonce-([^']+)/.exec(policy)?.[1] ?? '';
      const seen = [...answer.headers].filter(
        ([name]) => !['date', 'content-security-policy', 'x-request-id'].includes(name),
      );
      const same = html.replaceAll(nonce, 'NONCE').replaceAll(email, 'EMAIL');
      // The framework's scripts say the same in an order that varies by itself: of those the length is compared.
      const words = same.replaceAll(/<script[\s\S]*?<\/script>/g, '');
      answers.push(JSON.stringify([answer.status, seen, same.length, words]));
    }
    expect(answers[0]).toContain('too many wrong passwords were tried');
    expect(new Set(answers).size).toBe(1);
  });
});

test(`${foreignAddresses.length} return addresses, each resolved as a browser does and some followed by Chromium: everybody stays here`, async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const own = new URL(baseURL as string).origin;
  const plain = await browser.newContext({ baseURL: baseURL as string, javaScriptEnabled: false });
  const visitor = await plain.newPage();
  await page.goto('/sign-in?then=/account');
  await page.getByRole('button', { name: hana }).click();
  await expect(page).toHaveURL('/account');
  await visitor.goto('/sign-in');
  const fields = await fieldsOfForm(visitor, hana);
  for (const [index, address] of foreignAddresses.entries()) {
    // Signed in already: the page itself leads on. Chromium and Node read addresses by the same standard.
    const door = `${own}/sign-in?then=${encodeURIComponent(address)}`;
    const led = await page.request.get(door, { maxRedirects: 0 });
    expect(new URL(led.headers().location ?? '', door).href, address).toBe(`${own}/work`);
    if (index % 8 === 0) {
      await page.goto(door, { waitUntil: 'commit' });
      expect(page.url(), address).toBe(`${own}/work`);
    }
    // Signing in: the form leads on, here with a field that was tampered with.
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, name === 'then' ? address : value);
    const answer = await fetch(`${baseURL}/sign-in`, {
      method: 'POST',
      body,
      headers: { Origin: own },
      redirect: 'manual',
    });
    const location = answer.headers.get('location');
    if (answer.status === 303) expect(new URL(location ?? '', `${own}/sign-in`).href, address).toBe(`${own}/work`);
    else expect(location).toBeNull();
  }
  await plain.close();
});

test('outside the demonstration nobody signs in by name, also not with a form that was kept from it', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const server = await ownServer();
  const page = await (await browser.newContext({ baseURL: server.address, javaScriptEnabled: false })).newPage();
  const send = async (fields: Record<string, string>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    const headers = { Origin: server.address };
    const answer = await fetch(`${server.address}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' });
    return answer.headers.getSetCookie().join().includes('candour-session') ? 'in' : 'out';
  };
  try {
    const fields = await signInFields(page);
    expect(await send(fields)).toBe('in');
    expect(await send({ ...fields, who: 'ada@candour.example' })).toBe('out');
    // The same record, no longer a demonstration.
    await server.sql`update council set demonstration = null`;
    await page.goto('/sign-in');
    await expect(page.getByRole('button', { name: hana })).toHaveCount(0);
    expect(await send(fields)).toBe('out');
    // A demonstration again, on a server that lives in the present.
    await server.sql`update council set demonstration = 'Invented.'`;
    expect(await send(fields)).toBe('in');
    server.env.CANDOUR_TODAY = '';
    await server.restart();
    await page.goto('/sign-in');
    await expect(page.getByRole('button', { name: hana })).toHaveCount(0);
    expect(await send(fields)).toBe('out');
  } finally {
    await server.stop();
  }
});

for (const javaScriptEnabled of [true, false]) {
  test(`a session that ended ${javaScriptEnabled ? 'with' : 'without'} JavaScript: what Olive typed comes back to her, and to nobody else`, async ({
    browser,
  }) => {
    test.setTimeout(300_000);
    const server = await ownServer();
    const words = 'Half a thought about placements';
    try {
      const page = await arrive(browser, server.address, 'Olive', { javaScriptEnabled });
      await page.goto('/readings/csc-02/2018-07-01');
      await page.getByLabel('Comments').first().fill(words);
      await server.sql`update sessions set ended_at = now()`;
      await page.getByRole('button', { name: 'Save draft' }).click();
      await expect(page).toHaveURL(/sign-in\?then=%2Freadings%2Fcsc-02%2F2018-07-01%3Fkept%3D/);
      await expect(page.getByRole('main')).toContainText('What you typed is kept');
      const then = new URL(page.url()).searchParams.get('then') ?? '';

      const otis = await arrive(browser, server.address, 'Hana', { javaScriptEnabled });
      await otis.goto(then);
      expect(await otis.content()).not.toContain(words);

      await page.getByRole('button', { name: 'Olive Turner' }).click();
      await expect(page).toHaveURL(`${server.address}${then}`);
      await expect(page.getByLabel('Comments').first()).toHaveValue(words);
      // Whoever never was signed in here leaves nothing behind.
      const [{ n } = { n: 0 }] = await server.sql`select count(*)::int as n from kept_typing`;
      expect(n).toBe(1);
    } finally {
      await server.stop();
    }
  });
}

test('a right that is taken away in mid-session is gone with the next request, and so is a person who leaves', async ({
  browser,
  expectTrouble,
}) => {
  test.setTimeout(300_000);
  expectTrouble(/404/);
  const server = await ownServer();
  try {
    const ada = await arrive(browser, server.address, 'Ada');
    expect((await ada.goto('/releases'))?.status()).toBe(200);
    await server.sql`delete from roles where role = 'performance_officer'`;
    expect((await ada.goto('/releases'))?.status()).toBe(404);
    await expect(ada.getByRole('link', { name: 'Releases' })).toHaveCount(0);
    await server.sql`insert into roles select id, 'performance_officer' from people where email = 'ada@candour.example'`;
    expect((await ada.goto('/releases'))?.status()).toBe(200);
    await server.sql`update people set left_at = now() where email = 'ada@candour.example'`;
    await ada.goto('/releases');
    await expect(ada).toHaveURL(/\/sign-in\?then=%2Freleases/);
  } finally {
    await server.stop();
  }
});
