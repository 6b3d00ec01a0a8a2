import { describe, expect, test } from 'vitest';
import { childrensSocialCare } from '@/db/demo/childrens-social-care';
import type { DemoMeasure } from '@/db/demo/demo-measure';
import { highwaysAndTransport } from '@/db/demo/highways-and-transport';
import { demoServices } from '@/db/demo/services';
import { readingValue } from '@/lib/figure/computed-value';
import { figureRefusal } from '@/lib/figure/figure-refusal';
import { realTerms } from '@/lib/figure/in-real-terms';
import { round } from '@/lib/figure/rounding';
import type { MeasureFacts } from '@/lib/measure/measure';
import { scheduleOf, statusAt } from '@/lib/status/data-status';
import { travel } from '@/lib/target/direction-of-travel';
import { targetProblem } from '@/lib/target/target-problem';
import { colourWithReason } from '@/lib/target/why-this-colour';
import { endOf, isStart } from '@/lib/time/period';

const today = '2018-08-17';
const measures = [...childrensSocialCare, ...highwaysAndTransport];
const byCode = (code: string) => measures.find((measure) => measure.code === code) as DemoMeasure;

const facts = (measure: DemoMeasure): MeasureFacts => ({
  ...measure,
  startMonth: measure.startMonth ?? 4,
  since: measure.since ?? null,
  numeratorLabel: measure.numeratorLabel ?? null,
  denominatorLabel: measure.denominatorLabel ?? null,
  compareAs: 'shown',
  noChangeBand: null,
  outsideHundred: false,
});

const figures = ({ latest }: DemoMeasure) => ({
  value: latest?.value ?? null,
  numerator: latest?.numerator ?? null,
  denominator: latest?.denominator ?? null,
});

const current = (measure: DemoMeasure) => readingValue(figures(measure), measure);

const colour = (measure: DemoMeasure) =>
  colourWithReason({
    value: current(measure),
    target: measure.target,
    measure: facts(measure),
    parts: figures(measure),
  }).colour;

const direction = (measure: DemoMeasure) =>
  travel({
    value: current(measure),
    comparator: { value: measure.outturn?.value ?? null, label: '2017/18' },
    measure: facts(measure),
  }).colour;

function status(measure: DemoMeasure): string {
  const { frequency, startMonth = 4, lagDays, history, latest } = measure;
  const from = measure.from ?? history[0]?.start ?? latest?.start ?? '';
  const here = [...history.map(({ start }) => start), ...(latest ? [latest.start] : [])];
  return statusAt(scheduleOf({ frequency, startMonth, lagDays, from, until: null }, here), today).status;
}

const count = (list: (string | null)[], what: string | null) => list.filter((one) => one === what).length;

/** As printed: last year, target, current, direction, colour; null where the cell is lost. Source: measures.csv. */
const printed: [
  previous: string | null,
  target: string | null,
  current: string | null,
  dot: string | null,
  rag: string | null,
][] = [
  ['80', '76', '83', 'red', 'red'],
  ['81', '80', '81', 'green', 'green'],
  ['100', '100', '100', 'green', 'green'],
  ['552', '550', '506', 'green', 'green'],
  ['216', '190', '167', 'green', 'green'],
  ['33', '30', '33', 'green', 'red'],
  ['70', '69', '71', 'green', 'green'],
  ['98', '96', '99.7', 'green', 'green'],
  ['3.5', '2', '0.8', 'green', 'green'],
  ['16', '12', '14.3', 'green', 'red'],
  ['85', '80', '85', 'green', 'green'],
  ['55', '50', '55', 'green', 'red'],
  ['0.19', '0.2', '0.19', 'green', 'green'],
  ['100', '95', '100', 'green', 'green'],
  [null, null, null, null, null],
  ['69', '65', '100', 'green', 'green'],
  ['95', '110', '92', 'red', 'red'],
  ['1613', '1613', '1613', 'green', 'green'],
  ['854', '854', '854', 'green', 'green'],
  [null, null, null, null, null],
];

describe('the demonstration council', () => {
  test('has two services, of 20 and of 12 measures, numbered in order and each with a code of its own', () => {
    expect(demoServices.map(({ slug, measures }) => [slug, measures.length])).toEqual([
      ['childrens-social-care', 20],
      ['highways-and-transport', 12],
    ]);
    for (const service of demoServices)
      expect(service.measures.map(({ number }) => number)).toEqual(service.measures.map((_, i) => i + 1));
    expect(new Set(measures.map(({ code }) => code)).size).toBe(32);
  });

  test.each(measures.map((measure) => [measure.code, measure] as const))('%s can stand in the record', (_, measure) => {
    const { latest, scale, target } = measure;
    expect(figureRefusal(figures(measure), facts(measure))).toBeNull();
    if (target) expect(targetProblem(target, facts(measure))).toBeNull();
    else expect(measure.whyNoTarget).toBeTruthy();
    if (measure.comparator === 'previous_year' && !measure.outturn) expect(measure.whyNoOutturn).toBeTruthy();
    expect(measure.window === 'since').toBe(measure.since !== undefined);
    if (scale !== null) expect(measure.numeratorLabel && measure.denominatorLabel).toBeTruthy();
    if (!latest) return;
    expect(isStart(latest.start, facts(measure))).toBe(true);
    expect(endOf({ frequency: measure.frequency, start: latest.start }) < today).toBe(true);
    expect((current(measure) === null) === (latest.missing !== undefined)).toBe(true);
    expect(scale === null || latest.missing !== undefined || realTerms(figures(measure), facts(measure)) !== null).toBe(
      true,
    );
    for (const action of latest.actions) expect(action.due === null || action.due > today).toBe(true);
  });

  test('no sentence is said twice, in one measure or in two', () => {
    const sentences = measures.flatMap(({ latest, definition, notes = [] }) =>
      [definition, latest?.comments ?? '', ...(latest?.actions.map(({ text }) => text) ?? []), ...notes].flatMap(
        (text) => text.split(/(?<=[.:;]) /).filter(Boolean),
      ),
    );
    expect(sentences.filter((sentence, i) => sentences.indexOf(sentence) !== i)).toEqual([]);
  });
});

describe("Children's Social Care, against the printed report of 17 August 2018", () => {
  test.each(printed.map((row, i) => [i + 1, ...row] as const))(
    '%i reads as printed',
    (number, previous, target, now, dot, rag) => {
      const measure = childrensSocialCare[number - 1] as DemoMeasure;
      expect(measure.outturn).toEqual(previous === null ? null : { year: 2017, value: previous });
      expect(measure.target).toEqual(
        target === null
          ? null
          : { shape: measure.polarity === 'higher' ? 'at_least' : 'at_most', green: target, amber: null },
      );
      expect([direction(measure), colour(measure)]).toEqual([dot, rag]);
      expect(status(measure)).toBe('up_to_date');
      if (number === 4 || now === null) return;
      expect(round(current(measure) as string, measure.decimals)).toBe(now);
    },
  );

  test('4: 11,626 days ÷ 23 children is 505, which stands, and a note says that 506 was printed', () => {
    expect(round(current(byCode('csc-04')) as string, 0)).toBe('505');
    expect(byCode('csc-04').notes?.join(' ')).toContain('506');
  });

  test('15: 88 of 91 is 97%, without target or earlier figure, and says why', () => {
    expect(round(current(byCode('csc-15')) as string, 0)).toBe('97');
    expect(byCode('csc-15').whyNoTarget).toContain('not in the source');
  });

  test('20: no figure and no past, with the reason; the day on which one is expected is invented and said to be', () => {
    const { latest, history, notes } = byCode('csc-20');
    expect(latest).toMatchObject({ start: '2018-07-01', missing: 'not_available_yet' });
    expect([current(byCode('csc-20')), latest?.expectedOn, history]).toEqual([null, '2018-08-31', []]);
    expect(notes?.join(' ')).toContain('expected is invented');
    expect(notes?.join(' ')).toContain('no figure');
  });

  test('the sentences in real terms put the parts in their roles', () => {
    const sentenceOf = (code: string) => realTerms(figures(byCode(code)), facts(byCode(code)));
    expect(sentenceOf('csc-01')).toBe(
      '9.3 full-time equivalent reviewing officers held 770 cases in total: 83 cases each on average',
    );
    expect(sentenceOf('csc-02')).toBe(
      '216 of 267 children in foster care were placed with council carers: 80.9%, shown as 81%',
    );
    expect(sentenceOf('csc-05')).toBe('23 children took 3,834 days in total: 167 days each on average');
    expect(sentenceOf('csc-10')).toBe(
      '76 of 530 children who started a child protection plan had already had one before: 14.34%, shown as 14.3%',
    );
    expect(sentenceOf('csc-13')).toBe(
      '5 custodial sentences among 27,023 young people aged 17 or under: 0.185 per 1,000, shown as 0.19',
    );
    expect(sentenceOf('csc-17')).toBe(
      '1,108 Early Help Assessments started in 12 months: 92.3, shown as 92 a month on average',
    );
  });
});

describe('Highways and transport', () => {
  test('shows every colour, status, frequency and the conventions that the founding report lacks', () => {
    const all = highwaysAndTransport;
    expect(['green', 'amber', 'red', null].map((what) => count(all.map(colour), what))).toEqual([3, 3, 3, 3]);
    expect(['up_to_date', 'overdue', 'not_due'].map((what) => count(all.map(status), what))).toEqual([9, 2, 1]);
    expect(
      all
        .filter((measure) => status(measure) === 'overdue')
        .map(({ frequency }) => frequency)
        .sort(),
    ).toEqual(['monthly', 'quarterly']);
    expect(new Set(all.map(({ frequency }) => frequency)).size).toBe(5);
    expect(new Set(all.map(({ comparator }) => comparator)).size).toBe(3);
    expect(
      all.some(({ target }) => target?.shape === 'between' && target.amber !== null && target.amberTo !== null),
    ).toBe(true);
    expect(all.some(({ frequency, window }) => frequency === 'quarterly' && window === 'ytd')).toBe(true);
    expect(all.some(({ polarity, target }) => polarity === 'none' && target?.shape === 'none')).toBe(true);
    expect(all.some(({ latest }) => latest?.missing === 'method_changed' && latest.expectedOn !== undefined)).toBe(
      true,
    );
  });

  test('whatever is Red has a cause in words and an action with a date to come', () => {
    for (const { latest } of highwaysAndTransport.filter((measure) => colour(measure) === 'red')) {
      expect(latest?.comments).toMatch(/because/);
      expect(latest?.actions.every(({ due }) => due !== null && due > today)).toBe(true);
      expect(latest?.actions.length).toBeGreaterThan(0);
    }
  });
});
