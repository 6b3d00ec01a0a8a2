import { drizzle } from 'drizzle-orm/postgres-js';
import { layHistory } from '@/db/commands/elsewhere/lay-history';
import { addMeasure } from '@/db/commands/measure/measure-add';
import { addService } from '@/db/commands/service/services';
import * as schema from '@/db/schema';
import { months } from '../../support/bring-in/laid-history';
import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { draft } from '../../support/council/drafts';
import { ownServer } from '../../support/server/own-server';

const at = '2018-08-17T09:00:00Z';
const where = 'the Parks report';
const page = '/services/parks/history-from-elsewhere';
const words = 'ublished in the Parks report of 13 June 2018, not in this portal';

/** Parks, which Hana heads and whose one measure Olive owns, with figures of eighteen months that Ada brought in. */
async function parks(sql: Awaited<ReturnType<typeof ownServer>>['sql']) {
  const db = drizzle(sql, { schema, casing: 'snake_case' });
  const people = await sql`select id, split_part(email, '@', 1) as name from people`;
  const id = (name: string): number => people.find((person) => person.name === name)?.id;
  const ada = { who: id('ada'), at, today: '2018-08-17' };
  const service = {
    name: 'Parks',
    slug: 'parks',
    notice: null,
    place: 3,
    release: 'release',
    quarantineHours: null,
    contact: null,
  } as const;
  await addService(db, ada, { words: service });
  await addMeasure(db, ada, {
    service: 'parks',
    draft: draft({
      code: 'park-01',
      title: 'Playgrounds inspected on time',
      requiredFrom: '2018-03-01',
      whyNoTarget: 'It is only watched',
    }),
  });
  await sql`update services set head_id = ${id('hana')} where slug = 'parks'`;
  await sql`update measures set owner_id = ${id('olive')} where code = 'park-01'`;
  const [measure] = await sql`select id, service_id from measures where code = 'park-01'`;
  const values = Array.from({ length: 18 }, (_, index) => String(80 + ((index * 7) % 9)));
  await db.transaction((tx) =>
    layHistory(tx, {
      at,
      who: id('ada'),
      serviceId: measure?.service_id,
      where,
      on: '2018-06-13',
      importId: null,
      file: { name: 'parks.xlsx', hash: 'a'.repeat(64) },
      rows: months(measure?.id, '2016-12-01', values),
    }),
  );
}

test('Hana on a phone without JavaScript confirms what was published elsewhere, Ada publishes, and a resident reads where', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const server = await ownServer();
  try {
    await parks(server.sql);
    const state = async () => (await server.sql`select confirmed_by, discarded_by from history_batches`)[0];
    const waits = { confirmed_by: null, discarded_by: null };
    const hana = await arrive(browser, server.address, 'Hana', { javaScriptEnabled: false, width: 320 });
    const ada = await arrive(browser, server.address, 'Ada');

    await test.step('it waits in her work, and she reads all of it', async () => {
      await hana.getByRole('link', { name: /18 figures of one measure, published elsewhere/ }).click();
      await expect(hana.getByRole('heading', { level: 1 })).toHaveText('Figures published elsewhere');
      await expect(hana.getByRole('main')).toContainText('parks.xlsx');
      await expect(hana.getByRole('row')).toHaveCount(19);
      expect(await hana.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(320);
    });

    await test.step('nobody else can, with the same form, and nothing of it is public', async () => {
      const fields = await fieldsOfForm(hana, /^Confirm all/);
      for (const name of ['Olive', 'Ada', 'Hester', 'Cal'] as const) {
        const other = name === 'Ada' ? ada : await arrive(browser, server.address, name);
        await forge(other.request, server.address, page, { ...fields, key: crypto.randomUUID() });
        expect(await state(), name).toEqual(waits);
      }
      expect((await ada.request.get('/measures/park-01')).status()).toBe(404);
      await ada.goto('/releases/parks');
      await expect(ada.getByRole('main')).toContainText(
        '18 figures of one measure, published elsewhere, wait for Hana',
      );
      await ada.goto(page);
      await expect(ada.getByRole('button', { name: /^Confirm all/ })).toHaveCount(0);
      await axe(ada);
    });

    await test.step('throwing away asks why; she confirms', async () => {
      await hana.getByText('Throw them away instead').click();
      await hana.getByRole('button', { name: 'Throw them away' }).click();
      await expect(hana.getByRole('alert')).toContainText('Say why these figures are thrown away.');
      expect(await state()).toEqual(waits);
      await hana.goto(page);
      await hana.getByRole('button', { name: /^Confirm all/ }).click();
      await expect(hana.getByRole('status')).toContainText('Confirmed.');
      await expect(hana.getByRole('main')).toContainText(/Confirmed by Hana Malik at .* on 17 August 2018/);
      await hana.goto('/history/services/parks');
      await expect(hana.getByRole('main')).toContainText(
        'confirmed 18 figures of 1 measure, published in the Parks report of 13 June 2018',
      );
    });

    await test.step('May 2018 was wrong: Ada writes the correction, Olive cannot, and Hana confirms it', async () => {
      await ada.goto(page);
      await ada.getByRole('link', { name: 'Correct May 2018' }).click();
      await expect(ada.getByRole('heading', { name: 'Correct the figure of May 2018 for measure' })).toBeVisible();
      await ada.getByRole('button', { name: 'Send it to the head of service' }).click();
      await expect(ada.getByRole('alert').filter({ hasText: 'Tell the public in a sentence' })).toBeVisible();
      await ada.getByLabel('The figure as it should be').fill('61');
      await ada.getByLabel('Why is it corrected?').selectOption('There was a mistake');
      await ada.getByLabel('What was wrong?').fill('Two parks were counted twice.');
      const form = await fieldsOfForm(ada, /^Send it to the head of service$/);
      const olive = await arrive(browser, server.address, 'Olive');
      await forge(olive.request, server.address, page, { ...form, key: crypto.randomUUID() });
      expect(await server.sql`select from history_corrections`).toHaveLength(0);
      await ada.getByRole('button', { name: 'Send it to the head of service' }).click();
      await expect(ada.getByRole('status')).toContainText('The figure stays as it is until the head of service');
      await axe(ada);
      await hana.goto(page);
      await expect(hana.getByRole('main')).toContainText('Two parks were counted twice.');
      expect(await hana.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(320);
      const step = await fieldsOfForm(hana, /^Confirm the correction$/);
      await forge(ada.request, server.address, page, { ...step, key: crypto.randomUUID() });
      expect(await server.sql`select from history_corrections where confirmed_by is not null`).toHaveLength(0);
      await hana.getByRole('button', { name: 'Confirm the correction' }).click();
      await expect(hana.getByRole('status')).toContainText('Corrected.');
      await expect(hana.getByRole('main')).toContainText('61.0% [r] was published as 82.0%');
    });

    await test.step('Ada publishes the first edition', async () => {
      await ada.goto('/releases/parks');
      for (const field of await ada.locator('input[name=reason]:visible').all()) await field.fill('Known.');
      await ada.getByRole('button', { name: 'Publish edition 1', exact: true }).click();
      await expect(ada).toHaveURL(/published=1/);
    });

    await test.step('a resident reads the mark, and where it was published', async () => {
      const context = await browser.newContext({ baseURL: server.address });
      const resident = await context.newPage();
      await resident.goto('/scorecards/parks');
      await expect(resident.getByRole('main')).toContainText('[h] published elsewhere');
      await expect(resident.getByRole('main')).toContainText(words);
      await axe(resident);
      await resident.goto('/measures/park-01');
      await expect(resident.locator('.chart-key').first()).toContainText(`P${words}: Dec 2016 to May 2018`);
      await expect(resident.locator('.trend-table')).toContainText('published elsewhere on 13 June 2018');
      await axe(resident);
      const csv = await (await resident.request.get('/measures/park-01/data.csv')).text();
      expect(csv).toContain(`,[h],`);
      expect(csv).toContain(`P${words}`);
      // The mark and what it was; why is told among the corrections.
      expect(csv).toMatch(/,2018-05-01,2018-05-31,61\.0,.*,\[r\] \[h\],.*,82\.0%,/);
      await resident.goto('/scorecards/parks/revisions');
      await expect(resident.getByRole('main')).toContainText('Two parks were counted twice.');
    });
  } finally {
    await server.stop();
  }
});
