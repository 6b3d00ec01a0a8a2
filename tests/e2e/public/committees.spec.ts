import type { Page } from '@playwright/test';
import { axe, expect, test } from '../../support/browser/browser-test';
import { councilCommand } from '../../support/council/people-command';
import { publishOn } from '../../support/council/publication';
import { pdfPages } from '../../support/paper/file-texts';
import { ownServer } from '../../support/server/own-server';

const card = '/scorecards/childrens-social-care';
const main = (page: Page) => page.getByRole('main');

test.describe('in the demonstration, where one edition is published', () => {
  test.use({ javaScriptEnabled: false });

  test('committees: the next meeting, by when its papers must be out, and that all is invented', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Committees' }).click();
    await expect(page).toHaveURL('/committees');
    const section = page.locator('section.committee').first();
    await expect(section.getByRole('heading')).toHaveText(/^Family and children’s services overview and scrutiny/);
    await expect(section).toContainText('Thursday 6 September 2018');
    await expect(section).toContainText('must be published by Wednesday 29 August 2018: five clear days before');
    await expect(main(page)).toContainText('invented for the demonstration');
    await section.getByRole('link', { name: /^Family/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Family and children’s services/);
    await expect(main(page)).toContainText('Since the last committee, on 5 July 2018');
    await expect(main(page)).toContainText('The first edition of this scorecard was published on 17 August 2018');
    // Its paper, which a job has made, with type and size.
    const papers = main(page).locator('.download');
    await expect(papers).toHaveText(
      /^The committee’s paper, of the scorecard in force: PDF \(\d+ kB\), Word \(\d+ kB\)$/,
    );
    const pdf = await page.request.get((await papers.getByRole('link', { name: 'PDF' }).getAttribute('href')) ?? '');
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect(pdf.headers()['content-disposition']).toContain('family-and-childrens-services-2018-08-17.pdf');
    const [cover = ''] = await pdfPages(await pdf.body());
    expect(cover).toContain('Meeting of 6 September 2018');
    await page.getByRole('link', { name: 'Scorecard at 17 August 2018' }).click();
    await expect(page).toHaveURL(`${card}/2018-08-17`);
  });

  test('with one edition there is nothing to compare yet, which is said kindly; nothing is retired', async ({
    page,
  }) => {
    await page.goto(`${card}/reds`);
    await expect(main(page)).toContainText('There is nothing to compare yet: edition 1, published on 17 August 2018');
    await page.goto(`${card}/retired`);
    await expect(main(page)).toContainText('No measure of Children’s Social Care has been retired.'.replace('’', "'"));
    await page.goto(card);
    await expect(page.getByRole('link', { name: /^(Retired measures|What became of)/ })).toHaveCount(0);
  });

  for (const [address, sentence] of [
    ['/committees/nowhere', 'There is no committee at this address.'],
    ['/committees/nowhere/paper.pdf', 'There is no committee at this address.'],
    ['/committees/Not%20one', 'There is no committee at this address.'],
    ['/measures/nowhere', 'There is no published measure at this address.'],
    ['/scorecards/nowhere/reds', 'There is no published scorecard at this address.'],
    ['/scorecards/nowhere/retired', 'There is no published scorecard at this address.'],
  ] as const)
    test(`${address} is told in a sentence`, async ({ page, expectTrouble }) => {
      expectTrouble(/404/);
      expect((await page.goto(address))?.status()).toBe(404);
      await expect(main(page)).toContainText(sentence);
    });

  test('a measure on the scorecard has its page at its address, however that is written', async ({ request }) => {
    for (const address of ['/measures/csc-07', '/measures/CSC-07']) {
      const answer = await request.get(address, { maxRedirects: 0 });
      expect(answer.status()).toBe(200);
      expect(answer.headers()['cache-control']).toMatch(/^public/);
    }
  });
});

test('a month later: what changed since the committee met, what became of the Reds, and the measure that went', async ({
  browser,
  page: scripted,
  expectTrouble,
}) => {
  test.setTimeout(300_000);
  expectTrouble(/503/);
  const server = await ownServer(() => ({ CANDOUR_TODAY: '2018-09-20' }));
  const page = await browser.newPage({ baseURL: server.address, javaScriptEnabled: false });
  try {
    await page.goto(`${card}?show=red`);
    const reds = await page.locator('table.scorecard tbody').evaluateAll((rows) => rows.map((row) => row.id));
    expect(reds.length).toBeGreaterThan(2);
    const [first, second, gone] = reds as [string, string, string];
    await page.goto('/committees/family-and-childrens-services');
    await expect(main(page)).toContainText('edition 1 was in force at the last meeting already');

    // One turns Green by a target that it meets, one is retired, and the rest stay as they were.
    await server.sql`alter table targets disable trigger targets_in_use_stand`;
    await server.sql`update targets set shape = 'at_least', green = 0, amber = null, green_to = null, amber_to = null
      where measure_id = (select id from measures where code = ${first})`;
    await server.sql`alter table targets enable trigger targets_in_use_stand`;
    const retired = ['2018-09-10', 'The national count ended.', 'Cabinet', '2018-09-04'];
    expect(councilCommand(server.env, 'retire', gone, ...retired, '--by', 'ada@candour.example').code).toBe(0);
    publishOn(server.env, 'childrens-social-care', '2018-09-20');

    await page.goto('/committees/family-and-childrens-services');
    await expect(main(page)).toContainText('Since the last committee, on 6 September 2018');
    await expect(main(page)).toContainText('from edition 1, which was in force then');
    await expect(main(page)).toContainText('Turned Green; was Red.');
    const why = 'Retired after 10 September 2018: The national count ended. Decided by Cabinet on 4 September 2018.';
    await expect(main(page)).toContainText(`No longer on the scorecard. ${why}`);
    await expect(page.getByRole('link', { name: 'Scorecard at 6 September 2018' })).toHaveAttribute(
      'href',
      `${card}/2018-09-06`,
    );

    await page.goto(card);
    await page.getByRole('link', { name: 'What became of last year’s Reds' }).click();
    await expect(main(page)).toContainText('There was no edition a year ago, so this compares with the earliest one');
    await expect(main(page)).toContainText(
      `Of ${reds.length} that were Red on 17 August 2018: 1 is Green, ${reds.length - 2} ${reds.length === 3 ? '' : 'are '}still Red, 1 was retired.`,
    );
    await expect(page.locator('.turns > li')).toHaveCount(reds.length);
    await expect(page.locator('.turns a').nth(1)).toHaveAttribute('href', `${card}#${second}`);

    await page.goto(card);
    await expect(page.locator(`#${gone}`)).toHaveCount(0);
    await page.getByRole('link', { name: 'Retired measures' }).click();
    await expect(main(page)).toContainText(why);
    await page.locator('.turns a').click();
    await expect(page).toHaveURL(`/measures/${gone}`);
    for (const words of ['The national count ended.', 'Cabinet, on 4 September 2018', 'Red'])
      await expect(main(page)).toContainText(words);
    const file = await page.request.get(`/measures/${gone}/data.csv`);
    expect([file.status(), await file.text()]).toEqual([200, expect.stringContaining('This council')]);
    await expect(page.getByRole('link', { name: /^Download its published figures/ })).toBeVisible();
    await page.getByRole('link', { name: 'Edition 1, at 19 September 2018' }).click();
    await expect(page).toHaveURL(`${card}/2018-09-19#${gone}`);
    await expect(page.locator(`#${gone}`)).toBeVisible();

    for (const address of [
      '/committees',
      '/committees/family-and-childrens-services',
      '/committees/roads-and-travel',
      `${card}/reds`,
      `${card}/retired`,
      `/measures/${gone}`,
      card,
    ]) {
      await scripted.goto(`${server.address}${address}`);
      await expect(scripted.locator('h1')).toHaveCount(1);
      expect(await scripted.locator('script').count(), address).toBe(0);
      for (const width of [1280, 320]) {
        await scripted.setViewportSize({ width, height: 900 });
        await axe(scripted);
        const across = await scripted.locator('html').evaluate((html) => html.scrollWidth);
        expect(across, `${address} at ${width}`).toBeLessThanOrEqual(width);
        if (process.env.CANDOUR_PICTURES)
          await scripted.screenshot({
            path: `${process.env.CANDOUR_PICTURES}/${address.replaceAll('/', '_')}-${width}.png`,
            fullPage: true,
          });
      }
    }

    const on = async (day: string) => {
      Object.assign(server.env, { CANDOUR_TODAY: day });
      await server.restart();
      await page.goto(`${card}/reds`);
    };
    await on('2019-09-01');
    await expect(main(page)).toContainText('edition 2 against edition 1, in force on 1 September 2018');
    await expect(main(page)).toContainText(`Of ${reds.length} that were Red a year ago: 1 is Green`);
    await expect(main(page)).not.toContainText('There was no edition a year ago');
    await on('2019-10-01');
    await expect(main(page)).toContainText('nothing to compare yet: edition 2 was in force a year ago already');
    await server.sql`insert into withdrawals (edition_id, withdrawn_at, withdrawn_by, reason)
      select id, '2018-09-21T09:00:00Z', published_by, 'Two columns were swapped.' from editions
      where number = 1 and service_id = (select id from services where slug = 'childrens-social-care')`;
    await on('2018-09-25');
    const withdrawn =
      'was withdrawn on 21 September 2018: Two columns were swapped. So there is nothing to compare with.';
    await expect(main(page)).toContainText(`Edition 1, in force on 17 August 2018, ${withdrawn}`);
    await page.goto('/committees/family-and-childrens-services');
    await expect(main(page)).toContainText(`Edition 1, in force at the last meeting, ${withdrawn}`);

    server.killDatabase();
    for (const address of ['/committees', '/committees/roads-and-travel', `${card}/retired`, `/measures/${gone}`]) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(503);
      await expect(main(page)).toContainText('please try again in a minute');
    }
    const watched = await fetch(`${server.address}/readyz`);
    expect([watched.status, await watched.json()]).toEqual([503, { ready: false, database: 'away' }]);
  } finally {
    await page.close();
    await server.stop();
  }
});
