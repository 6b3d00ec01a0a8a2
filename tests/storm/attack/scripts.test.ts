import type { BrowserContext, Page } from '@playwright/test';
import { afterAll, expect, test } from 'vitest';
import { payloads } from '../../support/attack/payloads';
import { look, nothingCaught, watch } from '../../support/attack/xss-net';
import { type MarkedMeasure, markedRound } from '../../support/council/marked-round';
import { builtServer, startBrowser } from '../../support/server/built-server';

// One proxy is believed, so that each context here may be another address: no limit of requests ends the test early.
const server = await builtServer(() => ({ CANDOUR_PROXIES: '1' }));
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await server.stop();
});
const caught = nothingCaught();
let places = 0;
const context = async (): Promise<BrowserContext> => {
  places += 1;
  const from = `10.1.${places >> 8}.${places & 255}`;
  const made = await browser.newContext({ baseURL: server.address, extraHTTPHeaders: { 'X-Forwarded-For': from } });
  await watch(made, caught);
  return made;
};
const person = async (name: RegExp): Promise<Page> => {
  const page = await (await context()).newPage();
  await page.goto('/sign-in');
  await page.getByRole('button', { name }).click();
  await page.waitForURL(/\/work$/);
  return page;
};
/** Loads a page and lets the pointer pass over it, as many payloads wait for one. */
const visit = async (page: Page, address: string) => {
  const answer = await page.goto(address);
  expect(answer?.status(), address).toBeLessThan(500);
  expect(answer?.status(), address).not.toBe(429);
  await page.mouse.move(200, 200);
  await look(page, caught);
};
const card = '/scorecards/childrens-social-care';

test('the net: in pages that let everything through, nearly all payloads are caught', async () => {
  const loose = nothingCaught();
  const open = await browser.newContext();
  await watch(open, loose);
  const page = await open.newPage();
  let found = 0;
  for (const payload of payloads) {
    const before = loose.ran.length;
    await page.setContent(
      `<title>x</title><table><tr><td>${payload}</td></tr></table><input value="${payload}"><a href="${payload}">x</a><textarea>${payload}</textarea>`,
    );
    await page.mouse.move(100 + (before % 7), 100);
    await look(page, loose);
    if (loose.ran.length > before) found += 1;
  }
  await open.close();
  console.log(`${payloads.length} payloads, of which ${found} are caught where nothing is escaped.`);
  expect(payloads.length).toBeGreaterThanOrEqual(150);
  expect(found).toBeGreaterThan(payloads.length * 0.8);
}, 600_000);

test(`${payloads.length} payloads in each text, and each page that shows it: nothing runs, and nothing had to be stopped`, async () => {
  const round = await markedRound(server.db);
  const [olive, hana, ada, cal, nobody] = (await Promise.all([
    ...[/Olive/, /Hana/, /Ada/, /Cal/].map(person),
    context().then((made) => made.newPage()),
  ])) as [Page, Page, Page, Page, Page];
  const written = new Set<string>();
  // No more at once than their texts, one below the other, fit into a reason of 1,000 characters.
  const size = 15;
  for (let batch = 0; batch * size < payloads.length; batch += 1) {
    const some = payloads.slice(batch * size, (batch + 1) * size);
    const marked = (n: number) => (field: string) => {
      written.add(`${field}${batch * size + n}z`);
      return `${field}${batch * size + n}z${some[n]}`;
    };
    const all = (field: string) => some.map((_, n) => marked(n)(field)).join('\n');
    await round.shared(all);
    const open: (MarkedMeasure & { version: number })[] = [];
    for (const [n] of some.entries())
      open.push(await round.begun(round.own[n] as (typeof round.own)[number], marked(n), batch));
    for (const { code, period } of open)
      for (const part of ['', '/history', '/check']) await visit(olive, `/readings/${code}/${period}${part}`);
    for (const one of open) Object.assign(one, await round.waiting(one));
    for (const page of [olive, hana, ada])
      for (const address of ['/work', '/work/readings', '/reviews', '/account', '/history']) await visit(page, address);
    for (const { code, period, readingId } of open) {
      await visit(hana, `/reviews/${readingId}`);
      await visit(olive, `/readings/${code}/${period}`);
    }
    for (const one of open) await round.approve(one);
    const { release, cancel } = await round.announced(all);
    await visit(cal, `/early/${release}`);
    expect(cal.url()).toMatch(/\/early\/\d+$/);
    for (const page of [nobody, ada]) for (const address of ['/calendar', '/', '/feed.xml']) await visit(page, address);
    await visit(ada, '/releases/childrens-social-care');
    await cancel();
    await visit(nobody, '/calendar');
    for (const address of ['/releases', '/releases/childrens-social-care']) await visit(ada, address);
    const number = await round.publish(all);
    for (const address of [
      '',
      '/editions',
      `/editions/${number}`,
      `/changes?from=1&to=${number}`,
      '/revisions',
      '/reds',
      '/retired',
      '/feed.xml',
    ])
      await visit(nobody, `${card}${address}`);
    const shared = [
      '/',
      '/calendar',
      '/committees',
      '/committees/family-and-childrens-services',
      '/how-to-read',
      '/accessibility',
    ];
    for (const address of [...shared, '/feed.xml', '/nowhere', `/search?q=boom`, card])
      for (const page of [nobody, olive]) await visit(page, address);
    for (const address of [
      '/releases',
      '/releases/childrens-social-care',
      '/releases/childrens-social-care/withdraw',
      '/history/services/childrens-social-care',
    ])
      await visit(ada, address);
    for (const { code } of open) {
      for (const show of ['', '?show=all']) await visit(nobody, `/measures/${code}${show}`);
      for (const address of [
        `/measures/${code}/working`,
        `/settings/measures/${code}/comparators`,
        `/history/measures/${code}`,
      ])
        await visit(ada, address);
      await visit(olive, `/measures/${code}/working`);
    }
    await round.withdraw(number, all);
    for (const address of ['', '/editions', `/editions/${number}`, '/revisions'])
      await visit(nobody, `${card}${address}`);
  }
  const unseen = [...written].filter((mark) => !caught.seen.has(mark) && !round.refused.includes(mark));
  const fields = new Map<string, number>();
  for (const mark of written) fields.set(mark.slice(0, 3), (fields.get(mark.slice(0, 3)) ?? 0) + 1);
  console.log(
    `${caught.loaded} pages; written: ${JSON.stringify(Object.fromEntries(fields))}; unseen: ${unseen.length} ${unseen.slice(0, 30)}`,
  );
  expect(caught.ran).toEqual([]);
  expect(unseen).toEqual([]);
}, 7_200_000);

test(`${payloads.length} payloads in each address that is repeated to its reader`, async () => {
  for (const [n, payload] of payloads.entries()) {
    const page = await (await context()).newPage();
    const encoded = encodeURIComponent(payload);
    for (const address of [
      `/search?q=${encoded}`,
      `/sign-in?then=${encoded}`,
      `/trouble/not-found?at=${encoded}`,
      `/nowhere/${encoded}`,
      `${card}/${encoded}`,
      `${card}/changes?from=${encoded}&to=1`,
    ])
      await visit(page, address);
    if (n % 10 === 0) console.log(`address ${n}: ${caught.ran.length}`);
    await page.context().close();
  }
  expect(caught.ran).toEqual([]);
}, 3_600_000);

test(`${payloads.length} payloads in each field of the reading form, handed back with what is wrong with them`, async () => {
  const olive = await person(/Olive/);
  await olive.goto('/readings/csc-11/2018-04-01');
  for (let more = 0; more < 7; more += 1) await olive.getByRole('button', { name: 'Add another action' }).click();
  await olive.getByText('There is no figure this time').click();
  await olive.locator('#actionDue8').waitFor();
  for (const payload of payloads) {
    const fields = await olive
      .locator('form.reading input[type=text], form.reading input:not([type]), form.reading textarea')
      .all();
    expect(fields.length).toBeGreaterThan(20);
    for (const field of fields) await field.fill(payload.replaceAll('\n', ' '));
    await olive.getByRole('button', { name: 'Save draft' }).click();
    await olive.getByRole('alert').filter({ hasText: 'There is a problem' }).waitFor();
    await look(olive, caught);
  }
  expect(caught.ran).toEqual([]);
}, 3_600_000);

test('no page’s policy lets a script in that is written into it', () => {
  console.log([...caught.policies].join('\n'));
  for (const policy of caught.policies) {
    expect(policy).toMatch(/(^|; )default-src 'none'/);
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
  }
  expect(caught.policies.size).toBeGreaterThan(2);
});
