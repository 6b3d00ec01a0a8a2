import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../../support/browser/browser-test';
import { arrive, fieldsOfForm } from '../../support/browser/signed-in';
import { rawRequest } from '../../support/requests/raw-request';
import { ownServer } from '../../support/server/own-server';

/** Listens on loopback and counts who knocks. */
async function listener() {
  const knocks: string[] = [];
  const server = createServer((socket) => {
    knocks.push('somebody');
    socket.on('data', (said) => knocks.push(said.toString().slice(0, 200)));
    socket.on('error', () => {});
    socket.end('HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { knocks, host: `127.0.0.1:${port}`, name: `localhost:${port}`, close: () => server.close() };
}

/** Headers by which a server may be told that it is, or that a request came from, somewhere else. */
const elsewhere = (host: string): Record<string, string>[] => [
  { Host: host },
  { Host: host, 'X-Forwarded-Host': host, 'X-Forwarded-Proto': 'http' },
  { 'X-Forwarded-Host': host, 'X-Forwarded-Proto': 'http', 'X-Forwarded-Port': host.split(':')[1] ?? '' },
  { 'X-Forwarded-Proto': `http://${host}/x?` },
  { 'X-Forwarded-Proto': 'gopher', 'X-Forwarded-Host': host },
  { Forwarded: `host=${host};proto=http;for=${host}` },
  ...['X-Original-Url', 'X-Rewrite-Url', 'Referer', 'Origin', 'Next-Url', 'X-Wap-Profile', 'Destination'].map(
    (name) => ({
      [name]: `http://${host}/x`,
    }),
  ),
  ...['X-Host', 'X-Forwarded-Server', 'X-Real-Ip', 'X-Forwarded-For', 'True-Client-Ip', 'Via'].map((name) => ({
    [name]: host,
  })),
  ...['x-middleware-rewrite', 'x-middleware-redirect', 'x-nextjs-rewrite', 'x-matched-path', 'x-invoke-path'].map(
    (name) => ({ [name]: `http://${host}/x` }),
  ),
  { 'x-invoke-output': `http://${host}/x`, 'x-invoke-status': '200' },
  { 'x-candour-address': `http://${host}/x` },
  { RSC: '1', 'Next-Router-State-Tree': encodeURIComponent(`["http://${host}/x",{}]`) },
  { Connection: 'Upgrade', Upgrade: 'websocket', Host: host },
];

/** Addresses that name another one. */
const naming = (host: string): string[] => {
  const there = `http://${host}/x.png`;
  const spelled = [
    there,
    `//${host}/x.png`,
    `/\\${host}/x.png`,
    `\\\\${host}/x.png`,
    `http:${host}/x.png`,
    `/@${host}/x`,
  ];
  const own = [`/trouble/not-available?at=${there}`, `/sign-in?then=${there}`, `/.//${host}/x.png`];
  return [
    ...[...spelled, ...own].flatMap((url) => [
      `/_next/image?url=${encodeURIComponent(url)}&w=640&q=75`,
      `/trouble/not-available?at=${encodeURIComponent(url)}`,
      `/sign-in?then=${encodeURIComponent(url)}`,
    ]),
    ...[there, `//${host}/x.png`, `/\\${host}/x.png`, `/@${host}/x`, `/${there}`, `/.//${host}/x`, `/%2f%2f${host}/x`],
    ...['url', 'next', 'callbackUrl', 'redirect', 'image', 'kept', 'show', 'iss'].map((name) => `/?${name}=${there}`),
    ...['signin', 'callback/oidc', 'callback/password', 'session', 'providers', 'signout'].map(
      (name) => `/api/auth/${name}?callbackUrl=${there}&iss=${there}&issuer=${there}&code=x&state=x`,
    ),
  ];
};

const pages = [
  '/',
  '/scorecards/childrens-social-care',
  '/favicon.ico',
  '/icon.svg',
  '/sign-in',
  '/work',
  '/overview',
  '/services/childrens-social-care',
  '/trouble/not-available',
];
const desk = '/readings/csc-02/2018-07-01';
/** Each header on every third page, another third for each; on every page in npm run test:storm. */
const apart = process.env.CANDOUR_STORM_ROUNDS ? 1 : 3;

test('whatever it is told, the server asks nobody else: 0 connections to a listener on loopback', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const server = await ownServer();
  const { knocks, host, name, close } = await listener();
  try {
    const olive = await arrive(browser, server.address, 'Olive');
    const Cookie = (await olive.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const send = async (path: string, headers: Record<string, string>, method = 'GET') => {
      await rawRequest(server.address, { path, method, headers: { ...headers, Cookie } }).catch(() => null);
    };
    for (const other of [host, name]) {
      const dressed = elsewhere(other).flatMap((headers, index) =>
        [...pages, desk].filter((_, n) => (n + index) % apart === 0).map((path) => send(path, headers)),
      );
      await Promise.all(dressed);
      await Promise.all(naming(other).flatMap((path) => [send(path, {}), send(path, { Host: other })]));
      await send(other, {}, 'CONNECT');
    }
    expect(knocks, 'after addresses and headers').toEqual([]);

    // The forms of a page without JavaScript and the calls of one with it, sent as if to the listener (CVE-2024-34351).
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(`${server.address}/sign-in`);
    const fields = await fieldsOfForm(plain, /^Hana Malik$/);
    const call = await callOf(await (await browser.newContext()).newPage(), server.address);
    const ledOn = { forms: 0, calls: 0 };
    for (const other of [host])
      for (const headers of [{}, ...elsewhere(other)])
        for (const then of ['/work', `http://${other}/x`]) {
          const own = { Origin: headers.Host ? `http://${other}` : server.address };
          ledOn.forms += await posted(server.address, { ...own, ...headers }, { ...fields, then });
          const body = call.body.replaceAll('/account', then);
          ledOn.calls += await posted(server.address, { ...own, ...call.headers, ...headers }, body);
        }
    expect(knocks, 'after forms and calls').toEqual([]);
    expect(Math.min(ledOn.forms, ledOn.calls), 'forms and calls that did their work').toBeGreaterThan(5);

    // Every field in which somebody may write an address, up to where it is shown.
    await olive.goto(desk);
    await olive.locator('#numerator').fill('220');
    await olive.locator('#denominator').fill('267');
    for (const field of ['actionText1', 'actionOwner1']) await olive.locator(`#${field}`).fill(`http://${host}/x.png`);
    await olive
      .locator('textarea[name=comments]')
      .fill(`See http://${host}/x.png and <img src="http://${host}/y.png">.`);
    await olive.getByRole('button', { name: 'Save draft' }).click();
    await expect(olive).toHaveURL(/saved=1/);
    await olive.goto(`${desk}/check`);
    await wait(500);
    expect(knocks, 'after what was typed').toEqual([]);
    await fetch(`http://${host}/`).catch(() => null);
    expect(knocks.length, 'the listener does hear').toBeGreaterThan(0);
  } finally {
    close();
    await server.stop();
  }
});

/** What the page with JavaScript would send to sign Hana in, and go on to her account; it is caught before it leaves. */
async function callOf(page: Page, address: string): Promise<{ headers: Record<string, string>; body: string }> {
  await page.goto(`${address}/sign-in?then=/account`);
  const caught = page.waitForRequest((request) => request.method() === 'POST');
  await page.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await page.getByRole('button', { name: /^Hana Malik$/ }).click();
  const request = await caught;
  const { 'next-action': action = '', 'content-type': type = '' } = request.headers();
  expect(action, 'a server action is called').not.toBe('');
  const body = request.postData() ?? '';
  expect(body).toContain('/account');
  return { headers: { 'Next-Action': action, 'Content-Type': type, Accept: 'text/x-component' }, body };
}

/** Posts a form, or a body as it is, to the sign-in page with headers that fetch would not send; whether it led on. */
async function posted(address: string, headers: Record<string, string>, said: string | Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(typeof said === 'string' ? {} : said)) form.append(name, value);
  const encoded = new Response(form);
  const type = { 'Content-Type': encoded.headers.get('content-type') ?? '' };
  const asked =
    typeof said === 'string'
      ? { headers, body: said }
      : { headers: { ...headers, ...type }, body: await encoded.text() };
  const answer = await rawRequest(address, { path: '/sign-in', method: 'POST', ...asked }).catch(() => null);
  return answer?.status === 303 || answer?.headers['x-action-redirect'] ? 1 : 0;
}
