import { type Figures, readingValue } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import { asGiven, shown, shownThreshold } from '@/lib/figure/figure';
import { round } from '@/lib/figure/rounding';
import type { Span } from '@/lib/measure/span';
import { name } from '@/lib/time/period';
import type { KnownFigure, ReadingText } from '../reading-text';
import { type About, type KnownNumber, type KnownParts, lazily, type Role } from './known-number';
import { inFull, targetNumbers } from './target-numbers';

/** The numbers that a figure gives: its value, its parts, what is left of the total. */
function numbersOf(figures: Figures, figure: About, { measure }: ReadingText): KnownNumber[] {
  const isPercent = measure.unit === 'percent';
  const numbers: KnownNumber[] = [];
  const add = (
    key: string,
    part: KnownNumber['part'],
    percent: boolean,
    what: string,
    estimate: number,
    exact: () => string,
    times = 1,
  ): void => {
    const { role, label, span } = figure;
    numbers.push(
      lazily({ key: `${figure.key}/${key}`, role, part, percent, what, label, span, estimate, times }, exact),
    );
  };
  const { value: typed, numerator, denominator } = figures;
  const { scale, decimals } = measure;
  const hasParts = scale !== null && numerator !== null && denominator !== null && Number(denominator) !== 0;
  const about = hasParts ? (Number(numerator) / Number(denominator)) * scale : typed === null ? null : Number(typed);
  const exactly = () => readingValue(figures, measure) ?? '0';
  if (about !== null) add('value', 'value', isPercent, figure.what, about, exactly);
  if (hasParts && typed !== null)
    add('typed', 'value', isPercent, `${figure.what} as typed`, Number(typed), () => typed);
  const times = inFull(measure);
  if (about !== null && times > 1) {
    const full = () => new Exact(exactly()).times(times).toFixed();
    add('in full', 'value', false, figure.what, about * times, full, times);
  }
  if (numerator !== null)
    add('numerator', 'numerator', false, `the numerator of ${figure.what}`, Number(numerator), () => numerator);
  if (denominator !== null)
    add(
      'denominator',
      'denominator',
      false,
      `the denominator of ${figure.what}`,
      Number(denominator),
      () => denominator,
    );
  if (!isPercent || about === null) return numbers;
  const left = `100% less ${figure.what}`;
  add('rest of 100', 'rest', true, left, 100 - about, () => new Exact(100).minus(exactly()).toFixed());
  // 12.5 is shown as 13: then 87 is as fair as 88.
  const shownRest = () => new Exact(100).minus(round(exactly(), decimals)).toFixed();
  add('rest of 100 as shown', 'rest', true, left, 100 - about, shownRest);
  if (numerator !== null && denominator !== null) {
    const rest = () => new Exact(denominator).minus(numerator).toFixed();
    add(
      'rest',
      'rest',
      false,
      `the rest of the denominator of ${figure.what}`,
      Number(denominator) - Number(numerator),
      rest,
    );
  }
  return numbers;
}

const figureOf = (role: Role, { label, span }: KnownFigure): About => ({
  role,
  key: `${role}/${label}`,
  what: role === 'benchmark' ? `the figure of ${label.replace(/^the /, 'the ')}` : `the figure for ${label}`,
  label: label.toLowerCase(),
  span,
});

const ownFigure = (text: ReadingText, span: Span): About => ({
  role: 'own',
  key: 'own',
  what: `the figure for ${name(text.period)}`,
  label: '',
  span,
});
const correctedFigure = (span: Span): About => ({
  role: 'corrected',
  key: 'corrected',
  what: 'the figure before its correction',
  label: '',
  span,
});

/** Everything that a reading knows, as numbers; its own first. */
export function knownNumbers(text: ReadingText, covered: Span): KnownNumber[] {
  return [
    ...numbersOf(text.figures, ownFigure(text, covered), text),
    ...targetNumbers(text),
    ...(text.comparator ? numbersOf(text.comparator, figureOf('comparator', text.comparator), text) : []),
    ...text.benchmarks.flatMap((figure) => numbersOf(figure, figureOf('benchmark', figure), text)),
    ...text.earlier.flatMap((figure) => numbersOf(figure, figureOf('earlier', figure), text)),
    ...(text.corrects ? numbersOf(text.corrects, correctedFigure(covered), text) : []),
  ];
}

/** A stored decimal without padding. */
const plainDecimal = (value: string): string => (/^(?:0|[1-9]\d*)$/.test(value) ? value : new Exact(value).toFixed());

/** Every pair of parts that the reading knows, its own first. */
export function knownParts(text: ReadingText, covered: Span): KnownParts[] {
  const parts: KnownParts[] = [];
  const add = (figures: Figures, figure: About) => {
    const { numerator, denominator } = figures;
    if (numerator === null || denominator === null) return;
    const { role, key, what, label, span } = figure;
    const [above, below] = [plainDecimal(numerator), plainDecimal(denominator)];
    const difference = Number(below) - Number(above);
    const rest = Number.isSafeInteger(difference) ? String(difference) : new Exact(below).minus(above).toFixed();
    parts.push({ role, key, what, label, span, numerator: above, denominator: below, rest });
  };
  add(text.figures, ownFigure(text, covered));
  if (text.comparator) add(text.comparator, figureOf('comparator', text.comparator));
  for (const figure of text.benchmarks) add(figure, figureOf('benchmark', figure));
  for (const figure of text.earlier) add(figure, figureOf('earlier', figure));
  if (text.corrects) add(text.corrects, correctedFigure(covered));
  return parts;
}

/** A known number as a page shows it: '81%', '216', 'at least 80%' without its rule. */
export function shownNumber(
  { part, value: exact, times }: KnownNumber,
  { measure }: ReadingText,
  percent: boolean,
): string {
  const value = times === 1 ? exact : new Exact(exact).div(times).toFixed();
  if (part === 'numerator' || part === 'denominator' || (part === 'rest' && !percent)) return asGiven(value);
  return part === 'threshold' ? shownThreshold(value, measure) : shown(value, measure);
}
