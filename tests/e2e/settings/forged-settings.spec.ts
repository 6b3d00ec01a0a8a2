import type { Page } from '@playwright/test';
import { expect, heldBack, test } from '../../support/browser/browser-test';
import { arrive, forge } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const decided = { decidedBy: 'Cabinet', decidedOn: '1 August 2018' };
const measure = '/settings/measures/hwy-01';
type Forgery = [step: string, path: string, field: string, typed: Record<string, string>];

/** Each change of the settings that other files do not forge: its page, a field that only its form has, and what is typed. */
const forgeries: Forgery[] = [
  ['change_service', '/settings/services/highways-and-transport', 'notice', { notice: 'Forged.' }],
  [
    'add_measure',
    '/settings/measures/new?service=highways-and-transport',
    'ownerRole',
    {
      title: 'Forged',
      definition: 'Forged.',
      unit: 'percent',
      polarity: 'higher',
      frequency: 'monthly',
      window: 'single',
      requiredFrom: 'July 2018',
      comparator: 'previous_year',
    },
  ],
  ['change_measure', `${measure}/change`, 'ownerRole', { lagDays: '99', reason: 'Forged.' }],
  ['reorder_measures', '/settings/measures/order?service=highways-and-transport', 'was', {}],
  [
    'set_target',
    `${measure}/target`,
    'greenFrom',
    {
      greenFrom: '10',
      from: 'September 2018',
      reason: 'Forged.',
      ...decided,
    },
  ],
  ['set_outturn', `${measure}/outturn`, 'source', { value: '10', source: 'Forged' }],
  ['set_theme', `${measure}/theme`, 'theme', { theme: 'Forged' }],
  [
    'redefine',
    measure,
    'newDefinition',
    {
      from: '2018-08-01',
      newDefinition: 'Forged.',
      redefineReason: 'Forged.',
      ...decided,
    },
  ],
  ['break_series', measure, 'breakReason', { breakStart: '2018-07-01', breakReason: 'Forged.' }],
  [
    'retire',
    measure,
    'retiredOn',
    {
      retiredOn: '30 September 2018',
      retireReason: 'Forged.',
      retireDecidedBy: 'Cabinet',
      retireDecidedOn: '1 August 2018',
    },
  ],
  ['mend_measure', '/settings/measures/hwy-02', 'mendReason', { title: 'Streetlights working', mendReason: 'Forged.' }],
  ['name_committee', '/settings/committees/new', 'slug', { name: 'Forged' }],
  ['set_meeting', '/settings/committees/family-and-childrens-services/meetings', 'day', { day: '3 December 2018' }],
  ['enter_holiday', '/settings/calendar/new', 'insteadOf', { day: '24 September 2018', name: 'Forged' }],
  ['explain_term', '/settings/glossary/new', 'meaning', { term: 'ZZZ', meaning: 'Forged.' }],
  ['silence_check', '/settings/services/highways-and-transport/checks', 'rule', { reason: 'Forged.' }],
];

/** What a browser without a script would send of the form that has a field. */
const fieldsOf = (page: Page, name: string): Promise<Record<string, string>> =>
  page
    .locator(`main form:has([name="${name}"])`)
    .first()
    .evaluate((form: HTMLFormElement) => {
      const fields = [...new FormData(form)].map(([key, value]) => [key, String(value)]);
      return Object.fromEntries(fields) as Record<string, string>;
    });

test('each form of the officer’s settings sent by an owner, a head, a councillor and a stranger changes nothing, and each try is kept', async ({
  browser,
  request,
  expectTrouble,
}) => {
  test.setTimeout(300_000);
  expectTrouble(heldBack);
  const server = await ownServer();
  try {
    const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
    const others = await Promise.all(
      (['Otis', 'Hester', 'Cal'] as const).map((name) =>
        arrive(browser, server.address, name, { javaScriptEnabled: false }),
      ),
    );
    const state = async () => {
      const [row] = await server.sql`select md5(concat(
        (select jsonb_agg(s order by id) from services s), (select jsonb_agg(m order by id) from measures m),
        (select jsonb_agg(t order by id) from targets t), (select jsonb_agg(o order by o.measure_id, o.year) from outturns o),
        (select jsonb_agg(b order by b) from series_breaks b), (select jsonb_agg(c order by id) from committees c),
        (select jsonb_agg(m order by m) from meetings m), (select jsonb_agg(h order by h) from proclaimed_holidays h),
        (select jsonb_agg(g order by id) from glossary_terms g), (select jsonb_agg(c order by c) from silenced_checks c),
        (select jsonb_agg(d order by d) from definition_versions d))) as all`;
      return row?.all as string;
    };
    const before = await state();
    for (const [step, path, field, typed] of forgeries) {
      await ada.goto(path);
      const fields = {
        ...(await fieldsOf(ada, field)),
        ...(step === 'silence_check' ? {} : { intent: 'save' }),
        ...typed,
      };
      for (const sender of [...others.map((page) => page.request), request]) {
        const answer = await forge(sender, server.address, path.split('?')[0] ?? '', {
          ...fields,
          key: crypto.randomUUID(),
        });
        expect(answer.status(), step).toBeLessThan(500);
      }
      expect(await state(), step).toBe(before);
    }
    const tries = await server.sql`select details ->> 'step' as step, count(*)::int as n from events
      where kind = 'step_refused' group by 1`;
    const kept = Object.fromEntries(tries.map(({ step, n }) => [step, n]));
    expect(kept).toEqual(Object.fromEntries(forgeries.map(([step]) => [step, others.length])));
  } finally {
    await server.stop();
  }
});
