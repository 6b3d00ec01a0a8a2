import { readdirSync } from 'node:fs';
import type { APIRequestContext, Page } from '@playwright/test';
import { arrive, type DemoName, demoNames, fieldsOfForm, forge } from '../support/arrival';
import { expect, test } from '../support/browser-test';
import { ownServer } from '../support/own-server';

type Actor = DemoName | 'nobody';
const actors: Actor[] = ['nobody', ...demoNames];
/** Who is served; everybody else finds nothing, and nobody signed in is led to sign in. */
type Expected = { address: string; served: Actor[] | 'everybody' };

const childrens: Actor[] = ['Olive', 'Hana', 'Dev', 'Ada'];
const staff: Actor[] = [...demoNames];
const reading = '/readings/csc-02/2018-07-01';

/** Every address of the application; one that is not here fails the test. */
const table: Record<string, Expected> = {
  '/': { address: '/', served: 'everybody' },
  '/accessibility': { address: '/accessibility', served: 'everybody' },
  '/how-to-read': { address: '/how-to-read', served: 'everybody' },
  '/scorecards/[service]': { address: '/scorecards/childrens-social-care', served: 'everybody' },
  '/scorecards/[service]/[date]': { address: '/scorecards/childrens-social-care/2018-08-17', served: 'everybody' },
  '/[...address]': { address: '/nowhere', served: [] },
  '/api/auth/[...nextauth]': { address: '/api/auth/nowhere', served: [] },
  '/sign-in': { address: '/sign-in', served: ['nobody'] },
  '/invitation/[token]': { address: '/invitation/none', served: [] },
  '/account': { address: '/account', served: staff },
  '/work': { address: '/work', served: staff },
  '/readings/[code]/[period]': { address: reading, served: childrens },
  '/readings/[code]/[period]/check': { address: `${reading}/check`, served: ['Olive'] },
  '/readings/[code]/[period]/history': { address: `${reading}/history`, served: childrens },
  '/reviews': { address: '/reviews', served: staff },
  '/reviews/[id]': { address: '/reviews/READING', served: childrens },
  '/releases': { address: '/releases', served: ['Ada'] },
  '/releases/[service]': { address: '/releases/childrens-social-care', served: ['Ada'] },
  '/history': { address: '/history', served: staff },
  '/history/measures/[code]': { address: '/history/measures/csc-02', served: childrens },
  '/history/services/[slug]': { address: '/history/services/childrens-social-care', served: childrens },
};

const addresses = () =>
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${file.replace(/(^|\/)(page\.tsx|route\.ts)$/, '').replace(/\([^)]*\)\/?/g, '')}`);

test('the table knows every address that there is', () => {
  expect(addresses().sort()).toEqual(Object.keys(table).sort());
});

test('every address × every actor: served, led to sign in, or nothing found; forged steps change nothing', async ({
  browser,
  request,
  expectTrouble,
}) => {
  test.setTimeout(180_000);
  expectTrouble(/404/);
  const server = await ownServer();
  const pages = {} as Record<DemoName, Page>;
  try {
    for (const name of demoNames) pages[name] = await arrive(browser, server.address, name);
    const as = (actor: Actor): APIRequestContext => (actor === 'nobody' ? request : pages[actor].request);
    const state = async () => {
      const [row] =
        await server.sql`select state, version from readings where measure_id = (select id from measures where code = 'csc-02') and period_start = '2018-07-01'`;
      return row ? `${row.state} ${row.version}` : 'none';
    };
    /** Sends a step's form, taken from the page of whoever may take it, as everybody else. */
    const forgedBy = async (allowed: DemoName, path: string, button: RegExp) => {
      await pages[allowed].goto(path);
      const fields = await fieldsOfForm(pages[allowed], button);
      const before = await state();
      for (const actor of actors.filter((actor) => actor !== allowed)) {
        const answer = await forge(as(actor), server.address, path, { ...fields, key: crypto.randomUUID() });
        expect(answer.status(), `${actor} forges ${button} at ${path}`).toBeLessThan(500);
        expect(await state(), `${actor} forges ${button} at ${path}`).toBe(before);
      }
    };

    const olive = pages.Olive;
    await olive.goto(reading);
    await olive.locator('input[name=numerator]').fill('220');
    await olive.locator('input[name=denominator]').fill('267');
    await olive.locator('textarea[name=comments]').fill('Four new carers were approved in July.');
    await forgedBy('Olive', reading, /Save draft/);
    await olive.locator('input[name=numerator]').fill('220');
    await olive.locator('input[name=denominator]').fill('267');
    await olive.locator('textarea[name=comments]').fill('Four new carers were approved in July.');
    await olive.getByRole('button', { name: 'Check answers' }).click();
    await expect(olive).toHaveURL(/\/check$/);
    expect(await state()).toBe('draft 1');

    const [row] = await server.sql`select id from readings where state = 'draft'`;
    for (const [pattern, { address: path, served }] of Object.entries(table)) {
      const address = `${server.address}${path.replace('READING', String(row?.id))}`;
      for (const actor of actors) {
        const answer = await as(actor).get(address, { maxRedirects: 0 });
        const told = `${pattern} as ${actor}`;
        if (served === 'everybody' || served.includes(actor)) expect(answer.status(), told).toBe(200);
        else if (pattern === '/sign-in') expect([200, 303, 307], told).toContain(answer.status());
        else if (actor === 'nobody' && served.length > 0) {
          expect(answer.status(), told).toBe(307);
          expect(answer.headers().location, told).toMatch(/^\/sign-in\?then=/);
        } else expect([404, 400], told).toContain(answer.status());
        const isPublic = served === 'everybody' || pattern === '/[...address]';
        if (!isPublic) expect(answer.headers()['cache-control'], told).toMatch(/no-store/);
      }
    }

    const text = async (path: string) => {
      await pages.Otis.goto(`${server.address}${path}`);
      return pages.Otis.locator('main').textContent();
    };
    const alike = [
      reading,
      '/readings/nope-02/2018-07-01',
      `/reviews/${row?.id}`,
      '/reviews/999999',
      '/releases/childrens-social-care',
    ];
    const texts: (string | null)[] = [];
    for (const path of alike) texts.push(await text(path));
    expect(new Set(texts).size, 'what is another’s and what is not there answer alike').toBe(1);

    await forgedBy('Olive', `${reading}/check`, /^Submit/);
    await olive.getByRole('button', { name: /^Submit/ }).click();
    await expect(olive).toHaveURL(/\/work/);
    expect(await state()).toBe('submitted 1');
    for (const button of [/^Approve/, /Return to its owner/]) {
      await pages.Hana.goto(`/reviews/${row?.id}`);
      const fields = await fieldsOfForm(pages.Hana, button);
      for (const actor of ['nobody', 'Olive', 'Otis', 'Hester', 'Ada', 'Cal'] as Actor[]) {
        const typed = { ...fields, reason: 'Because.', key: crypto.randomUUID() };
        if (!('reason' in fields)) Reflect.deleteProperty(typed, 'reason');
        const answer = await forge(as(actor), server.address, `/reviews/${row?.id}`, typed);
        expect(answer.status(), `${actor} forges ${button}`).toBeLessThan(500);
        expect(await state(), `${actor} forges ${button}`).toBe('submitted 1');
      }
    }
    await pages.Dev.goto(`/reviews/${row?.id}`);
    await pages.Dev.getByRole('button', { name: /^Approve/ }).click();
    await expect(pages.Dev).toHaveURL(/done=approved/);
    expect(await state()).toBe('approved 1');

    await pages.Ada.goto('/releases/childrens-social-care');
    const publish = await fieldsOfForm(pages.Ada, /^Publish edition/);
    for (const actor of actors.filter((actor) => actor !== 'Ada')) {
      await forge(as(actor), server.address, '/releases/childrens-social-care', {
        ...publish,
        key: crypto.randomUUID(),
      });
      expect((await server.sql`select count(*)::int as n from editions`)[0]?.n, `${actor} forges a publication`).toBe(
        2,
      );
    }
  } finally {
    await server.stop();
  }
});
