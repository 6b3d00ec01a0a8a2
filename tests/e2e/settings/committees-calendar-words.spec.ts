import { axe, expect, heldBack, test } from '../../support/browser/browser-test';
import { done, effect, field, fits, press, problems } from '../../support/browser/settings-page';
import { arrive, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

test.describe('what stands around measures', () => {
  test.setTimeout(300_000);
  test.beforeEach(({ expectTrouble }) => {
    expectTrouble(heldBack);
    expectTrouble(/404/);
  });

  test('Ada keeps committees, bank holidays, words, a theme and a profile, each with its effect first, without JavaScript', async ({
    browser,
  }) => {
    const server = await ownServer();
    try {
      const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
      await ada.goto('/settings');
      await ada.getByRole('main').getByRole('link', { name: 'Committees and meetings' }).click();

      // A committee: what is missing is told, and what was ticked is kept.
      await ada.getByRole('link', { name: 'Add a committee' }).click();
      await ada.getByRole('checkbox', { name: 'Highways and transport' }).check();
      await press(ada, 'Show the effect');
      await expect(problems(ada)).toContainText('Give the committee its name.');
      await expect(ada.getByRole('checkbox', { name: 'Highways and transport' })).toBeChecked();
      await field(ada, 'What is the committee called?').fill('Walking and cycling panel');
      await press(ada, 'Show the effect');
      await expect(effect(ada)).toContainText('Its address is /committees/walking-and-cycling-panel.');
      await fits(ada);

      // Her form sent by somebody else adds nothing, and the record keeps the try.
      const hana = await arrive(browser, server.address, 'Hana', { javaScriptEnabled: false });
      const form = { ...(await fieldsOfForm(ada, /^Add the committee$/)), intent: 'save' };
      await forge(hana.request, server.address, '/settings/committees/new', form);
      expect(await server.sql`select from committees where slug = 'walking-and-cycling-panel'`).toHaveLength(0);
      const tries = await server.sql`select details ->> 'step' as step from events where kind = 'step_refused'`;
      expect(tries.map(({ step }) => step)).toEqual(['name_committee']);
      await press(ada, 'Add the committee');
      await expect(done(ada)).toContainText('The committee is added.');

      // A meeting, and one that is moved with a reason that the public reads.
      await ada.getByRole('link', { name: 'Add a meeting' }).click();
      await field(ada, 'On which day does it meet?').fill('20 September 2018');
      await press(ada, 'Show the effect');
      await expect(effect(ada)).toContainText('The papers must be published by Wednesday 12 September 2018');
      await press(ada, 'Add the meeting');
      await expect(done(ada)).toContainText('The meeting is added.');
      await ada.getByRole('link', { name: 'Move or cancel the meeting of Thursday 20 September 2018' }).click();
      await ada.getByRole('radio', { name: 'It is moved to another day' }).check();
      await press(ada, 'Show the effect');
      await expect(problems(ada)).toContainText('Say why. The public reads it.');
      await field(ada, 'If it is moved: to which day?').fill('27 September 2018');
      await field(ada, 'Why?').fill('The room is taken.');
      await press(ada, 'Show the effect');
      await expect(effect(ada)).toContainText('instead of Thursday 20 September 2018');
      await press(ada, 'Save the change');
      await expect(done(ada)).toContainText('The meeting is moved.');
      await ada.goto('/committees/walking-and-cycling-panel');
      await expect(ada.getByRole('main')).toContainText(
        'The meeting of Thursday 20 September 2018 was moved to Thursday 27 September 2018, on 17 August 2018: The room is taken.',
      );

      // A bank holiday moves the day of the papers, and is taken away again.
      await ada.goto('/settings/calendar');
      await fits(ada);
      await ada.getByRole('link', { name: 'Enter a bank holiday' }).click();
      await field(ada, 'Which day?').fill('24 September 2018');
      await field(ada, 'What is it for?').fill('Jubilee');
      await press(ada, 'Show the effect');
      await expect(effect(ada)).toContainText(
        'The papers of Walking and cycling panel for 27 September 2018 must be published by Tuesday 18 September 2018 instead of Wednesday 19 September 2018.',
      );
      await press(ada, 'Enter the bank holiday');
      await expect(done(ada)).toContainText('The bank holiday is entered.');
      await ada.goto('/committees/walking-and-cycling-panel');
      await expect(ada.getByRole('main')).toContainText('by Tuesday 18 September 2018');
      await ada.goto('/settings/calendar');
      await ada.getByText('Take Monday 24 September 2018 away').click();
      await press(ada, 'Take it away');
      await expect(done(ada)).toContainText('The bank holiday is taken away.');

      // A word, with the measures that use it; the public reads it.
      await ada.goto('/settings/glossary');
      await fits(ada);
      await ada.getByRole('link', { name: 'Explain a word' }).click();
      await field(ada, 'Which word or abbreviation?').fill('ETE');
      await field(ada, 'What does it mean?').fill('Education, training or employment.');
      await press(ada, 'Show the effect');
      await expect(effect(ada)).toContainText('1 measure uses it: % Young Offenders engagement');
      await press(ada, 'Explain the word');
      await expect(done(ada)).toContainText('The word is explained.');
      await ada.goto('/glossary');
      await expect(ada.getByRole('main')).toContainText('Education, training or employment.');

      // Highways mean something else by it: the effect names them, and a head who forges her form changes nothing.
      await ada.goto('/settings/glossary/new');
      await field(ada, 'Which word or abbreviation?').fill('ETE');
      await field(ada, 'What does it mean?').fill('Early traffic estimate: counted before six.');
      await field(ada, 'Where does it mean that?').selectOption('Only in Highways and transport');
      await press(ada, 'Show the effect');
      await expect(effect(ada)).toContainText('“ETE (Early traffic estimate)” stands where comments use it first.');
      await expect(effect(ada)).toContainText('it takes the place of what the council says: Education, training');
      await fits(ada);
      const own = { ...(await fieldsOfForm(ada, /^Explain the word$/)), intent: 'save' };
      await forge(hana.request, server.address, '/settings/glossary/new', own);
      expect(await server.sql`select from glossary_terms where term = 'ETE'`).toHaveLength(1);
      await press(ada, 'Explain the word');
      await expect(ada.getByRole('region', { name: 'Highways and transport' })).toContainText('Early traffic estimate');
      await ada.goto('/glossary');
      await expect(ada.getByRole('main')).toContainText('In Highways and transport: Early traffic estimate');

      // A theme, and a profile over the year with its two steps.
      await ada.goto('/settings/measures/hwy-01');
      await ada.getByRole('link', { name: 'Choose a theme' }).click();
      await field(ada, 'Theme (optional)').fill('Getting about');
      await press(ada, 'Show the effect');
      await expect(effect(ada)).toContainText('The next edition has it under “Getting about”');
      await press(ada, 'Save the theme');
      await expect(done(ada)).toContainText('The theme is saved.');
      await ada.goto('/settings/measures/hwy-01/target');
      await expect(field(ada, 'If between: green up to')).toBeHidden();
      await ada.getByRole('radio', { name: 'between' }).check();
      await expect(field(ada, 'If between: green up to')).toBeVisible();
      await ada.getByRole('radio', { name: 'at least' }).check();
      await field(ada, /Green from/).fill('96');
      await field(ada, 'From which month?').fill('September 2018');
      await field(ada, 'Does it change over the year? (optional)').fill('January 2019');
      await field(ada, 'Why does it change?').fill('Two more gangs are hired in winter.');
      await field(ada, 'Who decided?').fill('Cabinet');
      await field(ada, 'On which day?').fill('12 June 2018');
      await press(ada, 'Show the effect');
      await expect(problems(ada)).toContainText('is not a step: write the month, a colon and the figure');
      await field(ada, 'Does it change over the year? (optional)').fill('January 2019: 98, amber from 96');
      await press(ada, 'Show the effect');
      await expect(effect(ada)).toContainText(
        'At least 96% for four months from September 2018, then at least 98%, amber from 96%.',
      );
      await press(ada, 'Check and save');
      await expect(done(ada)).toContainText('The target is set.');
      await expect(ada.getByRole('main')).toContainText('From Jan 2019: at least 98%, amber from 96%');

      // With a script: nothing that axe finds on any of the pages.
      const script = await arrive(browser, server.address, 'Ada');
      const committee = '/settings/committees/walking-and-cycling-panel';
      for (const address of [
        '/settings/committees',
        '/settings/committees/new',
        committee,
        `${committee}/change`,
        `${committee}/meetings`,
        `${committee}/meetings/2018-09-27`,
        '/settings/calendar',
        '/settings/calendar/new',
        '/settings/glossary',
        '/settings/glossary/1',
        '/settings/measures/hwy-01/theme',
        '/settings/measures/hwy-01/target',
      ]) {
        await script.goto(address);
        await fits(script);
        await axe(script);
      }
    } finally {
      await server.stop();
    }
  });
});
