import type { Page } from '@playwright/test';
import { expect, heldBack, test } from '../../support/browser/browser-test';
import { type Filled, ownMeasures } from '../../support/council/own-measures';
import { setUpAddress } from '../../support/council/people-command';
import { emptyServer } from '../../support/server/server-beside';

const password = 'nine lives of the cat';
/** What Olive writes beside each figure, whatever its colour: what comes next, who does it, and by when. */
const nextStep = {
  actionText1: 'Look at what the best month did otherwise',
  actionOwner1: 'Head of Housing',
  actionDue1: '31 December 2099',
};
/** The first button that is called so, or whose name begins so and goes on with what it is about. */
const press = (page: Page, name: string) =>
  page
    .getByRole('button', { name: new RegExp(`^${name}( |$)`) })
    .first()
    .click();
const field = (page: Page, name: string) => page.getByRole('main').locator(`[name=${name}]`);

/** Fills a form by the names of its fields: a list is chosen from by its words, a box ticked by "on", the rest typed. */
async function fill(page: Page, values: Filled): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const control = field(page, name).first();
    if ((await control.getAttribute('type')) === 'radio')
      await page.getByRole('main').locator(`[name=${name}][value="${value}"]`).check();
    else if (value === 'on') await control.check();
    else if ((await control.evaluate((element) => element.tagName)) === 'SELECT') await control.selectOption(value);
    else await control.fill(value);
  }
}

/**
 * The two windows that the way has to suit: a telephone's width that runs no script, and a desk's that runs them, which is gone in
 * the storm. Each form of the way is sent with JavaScript by the test of its own page.
 */
const everyWindow = [
  { width: 320, javaScriptEnabled: false, words: 'without JavaScript at 320 pixels' },
  { width: 1280, javaScriptEnabled: true, words: 'with JavaScript at 1280 pixels' },
];
const windows = process.env.CANDOUR_STORM_ROUNDS ? everyWindow : everyWindow.slice(0, 1);

/** The last two months that are over, the earlier one first: as 'YYYY-MM' and as a person writes them. */
function lastMonths(): { start: string; words: string }[] {
  const now = new Date();
  return [2, 1].map((back) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
    const words = month.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return { start: month.toISOString().slice(0, 10), words };
  });
}

for (const { width, javaScriptEnabled, words } of windows)
  test(`from an empty database to a public edition of five measures of one’s own, by screens only, ${words}`, async ({
    browser,
    expectTrouble,
  }) => {
    test.setTimeout(300_000);
    expectTrouble(heldBack);
    const server = await emptyServer();
    const [first, second] = lastMonths();
    if (!first || !second) throw new Error('there are no months');
    let forms = 0;
    const arrive = async (): Promise<Page> => {
      const viewport = { width, height: 900 };
      const context = await browser.newContext({ baseURL: server.address, javaScriptEnabled, viewport });
      context.setDefaultTimeout(10_000);
      return context.newPage();
    };
    /** What is sent is counted: it is what the way costs. */
    const send = async (page: Page, button: string) => {
      forms += 1;
      await press(page, button);
      const needed = await page.locator('html').evaluate((html) => html.scrollWidth);
      expect(needed, page.url()).toBeLessThanOrEqual(width);
    };
    try {
      const ines = await arrive();
      await test.step('the council begins', async () => {
        await ines.goto(/(\/set-up\/[\w-]{43})$/.exec(setUpAddress(server.env).output)?.[1] ?? '');
        for (const [label, value] of Object.entries({
          'What is the council called?': 'Westmere Borough Council',
          'Where do residents write about a figure?': 'performance@westmere.example',
          Name: 'Ines Okafor',
          'E-mail address': 'ines@westmere.example',
          Password: password,
          'The same password again': password,
        }))
          await ines.getByLabel(label, { exact: true }).fill(value);
        await send(ines, 'Set up the council');
      });

      await test.step('a service and five measures, one after the other', async () => {
        await ines.getByRole('link', { name: 'Go on: add a service' }).click();
        await ines.getByRole('link', { name: 'Add a service' }).click();
        await fill(ines, { name: 'Housing and repairs' });
        await send(ines, 'Show the effect');
        await send(ines, 'Add the service');
        await ines.getByRole('link', { name: 'Add its first measure' }).click();
        for (const [n, { facts }] of ownMeasures.entries()) {
          if (n > 0) await ines.getByRole('link', { name: 'Add another measure' }).click();
          await fill(ines, { ...facts, frequency: 'monthly', requiredFrom: first.words });
          await send(ines, 'Show the effect');
          await send(ines, 'Add the measure');
          await expect(ines.getByRole('status')).toContainText('The measure is added.');
        }
      });

      await test.step('each has a target or a reason, and last year’s figure', async () => {
        await ines.goto('/first-steps');
        await ines.getByRole('link', { name: 'Go on: add targets' }).click();
        await ines.getByRole('link', { name: 'Set a target for Repairs' }).click();
        for (const [n, { target }] of ownMeasures.entries()) {
          await fill(ines, { ...target, from: first.words });
          await send(ines, 'Show the effect');
          await send(ines, 'Check and save');
          await expect(ines.getByRole('status')).toContainText('The target is set.');
          if (n < 4) await ines.getByRole('link', { name: /^Next: set a target/ }).click();
        }
        await ines.getByRole('link', { name: 'Measures of Housing and repairs' }).click();
        await ines.getByRole('link', { name: 'Repairs done at the first visit' }).first().click();
        await ines.getByRole('link', { name: 'Enter an outturn' }).click();
        for (const [n, { outturn }] of ownMeasures.entries()) {
          await fill(ines, { value: outturn, source: 'The annual report' });
          await send(ines, 'Show the effect');
          await send(ines, 'Check and save');
          await expect(ines.getByRole('status')).toContainText('The outturn is saved.');
          if (n < 4) await ines.getByRole('link', { name: /^Next: enter the outturn/ }).click();
        }
      });

      const olive = await arrive();
      const hana = await arrive();
      await test.step('an owner and a head are invited, and come', async () => {
        await ines.goto('/first-steps');
        await ines.getByRole('link', { name: 'Go on: invite people' }).click();
        await ines.getByRole('link', { name: 'Invite a person' }).click();
        for (const [page, name] of [
          [olive, 'Olive Turner'],
          [hana, 'Hana Reid'],
        ] as const) {
          await fill(ines, { name, email: `${name.split(' ')[0]?.toLowerCase()}@westmere.example` });
          await send(ines, 'Invite');
          await expect(ines.getByRole('status')).toContainText(`An invitation for ${name}`);
          await page.goto((await ines.locator('a.invitation').getAttribute('href')) ?? '');
          await page.getByLabel('New password').fill(`seven seas of ${name}`);
          await send(page, 'Set password and sign in');
          await expect(page).toHaveURL(/\/work$/);
        }
        await ines.getByRole('link', { name: 'Back to people' }).click();
        await ines.getByRole('link', { name: 'Name a head' }).click();
        await field(ines, 'head').selectOption({ label: 'Hana Reid' });
        await send(ines, 'Save the head');
        await expect(ines.getByRole('status')).toContainText('Hana Reid heads Housing and repairs');
        await ines.getByRole('link', { name: 'Name an owner' }).first().click();
        await field(ines, 'from').selectOption({ label: 'Nobody (5)' });
        await field(ines, 'to').selectOption({ label: 'Olive Turner' });
        await send(ines, 'Check');
        await send(ines, 'Give the ticked measures to Olive Turner');
        await expect(ines.getByRole('status')).toContainText('Olive Turner owns the measures now.');
      });

      await test.step('Olive enters two months, Hana approves them', async () => {
        for (const [month, { start }] of [first, second].entries())
          for (const [n, { figures, words }] of ownMeasures.entries()) {
            await olive.goto('/work');
            await olive
              .getByRole('main')
              .locator(`a[href$="har-0${n + 1}/${start}"]`)
              .first()
              .click();
            await fill(olive, { ...figures[month], comments: words[month] ?? '', ...nextStep });
            await send(olive, 'Check answers');
            await send(olive, 'Submit for approval');
            await expect(olive).toHaveURL(/done=submitted/);
          }
        await hana.goto('/reviews');
        const boxes = await hana.getByRole('main').getByRole('checkbox').all();
        expect(boxes).toHaveLength(10);
        for (const box of boxes) await box.check();
        await send(hana, 'Approve those ticked');
        await expect(hana.getByRole('main').getByRole('checkbox')).toHaveCount(0);
        await hana.goto('/work');
        await expect(hana.getByRole('main')).toContainText('Nothing awaits you.');
      });

      await test.step('it is decided first what is hidden of a few people', async () => {
        await ines.goto('/first-steps');
        await expect(ines.getByRole('main')).toContainText('1 measure counts people');
        await ines.getByRole('link', { name: 'Decide on small counts' }).click();
        await fill(ines, { decidedBy: 'Cabinet', decidedOn: first.start });
        await send(ines, 'Show the effect');
        await send(ines, 'Save the decision');
        await expect(ines.getByRole('main')).toContainText('All of them are decided on.');
      });

      await test.step('the first edition is published, and a resident reads it', async () => {
        await ines.goto('/first-steps');
        await ines.getByRole('link', { name: 'Go on: publish the first edition' }).click();
        await send(ines, 'Publish edition 1');
        await expect(ines.getByRole('main')).toContainText('Edition 1 is published');
        const resident = await arrive();
        await resident.goto('/');
        await resident.getByRole('link', { name: 'Housing and repairs' }).click();
        await expect(resident.getByRole('main')).toContainText('One of four rated measures misses its target');
        await expect(resident.locator('table.scorecard tbody')).toHaveCount(5);
        await ines.goto('/first-steps');
        await expect(ines.getByRole('main')).toContainText('All seven steps are done.');
      });
      // At less than half a minute for each it is half an hour.
      expect(forms).toBeLessThanOrEqual(64);
    } finally {
      await server.stop();
    }
  });
