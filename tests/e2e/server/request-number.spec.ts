import { expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const number = /^[\da-hjkmnp-tv-z]{5}-[\da-hjkmnp-tv-z]{5}$/;

test('a page that could not be made says the number of its request, which is in its header; other pages say none', async ({
  browser,
  expectTrouble,
}) => {
  expectTrouble(/500/);
  const server = await ownServer(() => ({}));
  try {
    const page = await arrive(browser, server.address, 'Ada');
    const main = page.getByRole('main');
    const wrong = await page.goto(`${server.address}/measures/nowhere`);
    expect(wrong?.status()).toBe(404);
    await expect(main).not.toContainText('give this number');
    await server.sql`alter table glossary_terms rename to glossary_terms_gone`;
    await server.sql`alter table readings rename to readings_gone`;

    const failed = await page.goto(`${server.address}/glossary`);
    expect(failed?.status()).toBe(500);
    expect(failed?.headers()['x-request-id']).toMatch(number);
    await expect(main).toContainText('Something went wrong');
    await expect(main).toContainText(`give this number: ${failed?.headers()['x-request-id']}`);

    // Behind the sign-in the page leads on to another one, which says the number of the request that failed.
    const led = await page.goto(`${server.address}/work`);
    const said = new URL(page.url()).searchParams.get('request') ?? '';
    expect([led?.status(), new URL(page.url()).pathname]).toEqual([500, '/trouble/fault']);
    expect(said).toMatch(number);
    expect(said).not.toBe(led?.headers()['x-request-id']);
    await expect(main).toContainText(`give this number: ${said}`);
    await page.context().close();
  } finally {
    await server.stop();
  }
});
