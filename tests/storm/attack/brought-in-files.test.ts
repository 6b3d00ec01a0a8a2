import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { afterAll, describe, expect, test } from 'vitest';
import { writeCsv } from '@/lib/workbook/csv-writing';
import { writeWorkbook } from '@/lib/workbook/workbook-writing';
import { payloads } from '../../support/attack/payloads';
import { sqlmap } from '../../support/attack/sqlmap';
import { look, nothingCaught, watch } from '../../support/attack/xss-net';
import { arrive, fieldsOfForm } from '../../support/browser/signed-in';
import { builtServer, startBrowser } from '../../support/server/built-server';

const server = await builtServer(() => ({ CANDOUR_PROXIES: '1' }));
const browser = await startBrowser();
const forgetting = setInterval(() => void server.sql`delete from guesses`.catch(() => {}), 100);
afterAll(async () => {
  clearInterval(forgetting);
  await browser.close();
  await server.stop();
});
const caught = nothingCaught();

/** Ada, in a browser in which whatever runs is noted. */
async function watchedAda(): Promise<Page> {
  const ada = await arrive(browser, server.address, 'Ada');
  await watch(ada.context(), caught);
  return (await ada.context().newPage()) as Page;
}

/** Sends a file and waits until it was read; answers with the address of its page. */
async function sent(ada: Page, name: string, bytes: Uint8Array): Promise<string> {
  await ada.goto('/settings/bring-in');
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
  await ada.getByLabel('Which file?', { exact: true }).setInputFiles(file);
  await ada.getByRole('button', { name: 'Read the file' }).click();
  await ada.getByRole('heading', { level: 1, name: /Check what|Brought in|Nothing/ }).waitFor({ timeout: 120_000 });
  return ada.url();
}

const line = (payload: string) => payload.replaceAll(/[\r\n]+/g, ' ');

test(`${payloads.length} payloads in the cells, headings and names of files: nothing runs before, while or after they come in`, async () => {
  const ada = await watchedAda();
  const size = 25;
  for (let batch = 0; batch * size < payloads.length; batch += 1) {
    const some = payloads.slice(batch * size, (batch + 1) * size).map(line);
    const code = (n: number) => `boom-${batch}-${n}`;
    const measures = [
      ['Service', 'Code', 'Title', 'Definition', 'Unit', 'Better', 'How often', 'First period', 'Owner'],
      ...some.map((payload, n) => [
        'Highways and transport',
        code(n),
        payload,
        payload,
        'number',
        'higher',
        'monthly',
        'January 2018',
        payload,
      ]),
    ];
    const readings = [
      ['Measure', 'Period', 'Figure', 'Comments', 'Action', 'Action owner'],
      ...some.map((payload, n) => [code(n), 'June 2018', n % 2 ? payload : n, payload, payload, payload]),
    ];
    const own = [['Ref', ...some], ...some.map((payload) => [payload, ...some])];
    const workbook = await writeWorkbook([
      { name: 'Measures', rows: measures },
      { name: 'Readings', rows: readings },
    ]);
    for (const [name, bytes] of [
      [`${some[0]}.xlsx`, workbook],
      [`${some[1]}.csv`, await writeCsv(own)],
    ] as const) {
      const page = await sent(ada, name, bytes);
      for (const address of [page, `${page}?show=refuse`, '/settings/bring-in']) {
        await ada.goto(address);
        await ada.mouse.move(200, 200);
        await look(ada, caught);
      }
      await ada.goto(page);
      const good = ada.getByRole('button', { name: /^Bring in/ }).first();
      if ((await good.count()) === 0) continue;
      await good.click();
      await ada.getByRole('heading', { level: 1, name: 'Brought in' }).waitFor({ timeout: 120_000 });
      for (const address of [
        page,
        '/settings/measures?service=highways-and-transport',
        '/overview',
        '/history/council',
      ]) {
        await ada.goto(address);
        await look(ada, caught);
      }
    }
  }
  console.log(`${caught.loaded} pages.`);
  expect(caught.loaded).toBeGreaterThan(40);
  expect(caught.ran).toEqual([]);
}, 3_600_000);

const installed = spawnSync('sqlmap', ['--version']).status === 0;
test('sqlmap is here (Debian: apt-get install sqlmap); without it nothing of this was tried', () => {
  expect(installed).toBe(true);
});

describe.runIf(installed)('with sqlmap', () => {
  const table = 'Measure\tPeriod\tFigure\ncsc-02\tAugust 2018\t81';
  const addresses = [
    '/settings/bring-in/1*',
    '/settings/bring-in/1?show=refuse&kind=measure&done=x&kept=y',
    '/settings/bring-in?trouble=x&done=y&kept=z',
    '/settings/bring-in/templates/empty.xlsx*',
    '/services/childrens-social-care*/history-from-elsewhere',
    '/services/childrens-social-care/history-from-elsewhere?done=x&kept=y',
  ];
  const cookieOf = async (page: Page) =>
    (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

  test.each(addresses)(
    'Ada, %s',
    async (path) => {
      const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
      const url = `${server.address}${path}`;
      const end = await sqlmap({ name: path, url, cookie: await cookieOf(ada) });
      console.log(`${path}: ${end.tries} tries; ${end.found ? 'FOUND' : 'nothing'} ${end.trouble}`);
      expect({ found: end.found, clean: end.clean, trouble: end.trouble }, end.output).toEqual({
        found: false,
        clean: true,
        trouble: [],
      });
    },
    1_800_000,
  );

  test.each([
    ['/settings/bring-in', /Read the text/],
    ['FILE', /^Save my answers$/],
  ])(
    'the form at %s',
    async (path, button) => {
      const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
      const address = path === 'FILE' ? await sent(ada, 'a.csv', Buffer.from(table.replaceAll('\t', ','))) : path;
      await ada.goto(address);
      const form = await fieldsOfForm(ada, button);
      if (path !== 'FILE') form.text = table;
      const only = Object.keys(form).filter((field) => !field.startsWith('$'));
      const url = new URL(address, server.address).href;
      const end = await sqlmap({ name: path, url, form, only, cookie: await cookieOf(ada) });
      console.log(`${path}: ${end.tries} tries; ${end.found ? 'FOUND' : 'nothing'} ${end.trouble}`);
      expect({ found: end.found, clean: end.clean, trouble: end.trouble }, end.output).toEqual({
        found: false,
        clean: true,
        trouble: [],
      });
    },
    1_800_000,
  );
});
