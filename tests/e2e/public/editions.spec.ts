import type { Page } from '@playwright/test';
import { axe, expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';
import { checkAnswers, fillAction } from '../../support/council/check-answers';
import { ownServer } from '../../support/server/own-server';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const base = '/scorecards/highways-and-transport';

/** The frozen part of a page: its table, without what a later edition made of it. */
const frozenIn = (html: string) =>
  (/<table role="table" class="scorecard">.*?<\/table>/s.exec(html)?.[0] ?? '').replace(
    /<tr role="row" class="since">.*?(?=<tr |<\/tbody>)/gs,
    '',
  );

test('three editions, a correction and a withdrawal: every address keeps its own, and says what came after', async ({
  browser,
  page,
  expectTrouble,
}) => {
  test.setTimeout(300_000);
  expectTrouble(/404/);
  const server = await ownServer();
  const by = { javaScriptEnabled: false };
  const at = (path: string) => `${server.address}${path}`;
  const read = async (path: string) => (await page.request.get(at(path))).text();
  try {
    const [otis, hester, ada] = [
      await arrive(browser, server.address, 'Otis', by),
      await arrive(browser, server.address, 'Hester', by),
      await arrive(browser, server.address, 'Ada', by),
    ];
    const approve = async () => {
      await hester.goto('/reviews');
      await hester.locator('.work').getByRole('link').first().click();
      await press(hester, 'Approve');
      await expect(hester).toHaveURL(/done=approved/);
    };
    const publish = async (number: number) => {
      await ada.goto('/releases/highways-and-transport');
      for (const reason of await ada.locator('input[name=reason]:visible').all())
        await reason.fill('It is on its way.');
      await press(ada, `Publish edition ${number}`);
      await expect(ada).toHaveURL(new RegExp(`published=${number}`));
    };
    const first = frozenIn(await read(base));
    await otis.goto('/readings/hwy-04/2018-04-01');
    await otis.locator('#numerator').fill('820');
    await otis.locator('#denominator').fill('1,000');
    await press(otis, 'Check answers');
    await press(otis, 'Submit for approval');
    await approve();
    await publish(2);
    const second = frozenIn(await read(base));
    await otis.goto('/readings/hwy-04/2018-04-01');
    await press(otis, 'Begin a correction');
    await otis.locator('#numerator').fill('621');
    await otis.getByLabel('There was a mistake').check();
    await otis.getByLabel('What was corrected, and why?').fill('One <depot> was counted twice ]]> & again.');
    await otis.locator('#comments').fill('Roadworks on the ring road held the buses up.');
    await fillAction(otis);
    await checkAnswers(otis, 'The depot was asked.');
    await press(otis, 'Submit for approval');
    await approve();
    await publish(3);

    // Each edition at its own address, with what is newer round it.
    expect(frozenIn(await read(`${base}/editions/1`))).toBe(first);
    expect(frozenIn(await read(`${base}/editions/2`))).toBe(second);
    expect(await read(`${base}/editions/2`)).toContain('was 82.0%, now 62.1% (error)');
    await page.goto(at(`${base}/editions/2`));
    await expect(page.locator('.later')).toContainText('A later edition exists: edition 3');
    await expect(page.locator('#hwy-04 .since')).toContainText('Corrected on 17 August 2018: was 82.0%, now 62.1%');
    await axe(page);
    await page.getByRole('link', { name: 'see what has changed since' }).click();
    await expect(page.locator('.changes')).toContainText('Apr 2018 corrected: was 82.0%, now 62.1%.');
    await axe(page);
    await page.goto(at(`${base}/changes?from=3&to=1`));
    await expect(page.locator('.changes')).toContainText('62.1% for Apr 2018; was 78.6% for Jan 2018.');
    await page.getByRole('link', { name: 'All editions' }).click();
    await expect(page.locator('.ledger > li')).toHaveCount(3);
    await axe(page);
    await page.goto(at(`${base}/revisions?measure=hwy-04`));
    await expect(page.locator('.ledger > li')).toHaveCount(1);
    await expect(page.locator('.moved')).toHaveText('Changed colour: was Amber, now Red.');
    await axe(page);

    // The scorecard at a day, picked without JavaScript.
    const reader = await (await browser.newContext({ baseURL: server.address, ...by })).newPage();
    await reader.goto(base);
    await reader.getByLabel('The scorecard on another day').fill('2018-08-17');
    await press(reader, 'Show');
    await expect(reader).toHaveURL(at(`${base}/2018-08-17`));
    for (const [picked, status] of [
      ['17 August 2018', 200],
      ['17/8/2018', 200],
      ['32 August', 404],
      ['//evil.example', 404],
    ] as const) {
      const answer = await page.request.get(at(`${base}?date=${encodeURIComponent(picked)}`));
      expect(answer.status(), picked).toBe(status);
      expect(new URL(answer.url()).origin, picked).toBe(server.address);
    }
    for (const wrong of [
      'editions/0',
      'editions/4',
      'editions/x',
      'changes',
      'changes?from=1&to=9',
      'changes?from=1&to=1',
      'revisions?measure=nope',
    ]) {
      const answer = await page.request.get(at(`${base}/${wrong}`));
      expect(answer.status(), wrong).toBe(404);
    }

    // The feeds are Atom that a reader can parse, and carry no mark-up of an author's.
    for (const feed of [`${base}/feed.xml`, '/feed.xml']) {
      const answer = await page.request.get(at(feed));
      expect(answer.headers()['content-security-policy']).toMatch(/^default-src 'none'/);
      expect(answer.headers()['content-type']).toMatch(/^application\/atom\+xml/);
      const shown = await page.evaluate(
        (xml) => {
          const feed = new DOMParser().parseFromString(xml, 'application/xml');
          const all = (name: string) => [...feed.querySelectorAll(name)].map(({ textContent }) => textContent);
          return {
            wrong: feed.querySelector('parsererror') !== null,
            titles: all('entry > title'),
            ids: all('entry > id'),
          };
        },
        await answer.text(),
      );
      expect(shown.wrong).toBe(false);
      expect(shown.titles[0]).toBe('Highways and transport: edition 3, as at 17 August 2018');
      expect(shown.ids[0]).toBe(at(`${base}/editions/3`));
    }

    // Withdrawn: the address stays and says why, the edition before is in force, and its words are nowhere any more.
    await ada.goto('/releases/highways-and-transport/withdraw');
    await expect(ada.getByRole('button', { name: /^Withdraw/ })).toHaveCount(0);
    await ada.getByRole('link', { name: 'Withdraw edition 3…' }).click();
    await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Withdraw edition 3?');
    await expect(ada.getByRole('main')).toContainText('Edition 2, as at 17 August 2018, is in force again.');
    const button = ada.getByRole('button', { name: 'Withdraw edition 3', exact: true });
    const pressed = await button.boundingBox();
    const away = await ada.getByRole('link', { name: 'Do not withdraw it' }).boundingBox();
    expect((away?.y ?? 0) - (pressed?.y ?? 0) - (pressed?.height ?? 0)).toBeGreaterThanOrEqual(16);
    await expect(button).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await press(ada, 'Withdraw edition 3');
    const problem = ada.getByRole('alert').filter({ hasText: 'There is a problem' });
    await expect(problem).toContainText('Tell the public in a sentence why it is withdrawn.');
    await ada.getByLabel('Why is it withdrawn?').fill('The figure of another council was shown.');
    await press(ada, 'Withdraw edition 3');
    await expect(ada.getByRole('status').filter({ hasText: 'Edition 3 is withdrawn' })).toBeVisible();
    expect(frozenIn(await read(base))).toBe(second);
    await page.goto(at(`${base}/editions/3`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Edition 3 was withdrawn');
    await expect(page.getByRole('main')).toContainText('The figure of another council was shown.');
    await axe(page);
    for (const path of [
      base,
      `${base}/2018-08-17`,
      `${base}/editions`,
      `${base}/editions/2`,
      `${base}/editions/3`,
      `${base}/revisions`,
      `${base}/changes?from=2&to=3`,
      `${base}/feed.xml`,
      '/',
    ])
      expect(await read(path), path).not.toMatch(/62\.1%|counted twice/);
  } finally {
    await server.stop();
  }
});
