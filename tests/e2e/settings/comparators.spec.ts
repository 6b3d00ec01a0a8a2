import type { Browser, Page } from '@playwright/test';
import { axe, expect, heldBack, test } from '../../support/browser/browser-test';
import { arrive, type DemoName, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const comparators = '/settings/measures/csc-02/comparators';
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const yes = (page: Page) => page.getByRole('radio', { name: /^Yes, by the same definition/ });
const sheet = 'Year\tEngland\n2015/16\t70.1\n2016/17\t71.3%\n2017/18\t72\n';
const source = 'DfE, children looked after in England, table LAA1';
const note = 'The same definition, for all councils in England.';

/** The figures that are kept of a measure, each as 'England 2018-03-31 72'. */
type Sql = Awaited<ReturnType<typeof ownServer>>['sql'];
const kept = async (sql: Sql) =>
  (
    await sql`select b.name, v.until_day::text as until, v.value::text as value from benchmarks b
      join benchmark_values v on v.benchmark_id = b.id join measures m on m.id = b.measure_id
      where m.code = 'csc-02' order by b.name, v.until_day`
  ).map(({ name, until, value }) => `${name} ${until} ${value}`);

async function fill(page: Page, figures: string, name = 'England') {
  await field(page, 'Whose figures are they?').fill(name);
  await field(page, 'Figures').fill(figures);
  await field(page, 'Where do they come from?').fill(source);
  await yes(page).check();
  await field(page, 'How alike are they?').fill(note);
}

/** No wider than the window at both widths; and where axe can look, which takes a script, nothing that it finds. */
async function sound(page: Page, javaScriptEnabled: boolean) {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
    if (javaScriptEnabled) await axe(page);
  }
}

test.describe('comparators', () => {
  test.setTimeout(300_000);
  test.beforeEach(({ expectTrouble }) => {
    expectTrouble(/404/);
    expectTrouble(heldBack);
  });

  for (const javaScriptEnabled of [false, true])
    test(`Ada pastes figures, sees what was understood, mends what was wrong and saves ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      browser,
    }) => {
      const server = await ownServer();
      try {
        const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled });
        await ada.goto(comparators);
        await sound(ada, javaScriptEnabled);

        // What is wrong is named with its line, and nothing that was typed is lost.
        const wrong = sheet.replace('71.3%', '9,3').replace('2017/18', '2017/19');
        await fill(ada, wrong);
        await press(ada, 'Check');
        const summary = ada.getByRole('alert').filter({ hasText: 'There is a problem' });
        await expect(summary.getByRole('link')).toHaveText([
          /^Line 3: “9,3” has a comma where a decimal point may be meant/,
          'Line 4: “2017/19” is not one year.',
        ]);
        await expect(field(ada, 'Figures')).toHaveValue(wrong);
        await expect(field(ada, 'Whose figures are they?')).toHaveValue('England');
        await expect(field(ada, 'Where do they come from?')).toHaveValue(source);
        await expect(yes(ada)).toBeChecked();
        await expect(field(ada, 'How alike are they?')).toHaveValue(note);
        await sound(ada, javaScriptEnabled);
        expect(await kept(server.sql)).toEqual([]);

        // What was understood is shown before it is saved.
        await field(ada, 'Figures').fill(sheet);
        await press(ada, 'Check');
        const check = ada.getByRole('region', { name: 'Check before you save' });
        await expect(check.getByRole('row')).toHaveText([
          /For\s*Figure\s*What it does/,
          /At 31 March 2016\s*70\.1%\s*New/,
          /At 31 March 2017\s*71\.3%\s*New/,
          /At 31 March 2018\s*72%\s*New/,
        ]);
        if (javaScriptEnabled) await expect(check.getByRole('heading')).toBeFocused();
        await sound(ada, javaScriptEnabled);
        expect(await kept(server.sql)).toEqual([]);

        // What was changed since is checked once more.
        await field(ada, 'Figures').fill(sheet.replace('72', '72.5'));
        await press(ada, 'Save');
        await expect(check).toContainText('Something has changed since you checked it');
        await expect(check).toContainText('72.5%');
        expect(await kept(server.sql)).toEqual([]);
        await press(ada, 'Save');
        await expect(ada.getByRole('status')).toContainText('The figures are saved.');
        const all = ['England 2016-03-31 70.1', 'England 2017-03-31 71.3', 'England 2018-03-31 72.5'];
        expect(await kept(server.sql)).toEqual(all);
        await expect(ada.getByRole('main')).toContainText('72.5% at 31 March 2018');
        await ada.getByText('All 3 figures').click();
        await sound(ada, javaScriptEnabled);

        // One figure more, and one corrected; the others stay.
        await ada.getByRole('link', { name: 'Add or correct figures of England' }).click();
        await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Figures of England');
        await expect(field(ada, 'Where do they come from?')).toHaveValue(source);
        await field(ada, 'Figures').fill('2017/18, 72.4\nJul 2018, 73');
        await press(ada, 'Check');
        await expect(check.getByRole('row').filter({ hasText: 'Replaces 72.5%' })).toContainText('72.4%');
        await press(ada, 'Save');
        await expect(ada.getByRole('status')).toContainText('The figures are saved.');
        const more = [...all.slice(0, 2), 'England 2018-03-31 72.4', 'England 2018-07-31 73'];
        expect(await kept(server.sql)).toEqual(more);

        // Removed with a reason alone, and told in the history.
        await ada.getByText('Remove England', { exact: true }).click();
        await press(ada, 'Remove England and its 4 figures');
        await expect(ada.getByRole('alert').first()).toContainText('Say why the figures of England are removed.');
        expect(await kept(server.sql)).toEqual(more);
        await field(ada, 'Why is it removed?').fill('The table was withdrawn.');
        await press(ada, 'Remove England and its 4 figures');
        await expect(ada.getByRole('status')).toContainText('The figures are removed');
        expect(await kept(server.sql)).toEqual([]);
        await ada.goto('/history/measures/csc-02');
        await expect(ada.getByRole('main')).toContainText(
          'Ada Byrne removed the figures of England beside measure 2: The table was withdrawn.',
        );
        await expect(ada.getByRole('main')).toContainText('Ada Byrne entered 3 figures of England beside measure 2.');
      } finally {
        await server.stop();
      }
    });

  test('nobody else finds the page, and their forged forms change nothing and are recorded', async ({
    browser,
    request,
  }) => {
    const server = await ownServer();
    try {
      const without = { javaScriptEnabled: false };
      const ada = await arrive(browser, server.address, 'Ada', without);
      await ada.goto(comparators);
      await fill(ada, sheet);
      await press(ada, 'Check');
      const form = { ...(await fieldsOfForm(ada, /^Save$/)), intent: 'save' };
      const others: DemoName[] = ['Olive', 'Hana', 'Cal', 'Otis'];
      for (const name of others) {
        const page = await arrivedElsewhere(browser, server.address, name);
        const answer = await forge(page.request, server.address, comparators, { ...form, key: crypto.randomUUID() });
        expect(answer.status(), name).toBeLessThan(500);
        expect(await kept(server.sql), name).toEqual([]);
      }
      const old = await request.get(`${server.address}/measures/csc-02/comparators`, { maxRedirects: 0 });
      expect([old.status(), old.headers().location]).toEqual([308, comparators]);
      const nobody = await request.get(server.address + comparators, { maxRedirects: 0 });
      expect([nobody.status(), nobody.headers().location]).toEqual([307, expect.stringMatching(/^\/sign-in\?then=/)]);
      const sent = await forge(request, server.address, comparators, { ...form, key: crypto.randomUUID() });
      expect(sent.status()).toBeLessThan(500);
      expect(await kept(server.sql)).toEqual([]);
      // Who adds a figure to what was checked is shown it first, and somebody else's figure is not written over unseen.
      const more = { ...form, figures: `${sheet}Jun 2018\t73` };
      const shown = await forge(ada.request, server.address, comparators, { ...more, key: crypto.randomUUID() });
      expect(await shown.text()).toContain('Something has changed since you checked it');
      const tries = await server.sql`select details ->> 'why' as why from events where kind = 'step_refused'`;
      expect(tries).toHaveLength(others.length);
      for (const { why } of tries) expect(why).toMatch(/^Only the performance officer/);

      // Ada's own form, sent twice, is one entry.
      const key = crypto.randomUUID();
      for (const _ of [1, 2]) {
        const answer = await forge(ada.request, server.address, comparators, { ...form, key });
        expect(answer.status()).toBe(303);
      }
      expect(await kept(server.sql)).toHaveLength(3);
      const entered = await server.sql`select count(*)::int as n from events where kind = 'comparator_entered'`;
      expect(entered[0]?.n).toBe(1);
    } finally {
      await server.stop();
    }
  });
});

/** Somebody who looks for the page and finds that it is not there. */
async function arrivedElsewhere(browser: Browser, address: string, name: DemoName): Promise<Page> {
  const page = await arrive(browser, address, name, { javaScriptEnabled: false });
  const answer = await page.goto(comparators);
  expect(answer?.status(), name).toBe(404);
  await expect(page.getByRole('heading', { level: 1 }), name).toHaveText('Page not found');
  return page;
}
