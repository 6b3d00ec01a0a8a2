import type { Page } from '@playwright/test';
import { expect, test } from '../../support/browser/browser-test';

const pages = ['/measures/csc-01', '/measures/hwy-01', '/measures/hwy-11'];

/** The least contrast that each selector's lines, points and words have on the page, by what is really painted. */
const contrasts = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d');
    const light = (colour: string) => {
      if (!canvas) throw new Error('no canvas');
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = light(getComputedStyle(document.documentElement).backgroundColor);
    const against = (colour: string) => {
      const [high, low] = [light(colour), ground].sort((a, b) => b - a);
      return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
    };
    const drawn = document.querySelectorAll<SVGElement>(
      '.plot.wide :is(path, circle, text), .glyph :is(path, circle), .spark, .spark :is(path, circle, use)',
    );
    return [...drawn].flatMap((each) => {
      const { fill, stroke } = getComputedStyle(each);
      const name = `${each.tagName} ${each.getAttribute('class')}`;
      if (/\b(met|grid|tick|lead)\b/.test(name)) return [];
      const seen = [fill, stroke].filter((colour) => colour !== 'none').map(against);
      return seen.length > 0 ? [{ name, contrast: Math.max(...seen) }] : [];
    });
  });

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  for (const scheme of ['dark', 'light'] as const)
    test(`on a ${scheme} ground every line, point and word of the charts can be seen, and areas hide nothing`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: scheme, forcedColors: 'active' });
      for (const address of [...pages, '/scorecards/childrens-social-care']) {
        await page.goto(address);
        const seen = await contrasts(page);
        expect(seen.length, address).toBeGreaterThan(10);
        expect(
          seen.filter(({ contrast }) => contrast < 3),
          address,
        ).toEqual([]);
        for (const area of await page.locator(':is(.plot, .spark) .met').all())
          await expect(area).toHaveCSS('fill', 'none');
      }
      await page.goto('/measures/csc-01');
      // What is hollow is still told from what is solid.
      const point = (name: string) => page.locator(`.plot.wide .sign${name}`).first();
      const fill = (name: string) => point(name).evaluate((each) => getComputedStyle(each).fill);
      expect(await fill('.hollow')).not.toBe(await fill(':not(.hollow)'));
    });
});

/** The least that WCAG 1.4.12 lets a reader set, as a reader's own style sheet sets it. */
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

for (const width of [1280, 320])
  test(`with the text spacing of a reader, at ${width} pixels nothing of charts and table is clipped or overlaps`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const address of pages) {
      await page.goto(address);
      await page.evaluate(async (css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        await document.fonts.ready;
      }, spacing);
      await page.getByText('The figures of the charts as a table').click();
      const found = await page.evaluate(() => {
        const box = (each: Element) => each.getBoundingClientRect();
        const seen = (each: Element) => box(each).width > 0 && box(each).height > 0;
        const wrong: string[] = [];
        for (const plot of [...document.querySelectorAll('.plot')].filter(seen)) {
          const words = [...plot.querySelectorAll<SVGTextElement>('text')].filter(seen);
          for (const word of words) {
            const { left, right } = box(word);
            if (left < 0 || right > innerWidth) wrong.push(`beyond the page: ${word.textContent}`);
            // A drawing is as wide as its place, and its type as large as the page's small print.
            const size = Number.parseFloat(getComputedStyle(word).fontSize) * (word.getScreenCTM()?.a ?? 0);
            if (Math.abs(size - 13) > 0.1) wrong.push(`${size} pixels: ${word.textContent}`);
          }
          for (const [n, one] of words.entries())
            for (const other of words.slice(n + 1)) {
              const [a, b] = [box(one), box(other)];
              const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
              // The box of a line of type has room above and below its letters.
              const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
              if (across > 0.5 && down > Math.min(a.height, b.height) * 0.3)
                wrong.push(`${one.textContent} on ${other.textContent}`);
            }
        }
        for (const each of document.querySelectorAll<HTMLElement>('.trend-table :is(th, td), .chart-key li, .chart p'))
          if (each.scrollWidth > each.clientWidth + 1 && !each.querySelector('.unseen'))
            wrong.push(`clipped: ${each.textContent}`);
        const cells = [...document.querySelectorAll<HTMLElement>('.trend-table tr')].map((row) => [...row.children]);
        for (const row of cells)
          for (const [n, cell] of row.slice(1).entries())
            if (box(cell).left < box(row[n] as Element).right - 0.5) wrong.push(`cells overlap: ${cell.textContent}`);
        if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page scrolls to the side');
        return wrong;
      });
      expect(found, address).toEqual([]);
    }
  });

test('on paper and in grey the mean, the target and the limits are three kinds of line', async ({ page }) => {
  await page.goto('/measures/csc-01');
  await page.emulateMedia({ media: 'print' });
  const dashes = (name: string) =>
    page
      .locator(`.plot.wide path.${name}`)
      .first()
      .evaluate((each) => getComputedStyle(each).strokeDasharray);
  const kinds = await Promise.all(['centre', 'goal', 'reach'].map(dashes));
  expect(new Set(kinds).size).toBe(3);
});
