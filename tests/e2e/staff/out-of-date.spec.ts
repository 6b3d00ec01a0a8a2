import { expect, heldBack, test } from '../../support/browser/browser-test';
import { arrive, fieldsOfForm, forge } from '../../support/browser/signed-in';

const reading = '/readings/csc-02/2018-07-01';
const words = 'Half a thought about placements,\nand the other half of it';
/** The name of an action as another build would have it. */
const otherName = '7f0123456789abcdef0123456789abcdef01234567';

test('without JavaScript a form of another version is told so, and the page as it is now has what was typed', async ({
  browser,
  baseURL,
  expectTrouble,
}) => {
  expectTrouble(heldBack);
  const page = await arrive(browser, baseURL as string, 'Olive', { javaScriptEnabled: false });
  await page.goto(reading);
  const fields = await fieldsOfForm(page, /^Save draft$/);
  const before = { ...fields, comments: words, intent: 'save' };
  const old = Object.entries(before).map(([name, value]) => [
    name.replace(/^\$ACTION_ID_.*/, `$ACTION_ID_${otherName}`),
    value.replace(/"id":"[0-9a-f]+"/, `"id":"${otherName}"`),
  ]);
  expect(JSON.stringify(old)).toContain(otherName);
  const answer = await forge(page.request, baseURL as string, reading, Object.fromEntries(old));
  const html = await answer.text();
  expect([answer.status(), html]).toEqual([409, expect.stringContaining('This page is out of date')]);
  expect(html).toContain('Half a thought about placements');
  await page.goto((/href="(\/readings[^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&'));
  await expect(page.getByLabel('Comments').first()).toHaveValue(words);
  // Nothing was saved, and nobody from elsewhere has anything kept.
  await page.goto(reading);
  await expect(page.getByLabel('Comments').first()).not.toHaveValue(words);
  const foreign = await page.request.post(`${baseURL}/trouble/out-of-date?at=${reading}`, {
    multipart: { comments: words },
    headers: { Origin: 'https://evil.example' },
  });
  expect([foreign.status(), await foreign.text()]).toEqual([409, expect.not.stringContaining('kept=')]);
  await page.context().close();
});

test('with JavaScript the same', async ({ browser, baseURL, expectTrouble }) => {
  expectTrouble(/409/);
  const page = await arrive(browser, baseURL as string, 'Olive');
  await page.goto(reading);
  await page.route(`**${reading}`, (route) => {
    const headers = route.request().headers();
    return route.continue(headers['next-action'] ? { headers: { ...headers, 'next-action': otherName } } : undefined);
  });
  await page.getByLabel('Comments').first().fill(words);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is out of date');
  await page.getByRole('link', { name: 'Open the page again' }).click();
  await expect(page.getByLabel('Comments').first()).toHaveValue(words);
  await page.context().close();
});

test('without JavaScript a step with what is there no more is 409, on the page that says why', async ({
  browser,
  baseURL,
  expectTrouble,
}) => {
  expectTrouble(heldBack);
  const olive = await arrive(browser, baseURL as string, 'Olive', { javaScriptEnabled: false });
  await olive.goto(reading);
  const saving = { ...(await fieldsOfForm(olive, /^Save draft$/)), comments: words, intent: 'save', version: '999' };
  const saved = await forge(olive.request, baseURL as string, reading, saving);
  expect([saved.status(), await saved.text()]).toEqual([409, expect.stringContaining(words.split('\n')[0] as string)]);
  // What is only mistyped is no such thing.
  const mistyped = await forge(olive.request, baseURL as string, reading, { ...saving, version: '', value: 'some' });
  expect(mistyped.status()).toBe(200);
  await olive.context().close();
});
