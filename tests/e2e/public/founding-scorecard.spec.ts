import { expect, test } from '../../support/browser/browser-test';
import { computed, corrected, hiddenCells, printed } from '../../support/record/founding-table';

test.use({ javaScriptEnabled: false });

const colour = { green: 'Green', red: 'Red' };
const travelColour: Record<string, string> = { Improving: 'green', 'No change': 'green', Worsening: 'red' };
/** A cell without a figure begins with its marker, such as [x]. */
const number = (text: string) =>
  text.startsWith('[') ? null : (/[\d.,]+/.exec(text)?.[0].replaceAll(',', '').replace(/\.0$/, '') ?? null);
/** 0.20 and 0.2 are one figure. */
const same = (text: string | null) => text && String(Number(text));

test('every colour, status and figure of the founding report is on the page, small counts hidden, without JavaScript', async ({
  page,
}) => {
  await page.goto('/scorecards/childrens-social-care');
  const heads = await page.locator('table.scorecard thead th').allTextContents();
  expect(heads).toEqual([
    'No.',
    'Measure',
    'Covers',
    '2017/18',
    'Target',
    'Figure',
    'Against target',
    'Direction of travel',
    'Trend',
  ]);
  const canonical = await page.request.get('/scorecards/childrens-social-care/editions/1/canonical.json');
  const frozen = ((await canonical.json()) as { rows: { period: { label: string } }[] }).rows;
  const rows = await page
    .locator('table.scorecard tbody')
    .evaluateAll((bodies) =>
      bodies.map((body) =>
        [...(body.querySelector('tr')?.children ?? [])].map((cell) => cell.textContent?.trim() ?? ''),
      ),
    );
  expect(rows).toHaveLength(20);
  let colours = 0;
  for (const [index, row] of printed.entries()) {
    const [n, , , previous, target, current, rag, travel] = rows[index] as string[];
    const facts = page.locator(`#csc-${String(row.n).padStart(2, '0')} .covers`);
    const shown = { n, previous, target, current };
    expect(Number(shown.n)).toBe(row.n);
    const hidden = hiddenCells[row.n] ?? [];
    const marker = /^\[c\] hidden/;
    if (hidden.includes('previous')) expect(previous, `last year's figure of ${row.n}`).toMatch(marker);
    else expect(same(number(previous ?? '')), `last year's figure of ${row.n}`).toBe(row.previous);
    expect(same(number(target ?? '')), `target of ${row.n}`).toBe(row.target);
    const figure = corrected[row.n] ?? computed[row.n] ?? row.current;
    if (hidden.includes('current')) expect(current, `figure of ${row.n}`).toMatch(marker);
    else expect(same(number(current ?? '')), `figure of ${row.n}`).toBe(figure);
    expect(frozen[index]?.period.label).toBe(row.period);
    await expect(facts).toContainText(`, ${row.frequency}.`);
    await expect(facts).toContainText('Up to date.');
    const way = hidden.includes('travel') ? undefined : (row.travel ?? undefined);
    if (row.travel) expect(travelColour[travel ?? ''], `direction of ${row.n}`).toBe(way);
    if (row.rag) expect(rag, `colour of ${row.n}`).toBe(colour[row.rag]);
    colours += Number(way !== undefined) + Number(row.rag !== null);
  }
  expect(colours).toBe(32);
  await expect(page.getByRole('main')).toContainText('[c] stands in the place of a figure that is hidden');
});

test('the colour is said three ways: a word, a shape and a colour', async ({ page }) => {
  await page.goto('/scorecards/childrens-social-care');
  for (const [word, shape] of [
    ['Red', '#red'],
    ['Green', '#green'],
    ['Worsening', '#worsening'],
    ['Improving', '#improving'],
  ] as const) {
    const tag = page.locator('table.scorecard .tag', { hasText: word }).first();
    await expect(tag.locator('use')).toHaveAttribute('href', shape);
  }
  const ink = (word: string) =>
    page
      .locator('table.scorecard .tag', { hasText: word })
      .first()
      .evaluate((tag) => getComputedStyle(tag).color);
  expect(await ink('Red')).not.toBe(await ink('Green'));
});

test('"Why is it red?" answers in one sentence with the sum, without JavaScript', async ({ page }) => {
  await page.goto('/scorecards/childrens-social-care');
  const why = page.locator('#csc-10 details');
  await expect(why.locator('summary')).toHaveText('Why is it red? Measure 10');
  const sum = why.getByText('Red: 14.3%');
  await expect(sum).toBeHidden();
  await why.locator('summary').click();
  await expect(sum).toContainText(
    'Red: 14.3% is above the target of at most 12%, by 2.3 percentage points; with the same 530 children',
  );
});

test('what is lost in the source is said, and what is invented is marked', async ({ page }) => {
  await page.goto('/scorecards/childrens-social-care');
  await expect(page.locator('#csc-04')).toContainText('506');
  await expect(page.locator('#csc-15')).not.toContainText('care leavers were living');
  await expect(page.locator('#csc-15')).toContainText('No colour: no target is set, because it is not in the source');
  await expect(page.locator('#csc-20')).toContainText('there is no current figure, because it is not available yet');
  await expect(page.getByText('earlier points in each trend are invented')).toBeVisible();
  await expect(page.locator('.trend-key')).toContainText('Dotted: invented.');
  await expect(page.locator('#csc-01 .spark .inv')).toBeVisible();
  await page.goto('/scorecards/highways-and-transport');
  await expect(page.getByText('Everything in this service is invented')).toBeVisible();
});

test('a word of the glossary is explained behind its first use in the comments, in view, and once a page', async ({
  page,
}) => {
  for (const address of ['/scorecards/childrens-social-care', '/measures/csc-01']) {
    await page.goto(address);
    const explained = page.locator('abbr:not([title])');
    await expect(explained, address).toHaveText(['child protection plan']);
    await expect(page.locator('.meaning'), address).toHaveText(['(What is agreed to keep a child safe)']);
    await expect(page.locator('.meaning'), address).toBeVisible();
  }
});
