import { setTimeout as wait } from 'node:timers/promises';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { axe, expect, heldBack, test } from '../../support/browser/browser-test';
import { arrive, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const release = '/releases/childrens-social-care';
const card = '/scorecards/childrens-social-care';
const canary = /quokka/i;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const london = (at: Date) => at.toLocaleTimeString('en-GB', { timeZone: 'Europe/London' }).slice(0, 5);
const editionIn = (html: string) => Number(/edition (\d+)/.exec(html)?.[1]);

/** A whole minute of today that is some way off, and not beyond midnight, as the day of the demonstration never ends. */
async function soon(seconds: number): Promise<Date> {
  while (london(new Date()) >= '23:56') await wait(1000);
  return new Date(Math.ceil((Date.now() + seconds * 1000) / 60_000) * 60_000);
}

/** Olive writes a reading that tells of a quokka, and Hana approves it. */
async function approved(browser: Browser, address: string): Promise<Page> {
  const olive = await arrive(browser, address, 'Olive', { javaScriptEnabled: false });
  await olive.goto('/readings/csc-02/2018-07-01');
  await olive.locator('input[name=numerator]').fill('220');
  await olive.locator('input[name=denominator]').fill('267');
  await olive.locator('textarea[name=comments]').fill('New carers were approved, and one has a quokka.');
  await press(olive, 'Check answers');
  await press(olive, 'Submit for approval');
  await expect(olive).toHaveURL(/done=submitted/);
  const hana = await arrive(browser, address, 'Hana', { javaScriptEnabled: false });
  await hana.goto('/reviews');
  await hana.locator('.work').getByRole('link').first().click();
  await press(hana, 'Approve');
  await expect(hana).toHaveURL(/done=approved/);
  return hana;
}

async function announce(ada: Page, time: string, day = '17 August 2018') {
  await ada.goto(release);
  await ada.getByText('Announce it for later instead').click();
  await ada.getByLabel('Day of release').fill(day);
  await ada.getByLabel('Time of release').fill(time);
  await ada.locator('#announced-asAt').fill('17 August 2018');
  await press(ada, 'Announce edition 2');
  await expect(ada.getByRole('status').filter({ hasText: 'The release is announced.' })).toBeVisible();
}

/** Everything that an answer says, headers included. */
async function answerOf(
  client: APIRequestContext,
  address: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const answer = await client.get(address, { headers });
  return `${answer.status()} ${JSON.stringify(answer.headers())} ${await answer.text()}`;
}

test.describe('an announced release', () => {
  test.setTimeout(400_000);
  test.beforeEach(({ expectTrouble }) => {
    expectTrouble(/404|503/);
    expectTrouble(heldBack);
  });

  test('in two processes, without JavaScript: nobody but its listed reader meets a word of it before its moment, then everybody at once, and once only', async ({
    browser,
    request,
  }) => {
    const server = await ownServer();
    try {
      const other = await server.another();
      const both = [server.address, other];
      const hana = await approved(browser, server.address);
      const by = { javaScriptEnabled: false };
      const ada = await arrive(browser, server.address, 'Ada', by);
      const cal = await arrive(browser, server.address, 'Cal', by);
      cal.setDefaultTimeout(20_000);
      ada.setDefaultTimeout(20_000);
      const otis = await arrive(browser, server.address, 'Otis', by);
      const dueAt = await soon(90);
      await announce(ada, london(dueAt));
      const [row] = await server.sql`select id from announcements where state = 'announced'`;
      const early = `/early/${row?.id}`;
      await expect(ada.getByRole('main')).toContainText(
        `Edition 2 is announced for ${london(dueAt)} on 17 August 2018`,
      );
      await expect(ada.getByRole('button', { name: /^Publish edition/ })).toHaveCount(0);
      for (const who of [hana, cal, otis, ada])
        expect((await answerOf(who.request, server.address + early)).slice(0, 3)).toBe('404');

      await ada.getByLabel('E-mail address').fill('cal@candour.example');
      await press(ada, 'Add to the list');
      await expect(ada.locator('.findings')).toContainText('Cal Reid (cal@candour.example)');
      await cal.goto('/work');
      await cal.getByRole('link', { name: "Children's Social Care, edition 2" }).click();
      await expect(cal.getByRole('main')).toContainText(`This is not public until ${london(dueAt)} on 17 August 2018.`);
      await expect(cal.locator('#csc-02')).toContainText(canary);
      const shown = await cal.request.get(server.address + early);
      expect(shown.headers()['cache-control']).toBe('private, no-store');
      const reads = await server.sql`select actor_id from events where kind = 'pre_release_read'`;
      expect(reads).toHaveLength(1);

      // What everybody else is answered before the moment, in every way that is known of asking.
      const own = [
        early,
        release,
        '/reviews',
        '/history/services/childrens-social-care',
        '/readings/csc-02/2018-07-01',
      ];
      const seeds = ['/', '/calendar', card, `${card}/2018-08-17`, `${card}?show=red`, '/how-to-read', '/robots.txt'];
      const ways: Record<string, string>[] = [
        {},
        { RSC: '1' },
        { RSC: '1', 'Next-Router-Prefetch': '1' },
        { 'x-nextjs-data': '1' },
      ];
      const crawl = async (client: APIRequestContext, who: string, paths: string[]) => {
        // Every way of asking, by turns of both processes: on a slow machine all at both would outlast the moment.
        for (const [place, path] of paths.entries())
          for (const [way, headers] of ways.entries())
            expect(await answerOf(client, both[(place + way) % 2] + path, headers), `${path} as ${who}`).not.toMatch(
              canary,
            );
      };
      await crawl(request, 'nobody', [...seeds, ...own, `${early}.rsc`, `${early}?_rsc=1`, `${early}/`]);
      await crawl(otis.request, 'Otis', own);
      await crawl(cal.request, 'Cal', [...seeds, ...own.slice(1)]);
      await crawl(hana.request, 'Hana', [...seeds, early]);
      for (const address of both)
        expect(await answerOf(request, `${address}/calendar`)).toMatch(/Social Care, edition 2[\s\S]*17 August 2018/i);

      // A process that dies is not missed.
      await server.restart();
      const samples: { address: string; from: number; until: number; edition: number }[] = [];
      // For three seconds after both have it, however long a busy machine takes to publish; where it never comes, the test fails.
      const last = { by: dueAt.getTime() + 100_000 };
      const watch = async (address: string) => {
        while (Date.now() < last.by) {
          const from = Date.now();
          const html = await (await fetch(address + card)).text();
          samples.push({ address, from, until: Date.now(), edition: editionIn(html) });
          expect(canary.test(html)).toBe(editionIn(html) === 2);
          const shownAt = both.flatMap(
            (each) => samples.find((one) => one.address === each && one.edition === 2)?.until ?? [],
          );
          if (shownAt.length === both.length) last.by = Math.max(...shownAt) + 3_000;
          // Closely round the moment, and now and then before it.
          await wait(Date.now() < dueAt.getTime() - 4_000 ? 500 : 20);
        }
      };
      await Promise.all(both.map(watch));
      const after = samples.filter(({ edition }) => edition === 2);
      const first = Math.min(...after.map(({ until }) => until));
      expect(samples.filter(({ edition, until }) => edition === 2 && until < dueAt.getTime())).toEqual([]);
      // From the lease after the first sight on, no process shows the edition before.
      expect(samples.filter(({ edition, from }) => edition !== 2 && from > first + 60)).toEqual([]);
      expect(new Set(after.map(({ address }) => address)).size).toBe(2);

      const counts = async () =>
        (
          await server.sql`select (select count(*)::int from editions) as editions,
            (select count(*)::int from events where kind = 'edition_published') as told,
            (select count(*)::int from announcements where state = 'released') as released`
        )[0];
      // The two of the demonstration, and this one.
      expect(await counts()).toEqual({ editions: 3, told: 3, released: 1 });
      for (const address of both) expect(await answerOf(request, `${address}/calendar`)).toMatch(/Released/);
      expect((await answerOf(cal.request, server.address + early)).slice(0, 3)).toBe('404');
    } finally {
      await server.stop();
    }
  });

  test('a database that dies and comes back before the moment is waited for, and the release happens once', async ({
    browser,
  }) => {
    const server = await ownServer();
    try {
      await approved(browser, server.address);
      const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
      const dueAt = await soon(30);
      await announce(ada, london(dueAt));
      server.killDatabase();
      await wait(3_000);
      server.reviveDatabase();
      await expect(async () => {
        expect(editionIn(await (await fetch(server.address + card)).text())).toBe(2);
      }).toPass({ timeout: 150_000, intervals: [500] });
      expect(Date.now()).toBeGreaterThanOrEqual(dueAt.getTime());
      expect(await (await fetch(`${server.address}/calendar`)).text()).toMatch(/Released/);
    } finally {
      await server.stop();
    }
  });

  test('Ada announces, moves and cancels with JavaScript; nothing typed is lost; the pages suit everybody; nobody else can', async ({
    browser,
    page,
    request,
  }) => {
    const server = await ownServer();
    try {
      const hana = await approved(browser, server.address);
      const ada = await arrive(browser, server.address, 'Ada');
      const cal = await arrive(browser, server.address, 'Cal');
      await ada.goto(release);
      await ada.getByText('Announce it for later instead').click();
      await expect(ada.getByLabel('Time of release')).toHaveValue('09:30');
      await ada.getByLabel('Day of release').fill('25 March 2018');
      await ada.getByLabel('Time of release').fill('1.30am');
      await ada.locator('#announced-note').fill('With a quokka.');
      await press(ada, 'Announce edition 2');
      const problem = ada.getByRole('alert').filter({ hasText: 'There is a problem' });
      await expect(problem).toContainText('There is no 01:30 on 25 March 2018: the clocks go forward over it.');
      await expect(ada.locator('#announced-note')).toHaveValue('With a quokka.');
      await ada.getByLabel('Time of release').fill('09:30');
      await expect(problem).toContainText('Enter the date that the scorecard speaks of.');
      await ada.locator('#announced-asAt').fill('17 August 2018');
      await press(ada, 'Announce edition 2');
      await expect(problem).toContainText('09:30 on 25 March 2018 has passed.');
      await axe(ada);
      await ada.getByLabel('Day of release').fill('1 September 2018');
      await press(ada, 'Announce edition 2');
      await expect(ada.getByRole('main')).toContainText('Edition 2 is announced for 09:30 on 1 September 2018');
      await ada.getByLabel('E-mail address').fill('nobody@candour.example');
      await press(ada, 'Add to the list');
      await expect(problem).toContainText('Nobody here has the address nobody@candour.example.');
      await ada.getByLabel('E-mail address').fill('cal@candour.example');
      await press(ada, 'Add to the list');
      await expect(ada.locator('.findings')).toContainText('Cal Reid');
      await ada.getByText('Move it', { exact: true }).click();
      await ada.getByLabel('New day').fill('3 September 2018');
      await press(ada, 'Move the release');
      await expect(problem).toContainText('Tell the public why the release is moved.');
      await expect(ada.getByLabel('New day')).toHaveValue('3 September 2018');
      await ada.getByLabel('Why is it moved?').fill('The first is a Saturday.');
      await press(ada, 'Move the release');
      await expect(ada.locator('.release-moves')).toContainText(
        'Moved from 09:30 on 1 September 2018 to 09:30 on 3 September 2018: The first is a Saturday.',
      );
      await axe(ada);

      const [row] = await server.sql`select id from announcements where state = 'announced'`;
      for (const width of [1280, 320]) {
        for (const [who, path] of [
          [ada, release],
          [cal, '/work'],
          [cal, `/early/${row?.id}`],
          [page, '/calendar'],
        ] as const) {
          await who.setViewportSize({ width, height: 900 });
          await who.goto(server.address + path);
          await expect(who.locator('h1')).toHaveCount(1);
          await axe(who);
          expect(await who.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(width);
          const name = `test-results/${path.replaceAll('/', '-')}-${width}.png`;
          if (process.env.CANDOUR_PICTURES) await who.screenshot({ path: name, fullPage: true });
        }
      }
      await expect(page.getByRole('main')).toContainText('The first is a Saturday.');
      expect(await page.content()).not.toMatch(/<script|quokka/i);

      // Each form, taken from Ada's page and sent by those who may not: nothing changes.
      const plain = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
      const state = async () =>
        JSON.stringify([
          await server.sql`select state, due_at, edition_id from announcements`,
          await server.sql`select * from pre_release_readers`,
          await server.sql`select count(*) from announcement_moves`,
        ]);
      const before = await state();
      const typed = {
        moveDay: '5 September 2018',
        moveTime: '09:30',
        moveReason: 'So',
        cancelReason: 'So',
        reader: 'hana@candour.example',
        fromDay: '17 August 2018',
        fromTime: '00:00',
      };
      for (const button of [/^Move the release/, /^Cancel the release/, /^Add to the list/, /^Take Cal/]) {
        await plain.goto(release);
        const own = await fieldsOfForm(plain, button);
        const fields = { ...own, ...Object.fromEntries(Object.entries(typed).filter(([name]) => name in own)) };
        for (const who of [hana.request, cal.request, request]) {
          const answer = await forge(who, server.address, release, { ...fields, key: crypto.randomUUID() });
          expect(answer.status(), String(button)).toBeLessThan(500);
          expect(await state(), String(button)).toBe(before);
        }
      }
      expect((await server.sql`select 1 from events where kind = 'step_refused'`).length).toBe(8);
      await ada.goto(release);
      await press(ada, 'Take Cal Reid off the list');
      await expect(ada.getByRole('status').filter({ hasText: 'one fewer' })).toBeVisible();
      expect((await answerOf(cal.request, `${server.address}/early/${row?.id}`)).slice(0, 3)).toBe('404');
      await ada.getByText('Cancel it', { exact: true }).click();
      await ada.getByLabel('Why is it cancelled?').fill('A ward was left out.');
      await press(ada, 'Cancel the release');
      await expect(ada.getByRole('status').filter({ hasText: 'The release is cancelled.' })).toBeVisible();
      await expect(ada.getByRole('button', { name: 'Publish edition 2' })).toBeVisible();
      await page.goto(`${server.address}/calendar`);
      await expect(page.getByRole('main')).toContainText('Cancelled: A ward was left out.');
    } finally {
      await server.stop();
    }
  });
});
