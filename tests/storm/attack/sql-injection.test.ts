import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { afterAll, describe, expect, test } from 'vitest';
import { hashPassword } from '@/db/hashing/password';
import { type Ended, sqlmap, type Target } from '../../support/attack/sqlmap';
import { arrive, type DemoName, fieldsOfForm } from '../../support/browser/signed-in';
import { builtServer, startBrowser } from '../../support/server/built-server';
import { freshDatabase } from '../../support/server/fresh-database';

const installed = spawnSync('sqlmap', ['--version']).status === 0;

test('sqlmap is here (Debian: apt-get install sqlmap); without it nothing of this was tried', () => {
  expect(installed).toBe(true);
});

const server = await builtServer(() => ({ CANDOUR_PROXIES: '1' }));
const browser = await startBrowser();
// Guesses are forgotten all the time, so that every sign-in is looked at; costly pages count by the address, which changes.
const forgetting = setInterval(() => void server.sql`delete from guesses`.catch(() => {}), 100);
afterAll(async () => {
  clearInterval(forgetting);
  await browser.close();
  await server.stop();
});
describe.runIf(installed)('with sqlmap', () => {
  test('where a text is put into the SQL as it is, it says so', async () => {
    const { sql } = await freshDatabase();
    const loose = createServer(async (request, response) => {
      const q = new URL(request.url ?? '', 'http://localhost').searchParams.get('q') ?? '';
      const rows = await sql
        .unsafe(`select kind::text from events where kind::text = '${q}'`)
        .catch(() => [{ kind: 'a fault' }]);
      response.setHeader('Content-Type', 'text/html');
      response.end(`<p>${rows.length} found</p>`);
    }).listen(0, '127.0.0.1');
    await once(loose, 'listening');
    const { port } = loose.address() as { port: number };
    const { found, tries } = await sqlmap({ name: 'loose', url: `http://127.0.0.1:${port}/?q=x` });
    loose.close();
    expect(found).toBe(true);
    expect(tries).toBeGreaterThan(0);
  }, 600_000);

  const at = (path: string) => `${server.address}${path}`;
  const pages = new Map<DemoName, Page>();
  const pageOf = async (name: DemoName): Promise<Page> => {
    const page = pages.get(name) ?? (await arrive(browser, server.address, name, { javaScriptEnabled: false }));
    pages.set(name, page);
    return page;
  };
  const cookieOf = async (page: Page) =>
    (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const reading = '/readings/csc-02/2018-07-01';
  const card = '/scorecards/childrens-social-care';
  const ended: Ended[] = [];

  async function tried(target: Target) {
    const end = await sqlmap(target);
    ended.push(end);
    console.log(
      `${end.name}: ${end.tries} tries; ${end.found ? 'FOUND' : end.clean ? 'nothing' : 'NOT DONE'} ${end.trouble}`,
    );
    expect({ found: end.found, clean: end.clean, trouble: end.trouble }, end.output).toEqual({
      found: false,
      clean: true,
      trouble: [],
    });
    expect(end.tries).toBeGreaterThan(20);
  }

  const open = [
    '/search?q=foster',
    '/measures/csc-02?show=all',
    `${card}?date=2018-08-17`,
    `${card}/revisions?measure=csc-02&before=9`,
    `${card}/editions?before=9`,
    `${card}/changes?from=1&to=2`,
    `${card}?show=red&order=title&signals=shown`,
    '/sign-in?then=%2Fwork&trouble=x&error=y',
    '/trouble/not-found?at=%2Fwork',
    '/trouble/x*',
    `/scorecards/x*`,
    `${card}/2018-08-17*`,
    `${card}/editions/1*`,
    '/measures/csc-02*',
    '/measures/csc-02*/data.csv',
    '/committees/family-and-childrens-services*',
    '/invitation/none*',
    '/nowhere*',
    '/api/auth/callback/oidc?code=x&state=y',
  ];
  test.each(open)('nobody, %s', async (path) => tried({ name: path, url: at(path) }), 1_800_000);

  test('what a browser says of itself and where it comes from', async () => {
    const cookie = await cookieOf(await pageOf('Olive'));
    await tried({ name: 'headers', url: at('/search?q=foster'), only: ['user-agent', 'referer'] });
    await tried({
      name: 'cookies',
      url: at('/work'),
      only: cookie.split('; ').map((pair) => pair.split('=')[0] as string),
      cookie,
    });
  }, 1_800_000);

  const inside: [DemoName, string][] = [
    ['Olive', '/readings/csc-02*/2018-07-01'],
    ['Olive', '/readings/csc-02/2018-07-01*'],
    ['Olive', `${reading}?saved=1&kept=x&typing=y`],
    ['Olive', '/work/readings?state=draft&page=1'],
    ['Olive', '/history/measures/csc-02*'],
    ['Olive', '/history/services/childrens-social-care*'],
    ['Hana', '/reviews/1*'],
    ['Hana', '/reviews?done=approved'],
    ['Hana', '/reviews/1?kept=x'],
    ['Ada', '/releases/childrens-social-care*'],
    ['Ada', '/releases/childrens-social-care?published=1&kept=x&done=y'],
    ['Ada', '/releases/childrens-social-care/withdraw?edition=1&kept=x&done=y'],
    ['Ada', '/settings/measures/csc-02*/comparators'],
    ['Ada', '/measures/csc-02/working?done=x'],
    ['Ada', '/settings/measures/csc-02/comparators?enter=England&kept=x&done=y'],
    ['Cal', '/early/1*'],
    ['Ada', '/settings/services/childrens-social-care*'],
    ['Ada', '/settings/measures/order?service=childrens-social-care'],
    ['Ada', '/settings/committees/roads-and-travel*'],
    ['Ada', '/settings/committees/roads-and-travel/meetings/2018-09-18*'],
    ['Ada', '/settings/glossary/1*'],
    ['Ada', '/settings/people/1*'],
    ['Ada', '/settings/year-end/childrens-social-care*'],
    ['Ada', '/settings/year-end/childrens-social-care/check?code=csc-02'],
    ['Ada', '/settings/bring-in/out/readings.csv?service=childrens-social-care'],
    ['Olive', '/work/bring-in/templates/due.csv?service=childrens-social-care'],
    ['Ada', '/history/council/history.csv?who=1&kind=x&from=2018-08-01&until=2018-08-17'],
  ];
  test.each(inside)(
    '%s, %s',
    async (name, path) => tried({ name: `${name} ${path}`, url: at(path), cookie: await cookieOf(await pageOf(name)) }),
    1_800_000,
  );

  /** Olive's reading as it waits for Hana, whatever became of it with the form before; answers its review's address. */
  async function waiting(): Promise<string> {
    const olive = await pageOf('Olive');
    await olive.goto(reading);
    if (await olive.locator('#numerator').count()) {
      await olive.locator('#numerator').fill('220');
      await olive.locator('#denominator').fill('267');
      await olive.locator('textarea[name=comments]').fill('Words.');
      await olive.getByRole('button', { name: 'Check answers' }).click();
      await olive.getByRole('button', { name: /^Submit/ }).click();
      await olive.waitForURL(/done=submitted/);
    }
    const [row] = await server.sql`select r.id from readings r join measures m on m.id = r.measure_id
      where m.code = 'csc-02' and r.period_start = '2018-07-01' order by r.revision desc limit 1`;
    return `/reviews/${row?.id}`;
  }

  test('what the forms need: a draft, and a password to change', async () => {
    const olive = await pageOf('Olive');
    await olive.goto(reading);
    await olive.locator('#numerator').fill('220');
    await olive.locator('#denominator').fill('267');
    await olive.locator('textarea[name=comments]').fill('Words.');
    await olive.getByRole('button', { name: 'Save draft' }).click();
    await olive.waitForURL(/saved=/);
    const passwordHash = await hashPassword('a short walk by the river');
    await server.sql`update people set password_hash = ${passwordHash} where email = 'cal@candour.example'`;
  });

  const forms: [DemoName | 'nobody', string, RegExp, Record<string, string>][] = [
    ['nobody', '/sign-in', /^Sign in$/, { email: 'olive@candour.example', password: 'a wrong password' }],
    ['nobody', '/sign-in', /Olive/, {}],
    ['Olive', reading, /Save draft/, { numerator: '220', denominator: '267', comments: 'Words.', intent: 'save' }],
    ['Olive', `${reading}/check`, /^Submit/, {}],
    ['Hana', 'REVIEW', /Return to its owner/, { reason: 'Say more.', suggested: 'Other words.' }],
    ['Hana', 'REVIEW', /^Approve/, {}],
    ['Ada', '/releases/childrens-social-care', /^Publish edition/, { note: 'A note.' }],
    ['Ada', '/releases/childrens-social-care/withdraw?edition=1', /^Withdraw edition/, { reason: 'A reason.' }],
    [
      'Ada',
      '/settings/measures/csc-02/comparators',
      /^(Check|Enter)/,
      { name: 'England', source: 'DfE', note: 'Alike.' },
    ],
    ['Ada', '/measures/csc-02/working', /baseline/i, { reason: 'A reason.' }],
    ['Ada', '/settings/services/new', /^Show the effect/, { name: 'Housing', place: '1' }],
    ['Ada', '/settings/measures/csc-02/target', /^Show the effect/, { greenFrom: '80', reason: 'A reason.' }],
    ['Ada', '/settings/measures/csc-02/outturn', /^Show the effect/, { value: '80', source: 'A report.' }],
    [
      'Ada',
      '/settings/measures/new?service=childrens-social-care',
      /^Show the effect/,
      { title: 'Calls', code: 'csc-99' },
    ],
    ['Ada', '/settings/committees/new', /^Show the effect/, { name: 'Scrutiny' }],
    ['Ada', '/settings/glossary/new', /^Show the effect/, { term: 'Care leaver' }],
    ['Ada', '/settings/people/new', /^Invite/, { name: 'Una Reid', email: 'una@candour.example' }],
    [
      'Cal',
      '/account',
      /^Change password/,
      { 'present-password': 'wrong', 'new-password': 'a long walk by the river' },
    ],
  ];
  test.each(forms)(
    'the form of %s at %s with the button %s',
    async (name, path, button, typed) => {
      const page =
        name === 'nobody'
          ? await (await browser.newContext({ baseURL: server.address, javaScriptEnabled: false })).newPage()
          : await pageOf(name);
      const address = path === 'REVIEW' ? await waiting() : path;
      await page.goto(address);
      await page.getByRole('button', { name: button, includeHidden: true }).first().waitFor({ state: 'attached' });
      const form = { ...(await fieldsOfForm(page, button)), ...typed };
      const only = Object.keys(form).filter((field) => !field.startsWith('$'));
      expect(only.length, address).toBeGreaterThan(0);
      await tried({ name: `${name} ${address} ${button}`, url: at(address), form, only, cookie: await cookieOf(page) });
    },
    1_800_000,
  );

  test('how much that was', () => {
    console.log(`${ended.length} addresses and forms, ${ended.reduce((sum, { tries }) => sum + tries, 0)} tries.`);
    expect(ended.length).toBeGreaterThan(30);
  });
});
