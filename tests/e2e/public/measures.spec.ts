import type { Page } from '@playwright/test';
import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';
import { publishOn } from '../../support/council/publication';
import { ownServer } from '../../support/server/own-server';

const main = (page: Page) => page.getByRole('main');

/** The lines of a CSV without quoted cells, by the names of its columns. */
function rowsOf(csv: string): Record<string, string>[] {
  const [head = '', ...lines] = csv.replace('\ufeff', '').trimEnd().split('\r\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, n) => [names[n] ?? '', cell])));
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('Cal goes from the scorecard to a measure, and reads how it is going, why, and whether that is a signal', async ({
    page,
  }) => {
    await page.goto('/scorecards/childrens-social-care');
    await page
      .getByRole('link', { name: 'Average number of IRO cases per FTE Independent Reviewing Officer' })
      .last()
      .click();
    await expect(page).toHaveURL('/measures/csc-01');
    await expect(page.locator('.headline')).toHaveText(
      '83 cases per full-time equivalent reviewing officer at 31 July 2018: worse than last year’s 80, above the target of at most 76.',
    );
    await expect(page.getByRole('heading', { name: 'Why is it red?' })).toBeVisible();
    await expect(main(page)).toContainText('Red: 83 is above the target of at most 76, by 7');
    await expect(main(page)).toContainText('59 fewer cases (711) would make it Green');
    await expect(page.locator('.judgements')).toContainText('judged with illustrative figures');
    await expect(main(page)).toContainText('24 of the figures that this is worked out from are invented');
    for (const section of ['Trend', 'Is it a signal, or noise?', 'Comments and actions', 'What is measured'])
      await expect(page.getByRole('heading', { level: 2, name: section })).toBeVisible();
    await expect(main(page)).toContainText('approved by the head of service on 9 August 2018');
    await expect(main(page)).toContainText('by 31 December 2018 · open');
    await expect(page.locator('#trend figcaption b')).toHaveText('Rose from 80 in 2017/18 to 83, above the target');
    await expect(page.locator('#trend figcaption span')).toHaveText(
      /, number, at the end of the period, Northumberland County Council, Jul 2016 to Jul 2018$/,
    );
    await expect(page.locator('#trend .chart-source')).toHaveText(
      /^Source: Northumberland County Council, Children's Social Care, edition 1, published \d+ \w+ 2018\.$/,
    );
    await expect(page.locator('svg.plot.wide').first()).toContainText('80 last year, 2017/18');
    await expect(page.locator('svg.plot.wide').first()).toBeVisible();
    await expect(page.locator('svg.plot.narrow').first()).toBeHidden();
  });

  test('every figure that a chart draws is in its table and in its file', async ({ page }) => {
    for (const code of ['csc-01', 'hwy-01', 'hwy-11', 'hwy-07']) {
      await page.goto(`/measures/${code}`);
      await page.getByText('The figures of the charts as a table').click();
      const heads = await page.locator('.trend-table thead th').allTextContents();
      const table = await page
        .locator('.trend-table tbody tr')
        .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')));
      const figures = (head: string) => table.map((cells) => cells[heads.indexOf(head)] ?? '').filter(Boolean);
      const plain = (text: string) => text.replace(/[^\d.-]/g, '');
      // The words that each drawing writes beside its lines, and each point by what the script would read out.
      const labels = await page.locator('svg.plot.wide text.latest, svg.plot.wide text.level').allTextContents();
      const all = table.flat().map(plain);
      for (const label of labels) expect(all, `${code}: ${label}`).toContain(plain(label));
      const told: string[] = JSON.parse(
        (await page.locator('figure.chart').first().getAttribute('data-readings')) ?? '[]',
      );
      expect(told.length).toBe(table.length);
      for (const [index, sentence] of told.toReversed().entries()) {
        const figure = table[index]?.[heads.indexOf('Figure')] ?? '';
        expect(sentence, code).toContain(figure === 'none' ? 'no figure' : figure);
      }

      const answer = await page.request.get(`/measures/${code}/data.csv`);
      expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8');
      expect(answer.headers()['content-disposition']).toBe(`attachment; filename="${code}-edition-1.csv"`);
      const rows = rowsOf((await answer.text()).replaceAll(/"[^"]*"/g, 'quoted'));
      const own = rows.filter(({ series }) => series === 'This council').toReversed();
      expect(own.map(({ value }) => value || 'none')).toEqual(figures('Figure').map((text) => plain(text) || 'none'));
      if (heads.includes('Mean'))
        expect(figures('Mean').map((text) => Number(plain(text)))).toEqual(
          own
            .map(({ centre }) => centre)
            .filter(Boolean)
            .map((centre) => expect.closeTo(Number(centre), 0)),
        );
      for (const other of heads.filter((head) => head.includes('(invented)')))
        expect(rows.filter(({ series }) => series === other).map(({ value }) => value)).toEqual(
          expect.arrayContaining(figures(other).map(plain)),
        );
    }
  });

  test('refused with the reason for a rolling measure; no figure says why; comparators and two definitions side by side', async ({
    page,
  }) => {
    await page.goto('/measures/csc-04');
    await expect(main(page)).toContainText('No process control chart: each figure covers twelve months');
    await page.goto('/measures/csc-20');
    await expect(page.locator('.headline')).toContainText('No figure');
    await page.goto('/measures/hwy-12');
    await expect(page.locator('.headline')).toHaveText('No figure yet.');
    await page.goto('/measures/hwy-01');
    const others = page.locator('.comparators > li');
    await expect(others).toHaveCount(2);
    // Twelve months of England's beside one of ours are shown and not judged.
    await expect(others.first()).toContainText(
      '93.8% for 1 August 2017 to 31 July 2018; ours covers 1 month (1 to 31 July 2018), so the two are not compared.',
    );
    await expect(others.last()).toContainText('Not counted alike, so not compared');
    await expect(page.locator('.wordings thead th')).toHaveText([
      'Version 1, from Jul 2016',
      'Version 2, from Dec 2016',
    ]);
    await expect(page.locator('.wordings')).toContainText('Highways Board (invented), 14 November 2016');
    await page.goto('/measures/hwy-03');
    await expect(main(page)).toContainText('From Dec 2016: break in series: Reports by the new website');
  });

  test('what an address cannot mean is answered in a sentence', async ({ page, expectTrouble }) => {
    expectTrouble(/404/);
    for (const [address, sentence] of [
      ['/measures/csc-01?show=everything', 'There is no such view of a measure.'],
      ['/measures/nope', 'There is no published measure at this address.'],
      ['/measures/nope/data.csv', 'There is no published measure at this address.'],
      ['/measures/csc_01', 'There is no published measure at this address.'],
      ['/scorecards/highways-and-transport?signals=yes', 'There is no such view of a scorecard.'],
    ] as const) {
      expect((await page.goto(address))?.status(), address).toBe(404);
      await expect(main(page)).toContainText(sentence);
    }
  });
});

test('a measure of many years: two are shown, five or all on request without leaving the page, and back', async ({
  page: scripted,
  browser,
}) => {
  test.setTimeout(300_000);
  const server = await ownServer();
  try {
    await server.sql`
      insert into readings (measure_id, period_start, state, value, comments, authors, submitted_by, submitted_at, approved_by,
        approved_at, approved_hash)
      select r.measure_id, (r.period_start - make_interval(months => m))::date, 'approved', 60 + m % 7, 'Words of long ago.',
        r.authors, r.submitted_by, r.submitted_at, r.approved_by, r.approved_at, r.approved_hash
      from readings r join measures on measures.id = r.measure_id, generate_series(1, 70) m
      where code = 'csc-01' and period_start = '2016-07-01'`;
    await server.sql`update measures set required_from = '2010-01-01' where code = 'csc-01'`;
    publishOn(server.env, 'childrens-social-care', '2018-08-17');
    const points = (page: Page) => page.locator('.trend-table').first().locator('tbody tr');
    await scripted.goto(`${server.address}/measures/csc-01`);
    await expect(scripted.locator('.headline')).toContainText('83 cases');
    await expect(points(scripted)).toHaveCount(25);
    const links = scripted.locator('[data-ranges] a');
    await expect(links).toHaveText(['2 years', '5 years', 'All since Sep 2010']);
    await scripted.evaluate(() => Object.assign(window, { stayed: true }));
    await links.nth(2).click();
    await expect(points(scripted)).toHaveCount(95);
    // The words of the longer span come with it, as they do without a script.
    await expect(scripted.getByText('Words of long ago.')).toHaveCount(70);
    await expect(scripted).toHaveURL(/\?show=all#trend$/);
    await scripted.locator('.drawings').first().focus();
    await scripted.keyboard.press('Home');
    await expect(scripted.locator('.readout').first()).toContainText('at 30 September 2010: ');
    await scripted.goBack();
    await expect(points(scripted)).toHaveCount(25);
    expect(await scripted.evaluate(() => 'stayed' in window)).toBe(true);

    const plain = await browser.newPage({ baseURL: server.address, javaScriptEnabled: false });
    await plain.goto('/measures/csc-01');
    await plain.getByRole('link', { name: '5 years' }).click();
    await expect(points(plain)).toHaveCount(60);
    const csv = await (await plain.request.get('/measures/csc-01/data.csv')).text();
    expect(rowsOf(csv.replaceAll(/"[^"]*"/g, 'quoted'))).toHaveLength(95);

    // An edition from before measures had pages has no sheets: it says so, and leads to the scorecard.
    await server.sql`set session_replication_role = replica`;
    await server.sql`delete from edition_sheets`;
    await server.restart();
    await plain.goto('/measures/csc-01');
    await expect(main(plain)).toContainText('was published before measures had pages of their own');
    await plain.getByRole('link', { name: 'Read its figures on the scorecard.' }).click();
    await expect(plain).toHaveURL('/scorecards/childrens-social-care#csc-01');
    const none = await plain.request.get('/measures/csc-01/data.csv');
    expect([none.status(), await none.text()]).toEqual([404, expect.stringContaining('no file of this measure')]);
    await plain.close();
  } finally {
    await server.stop();
  }
});

test('its people see what is not published, marked; Ada begins a new baseline, which the public sees with the next edition', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const server = await ownServer();
  const by = { javaScriptEnabled: false };
  try {
    const otis = await arrive(browser, server.address, 'Otis', by);
    await otis.goto('/readings/hwy-11/2018-06-01');
    await otis.locator('#numerator').fill('12,000');
    await otis.locator('#denominator').fill('1,000');
    await otis.locator('#comments').fill('Both posts are filled.');
    await otis.getByLabel(/Fill both empty posts/).check();
    await otis.getByRole('button', { name: 'Save draft' }).click();
    await expect(otis).toHaveURL(/saved=1/);
    await expect(otis.getByLabel(/Fill both empty posts/)).toBeChecked();
    await otis.getByRole('link', { name: 'The whole measure, with what is not published' }).click();
    await expect(otis).toHaveURL(/\/measures\/hwy-11\/working$/);
    await expect(main(otis)).toContainText('Not the published page.');
    await expect(main(otis)).toContainText('1 figure marked as not published');
    await expect(otis.locator('.period-words.unpublished')).toContainText('Not published: a draft');
    await expect(otis.locator('.chart-key').first()).toContainText('Not published yet');
    await expect(otis.getByRole('heading', { name: 'Baseline' })).toHaveCount(0);

    const ada = await arrive(browser, server.address, 'Ada');
    await ada.goto('/measures/hwy-11/working');
    await expect(main(ada)).toContainText('From Mar 2017: rebased');
    await expect(ada.locator('.readout').first()).toHaveText(/^Point at the chart/);
    await axe(ada);
    const reader = await browser.newPage({ baseURL: server.address, ...by });
    await reader.goto('/measures/hwy-11');
    const before = await main(reader).innerHTML();
    await ada.getByLabel('The first period of the new baseline').selectOption({ label: 'Nov 2017' });
    await ada.getByLabel('What changed?').fill('A second desk opened.');
    await ada.getByRole('button', { name: 'Begin a new baseline here' }).click();
    await expect(ada).toHaveURL(/done=rebased/);
    await expect(main(ada)).toContainText('rebased: A second desk opened');
    await reader.goto('/measures/hwy-11');
    expect(await main(reader).innerHTML()).toBe(before);
    publishOn(server.env, 'highways-and-transport', '2018-08-17');
    await reader.goto('/measures/hwy-11');
    await expect(main(reader)).toContainText('rebased: A second desk opened');
    await expect(main(reader)).not.toContainText('Both posts are filled.');
    await reader.close();
  } finally {
    await server.stop();
  }
});
