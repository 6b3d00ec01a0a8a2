import { axe, expect, test } from '../../support/browser/browser-test';
import { done, effect, fits, press } from '../../support/browser/settings-page';
import { arrive, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const rest = [
  '',
  '/2018-08-17',
  '/editions',
  '/editions/1',
  '/reds',
  '/revisions',
  '/retired',
  '/feed.xml',
  '?date=2018-08-17',
];

test.describe('places', () => {
  test.setTimeout(300_000);

  test('Ada renames a service, puts its measures in order and keeps the council, without JavaScript', async ({
    browser,
  }) => {
    const server = await ownServer();
    /** Where an address leads, without going there: its status and place. */
    const leads = async (path: string) => {
      const answer = await fetch(server.address + path, { redirect: 'manual' });
      return `${answer.status} ${answer.headers.get('location') ?? ''}`.trim();
    };
    try {
      const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
      const hashes = () => server.sql`select sha256 from editions order by id`;
      const before = await hashes();
      const feed = async (slug: string) => (await fetch(`${server.address}/scorecards/${slug}/feed.xml`)).text();
      const idsOf = (text: string) => [...text.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);
      const ids = idsOf(await feed('highways-and-transport'));

      const rename = async (from: string, to: string) => {
        await ada.goto(`/settings/services/${from}`);
        await ada.getByLabel('Its address').fill(to);
        await press(ada, 'Show the effect');
        await expect(effect(ada)).toContainText(
          `/scorecards/${from} will lead to /scorecards/${to}, at once and for ever.`,
        );
        await press(ada, 'Save the change');
        await expect(done(ada)).toContainText('is changed.');
      };
      await rename('highways-and-transport', 'roads');
      await rename('roads', 'roads-and-travel');
      for (const path of rest) {
        const present = `308 /scorecards/roads-and-travel${path}`;
        expect(await leads(`/scorecards/highways-and-transport${path}`)).toBe(present);
        expect(await leads(`/scorecards/roads${path}`)).toBe(present);
      }
      expect(await leads('/scorecards/roads-and-travel')).toBe('200');
      expect(await leads('/scorecards/never-there')).toBe('404');
      expect(idsOf(await feed('roads-and-travel'))).toEqual(ids);
      const measure = await (await fetch(`${server.address}/measures/hwy-01`)).text();
      expect(measure).toContain('/scorecards/roads-and-travel');
      expect(measure).not.toContain('highways-and-transport');

      // The pages behind the sign-in follow, with what stands in their query.
      for (const page of ['/services/', '/releases/', '/settings/services/', '/history/services/']) {
        await ada.goto(`${page}highways-and-transport`);
        expect(new URL(ada.url()).pathname).toBe(`${page}roads-and-travel`);
      }
      await ada.goto('/settings/measures/order?service=roads');
      expect(ada.url()).toMatch(/service=roads-and-travel$/);

      // What is another service's address for ever is told at its field.
      await ada.goto('/settings/services/childrens-social-care');
      await ada.getByLabel('Its address').fill('roads');
      await press(ada, 'Show the effect');
      await expect(ada.locator('.error-summary')).toContainText('was the address of Highways and transport once');

      // A contact needs a way to it; once it is saved the public page names it, as does an earlier day's.
      await ada.goto('/settings/services/roads-and-travel');
      await ada.getByLabel('Who answers questions').fill('Roads desk');
      await press(ada, 'Show the effect');
      await expect(ada.locator('.error-summary')).toContainText('or a telephone number of Roads desk');
      await ada.getByLabel('Their telephone number').fill('01632 960 202');
      await press(ada, 'Show the effect');
      await expect(effect(ada)).toContainText('Questions about these figures: Roads desk, 01632 960 202.');
      await fits(ada);
      await press(ada, 'Save the change');
      await expect(done(ada)).toContainText('is changed.');
      for (const path of [
        '/scorecards/roads-and-travel',
        '/scorecards/roads-and-travel/editions/1',
        '/measures/hwy-01',
        '/',
      ])
        expect(await (await fetch(server.address + path)).text()).toContain(
          'Roads desk, <a href="tel:01632960202">01632 960 202</a>',
        );

      // Two measures change places, a number twice is told, and the next edition has the new order.
      await ada.goto('/settings/measures/order?service=roads-and-travel');
      const number = (title: string) => ada.getByLabel(title, { exact: true });
      await number('Dangerous potholes made safe within 24 hours').fill('2');
      await press(ada, 'Show the effect');
      await expect(ada.locator('.error-summary')).toContainText('Two measures have the number 2');
      await number('Street lights working').fill('1');
      await press(ada, 'Show the effect');
      await expect(effect(ada)).toContainText('1. Street lights working (now 2)');
      await fits(ada);
      await press(ada, 'Save the order');
      await expect(done(ada)).toContainText('They have their new order.');
      await ada.goto('/releases/roads-and-travel');
      for (const reason of await ada.locator('[name=reason]:visible').all()) await reason.fill('Known.');
      await press(ada, 'Publish edition 2');
      await expect(ada.getByRole('main')).toContainText('Edition 2 is published');
      expect((await hashes()).slice(0, before.length)).toEqual(before);
      const places = async (path: string) => {
        const html = await (await fetch(`${server.address}/scorecards/roads-and-travel${path}`)).text();
        return html.indexOf('Street lights working') < html.indexOf('Dangerous potholes made safe');
      };
      expect([await places(''), await places('/editions/1')]).toEqual([true, false]);

      // The council: an area code that is none is told, what is saved is public at once.
      await ada.goto('/settings/council');
      await ada.getByLabel('Area code (optional)').fill('E060');
      await press(ada, 'Show the effect');
      await expect(ada.locator('.error-summary')).toContainText('a letter and eight digits');
      await ada.getByLabel('Area code (optional)').fill('e06000057');
      await press(ada, 'Show the effect');
      await fits(ada);
      // Her form sent by somebody else changes nothing, and the record keeps the try.
      const hana = await arrive(browser, server.address, 'Hana', { javaScriptEnabled: false });
      const form = { ...(await fieldsOfForm(ada, /^Save the change$/)), intent: 'save' };
      await forge(hana.request, server.address, '/settings/council', form);
      const [council] = await server.sql`select area_code as code from council`;
      expect(council?.code).toBeNull();
      const tries = await server.sql`select details ->> 'step' as step from events where kind = 'step_refused'`;
      expect(tries.map(({ step }) => step)).toEqual(['change_council']);
      await press(ada, 'Save the change');
      await expect(done(ada)).toContainText('It is changed.');
      await ada.goto('/');
      await expect(ada.getByRole('contentinfo')).toContainText('area code E06000057. Licence: Open Government Licence');
      expect(await feed('roads-and-travel')).toContain('Licence: Open Government Licence v3.0.');
      await ada.goto('/history/council');
      await expect(ada.getByRole('main')).toContainText('the area code from nothing to “E06000057”');
      await expect(ada.getByRole('main')).toContainText('Ada Byrne signed in');
      // Her signing in was noted by the real clock, and is told on the day of the demonstration.
      await expect(ada.getByRole('main')).not.toContainText(String(new Date().getFullYear()));

      const script = await arrive(browser, server.address, 'Ada');
      for (const address of ['council', 'measures/new', 'measures/order?service=roads-and-travel', 'services/roads']) {
        await script.goto(`/settings/${address}`);
        await fits(script);
        await axe(script);
      }
      // Welsh at once, on pages that were kept as well; no edition and no file knows of it, and English comes back as it was.
      const card = '/scorecards/roads-and-travel';
      // A committee paper that is made while we look has its size beside it from then on.
      const bytes = async (path: string) =>
        (await (await fetch(server.address + path)).text()).replaceAll(/Paper \([^)]*\)/g, 'Paper');
      const unchanged = [card, `${card}/editions/1/canonical.json`, `${card}/editions/1/data.csv`, '/api/v1/services'];
      const inEnglish = await Promise.all(unchanged.map(bytes));
      const choose = async (language: RegExp) => {
        await ada.goto('/settings/council');
        await ada.getByRole('radio', { name: language }).check();
        await press(ada, 'Show the effect');
        await press(ada, 'Save the change');
        await expect(done(ada)).toContainText('It is changed.');
      };
      await choose(/Welsh/);
      expect((await Promise.all(unchanged.map(bytes))).slice(1)).toEqual(inEnglish.slice(1));
      const resident = await browser.newPage({ baseURL: server.address });
      for (const path of ['/', card, `${card}?signals=shown`, '/measures/hwy-01', '/how-to-read', '/glossary']) {
        await resident.goto(path);
        await expect(resident.locator('html')).toHaveAttribute('lang', 'cy');
        await expect(resident.getByText('Cyfieithiad heb ei wirio.')).toBeVisible();
        await expect(resident.getByRole('navigation', { name: 'Perfformiad' })).toContainText('Gwasanaethau');
        await fits(resident);
        await axe(resident);
      }
      await resident.close();
      await choose(/English/);
      expect(await Promise.all(unchanged.map(bytes))).toEqual(inEnglish);

      await script.goto('/settings/measures/new');
      await script.getByRole('link', { name: 'Highways and transport' }).click();
      await expect(script.getByRole('main')).toContainText('To the scorecard of Highways and transport.');
    } finally {
      await server.stop();
    }
  });
});
