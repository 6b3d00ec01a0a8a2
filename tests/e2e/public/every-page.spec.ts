import { axe, expect, test } from '../../support/browser/browser-test';
import { pdfPages } from '../../support/paper/file-texts';

const pages = [
  '/',
  '/scorecards/childrens-social-care',
  '/scorecards/childrens-social-care?show=red&order=exceptions',
  '/scorecards/childrens-social-care?show=overdue',
  '/scorecards/childrens-social-care/2018-08-17',
  '/scorecards/highways-and-transport',
  '/themes',
  '/committees',
  '/committees/family-and-childrens-services',
  '/scorecards/childrens-social-care/reds',
  '/scorecards/childrens-social-care/retired',
  '/scorecards/highways-and-transport?signals=shown',
  ...['csc-01', 'csc-04', 'csc-20', 'hwy-01', 'hwy-03', 'hwy-07', 'hwy-11', 'hwy-12'].map(
    (code) => `/measures/${code}`,
  ),
  '/data',
  '/data/columns',
  '/search',
  '/search?q=children',
  '/search?q=oficer',
  '/search?q=xyz',
  '/calendar',
  '/how-to-read',
  '/glossary',
  '/accessibility',
  '/there-is-nothing-here',
];

for (const address of pages)
  test(`${address} at 1280 and 320 pixels: axe finds nothing, and nothing runs off the screen`, async ({
    page,
    expectTrouble,
  }) => {
    if (address === '/there-is-nothing-here') expectTrouble(/404/);
    await page.goto(address);
    await expect(page.locator('h1')).toHaveCount(1);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await axe(page);
      const across = await page.locator('html').evaluate((html) => html.scrollWidth);
      expect(across, `at ${width} pixels`).toBeLessThanOrEqual(width);
    }
  });

for (const address of ['/', '/scorecards/childrens-social-care', '/measures/csc-10', '/how-to-read'])
  test(`${address}: what stands there before its fonts come takes their room, so that nothing moves`, async ({
    page,
  }) => {
    for (const width of [1280, 390]) {
      let fontsMayCome = () => {};
      const painted = new Promise<void>((resolve) => {
        fontsMayCome = resolve;
      });
      await page.route('**/*.woff2', async (route) => {
        await painted;
        await route.continue();
      });
      await page.setViewportSize({ width, height: 844 });
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      expect(await page.evaluate(() => document.fonts.check('600 16px "Source Serif 4"'))).toBe(false);
      fontsMayCome();
      await page.waitForFunction(() => document.fonts.check('600 16px "Source Serif 4"'));
      expect(await page.evaluate(shift), `at ${width} pixels`).toBeLessThan(0.05);
      await page.unroute('**/*.woff2');
    }
  });

/** How far a page has moved since it was first painted, as browsers count it, once the next frame has been drawn. */
const shift = () =>
  new Promise<number>((resolve) => {
    let moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(moved))));
  });

test('on a phone each measure is its colour, figures and title; what leaves the line is in the fold; twenty are four screens', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto('/scorecards/childrens-social-care');
  const cells = page.locator('#csc-01 tr').first().locator('th:visible, td:visible');
  await expect(cells).toHaveText([/^Average number of IRO cases/, 'at most 76', '83', 'Red', 'Worsening']);
  for (const cell of await cells.all()) {
    const box = await cell.boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 320).toBe(true);
  }
  await page.locator('#csc-01 summary').click();
  await expect(page.locator('#csc-01 .covers')).toHaveText(
    'Covers at 31 July 2018. Number, monthly. 2017/18: 80. Up to date.',
  );
  await page.setViewportSize({ width: 390, height: 844 });
  await page.locator('#csc-01 summary').click();
  const table = await page.locator('table.scorecard').boundingBox();
  expect(table?.height ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(4 * 844);
});

test('text at 200% and with the spacing of WCAG 1.4.12 loses nothing at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto('/scorecards/childrens-social-care');
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }',
    );
    document.adoptedStyleSheets.push(sheet);
  });
  expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(320);
});

test('on paper: all is open, the header repeats, the filters and links of the screen are gone', async ({ page }) => {
  await page.goto('/scorecards/childrens-social-care');
  await page.emulateMedia({ media: 'print' });
  const display = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).display);
  /** The size of the letters of a thing on paper, in points. */
  const points = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize) * 0.75);
  expect(await display('table.scorecard thead')).toBe('table-header-group');
  expect(await display('nav.views')).toBe('none');
  await expect(page.locator('#csc-01 details p').first()).toBeVisible();
  await expect(page.locator('#csc-01 summary')).toBeHidden();
  const printed = await page.pdf({ preferCSSPageSize: true });
  const texts = await pdfPages(printed);
  for (const text of texts) expect(text).toMatch(/Children's Social Care: performance at 17 August 2018.*Edition 1/);
  expect(await points('#csc-01 .fold p')).toBeGreaterThanOrEqual(9);
  expect(await points('#csc-01 h3')).toBeGreaterThanOrEqual(9);
  const pdf = printed.toString('latin1');
  const pages = (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length;
  expect(pages).toBeGreaterThan(3);
  expect(pages).toBeLessThanOrEqual(6);
  expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 59\d(\.\d+)? 84\d/);
});

test('by keyboard: the first stop skips to the measures, and the reasons open', async ({ page }) => {
  await page.goto('/scorecards/childrens-social-care');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('Skip to main content');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await page.locator('#csc-01 summary').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#csc-01 details p').first()).toBeVisible();
});

test('a measure on paper is as wide as the paper, with all the figures that its table holds', async ({ page }) => {
  // A4 in CSS pixels, less the margins of print.css.
  const width = Math.floor(((210 - 2 * 12) / 25.4) * 96);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width, height: 1_000 });
  const columns: number[] = [];
  for (const code of ['csc-01', 'hwy-01', 'hwy-07']) {
    await page.goto(`/measures/${code}`);
    columns.push(await page.locator('.trend-table thead th').count());
    expect(await page.locator('html').evaluate((html) => html.scrollWidth), code).toBeLessThanOrEqual(width);
  }
  expect(Math.max(...columns), 'a table with the figures of others').toBeGreaterThanOrEqual(9);
});
