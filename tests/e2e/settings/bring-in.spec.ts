import type { Page } from '@playwright/test';
import { writeWorkbook } from '@/lib/workbook/workbook-writing';
import { axe, expect, heldBack, test } from '../../support/browser/browser-test';
import { field, fits, press, problems } from '../../support/browser/settings-page';
import { arrive, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

/** A workbook as a council keeps it: a title above its headings, a word where a figure should be, and a letter for a nought. */
const sheet = [
  ['Highways scorecard 2018/19 – Q1 (draft v3)'],
  ['Ref', 'Indicator', 'Unit', 'Good', 'Target 18/19', 'Apr 2018', 'May 2018', 'Jun 2018', 'Lead'],
  ['lit-01', 'Street lights mended in time', '%', '↑', 95, 96, 94, 97, 'Otis Grant'],
  ['lit-02', 'Days to mend a street light', 'Days', '↓', 5, 'n/k', 4, 3, 'Otis Grant'],
  ['lit-03', 'Street lights that do not burn', 'Number', '↓', 550, 520, 514, '5O9', 'Otis Grant'],
];

test.describe('a council’s own workbook', () => {
  test.setTimeout(300_000);
  test.beforeEach(({ expectTrouble }) => {
    expectTrouble(heldBack);
    expectTrouble(/40[34]|413/);
  });

  test('Ada brings it in without JavaScript on a phone: one question, one bad cell, and the measures are there; once more, and nothing changes', async ({
    browser,
  }) => {
    const server = await ownServer();
    try {
      const buffer = Buffer.from(await writeWorkbook([{ name: 'Highways and transport', rows: sheet }]));
      const file = { name: 'Highways Q1.xlsx', mimeType: 'application/octet-stream', buffer };
      const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false, width: 320 });
      const send = async () => {
        await ada.goto('/settings/bring-in');
        await field(ada, 'Which file?').setInputFiles(file);
        await press(ada, 'Read the file');
        await settled(ada);
      };

      // Without a file nothing is read, and the page says why at the field.
      await ada.goto('/settings');
      await ada.getByRole('main').getByRole('link', { name: 'Bring in and take out' }).click();
      await press(ada, 'Read the file');
      await expect(problems(ada)).toContainText('Choose a file first');
      await expect(ada).toHaveTitle(/^Error: Bring in and take out/);

      await send();
      await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Check what was understood');
      await expect(ada.getByRole('main')).toContainText('One question for you, one cell cannot be used');
      await expect(ada.getByRole('button', { name: /^Bring in/ })).toHaveCount(0);
      await fits(ada);
      await ada.setViewportSize({ width: 320, height: 900 });

      // The form of the file in the hands of somebody else, and a file that somebody else sends: nothing comes of either.
      const hana = await arrive(browser, server.address, 'Hana', { javaScriptEnabled: false });
      const page = new URL(ada.url()).pathname;
      const form = { ...(await fieldsOfForm(ada, /^Save my answers$/)), intent: 'stop' };
      await forge(hana.request, server.address, page, form);
      const sending = { headers: { Origin: server.address, 'Sec-Fetch-Site': 'same-origin' }, maxRedirects: 0 };
      const sent = { from: 'settings', key: 'a-key-of-this-rendering', file };
      const refused = await hana.request.post(`${server.address}/api/bring-in`, { ...sending, multipart: sent });
      expect(refused.status()).toBe(403);
      const foreign = { ...sending, headers: { Origin: 'https://elsewhere.example' }, multipart: sent };
      expect((await ada.request.post(`${server.address}/api/bring-in`, foreign)).status()).toBe(403);
      const large = { ...sent, file: { ...file, buffer: Buffer.alloc(11 * 1_048_576) } };
      const tooLarge = await ada.request.post(`${server.address}/api/bring-in`, { ...sending, multipart: large });
      expect([tooLarge.status(), (await tooLarge.text()).includes('A file can have 10 MB')]).toEqual([413, true]);
      expect(await server.sql`select state from imports`).toEqual([{ state: 'questions' }]);

      // She answers and mends; the sheet says what it says, and the measures are as the scorecard would show them.
      await ada.getByRole('group', { name: /n\/k/ }).getByRole('radio', { name: 'not collected' }).check();
      await ada.getByLabel(/5O9/).fill('509');
      await ada.getByRole('button', { name: 'Save my answers' }).first().click();
      await settled(ada);
      await expect(ada.getByRole('status')).toContainText('the file was read again with them');
      await expect(ada.getByRole('main')).toContainText('No question is open');
      await expect(ada.getByRole('region', { name: 'So the first scorecard would say' })).toContainText('Green');

      // In the browser of another reader the same page, with a script: nothing that axe finds.
      const script = await arrive(browser, server.address, 'Ada');
      for (const address of ['/settings/bring-in', ada.url()]) {
        await script.goto(address);
        await fits(script);
        await axe(script);
      }
      await press(ada, 'Bring in 3 measures');
      await settled(ada);
      await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Brought in');
      await ada.goto('/settings/measures?service=highways-and-transport');
      await expect(ada.getByRole('main')).toContainText('Street lights that do not burn');
      const [reading] = await server.sql`
        select r.value, r.state, p.name from readings r join measures m on m.id = r.measure_id
        join people p on p.id = m.owner_id where m.code = 'lit-03' and r.period_start = '2018-06-01'`;
      expect(reading).toMatchObject({ value: '509', state: 'draft' });

      // The same file again: what it asks for is here, and what was answered is remembered.
      await send();
      await expect(ada.getByRole('main')).toContainText('There is nothing to bring in as it stands');
      await press(ada, 'Stop');
      await expect(ada.getByRole('status')).toContainText('Nothing of the file was brought in');
      await expect(ada.getByRole('row', { name: /Highways Q1/ })).toHaveCount(2);

      // An owner has a page of her own, and finds nothing of the council's.
      const otis = await arrive(browser, server.address, 'Otis');
      await otis.getByRole('link', { name: 'Send your figures as a file' }).click();
      await expect(otis.getByRole('heading', { level: 1 })).toHaveText('Send your figures as a file');
      await fits(otis);
      await axe(otis);
      expect((await otis.request.get(page)).status()).toBe(404);
    } finally {
      await server.stop();
    }
  });
});

/** Waits until a file is not on its way any more; the page looks again by itself. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/^Your file is being/, { timeout: 60_000 });
}
