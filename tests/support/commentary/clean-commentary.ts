import fc from 'fast-check';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { realTerms } from '@/lib/figure/in-real-terms';
import type { MeasureFacts } from '@/lib/measure/measure';
import { endOf, name, type Period, periodContaining, shift } from '@/lib/time/period';
import { earlierFigure, knownFigure, readingText } from './reading-text';

/** A piece of a commentary: words, or a number that is one of the reading's figures. */
type Piece = { text: string; isFigure: boolean };

/** An honest commentary on a made reading, piece by piece, and every number that its words may name. */
export type CleanCommentary = { text: ReadingText; pieces: Piece[]; figures: number[] };

const words = (text: string): Piece => ({ text, isFigure: false });
const figure = (text: string): Piece => ({ text, isFigure: true });
/** A sentence whose figures stand in braces. */
const sentence = (template: string): Piece[] =>
  template
    .split(/([{][^}]*[}])/)
    .filter(Boolean)
    .map((part) => (part.startsWith('{') ? figure(part.slice(1, -1)) : words(part)));

const thousands = (count: number, style: 'comma' | 'plain'): string =>
  style === 'comma' ? count.toLocaleString('en-GB') : String(count);

const subjects: Pick<MeasureFacts, 'numeratorLabel' | 'denominatorLabel'>[] = [
  { numeratorLabel: 'were placed with council carers', denominatorLabel: 'children in foster care' },
  { numeratorLabel: 'were decided within a day', denominatorLabel: 'referrals' },
  { numeratorLabel: 'were repaired in time', denominatorLabel: 'potholes' },
  { numeratorLabel: 'were answered on time', denominatorLabel: 'complaints' },
];

/** Honest sentences that name no figure of the reading. */
const asides = [
  'Two social workers joined the team.',
  'Reviews are held within 10 working days.',
  'A working group meets every two weeks and reports to the third committee of the year.',
  'The recording was checked under section 47 and one of the forms was changed.',
  'We will bring in three more staff by next spring.',
  'Demand has been high, because many families moved into the area.',
  'The team of 12 staff has been complete for six months.',
];

const number = (fraction: number, decimals: number) => Number(fraction.toFixed(decimals));
const percentOf = (part: number, total: number, decimals: number): number =>
  number(Math.floor((part / total) * 100 * 10 ** decimals + 0.5 + 1e-9) / 10 ** decimals, decimals);

const seed = fc.record({
  subject: fc.constantFrom(...subjects),
  denominator: fc.integer({ min: 24, max: 4000 }),
  share: fc.double({ min: 0.05, max: 0.97, noNaN: true }),
  before: fc.double({ min: 0.05, max: 0.97, noNaN: true }),
  beforeDenominator: fc.integer({ min: 24, max: 4000 }),
  target: fc.integer({ min: 10, max: 98 }),
  lastYear: fc.integer({ min: 10, max: 98 }),
  england: fc.integer({ min: 10, max: 98 }),
  decimals: fc.constantFrom(0, 1),
  style: fc.constantFrom('comma' as const, 'plain' as const),
  frequency: fc.constantFrom('monthly' as const, 'quarterly' as const),
  months: fc.integer({ min: 0, max: 100 }),
  chosen: fc.uniqueArray(fc.nat(99), { minLength: 3, maxLength: 7 }),
});

/** What a made reading says of itself, in every form in which officers say it. */
function sentencesFor(
  text: ReadingText,
  made: {
    n: number;
    d: number;
    v: number;
    before: [number, number, number];
    target: number;
    lastYear: number;
    england: number;
    style: 'comma' | 'plain';
  },
): string[] {
  const { n, d, v, before, target, lastYear, england, style } = made;
  const [beforePart, beforeTotal, beforeValue] = before;
  const { decimals, denominatorLabel, numeratorLabel } = text.measure;
  const points = (size: number) =>
    `{${number(size, decimals)}} percentage ${number(size, decimals) === 1 ? 'point' : 'points'}`;
  const period = name(text.period);
  const earlier = text.earlier[0]?.label ?? '';
  const count = (value: number) => `{${thousands(value, style)}}`;
  const system = realTerms(text.figures, text.measure);
  const own = [
    `${count(n)} of ${count(d)} ${denominatorLabel} ${numeratorLabel}, which is {${v}}%.`,
    `In real terms, the latest figure works out as ${count(n)} out of a total cohort of ${count(d)}.`,
    `In ${period} ${count(n)} of the ${count(d)} ${denominatorLabel} ${numeratorLabel}.`,
    `Performance in ${period} was {${v}} per cent.`,
    `The figure is {${v}}%, against a target of {${target}}%.`,
    `The remaining ${count(d - n)} ${denominatorLabel} are being looked at one by one.`,
    `It was {${beforeValue}}% in ${earlier}, from ${count(beforePart)} of ${count(beforeTotal)} ${denominatorLabel}.`,
    `The figure for 2017/18 was {${lastYear}}%.`,
    `The England average is {${england}}%, which gives some context.`,
    `Only {${number(100 - v, decimals)}}% did not meet the standard.`,
    `The target remains {${target}}% for the year.`,
  ];
  if (system) own.push(`${system.replace(/[\d,.]*\d/g, (digits) => `{${digits}}`)}.`);
  const onYear = Math.abs(v - lastYear);
  if (number(onYear, decimals) !== 0)
    own.push(`This has ${v > lastYear ? 'risen' : 'fallen'} by ${points(onYear)} on last year.`);
  const toTarget = Math.abs(v - target);
  if (number(toTarget, decimals) !== 0)
    own.push(`That is ${points(toTarget)} ${v > target ? 'above' : 'below'} the target.`);
  if (n !== beforePart)
    own.push(`That is ${count(Math.abs(n - beforePart))} ${n > beforePart ? 'more' : 'fewer'} than in ${earlier}.`);
  return own;
}

/** Honest commentaries on made percentages, with value, parts, target, comparator, benchmark, differences, asides. */
export const cleanCommentaries = (): fc.Arbitrary<CleanCommentary> =>
  seed.map((made): CleanCommentary => {
    const { subject, decimals, denominator: d, frequency, style, target, england } = made;
    // Three equal numbers are a finding of their own.
    const lastYear = made.lastYear === target ? target - 1 : made.lastYear;
    const n = Math.max(1, Math.min(d - 1, Math.round(made.share * d)));
    const beforeTotal = made.beforeDenominator;
    const beforePart = Math.max(1, Math.min(beforeTotal - 1, Math.round(made.before * beforeTotal)));
    const v = percentOf(n, d, decimals);
    const beforeValue = percentOf(beforePart, beforeTotal, decimals);
    const first: Period = { frequency, start: '2018-07-01' };
    const period = shift(first, Math.floor(made.months / (frequency === 'monthly' ? 1 : 3)));
    const text = readingText({
      measure: {
        ...subject,
        decimals,
        frequency,
        title: `Percentage of ${subject.denominatorLabel}`,
        definition: 'As the return asks.',
      },
      period: periodContaining(period.start, { frequency, startMonth: 4 }),
      figures: { value: null, numerator: String(n), denominator: String(d), missing: null },
      target: { shape: 'at_least', green: String(target), amber: null },
      comparator: knownFigure('2017/18', String(lastYear), { span: { from: '2017-04-01', until: '2018-03-31' } }),
      earlier: [earlierFigure(shift(period, -1), { numerator: String(beforePart), denominator: String(beforeTotal) })],
      benchmarks: [knownFigure('the England average', String(england))],
      today: shift({ frequency: 'monthly', start: endOf(period).slice(0, 8).concat('01') }, 2).start,
    });
    const own = sentencesFor(text, {
      n,
      d,
      v,
      before: [beforePart, beforeTotal, beforeValue],
      target,
      lastYear,
      england,
      style,
    });
    const all = [...own, ...asides];
    const indexes = [...new Set(made.chosen.map((choice) => choice % all.length))];
    const pieces = indexes.flatMap((index) => [...sentence(all[index] ?? ''), words(' ')]);
    const figures = [
      n,
      d,
      d - n,
      (n / d) * 100,
      100 - (n / d) * 100,
      target,
      lastYear,
      100 - lastYear,
      england,
      100 - england,
      beforePart,
      beforeTotal,
      beforeTotal - beforePart,
      (beforePart / beforeTotal) * 100,
      100 - (beforePart / beforeTotal) * 100,
    ];
    text.comments = pieces
      .map((piece) => piece.text)
      .join('')
      .trim();
    return { text, pieces, figures };
  });
