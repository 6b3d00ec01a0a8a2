import { expect, test } from '../../support/browser/browser-test';
import { arrive } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const reading = '/readings/csc-02/2018-07-01';
const pages = [
  '/work',
  reading,
  `${reading}/check`,
  `${reading}/history`,
  '/reviews',
  '/reviews/1',
  '/releases',
  '/account',
  '/overview',
  '/services/childrens-social-care',
  '/releases/childrens-social-care',
  '/history',
  '/history/measures/csc-02',
  '/invitation/x',
  '/sign-in',
];
const words = 'Half a thought about placements, written while the record was away.';

for (const javaScriptEnabled of [true, false]) {
  test(`the record goes away while Olive types ${javaScriptEnabled ? 'with' : 'without'} JavaScript: 503 in a sentence, and no word is lost`, async ({
    browser,
    expectTrouble,
  }) => {
    test.setTimeout(300_000);
    expectTrouble(/503/);
    const server = await ownServer();
    try {
      const olive = await arrive(browser, server.address, 'Olive', { javaScriptEnabled });
      const reader = await olive.context().newPage();
      await olive.goto(reading);
      await olive.locator('input[name=numerator]').fill('220');
      await olive.locator('input[name=denominator]').fill('267');
      await olive.locator('textarea[name=comments]').fill(words);
      await reader.goto('/work');
      server.killDatabase();
      // By a link that the page's own script follows, and by address.
      await reader.getByRole('link', { name: 'History', exact: true }).click();
      await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Not available just now');
      for (const address of pages) {
        const answer = await reader.goto(address);
        expect(answer?.status(), address).toBe(503);
        expect(answer?.headers()['retry-after'], address).toBe('5');
        await expect(reader.getByRole('main')).toContainText('please try again in a minute');
        await expect(reader.getByRole('link', { name: 'Try again' })).toHaveAttribute('href', address);
      }
      await olive.getByRole('button', { name: 'Save draft' }).click();
      await expect(olive.getByText(/cannot be reached at this moment/).first()).toBeVisible();
      server.reviveDatabase();
      // Each of the connections that were lost is found to be so by whoever comes first.
      await expect(async () => {
        const asked = Array.from({ length: 8 }, () => reader.request.get(`${server.address}/work/readings`));
        const statuses = (await Promise.all(asked)).map((answer) => answer.status());
        expect(statuses).toEqual(statuses.map(() => 200));
      }).toPass({ timeout: 20_000 });
      if (javaScriptEnabled) {
        await expect(olive.locator('textarea[name=comments]')).toHaveValue(words);
        await expect(olive.locator('input[name=numerator]')).toHaveValue('220');
        await olive.getByRole('button', { name: 'Save draft' }).click();
      } else {
        await expect(olive.getByText(words)).toBeVisible();
        await olive.getByRole('button', { name: 'Send it again' }).click();
      }
      await expect(olive).toHaveURL(/saved=1/);
      const [saved] = await server.sql`select comments from readings where state = 'draft'`;
      expect(saved).toEqual({ comments: words });
    } finally {
      await server.stop();
    }
  });
}
