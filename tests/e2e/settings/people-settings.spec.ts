import type { Browser, Page } from '@playwright/test';
import { axe, expect, heldBack, test } from '../../support/browser/browser-test';
import {
  losesItsToken,
  makesToken,
  refusesStrangers,
  repeatsKeys,
  sendsExamples,
  systemsList,
} from '../../support/browser/sending-system';
import { arrive, type DemoName, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

type Server = Awaited<ReturnType<typeof ownServer>>;

const list = '/settings/people';
const zoe = 'zoe@council.example';

test.use({ actionTimeout: 10_000 });

test('an administrator looks after people without JavaScript, from the invitation to the way back', async ({
  browser,
  expectTrouble,
}) => {
  test.setTimeout(300_000);
  expectTrouble(heldBack);
  expectTrouble(/404|409/);
  const server = await ownServer();
  try {
    const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
    await test.step('invites, and the link is shown once', () => invites(ada, browser, server));
    const id = await personNumber(server, zoe);
    const person = `${list}/${id}`;
    await test.step('gives and takes roles', () => changesRoles(ada, person));
    await test.step('the second of two forms is told of the first', () => isToldOfTheFirst(ada, person));
    await test.step('gives measures away', () => givesMeasures(ada, person));
    await test.step('names a head and a deputy, and ends it early', () => namesPosts(ada, person, id));
    await test.step('somebody leaves and comes back', () => leavesAndReturns(ada, person, server));
    await test.step('the last administrator stays', () => staysTheLast(ada, server));
    await test.step('a system sends readings by a token', () => systemSends(ada, browser, server));
    await test.step('forged forms of everybody else change nothing', () => forgedForms(ada, browser, server, id));
    await test.step('every page passes axe at both widths', () => passesAxe(browser, server, id));
  } finally {
    await server.stop();
  }
});

const personNumber = async ({ sql }: Server, email: string): Promise<number> => {
  const [row] = await sql`select id from people where email = ${email}`;
  return Number(row?.id);
};

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const done = (page: Page) => page.locator('.done');
const problems = (page: Page) => page.locator('.error-summary').first();

async function invites(ada: Page, browser: Browser, server: Server) {
  await ada.goto('/settings');
  await ada.getByRole('main').getByRole('link', { name: 'People' }).click();
  await expect(ada.locator('.lead')).toHaveText('Seven people.');
  await ada.getByRole('link', { name: 'Invite a person' }).click();
  await ada.getByLabel('Name').fill('Zoe Park');
  await ada.getByLabel('E-mail address').fill('OLIVE@candour.example');
  await ada.getByLabel('Councillor').check();
  await press(ada, 'Invite');
  await expect(problems(ada)).toContainText('There is a person with the address OLIVE@candour.example already.');
  await expect(ada).toHaveTitle(/^Error: /);
  await expect(ada.getByLabel('Name')).toHaveValue('Zoe Park');
  await expect(ada.getByLabel('Councillor')).toBeChecked();
  await ada.getByLabel('E-mail address').fill(zoe);
  await press(ada, 'Invite');
  await expect(done(ada)).toContainText(`please send this link to ${zoe} yourself. It works once, until`);
  const link = (await done(ada).getByRole('link').getAttribute('href')) ?? '';
  expect(link).toMatch(new RegExp(`^${server.address}/invitation/[\\w-]{20,}$`));
  const kept = await server.sql`select answer::text as answer from answers where answer::text like '%invitation%'`;
  expect(kept).toHaveLength(0);
  await ada.goto(list);
  await expect(ada.locator('.lead')).toHaveText('Eight people. One thing needs you: one has never signed in.');
  await expect(ada.getByRole('row', { name: /Zoe Park/ })).toContainText('has never signed in');

  const context = await browser.newContext({ baseURL: server.address });
  const page = await context.newPage();
  await page.goto(link);
  await page.locator('input[name=password]').fill('a long walk by the river');
  await page
    .getByRole('button')
    .filter({ hasText: /password|Set|Sign/i })
    .last()
    .click();
  await expect(page).toHaveURL(/\/(work|overview)$/);
  await context.close();
  await ada.goto(list);
  await expect(ada.getByRole('row', { name: /Zoe Park/ })).toContainText('today,');
}

async function changesRoles(ada: Page, person: string) {
  await ada.goto(list);
  await ada.getByRole('link', { name: 'Zoe Park', exact: true }).click();
  await expect(ada.getByText('They sign in with a password.')).toBeVisible();
  await press(ada, 'Save roles');
  await expect(problems(ada)).toContainText('The roles are as they were');
  await ada.getByLabel('Councillor').uncheck();
  await ada.getByLabel('Performance officer').check();
  await press(ada, 'Save roles');
  await expect(ada).toHaveURL(`${person}?done=roles`);
  await expect(done(ada)).toHaveText('Zoe Park has these roles from now on.');
  await expect(ada.locator('.lead')).toHaveText(`${zoe}. Performance officer.`);
  await press(ada, 'End their session');
  await expect(done(ada)).toHaveText('Zoe Park is signed out everywhere.');
}

async function isToldOfTheFirst(ada: Page, person: string) {
  const other = await ada.context().newPage();
  await ada.goto(person);
  await other.goto(person);
  await other.locator('input[name=name]').fill('Zoe Green');
  await press(other, 'Save name and address');
  await expect(done(other)).toHaveText('Zoe Green has this name and address from now on.');
  await ada.locator('input[name=name]').fill('Zoe Grey');
  const answered = ada.waitForResponse((response) => response.request().method() === 'POST');
  await press(ada, 'Save name and address');
  expect((await answered).status()).toBe(409);
  await expect(problems(ada)).toContainText('Ada Byrne changed the name of Zoe Park to Zoe Green at');
  await expect(ada.locator('input[name=name]')).toHaveValue('Zoe Grey');
  await press(ada, 'Save name and address');
  await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Zoe Grey');
  await other.close();
}

async function givesMeasures(ada: Page, person: string) {
  await ada.goto(list);
  await ada.getByLabel('All measures of').selectOption({ label: 'Olive Turner (20)' });
  await ada.getByLabel('go to').selectOption({ label: 'Zoe Grey' });
  await press(ada, 'Check');
  await expect(ada.getByRole('heading', { name: '20 measures of Olive Turner to Zoe Grey' })).toBeVisible();
  const ticks = ada.locator('input[name=code]');
  await expect(ticks).toHaveCount(20);
  for (const tick of await ticks.all()) await tick.uncheck();
  await press(ada, 'Give the ticked measures to Zoe Grey');
  await expect(problems(ada)).toContainText('Tick at least one measure to give away.');
  for (const tick of (await ticks.all()).slice(1)) await tick.check();
  await press(ada, 'Give the ticked measures to Zoe Grey');
  await expect(ada).toHaveURL(`${person}?done=given`);
  await expect(ada.getByText(/^Owns 19 measures in Children/)).toBeVisible();
  await ada.goto('/history/services/childrens-social-care');
  await expect(
    ada.getByText('Ada Byrne named Zoe Grey as data owner of csc-02 in place of Olive Turner.'),
  ).toBeVisible();
}

async function namesPosts(ada: Page, person: string, id: number) {
  await ada.goto(person);
  await ada.getByRole('link', { name: 'Name Zoe Grey head or deputy of a service' }).click();
  await ada.getByRole('link', { name: /^Change ?: Highways/ }).click();
  await expect(ada).toHaveURL(`${list}/posts/highways-and-transport?person=${id}`);
  await expect(ada.getByLabel('Who heads it?')).toHaveValue(String(id));
  await ada.getByLabel('Who heads it?').selectOption({ label: 'Nobody' });
  await press(ada, 'Save the head');
  await expect(done(ada)).toHaveText('Nobody heads Highways and transport now.');
  await ada.goto('/services/highways-and-transport');
  await expect(ada.getByText('This service has no head, so nothing can be approved')).toBeVisible();
  await ada.goto('/releases/highways-and-transport');
  await expect(ada.getByText('This service has no head, so nothing can be approved')).toBeVisible();
  await ada.goto(list);
  await expect(ada.locator('.lead')).toHaveText('Eight people. One thing needs you: one service has no head.');
  await ada.getByRole('link', { name: /^Name a head ?: Highways/ }).click();
  await ada.getByLabel('Who heads it?').selectOption({ label: 'Zoe Grey' });
  await press(ada, 'Save the head');
  await expect(done(ada)).toHaveText('Zoe Grey heads Highways and transport from now on.');

  await ada.getByLabel('Who stands in for Zoe Grey?').selectOption({ label: 'Hester Lowe' });
  await ada.getByLabel('First day').fill('1 September 2018');
  await ada.getByLabel('Last day').last().fill('31 August 2018');
  await press(ada, 'Name the deputy');
  await expect(problems(ada)).toContainText('A deputy’s last day cannot come before the first.');
  await expect(ada.getByLabel('Who stands in for Zoe Grey?')).toHaveValue(/\d/);
  await ada.getByLabel('Last day').last().fill('30/9/2018');
  await press(ada, 'Name the deputy');
  await expect(done(ada)).toHaveText('The deputy is named.');
  await ada.getByText('End it early: Hester Lowe').click();
  await ada.getByLabel('Last day').first().fill('10 September 2018');
  await press(ada, 'End it: Hester Lowe');
  await expect(done(ada)).toHaveText('The deputyship ends on that day.');
  await expect(ada.getByText('from 1 September 2018 until 10 September 2018')).toBeVisible();
}

async function leavesAndReturns(ada: Page, person: string, { sql, address }: Server) {
  await ada.goto(person);
  await ada.getByRole('link', { name: 'Zoe Grey leaves…' }).click();
  await expect(ada.getByText('19 measures have no owner any more.')).toBeVisible();
  await expect(ada.getByText('Highways and transport has no head any more')).toBeVisible();
  await press(ada, 'Record that Zoe Grey has left');
  await expect(ada).toHaveURL(`${person}?done=left`);
  await expect(done(ada)).toContainText('Zoe Grey has left.');
  expect(
    await sql`select 1 from sessions s join people p on p.id = s.person_id
    where p.email = ${zoe} and s.ended_at is null`,
  ).toHaveLength(0);
  await ada.goto(list);
  await expect(ada.locator('.lead')).toHaveText(
    'Seven people. Two things need you: one service has no head and 19 measures have no owner.',
  );
  await ada.getByRole('link', { name: /^Name an owner ?: Children/ }).click();
  await ada.getByLabel('go to').selectOption({ label: 'Olive Turner' });
  await press(ada, 'Check');
  await press(ada, 'Give the ticked measures to Olive Turner');
  await expect(ada.getByText(/^Owns 20 measures in Children/)).toBeVisible();
  await ada.goto(list);
  await ada.getByRole('link', { name: '1 person who has left' }).click();
  await ada.getByRole('link', { name: /^Bring back ?: Zoe Grey/ }).click();
  await press(ada, 'Bring Zoe Grey back');
  await expect(done(ada).getByRole('link')).toHaveText(new RegExp(`^${address}/invitation/`));
  await expect(ada.getByText('Zoe Grey has no post yet.')).toBeVisible();
}

async function staysTheLast(ada: Page, server: Server) {
  const own = await personNumber(server, 'ada@candour.example');
  await ada.goto(`${list}/${own}`);
  await expect(ada.getByText('They are the only administrator here')).toBeVisible();
  await ada.getByLabel('Administrator').uncheck();
  await press(ada, 'Save roles');
  await expect(problems(ada)).toContainText('Ada Byrne is the only administrator: make somebody else one first.');
  await ada.goto(`${list}/${own}/leave`);
  await expect(ada.getByRole('button', { name: /Leave/ })).toHaveCount(0);
}

async function systemSends(ada: Page, browser: Browser, server: Server) {
  const name = 'Finance system';
  await ada.goto('/settings');
  await ada.getByRole('main').getByRole('link', { name: 'Sending systems' }).click();
  await expect(ada.getByText('No system may send readings at present.')).toBeVisible();
  const token = await makesToken(ada, name);
  await sendsExamples(server, token);
  await refusesStrangers(ada, server, token);
  const olive = await arrive(browser, server.address, 'Olive', { javaScriptEnabled: false });
  await olive.goto('/readings/csc-02/2018-07-01');
  await expect(olive.getByText(/^Finance system \(Cal Reid answers for it\) submitted it/)).toBeVisible();
  await press(olive, 'Withdraw it');
  await expect(olive.getByText('Finance system entered what stands here.')).toBeVisible();
  await repeatsKeys(server, token);
  await ada.goto(`${list}/${await personNumber(server, 'cal@candour.example')}/leave`);
  await expect(ada.getByText('Finance system sends no readings any more.')).toBeVisible();
  await losesItsToken(ada, server, name, token);
  await ada.goto('/history/council');
  await expect(ada.getByText('Ada Byrne revoked the token of Finance system.')).toBeVisible();
  // One that works, for the forms and the pages that are looked at next.
  await makesToken(ada, 'Fleet system');
}

/** Every form of these pages, sent by each who may not as Ada's browser would send it. */
async function forgedForms(ada: Page, browser: Browser, { address, sql }: Server, id: number) {
  const forms: [path: string, button: RegExp, typed: Record<string, string>][] = [
    [`${list}/new`, /^Invite$/, { name: 'Mallory', email: 'mallory@council.example', roles: 'administrator' }],
    [`${list}/${id}`, /invitation link/, {}],
    [`${list}/${id}`, /Save name/, { name: 'Mallory' }],
    [`${list}/${id}`, /Save roles/, { role: 'administrator' }],
    [`${list}/${id}/leave`, /Record that/, {}],
    [`${list}/give?from=1&to=${id}`, /^Give the ticked/, {}],
    [`${list}/posts/highways-and-transport`, /Save the head/, { head: String(id) }],
    [`${list}/posts/childrens-social-care`, /Name the deputy/, { deputy: String(id), untilDay: '30/9/2018' }],
    [`${list}/posts/childrens-social-care`, /End it: Dev/, {}],
    [`${systemsList}/new`, /^Make the token/, { name: 'Mine', responsible: '1', untilDay: '1/9/2018', code: 'csc-01' }],
    [`${systemsList}/2`, /^Save what/, { service: 'childrens-social-care' }],
    [`${systemsList}/2`, /^Revoke it/, {}],
  ];
  const state = async () => {
    const [row] = await sql`select md5(concat(
      (select jsonb_agg(p order by id) from people p), (select jsonb_agg(r order by r) from roles r),
      (select jsonb_agg(m.owner_id order by id) from measures m), (select jsonb_agg(s.head_id order by id) from services s),
      (select jsonb_agg(d order by id) from deputies d), (select jsonb_agg(y order by id) from systems y),
      (select jsonb_agg(x order by x) from system_measures x), (select jsonb_agg(i order by token_hash) from invitations i))) as all`;
    return row?.all as string;
  };
  const others: Partial<Record<DemoName, Page>> = {};
  for (const name of ['Olive', 'Hana', 'Cal'] as const)
    others[name] = await arrive(browser, address, name, { javaScriptEnabled: false });
  const visitor = await browser.newContext({ baseURL: address });
  const before = await state();
  for (const [path, button, typed] of forms) {
    await ada.goto(path);
    const fields = { ...(await fieldsOfForm(ada, button)), ...typed };
    expect(Object.keys(fields).length, `${path} ${button}`).toBeGreaterThan(1);
    for (const [name, page] of [...Object.entries(others), ['nobody', visitor] as const]) {
      const answer = await forge(page.request, address, path, { ...fields, key: crypto.randomUUID() });
      expect(answer.status(), `${name} forges ${button}`).toBeLessThan(500);
      expect(await state(), `${name} forges ${button}`).toBe(before);
    }
  }
  await visitor.close();
}

async function passesAxe(browser: Browser, { address }: Server, id: number) {
  const page = await arrive(browser, address, 'Ada');
  const ofPeople = [
    '',
    '?show=left',
    '/new',
    `/${id}`,
    `/${id}/leave`,
    `/give?from=1&to=${id}`,
    '/posts',
    '/posts/childrens-social-care',
    '/sign-ins',
  ].map((path) => list + path);
  for (const path of [...ofPeople, ...['', '/new', '/1', '/2'].map((path) => systemsList + path)]) {
    await page.goto(path);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await axe(page);
      expect(await page.locator('html').evaluate((html) => html.scrollWidth), path).toBeLessThanOrEqual(width);
    }
  }
  await page.context().close();
}
