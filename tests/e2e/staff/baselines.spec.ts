import type { Page } from '@playwright/test';
import { axe, expect, heldBack, test } from '../../support/browser/browser-test';
import { arrive, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const working = '/measures/csc-02/working';
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
type Sql = Awaited<ReturnType<typeof ownServer>>['sql'];
const baselines = async (sql: Sql) =>
  (
    await sql`select r.period_start::text as start, r.reason from rebases r join measures m on m.id = r.measure_id
      where m.code = 'csc-02'`
  ).map(({ start, reason }) => `${start} ${reason}`);

for (const javaScriptEnabled of [false, true])
  test(`Ada begins a new baseline and takes it back ${javaScriptEnabled ? 'with' : 'without'} JavaScript; nobody else can`, async ({
    browser,
    expectTrouble,
  }) => {
    test.setTimeout(300_000);
    expectTrouble(heldBack);
    const server = await ownServer();
    try {
      const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled });
      const first = ada.getByLabel('The first period of the new baseline');
      await ada.goto(working);
      await first.selectOption({ label: 'Mar 2018' });
      await press(ada, 'Begin a new baseline here');
      await expect(ada.getByRole('alert').getByRole('link')).toHaveText([/^Say what changed/]);
      await expect(first).toHaveValue('2018-03-01');

      const olive = await arrive(browser, server.address, 'Olive', { javaScriptEnabled: false });
      await olive.goto(working);
      await expect(olive.getByRole('button', { name: 'Begin a new baseline here' })).toHaveCount(0);
      if (!javaScriptEnabled) {
        const form = {
          ...(await fieldsOfForm(ada, /^Begin a new/)),
          baselineStart: '2018-03-01',
          baselineReason: 'So.',
        };
        await forge(olive.request, server.address, working, { ...form, key: crypto.randomUUID() });
        const [refused] = await server.sql`select details ->> 'why' as why from events where kind = 'step_refused'`;
        expect(refused?.why).toMatch(/^Only the performance officer/);
      }
      expect(await baselines(server.sql)).toEqual([]);

      await ada.getByLabel('What changed?').fill('A team of its own.');
      await press(ada, 'Begin a new baseline here');
      await expect(ada).toHaveURL(/done=rebased/);
      expect(await baselines(server.sql)).toEqual(['2018-03-01 A team of its own.']);

      await ada.getByText('Take the baseline of Mar 2018 back').click();
      await press(ada, 'Take it back');
      await expect(ada.getByRole('alert').getByRole('link')).toHaveText(['Say why this baseline is taken back.']);
      await ada.getByLabel('Why is it taken back?').fill('It was the wrong month.');
      await press(ada, 'Take it back');
      await expect(ada).toHaveURL(/done=removed/);
      expect(await baselines(server.sql)).toEqual([]);

      // Screening: off until she turns it on, with a reason that the page then says.
      const screening = async () =>
        (await server.sql`select screening_reason as reason from measures where code = 'csc-02'`)[0]?.reason;
      await ada.getByText('Turn screening on').click();
      await press(ada, 'Leave large moves out');
      await expect(ada.getByRole('alert').getByRole('link')).toHaveText([
        'Say why unusually large moves are left out.',
      ]);
      await ada.getByLabel('Why are large moves left out?').fill('A fire closed the office in spring.');
      if (javaScriptEnabled) await axe(ada);
      await press(ada, 'Leave large moves out');
      await expect(ada).toHaveURL(/done=screened/);
      expect(await screening()).toBe('A fire closed the office in spring.');
      const sentence = 'left out of the normal range (screening is on): A fire closed the office in spring.';
      await expect(ada.getByRole('main')).toContainText(sentence);
      await olive.goto(working);
      await expect(olive.getByRole('main')).toContainText(sentence);
      await expect(olive.getByText('Turn screening off')).toHaveCount(0);
      // The public hears of it with the next edition, not before.
      await olive.goto('/measures/csc-02');
      await expect(olive.getByRole('main')).not.toContainText('screening is on');

      await ada.getByText('Turn screening off').click();
      await ada.getByLabel('Why is every move counted again?').fill('It is long past.');
      await press(ada, 'Count every move');
      await expect(ada).toHaveURL(/done=unscreened/);
      expect(await screening()).toBeNull();
      await ada.goto('/history/measures/csc-02');
      await expect(ada.getByRole('main')).toContainText('turned screening off for measure 2: It is long past.');
    } finally {
      await server.stop();
    }
  });
