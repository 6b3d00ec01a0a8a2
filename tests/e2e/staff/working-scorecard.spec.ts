import type { Page } from '@playwright/test';
import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive, type DemoName } from '../../support/browser/signed-in';

const childrens = '/services/childrens-social-care';
const highways = '/services/highways-and-transport';

/** What each role reads first, and the one step that leads on. */
const roles: { name: DemoName; address: string; first: RegExp; next: string | null }[] = [
  { name: 'Otis', address: highways, first: /^Now 2 readings$/, next: null },
  { name: 'Hester', address: highways, first: /^Late 2 readings$/, next: null },
  { name: 'Ada', address: highways, first: /^Late 2 readings$/, next: 'Prepare edition 2' },
  { name: 'Olive', address: childrens, first: /^Due by 14 September 2018 /, next: null },
];

/** The trouble that a page in a browser of its own tells of, the policy's among it. */
function troubleOf(page: Page): string[] {
  const trouble: string[] = [];
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  return trouble;
}

async function fits(page: Page): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.locator('html').evaluate((html) => html.scrollWidth), `${page.url()} at ${width}`).toBe(width);
  }
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  test(`each role reads the working scorecard ${how} JavaScript: the most pressing first, and what to do there`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(300_000);
    for (const { name, address, first, next } of roles)
      await test.step(name, async () => {
        const page = await arrive(browser, baseURL as string, name, { javaScriptEnabled });
        const trouble = troubleOf(page);
        await page.goto(address);
        await expect(page.locator('.working tbody').first().getByRole('rowheader').first()).toHaveText(first);
        const buttons = page.locator('main .button:not(.secondary)');
        await expect(buttons).toHaveText(next === null ? [] : [next]);
        await fits(page);
        if (javaScriptEnabled) await axe(page);
        await page.getByRole('link', { name: 'In full, as the public would read them' }).click();
        await expect(page.locator('.scorecard tbody')).toHaveCount(address === childrens ? 20 : 12);
        await fits(page);
        expect(trouble).toEqual([]);
        await page.context().close();
      });
  });

  test(`the overview ${how} JavaScript: Ada also reads what is late, Cal what is published alone`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(300_000);
    for (const name of ['Ada', 'Cal'] as const)
      await test.step(name, async () => {
        const page = await arrive(browser, baseURL as string, name, { javaScriptEnabled });
        const trouble = troubleOf(page);
        await page.goto('/overview');
        const late = page.getByRole('region', { name: 'What is late' });
        await expect(late).toHaveCount(name === 'Ada' ? 1 : 0);
        await expect(page.getByRole('table', { name: 'Readings by the month in which they fell due' })).toHaveCount(
          name === 'Ada' ? 1 : 0,
        );
        const colours = page.getByRole('table', { name: /^Colours of the editions of/ });
        await expect(colours).toHaveCount(2);
        await expect(colours.first().getByRole('cell')).toHaveText(['13', '0', '5', '2']);
        // Tremor draws beside the tables, in the colours of our theme; without a script nothing is missed.
        const columns = page.locator('.drawn .recharts-bar-rectangle rect');
        if (javaScriptEnabled) await expect(columns.first()).toHaveCSS('fill', /^rgb/);
        else await expect(columns).toHaveCount(0);
        await fits(page);
        if (javaScriptEnabled) await axe(page);
        await page.emulateMedia({ media: 'print' });
        await expect(page.locator('.drawn').first()).toBeHidden();
        await expect(colours.first()).toBeVisible();
        expect(trouble).toEqual([]);
        await page.context().close();
      });
  });
}

test('a chart of the overview answers to the pointer: the figures of the month in words', async ({
  browser,
  baseURL,
}) => {
  const page = await arrive(browser, baseURL as string, 'Ada');
  await page.goto('/overview');
  const chart = page.getByRole('figure', { name: /by month, as columns$/ });
  await chart.locator('.recharts-bar-rectangle').first().hover();
  await expect(chart.locator('.recharts-tooltip-wrapper')).toContainText('September 2017');
  await expect(chart.locator('.recharts-tooltip-wrapper')).toContainText('On time');
});

test('Cal is led to the overview, and reads of a service the edition in force with every Red, its cause and its action', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ baseURL: baseURL as string });
  await page.goto('/sign-in');
  await page.getByRole('button', { name: /^Cal/ }).click();
  await expect(page).toHaveURL(/\/overview$/);
  await page
    .getByRole('link', { name: 'Children’s Social Care' })
    .or(page.getByRole('link', { name: /^Children's/ }))
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`${childrens}$`));
  await expect(page.getByRole('heading', { name: 'Since the committee met on 5 July 2018' })).toBeVisible();
  await expect(page.locator('.reds tbody tr')).toHaveCount(5);
  await expect(page.locator('.reds tbody tr').first()).toContainText('Bring the team back to full strength');
  await expect(page.getByText('Working scorecard')).toHaveCount(0);
  await fits(page);
  await axe(page);
  await page.getByRole('link', { name: 'Read edition 1' }).click();
  await expect(page).toHaveURL(/\/scorecards\/childrens-social-care$/);
});

test('whoever wanted to be somewhere is led there after signing in, a councillor too', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL: baseURL as string });
  await page.goto(`${childrens}?rows=full`);
  await expect(page).toHaveURL(/\/sign-in\?then=/);
  await page.getByRole('button', { name: /^Cal/ }).click();
  await expect(page).toHaveURL(new RegExp(`${childrens}\\?rows=full$`));
  await page.goto('/sign-in?then=/work');
  await expect(page).toHaveURL(/\/work$/);
  await page.goto('/sign-in');
  await expect(page).toHaveURL(/\/overview$/);
});

test('what is invented says so behind the sign-in too, and a figure that is not there says it in words', async ({
  browser,
  baseURL,
}) => {
  const invented = 'Everything in this service is invented';
  const ada = await arrive(browser, baseURL as string, 'Ada', { javaScriptEnabled: false });
  await ada.goto('/overview');
  await expect(ada.getByText('are invented for the demonstration')).toBeVisible();
  await ada.goto(highways);
  await expect(ada.getByText(invented)).toBeVisible();
  await expect(ada.getByRole('row', { name: /Street lights working/ })).toContainText('[x] not available');
  const cal = await arrive(browser, baseURL as string, 'Cal', { javaScriptEnabled: false });
  await cal.goto(highways);
  await expect(cal.getByText(invented)).toBeVisible();
});
