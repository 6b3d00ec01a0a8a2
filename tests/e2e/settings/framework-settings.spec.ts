import { axe, expect, test } from '../../support/browser/browser-test';
import { done, effect, field, fits, press, problems } from '../../support/browser/settings-page';
import { arrive, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

test.describe('the framework', () => {
  test.setTimeout(300_000);

  test('Ada adds a service, a measure, its target and its outturn, each with its effect first, without JavaScript', async ({
    browser,
  }) => {
    const server = await ownServer();
    try {
      const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
      await ada.goto('/settings');
      await ada.getByRole('main').getByRole('link', { name: 'Services' }).click();
      await fits(ada);

      // A service: what is missing is told, what was typed is kept, and its address is proposed.
      await ada.getByRole('link', { name: 'Add a service' }).click();
      await press(ada, 'Show the effect');
      await expect(problems(ada)).toContainText('Give the service its name.');
      await field(ada, 'What is the service called?').fill('Housing and repairs');
      await press(ada, 'Show the effect');
      await expect(effect(ada)).toContainText('Its address is /scorecards/housing-and-repairs.');
      await fits(ada);
      const added = () => server.sql`select from services where slug = 'housing-and-repairs'`;
      expect(await added()).toHaveLength(0);

      // Her form sent by somebody else adds nothing, and the record keeps the try.
      const hana = await arrive(browser, server.address, 'Hana', { javaScriptEnabled: false });
      const form = { ...(await fieldsOfForm(ada, /^Add the service$/)), place: '3', intent: 'save' };
      await forge(hana.request, server.address, '/settings/services/new', form);
      expect(await added()).toHaveLength(0);
      const tries = await server.sql`select details ->> 'step' as step from events where kind = 'step_refused'`;
      expect(tries.map(({ step }) => step)).toEqual(['add_service']);

      await press(ada, 'Add the service');
      await expect(done(ada)).toContainText('Housing and repairs is added.');

      // Its first measure, with the row that it would have.
      await ada.getByRole('link', { name: 'Add its first measure' }).click();
      await field(ada, 'Title').fill('Repairs done at the first visit');
      await field(ada, 'What exactly is counted?').fill('Repairs that needed one visit, out of all that were done.');
      await field(ada, 'The figure is').selectOption({ label: 'A percentage' });
      await field(ada, 'Which way is better?').selectOption({ label: 'Higher is better' });
      await field(ada, 'How does the figure come about?').selectOption('100');
      await field(ada, 'If of two numbers: what does the first count?').fill('done at the first visit');
      await field(ada, 'How often is there a figure?').selectOption({ label: 'Monthly' });
      await ada.getByRole('radio', { name: 'The period itself' }).check();
      await field(ada, 'From which month on is it wanted?').fill('July 2018');
      await press(ada, 'Show the effect');
      await expect(problems(ada)).toContainText('Say out of what it is, such as “journeys”.');
      await expect(field(ada, 'Title')).toHaveValue('Repairs done at the first visit');
      await expect(field(ada, 'The figure is')).toHaveValue('percent');
      await field(ada, 'Out of what?').fill('repairs');
      await press(ada, 'Show the effect');
      await expect(effect(ada)).toContainText(
        'A percentage without decimals, every month; higher is better; due 20 days after the month.',
      );
      await fits(ada);
      await press(ada, 'Add the measure');
      await expect(done(ada)).toContainText('The measure is added.');
      await expect(ada.getByRole('main')).toContainText('Nobody owns this measure, so nobody can enter its figures.');
      await fits(ada);

      // A target that changes the colours of what is here: July’s figure of an old measure.
      await ada.goto('/settings/measures?service=childrens-social-care');
      await fits(ada);
      await ada.goto('/settings/measures/csc-17/target');
      await fits(ada);
      await field(ada, /Green from$/).fill('120');
      await field(ada, 'From which month?').fill('July 2018');
      await press(ada, 'Show the effect');
      // July was judged by the target from the same month, so that one stands.
      await expect(problems(ada)).toContainText('so it stands: set another one from a later period.');

      // Of another measure July’s figure turns, and what is published stays.
      await ada.goto('/settings/measures/hwy-01/target');
      await field(ada, /Green from$/).fill('98');
      await field(ada, /Amber from/).fill('94');
      await field(ada, 'From which month?').fill('July 2018');
      await press(ada, 'Show the effect');
      await expect(problems(ada)).toContainText('Say who decided it.');
      await field(ada, 'Why does it change?').fill('Two more gangs were hired.');
      await field(ada, 'Who decided?').fill('Cabinet');
      await field(ada, 'On which day?').fill('12 June 2018');
      await press(ada, 'Show the effect');
      await expect(effect(ada)).toContainText('July 2018’s 92.4% would be Red. Now it is Amber.');
      await expect(effect(ada)).toContainText('Editions that are published keep their colours.');
      await expect(effect(ada)).toContainText(
        'Target changed from 95% to 98% from Jul 2018 by Cabinet on 12 June 2018',
      );
      await fits(ada);
      await press(ada, 'Check and save');
      await expect(done(ada)).toContainText('The target is set.');

      // Last year’s figure of the new measure.
      await ada.goto('/settings/measures/har-01/outturn');
      await field(ada, 'What was the figure of the whole year?').fill('101%');
      await field(ada, 'Where does it come from?').fill('The repairs system, June 2018');
      await press(ada, 'Show the effect');
      await expect(problems(ada)).toContainText('outside 0% to 100%');
      await field(ada, 'What was the figure of the whole year?').fill('84%');
      await press(ada, 'Show the effect');
      await expect(effect(ada)).toContainText('The outturn of 2017/18 would be 84%.');
      await press(ada, 'Check and save');
      await expect(done(ada)).toContainText('The outturn is saved.');
      await expect(ada.getByRole('main')).toContainText('2017/18: 84%');
      const told = await server.sql`select kind from events where kind in
        ('service_added', 'measure_added', 'target_set', 'outturn_set') order by id`;
      expect(told.map(({ kind }) => kind)).toEqual(['service_added', 'measure_added', 'target_set', 'outturn_set']);

      // With a script: nothing that axe finds on any of the pages, with and without an effect.
      const script = await arrive(browser, server.address, 'Ada');
      for (const address of [
        'services',
        'services/new',
        'services/highways-and-transport/checks',
        'services/housing-and-repairs',
        'measures',
      ]) {
        await script.goto(`/settings/${address}`);
        await axe(script);
        if (address.endsWith('repairs'))
          await expect(script.getByRole('main')).toContainText('Nobody, so nothing of it can be approved. Name a head');
      }
      for (const address of ['', '/change', '/target', '/outturn']) {
        await script.goto(`/settings/measures/har-01${address}`);
        await fits(script);
        await axe(script);
      }
      await script.goto('/settings/measures/har-01/target');
      await field(script, /Green from$/).fill('85');
      await field(script, 'From which month?').fill('July 2018');
      await press(script, 'Show the effect');
      await expect(script.getByRole('heading', { name: 'What this would do' })).toBeFocused();
      await fits(script);
      await axe(script);
      await press(script, 'Check and save');
      await expect(done(script)).toContainText('The target is set.');
    } finally {
      await server.stop();
    }
  });
});
