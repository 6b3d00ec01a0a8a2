import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { readWorkbook } from '@/lib/workbook/workbook-reading';
import { axe, expect, test } from '../../support/browser/browser-test';
import { linesOf } from '../../support/open-data/measure-file';
import { docxParts, pdfPages } from '../../support/paper/file-texts';

const card = '/scorecards/childrens-social-care';

/** The page names a picture of 1200 × 630 pixels for links from elsewhere, and what it says. */
async function picture(page: Page, alternative: RegExp): Promise<void> {
  const content = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content');
  expect(await content('og:image:alt')).toMatch(alternative);
  const answer = await page.request.get(new URL((await content('og:image')) ?? '', page.url()).pathname);
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png']);
  const bytes = await answer.body();
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every file that the page of the data names is there, of the type and about the size that it says', async ({
    page,
  }) => {
    await page.goto('/data');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Get the data');
    await expect(page.getByRole('main')).toContainText('LicenceOpen Government Licence v3.0');
    await expect(page.getByRole('contentinfo')).toContainText('Licence: Open Government Licence v3.0.');
    const files = await page
      .locator('main a')
      .evaluateAll((links) =>
        links
          .filter((link) => /\.(csv|json|xlsx)$/.test(link.getAttribute('href') ?? ''))
          .map((link) => [link.getAttribute('href') ?? '', link.nextSibling?.textContent ?? '']),
      );
    expect(files.length).toBeGreaterThan(100);
    // All but each third file of a measure, of which only so many may be asked for at once.
    const some = files.filter(([href], at) => !href?.startsWith('/measures/') || at % 7 === 0);
    for (const [href = '', words = ''] of some.filter(([href]) => !href?.startsWith('/api/'))) {
      const answer = await page.request.get(href);
      expect(answer.status(), href).toBe(200);
      expect(answer.headers()['access-control-allow-origin'], href).toBe('*');
      const bytes = (await answer.body()).length;
      const [, about, number, unit] = /\((about )?([\d.]+) (bytes|kB|MB)\)/.exec(words) ?? [];
      const size = Number(number) * { bytes: 1, kB: 1_000, MB: 1_000_000 }[unit as 'kB'];
      expect(Math.abs(bytes - size) / bytes, `${href} ${words}, has ${bytes}`).toBeLessThan(about ? 0.6 : 0.1);
    }
  });

  test('the command on the page prints the fingerprint that stands beneath it', async ({ page }) => {
    await page.goto('/data');
    const commands = await page.locator('#check pre').allTextContents();
    const fingerprints = await page.locator('#check .seal').allTextContents();
    expect(commands.length).toBeGreaterThanOrEqual(2);
    for (const [index, command] of commands.entries())
      expect(execFileSync('sh', ['-c', command]).toString().trim()).toBe(`${fingerprints[index]}  -`);
    await page.goto(card);
    expect(fingerprints).toContain(await page.locator('.seal a').first().textContent());
  });

  test('beside the table of a scorecard and the chart of a measure stand their files, with type and size', async ({
    page,
  }) => {
    for (const address of [card, '/measures/csc-01']) {
      await page.goto(address);
      await expect(page.locator('.download').first()).toHaveText(
        /^Get the data: CSV \((about )?\d+ kB\), JSON \((about )?\d+ kB\), Excel \((about )?\d+ kB\)$/,
      );
    }
    // The second chart of a measure has them too.
    await expect(page.locator('figure.chart .download')).toHaveCount(2);
    await page.getByText('Show this chart on another site').click();
    await expect(page.locator('.copied')).toContainText('/measures/csc-01/embed" title="Average number of IRO cases');
  });

  test('a CSV file leads to its metadata, which describe its columns', async ({ page }) => {
    for (const address of ['/data/scorecards.csv', `${card}/editions/1/data.csv`, '/measures/csc-01/data.csv']) {
      const file = await page.request.get(address);
      const [, place = ''] = /^<(.*)>; rel="describedby"/.exec(file.headers().link ?? '') ?? [];
      const metadata = await page.request.get(new URL(place, file.url()).pathname);
      expect(metadata.headers()['content-type']).toBe('application/csvm+json; charset=utf-8');
      const { url, tableSchema } = await metadata.json();
      expect(new URL(url, metadata.url()).href).toBe(file.url());
      const heads = (await file.text()).replace('\ufeff', '').split('\r\n')[0];
      expect(tableSchema.columns.map(({ titles }: { titles: string }) => titles).join(',')).toBe(heads);
    }
  });

  test('what a catalogue and a card need stands in the head, and loads nothing', async ({ page }) => {
    await page.goto('/measures/csc-01');
    const block = await page.locator('script[type="application/ld+json"]').textContent();
    const [dataset] = JSON.parse(block ?? '')['@graph'];
    expect(dataset).toMatchObject({
      '@type': 'Dataset',
      name: 'Average number of IRO cases per FTE Independent Reviewing Officer',
      temporalCoverage: '2016-07-01/2018-07-31',
      dateModified: '2018-08-17',
    });
    expect(
      dataset.distribution.map(({ contentUrl }: { contentUrl: string }) => new URL(contentUrl, page.url()).pathname),
    ).toEqual(['csv', 'json', 'xlsx'].map((form) => `/measures/csc-01/data.${form}`));
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(/\/measures\/csc-01$/);
    await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', /Average number of IRO cases/);
    await picture(page, /^Average number of IRO cases.*: 83 cases/);
    await page.goto(`${card}?show=red`);
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(
      /\/scorecards\/childrens-social-care$/,
    );
    await expect(page.locator('meta[property="og:description"]')).toHaveAttribute('content', /20 measures: /);
    await picture(page, /^Children's Social Care: Five of eighteen rated measures miss their target/);
    expect(await page.locator('script').count()).toBe(0);
  });

  test('robots, a site map whose addresses are there, and a summary in plain words', async ({ page, baseURL }) => {
    const robots = await (await page.request.get('/robots.txt')).text();
    expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
    const map = await (await page.request.get('/sitemap.xml')).text();
    const places = [...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, place = '']) => place);
    expect(places.length).toBeGreaterThanOrEqual(7 + 2 + 32);
    for (const place of places.filter((_, at) => at % 4 === 0)) expect((await fetch(place)).status, place).toBe(200);
    const summary = await (await page.request.get('/llms.txt')).text();
    expect(summary).toMatch(/Children's Social Care\]\(http.*\): 20 measures: /);
  });

  test('a feed tells the counts of an edition and its Reds, and no figure', async ({ page }) => {
    const feed = await (await page.request.get('/feed.xml')).text();
    await page.goto(`${card}/editions/1`);
    const reds = await page.locator('.why-red tbody th a').allTextContents();
    expect(reds).toHaveLength(5);
    const counts = '20 measures: 13 Green, 5 Red, 2 without colour.';
    expect(feed.replaceAll('&amp;', '&')).toContain(`${counts} Red: ${reds.join('; ')}.`);
  });

  test('what is not there is said in a sentence', async ({ page, expectTrouble }) => {
    expectTrouble(/404/);
    for (const [address, sentence] of [
      ['/data/nope.csv', 'There is no such file of data.'],
      ['/data/scorecards.ods', 'There is no such file of data.'],
      [`${card}/editions/1/data.ods`, 'There is no such file of an edition.'],
      [`${card}/editions/99/data.csv`, 'There is no such edition of this scorecard.'],
      ['/measures/csc-01/2018-08-17', 'There is no such file of a measure.'],
      ['/measures/nope/embed', 'There is no published measure at this address.'],
    ] as const) {
      expect((await page.goto(address))?.status(), address).toBe(404);
      await expect(page.getByRole('main')).toContainText(sentence);
    }
  });
});

test('a measure is shown in a frame of another site, without a script; no other page is', async ({
  page,
  baseURL,
  expectTrouble,
}) => {
  expectTrouble(/frame-ancestors|X-Frame-Options|Refused to (frame|display)|Framing|ERR_BLOCKED_BY_RESPONSE/);
  const frames = ['/measures/csc-01/embed', '/measures/csc-01'].map(
    (path) => `<iframe src="${baseURL}${path}"></iframe>`,
  );
  const site = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html');
    answer.end(`<!doctype html><title>Elsewhere</title>${frames.join('')}`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  try {
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const [embed, whole] = [page.frameLocator('iframe').first(), page.frameLocator('iframe').last()];
    await expect(embed.locator('h1')).toHaveText('Average number of IRO cases per FTE Independent Reviewing Officer');
    await expect(embed.locator('svg.plot').first()).toBeAttached();
    await expect(whole.locator('h1')).toHaveCount(0);
  } finally {
    site.close();
  }
  const answer = await page.request.get('/measures/csc-01/embed');
  expect(answer.headers()['x-frame-options']).toBeUndefined();
  expect(answer.headers()['content-security-policy']).toContain('frame-ancestors *');
  expect(await answer.text()).not.toMatch(/<script|<form/);
});

for (const address of ['/measures/csc-01/embed', '/measures/csc-08/embed'])
  test(`${address} at 1280 and 320 pixels: axe finds nothing, and nothing runs off the screen`, async ({ page }) => {
    await page.goto(address);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 700 });
      await axe(page);
      const across = await page.locator('html').evaluate((html) => html.scrollWidth);
      expect(across).toBeLessThanOrEqual(width);
    }
  });

const counting = ['csc-08', 'csc-09', 'csc-13', 'csc-15', 'csc-16'];

test('hidden figures of the demonstration are in no file and no answer to a program', async ({ request }) => {
  const hidden =
    /,361,362,|,88,91,|,5,27023,|,3,389,|99\.72|"numerator":(361,"denominator":362|3,"denominator":389|88,"denominator":91|5,"denominator":27023)\b/;
  const addresses = [
    '/data/scorecards.csv',
    '/data/scorecards.json',
    '/data/figures.csv',
    '/data/figures.json',
    `${card}/editions/1/data.csv`,
    `${card}/editions/1/canonical.json`,
    '/api/v1/measures',
    ...counting.map((code) => `/api/v1/measures/${code}/readings`),
  ];
  for (const address of addresses) expect(await (await request.get(address)).text(), address).not.toMatch(hidden);
  const lines = linesOf(await (await request.get('/data/figures.csv')).text());
  const marked = lines.filter(({ value_marker }) => value_marker === '[c]');
  expect(marked.map(({ measure_id }) => measure_id)).toEqual(expect.arrayContaining(counting));
  for (const { value, numerator } of marked) expect([value, numerator]).toEqual(['', '']);
});

test('nor are they in the papers, the workbooks, the feeds, the charts for other sites, the search or the lists for machines', async ({
  request,
}) => {
  const bytes = async (address: string) => {
    // While a paper is read the kept connection may end: then it is asked for again, as a browser would.
    const answer = await request.get(address, { maxRetries: 1 });
    expect(answer.status(), address).toBe(200);
    return answer.body();
  };
  const hidden = /\b361 (of|in) 362\b|99\.72|\b3 (of|in) 389\b|\b5 custodial|0\.185|\b88 (of|and) 91\b|96\.7\d/;
  const pdf = (await pdfPages(await bytes(`${card}/editions/1/paper.pdf`))).join(' ').replaceAll(/\s+/g, ' ');
  const docx = [...(await docxParts(await bytes(`${card}/editions/1/paper.docx`))).values()].join(' ');
  for (const text of [pdf, docx.replaceAll(/<[^>]*>/g, '')]) {
    expect(text).toContain('[c]');
    expect(text).not.toMatch(hidden);
  }
  const parts = ['361', '362', '389', '27023', '91'];
  for (const address of [`${card}/editions/1/data.xlsx`, '/data/figures.xlsx']) {
    const answer = await readWorkbook(await bytes(address), 'data.xlsx');
    if (!('workbook' in answer)) throw new Error(answer.refused);
    const [heads, ...rows] = answer.workbook.sheets[0]?.rows ?? [];
    const names = (heads?.cells ?? []).map((cell) => cell?.value);
    const marked = rows
      .map(({ cells }) => Object.fromEntries(names.map((name, at) => [name, String(cells[at]?.value ?? '')])))
      .filter((row) => row.value_marker === '[c]');
    expect(marked.map((row) => row.measure_id)).toEqual(expect.arrayContaining(counting));
    for (const row of marked) expect([row.value, row.numerator], `${address} ${row.measure_id}`).toEqual(['', '']);
    expect(marked.some((row) => parts.includes(row.denominator ?? ''))).toBe(true);
  }
  const addresses = [
    '/feed.xml',
    `${card}/feed.xml`,
    '/llms.txt',
    '/sitemap.xml',
    ...counting.flatMap((code) => [`/measures/${code}/embed`, `/api/v1/measures/${code}`, `/search?q=${code}`]),
  ];
  for (const address of addresses) expect((await bytes(address)).toString(), address).not.toMatch(hidden);
});
