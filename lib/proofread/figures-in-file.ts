import { choiceIn } from '@/lib/bring-in/plan/row/file-form';
import type { Wish } from '@/lib/bring-in/wish';
import type { KnownFigure } from '@/lib/commentary/reading-text';
import type { Figures } from '@/lib/figure/computed-value';
import { parseFigure, parsePart } from '@/lib/figure/figure-entry';
import { missingReasons, missingWords } from '@/lib/figure/missing-reason';
import type { MeasureFacts } from '@/lib/measure/measure';
import { spanOf } from '@/lib/measure/span';
import type { Target } from '@/lib/target/target';
import { yearName } from '@/lib/time/council-year';
import { parseDay } from '@/lib/time/day-entry';
import { parseMonth } from '@/lib/time/month-entry';
import { endOf, name, type Period, periodContaining } from '@/lib/time/period';

type Fields = Wish['fields'];

const figureIn = (text: string | undefined, facts: MeasureFacts): string | null => {
  const parsed = parseFigure(text ?? '', facts);
  return 'value' in parsed ? parsed.value : null;
};
const partIn = (text: string | undefined, facts: MeasureFacts): string | null => {
  const parsed = parsePart(text ?? '', facts);
  return 'value' in parsed ? parsed.value : null;
};

/** The figures of a row as it gives them: a value that its parts contradict stays beside them. */
export const figuresIn = (fields: Fields, facts: MeasureFacts): Figures => ({
  value: figureIn(fields.figure, facts),
  numerator: partIn(fields.first_number, facts),
  denominator: partIn(fields.second_number, facts),
});

/** Why a row has no figure, or null. */
export function missingIn({ mark = '' }: Fields) {
  const reason = choiceIn(mark, missingReasons, (each) => [missingWords[each].title]);
  return missingReasons.find((each) => each === reason) ?? null;
}

/** The period that a row names, or null where it cannot be read. */
export function periodIn({ period = '' }: Fields, { frequency, startMonth }: MeasureFacts): Period | null {
  const month = parseMonth(period);
  return 'start' in month ? periodContaining(month.start, { frequency, startMonth }) : null;
}

/** A target of a file as its measure is judged by it; null where its figures cannot be read. */
export function targetIn(fields: Fields, facts: MeasureFacts): Target | null {
  const [from, to] = [figureIn(fields.green_from, facts), figureIn(fields.green_to, facts)];
  const [amberFrom, amberTo] = [figureIn(fields.amber_from, facts), figureIn(fields.amber_to, facts)];
  const shape = choiceIn(fields.shape ?? '', ['at_least', 'at_most', 'between', 'exactly', 'none'], () => []);
  if (shape === 'between' && from !== null && to !== null)
    return { shape, green: from, greenTo: to, amber: amberFrom, amberTo };
  const green = from ?? to;
  if (green === null) return null;
  if (shape === 'exactly') return { shape: 'between', green, greenTo: green, amber: amberFrom, amberTo };
  if (facts.polarity === 'lower' || shape === 'at_most')
    return { shape: 'at_most', green, amber: amberTo ?? amberFrom };
  return { shape: 'at_least', green, amber: amberFrom };
}

/** The first day from which a target holds; the earliest of all where it does not say. */
export function targetStart({ from = '' }: Fields): string {
  const month = parseMonth(from);
  return 'start' in month ? month.start : '';
}

/** The final figure of a year, with the days of that year. */
export function outturnIn(fields: Fields, facts: MeasureFacts): KnownFigure | null {
  const value = figureIn(fields.figure, facts);
  const year = Number(/^\d{4}/.exec(fields.year?.trim() ?? '')?.[0]);
  if (value === null || !year) return null;
  const start = `${year}-${String(facts.startMonth).padStart(2, '0')}-01`;
  const until = endOf({ frequency: 'annual', start });
  return { label: yearName(start), value, numerator: null, denominator: null, span: { from: start, until } };
}

/** The figure of another council or of the nation, with the days that it is about. */
export function comparatorIn(fields: Fields, facts: MeasureFacts): KnownFigure | null {
  const value = figureIn(fields.figure, facts);
  const [from, until] = [parseDay(fields.from_day ?? ''), parseDay(fields.until_day ?? '')];
  if (value === null) return null;
  const span = 'day' in from && 'day' in until ? { from: from.day, until: until.day } : null;
  return { label: fields.name ?? 'another figure', value, numerator: null, denominator: null, span };
}

/** The figure of an earlier period, by the name of that period. */
export const earlierFigure = (period: Period, figures: Figures, facts: MeasureFacts): KnownFigure => ({
  ...figures,
  label: name(period),
  span: spanOf(period, facts),
});
