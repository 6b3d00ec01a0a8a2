import { axe, expect, test } from '../../support/browser/browser-test';

test('every sign, form part and chart in every state: axe finds nothing, and nothing runs off the screen', async ({
  page,
}) => {
  await page.goto('/specimen');
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.getByRole('heading', { level: 2 })).toContainText([
      'Signs and figures',
      'Forms',
      'Charts',
      'Files that are brought in',
    ]);
    await axe(page);
    expect(await page.locator('html').evaluate((html) => html.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  // The sizes of docs/decisions/0014-the-look.md, and no other.
  const sizes = await page
    .locator('main *:not(svg *, .chart *)')
    .evaluateAll((elements) => [
      ...new Set(
        elements
          .filter((element) =>
            [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim()),
          )
          .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
      ),
    ]);
  expect(sizes.filter((size) => ![13, 14, 15, 16, 17, 19, 21, 24, 32, 44, 60].includes(size))).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await axe(page);
  await expect(page.getByText('No colour').first()).toBeVisible();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByRole('alert').nth(1)).toContainText('Say why the figure is late.');
});

test('a file that is brought in, in every state: axe finds nothing, and nothing runs off the screen', async ({
  page,
}) => {
  await page.goto('/specimen');
  const addresses = await page
    .locator('a[href*="?file="]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses).toHaveLength(8);
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(
        await page.locator('html').evaluate((html) => html.scrollWidth),
        `${address} ${width}`,
      ).toBeLessThanOrEqual(width);
    }
    await axe(page);
  }
});

test('a pale word and a picture without words are found, at the first look at a page and at the second', async ({
  page,
}) => {
  await page.goto('/specimen');
  await axe(page);
  await page.evaluate(() => {
    const word = document.createElement('p');
    word.textContent = 'Pale';
    // As the page's policy lets a script do it.
    Object.assign(word.style, { color: '#ccc', backgroundColor: '#fff' });
    document.querySelector('main')?.append(word);
  });
  await expect(axe(page)).rejects.toThrow(/color-contrast/);
  await page.evaluate(() => {
    document.querySelector('main')?.lastElementChild?.replaceWith(document.createElement('img'));
  });
  await expect(axe(page)).rejects.toThrow(/image-alt/);
});
