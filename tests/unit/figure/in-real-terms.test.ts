import { describe, expect, test } from 'vitest';
import { realTerms } from '@/lib/figure/in-real-terms';
import { baseOf } from '@/lib/figure/label-grammar';
import { facts } from '../../support/reference/measure-facts';

const parts = (numerator: string | null, denominator: string | null) => ({ numerator, denominator });
const percent = (numeratorLabel: string, denominatorLabel: string, decimals = 0) =>
  facts({ numeratorLabel, denominatorLabel, decimals });
const average = (unit: 'days' | 'number' | 'weeks' | 'pounds', numeratorLabel: string, denominatorLabel: string) =>
  facts({ unit, scale: 1, numeratorLabel, denominatorLabel });
const rate = facts({
  unit: 'per_1000',
  scale: 1000,
  decimals: 2,
  numeratorLabel: 'custodial sentences',
  denominatorLabel: 'young people aged 10 to 17',
});

describe('in real terms', () => {
  test.each([
    [
      1,
      '770',
      '9.3',
      average('number', 'held … cases', 'full-time equivalent reviewing officers'),
      '9.3 full-time equivalent reviewing officers held 770 cases in total: 83 cases each on average',
    ],
    [
      2,
      '216',
      '267',
      percent('were placed with council carers', 'children in foster care'),
      '216 of 267 children in foster care were placed with council carers: 80.9%, shown as 81%',
    ],
    [
      3,
      '5',
      '5',
      percent('were judged Good or Outstanding', 'children’s homes inspected'),
      '5 of 5 children’s homes inspected were judged Good or Outstanding: 100%',
    ],
    [
      4,
      '11626',
      '23',
      average('days', 'waited … days', 'children'),
      '23 children waited 11,626 days in total: 505 days each on average',
    ],
    [
      5,
      '3834',
      '23',
      average('days', 'took … days', 'children'),
      '23 children took 3,834 days in total: 167 days each on average',
    ],
    [
      7,
      '72',
      '101',
      percent('had been in the same placement for two years', 'children in long-term care'),
      '72 of 101 children in long-term care had been in the same placement for two years: 71.3%, shown as 71%',
    ],
    [
      8,
      '361',
      '362',
      percent('were decided within one working day', 'referrals', 1),
      '361 of 362 referrals were decided within one working day: 99.72%, shown as 99.7%',
    ],
    [
      9,
      '3',
      '389',
      percent('had lasted two years or more', 'child protection plans that ended', 1),
      '3 of 389 child protection plans that ended had lasted two years or more: 0.77%, shown as 0.8%',
    ],
    [
      10,
      '76',
      '530',
      percent('were starting a second or later plan', 'children who became subject to a plan', 1),
      '76 of 530 children who became subject to a plan were starting a second or later plan: 14.34%, shown as 14.3%',
    ],
    [
      13,
      '5',
      '27023',
      rate,
      '5 custodial sentences among 27,023 young people aged 10 to 17: 0.185 per 1,000, shown as 0.19',
    ],
    [
      14,
      '26',
      '26',
      percent('lived in suitable accommodation', 'young people'),
      '26 of 26 young people lived in suitable accommodation: 100%',
    ],
    [
      15,
      '88',
      '91',
      percent('lived in suitable accommodation', 'care leavers'),
      '88 of 91 care leavers lived in suitable accommodation: 96.7%, shown as 97%',
    ],
    [
      16,
      '5',
      '5',
      percent('were in education, employment or training', 'young people'),
      '5 of 5 young people were in education, employment or training: 100%',
    ],
    [
      17,
      '1108',
      '12',
      average('number', 'Early Help Assessments started', 'months'),
      '1,108 Early Help Assessments started in 12 months: 92.3, shown as 92 a month on average',
    ],
  ] as const)('row %i: %s over %s reads well', (_row, numerator, denominator, measure, sentence) =>
    expect(realTerms(parts(numerator, denominator), measure)).toBe(sentence),
  );

  test('pounds bring their own sign: £48,000 over 40 tenancies', () =>
    expect(realTerms(parts('48000', '40'), average('pounds', 'cost …', 'tenancies'))).toBe(
      '40 tenancies cost £48,000 in total: £1,200 each on average',
    ));

  test('a bar chooses singular or plural by the count beside it', () => {
    const one = percent('was|were placed with council carers', 'child|children in foster care');
    expect(realTerms(parts('1', '1'), one)).toBe('1 of 1 child in foster care was placed with council carers: 100%');
    expect(realTerms(parts('1', '2'), one)).toBe('1 of 2 children in foster care was placed with council carers: 50%');
    expect(realTerms(parts('0', '2'), one)).toBe('0 of 2 children in foster care were placed with council carers: 0%');
    const wait = average('days', 'waits|wait … day|days', 'child|children');
    expect(realTerms(parts('5', '1'), wait)).toBe('1 child waits 5 days in total: 5 days each on average');
    expect(realTerms(parts('1', '2'), wait)).toBe('2 children wait 1 day in total: 1 day each on average');
    expect(baseOf('1', average('number', 'assessments started', 'months'))).toBe('1 month');
  });

  test('three full stops stand for the “…”, and without one the verb is “had”', () => {
    expect(realTerms(parts('10', '4'), average('days', 'took ... days', 'children'))).toMatch(
      /^4 children took 10 days/,
    );
    expect(realTerms(parts('10', '4'), average('number', 'visits', 'homes'))).toBe(
      '4 homes had 10 visits in total: 3 visits each on average',
    );
  });

  test('a label that is an odd word is still a label', () =>
    expect(realTerms(parts('10', '4'), average('number', 'visits', 'constructor'))).toMatch(/^4 constructor had 10/));

  test('nothing is said without labels, parts or a denominator, or when a part is more than the whole', () => {
    expect(realTerms(parts('1', '2'), facts({ numeratorLabel: null }))).toBeNull();
    expect(realTerms(parts('1', '2'), facts({ scale: null }))).toBeNull();
    expect(realTerms(parts(null, '2'), facts())).toBeNull();
    expect(realTerms(parts('1', '0'), facts())).toBeNull();
    expect(realTerms(parts('3', '2'), facts({ outsideHundred: true }))).toBeNull();
  });
});
