import type { KnownFigure, ReadingText } from '@/lib/commentary/reading-text';
import { spanOf } from '@/lib/measure/span';
import { name, type Period, shift } from '@/lib/time/period';
import { facts } from '../reference/measure-facts';

/** A figure of another time or of others, with the span of a period where it has one. */
export const knownFigure = (
  label: string,
  value: string | null,
  differences: Partial<KnownFigure> = {},
): KnownFigure => ({ label, value, numerator: null, denominator: null, span: null, ...differences });

/** The figure of an earlier period, called by its name. */
export const earlierFigure = (period: Period, figures: Partial<KnownFigure>): KnownFigure =>
  knownFigure(name(period), null, { span: spanOf(period, facts()), ...figures });

const june: Period = { frequency: 'monthly', start: '2018-06-01' };

/** June 2018: 216 of 267 children in foster care were placed with council carers, against at least 80%, 79% in 2017/18 and 78% in May. */
export function readingText({
  measure,
  ...differences
}: Partial<Omit<ReadingText, 'measure'>> & { measure?: Partial<ReadingText['measure']> } = {}): ReadingText {
  return {
    measure: {
      ...facts(),
      number: 2,
      code: 'council-carers',
      title: 'Percentage of foster care children placed with council foster carers',
      definition: 'Children in foster care at the end of the month who are placed with carers of the council.',
      whyNoTarget: null,
      ...measure,
    },
    period: june,
    figures: { value: null, numerator: '216', denominator: '267', missing: null },
    target: { shape: 'at_least', green: '80', amber: '75' },
    colour: 'green',
    direction: 'improving',
    comparator: knownFigure('2017/18', '79', { span: { from: '2017-04-01', until: '2018-03-31' } }),
    earlier: [
      earlierFigure(shift(june, -1), { numerator: '207', denominator: '265' }),
      earlierFigure(shift(june, -2), { numerator: '199', denominator: '262' }),
    ],
    benchmarks: [knownFigure('the England average', '74', { span: { from: '2017-04-01', until: '2018-03-31' } })],
    comments: null,
    publicNote: null,
    actions: [],
    commentsBefore: null,
    others: [],
    glossary: [],
    hidden: [],
    corrects: null,
    today: '2018-08-17',
    ...differences,
  };
}
