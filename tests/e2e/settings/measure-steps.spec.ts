import type { Page } from '@playwright/test';
import { axe, expect, test } from '../../support/browser/browser-test';
import { done, effect, field, fits, press, problems } from '../../support/browser/settings-page';
import { arrive, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const page = '/settings/measures/hwy-01';
/** Opens a step of a measure, and asks what it would do. */
async function look(ada: Page, fold: string, values: Record<string, string>): Promise<void> {
  const step = ada.locator('details', { has: ada.getByText(fold, { exact: true }) });
  if ((await step.getAttribute('open')) === null) await ada.getByText(fold, { exact: true }).click();
  for (const [label, value] of Object.entries(values)) {
    const control = step.getByLabel(label, { exact: true });
    if (label === 'From which period?') await control.selectOption({ label: value });
    else await control.fill(value);
  }
  await step.getByRole('button', { name: /^Show the effect/ }).click();
}

test.describe('steps of a measure', () => {
  test.setTimeout(300_000);

  test('Ada breaks a series, redefines and retires a measure, each with its effect first, and takes back what no edition told of, without JavaScript', async ({
    browser,
  }) => {
    const server = await ownServer();
    const kinds = async () => {
      const rows = await server.sql`select kind from events where subject = 'measure' and kind in
        ('series_broken', 'break_removed', 'measure_retired', 'measure_changed', 'measure_redefined', 'step_refused')
        order by id`;
      return rows.map(({ kind }) => kind);
    };
    try {
      const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
      await ada.goto(page);

      // A break: what is missing is told, and what it would do; nothing is saved by looking.
      await look(ada, 'Record a break in its series', { 'From which period?': 'Jul 2018' });
      await expect(problems(ada)).toContainText('Say why the figures are not alike with those before.');
      await look(ada, 'Record a break in its series', { 'Why are they not alike?': 'Cameras count them now.' });
      await expect(effect(ada)).toContainText('Figures from July 2018 on are not compared with those before');
      await fits(ada);
      expect(await kinds()).toEqual([]);

      // Her form sent by somebody else changes nothing, and the record keeps the try.
      const hana = await arrive(browser, server.address, 'Hana', { javaScriptEnabled: false });
      const form = { ...(await fieldsOfForm(ada, /^Record the break$/)), breakStart: '2018-07-01', intent: 'save' };
      await forge(hana.request, server.address, page, form);
      expect(await kinds()).toEqual(['step_refused']);

      await press(ada, 'Record the break');
      await expect(done(ada)).toContainText('The break is recorded.');
      await look(ada, 'Take the break of Jul 2018 back', { 'Why is it taken back?': 'They did not.' });
      await expect(effect(ada)).toContainText('Figures from July 2018 on are compared with those before again.');
      await press(ada, 'Take the break back');
      await expect(done(ada)).toContainText('The break is taken back.');

      // A definition that would void what is approved is told before; one of a later period is kept.
      const wording = {
        'What is counted from then on?': 'Potholes made safe within 24 hours of a report, whoever judged them.',
        'Why does it change?': 'The guide changed.',
        'Who decided it?': 'Cabinet',
        'On which day?': '1 August 2018',
      };
      await look(ada, 'Give it a new definition', { 'From which period?': 'Jul 2018', ...wording });
      await expect(problems(ada)).toContainText('The figure of July 2018 is published by the present definition');
      await look(ada, 'Give it a new definition', { 'From which period?': 'Aug 2018' });
      await expect(effect(ada)).toContainText(
        'From August 2018 on it is “Dangerous potholes made safe within 24 hours”',
      );
      await expect(effect(ada)).toContainText('“The guide changed. Decided by Cabinet on 1 August 2018.”');
      await press(ada, 'Keep the new definition');
      await expect(done(ada)).toContainText('The new definition is kept.');

      // A retirement, and its way back.
      await look(ada, 'Retire it', {
        'What is its last day?': '30 September 2018',
        'Why is it retired?': 'The national count ended.',
        'Who decided it?': 'Cabinet',
        'On which day?': '1 August 2018',
      });
      await expect(effect(ada)).toContainText('The last figure that is asked for is that of August 2018.');
      await fits(ada);
      await press(ada, 'Retire the measure');
      await expect(done(ada)).toContainText('The measure is retired.');
      await look(ada, 'Take the retirement back', { 'Why is it taken back?': 'The count goes on.' });
      await press(ada, 'Take it back');
      await expect(done(ada)).toContainText('The retirement is taken back: the measure counts as before.');
      const steps = ['series_broken', 'break_removed', 'measure_redefined', 'measure_retired', 'measure_changed'];
      expect(await kinds()).toEqual(['step_refused', ...steps]);

      // With a script the effect takes the focus, and axe finds nothing.
      const script = await arrive(browser, server.address, 'Ada');
      await script.goto('/settings/measures/hwy-02');
      await look(script, 'Mend a slip in its words', {
        Title: 'Streetlights working',
        'What was the slip?': 'A word.',
      });
      await expect(script.getByRole('heading', { name: 'What this would do' })).toBeFocused();
      await expect(effect(script)).toContainText('“Streetlights working” instead of “Street lights working”');
      await axe(script);
      await press(script, 'Mend the slip');
      await expect(done(script)).toContainText('The slip is mended.');
      await look(script, 'Mend a slip in its words', {
        Title: 'Street lights working',
        'What was the slip?': 'It was none.',
      });
      await press(script, 'Mend the slip');
      await expect(effect(script)).toHaveCount(0);
      await expect(done(script)).toContainText('The slip is mended.');

      // A target by which nothing was judged is taken back as it was shown.
      await script.goto('/settings/measures/hwy-02/target');
      await field(script, /Green from$/).fill('99.5');
      await field(script, 'From which month?').fill('September 2018');
      await field(script, 'Why does it change?').fill('New lamps.');
      await field(script, 'Who decided?').fill('Cabinet');
      await field(script, 'On which day?').fill('12 June 2018');
      await press(script, 'Show the effect');
      await press(script, 'Check and save');
      await expect(done(script)).toContainText('The target is set.');
      await script.goto('/settings/measures/hwy-02/target');
      await look(script, 'Take the target from September 2018 back', { 'Why is it taken back?': 'The wrong year.' });
      await expect(effect(script)).toContainText('At least 99.5% does not count from September 2018 on any more.');
      await axe(script);
      await press(script, 'Take it back');
      await expect(done(script)).toContainText('The target is taken back.');
    } finally {
      await server.stop();
    }
  });
});
