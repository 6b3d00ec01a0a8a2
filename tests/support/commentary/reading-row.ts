import type { KnownFigure, ReadingText } from '@/lib/commentary/reading-text';
import { readingValue } from '@/lib/figure/computed-value';
import type { Term } from '@/lib/glossary/term';
import type { MeasureFacts, Polarity, Unit } from '@/lib/measure/measure';
import { spanOf } from '@/lib/measure/span';
import { travel } from '@/lib/target/direction-of-travel';
import type { Target } from '@/lib/target/target';
import { colourWithReason } from '@/lib/target/why-this-colour';
import { addDays } from '@/lib/time/day';
import { endOf, type Frequency, name, type Period, periodContaining, shift, type Window } from '@/lib/time/period';

/** A row of a report in short, as one types it: what the checks of words need besides follows from it. */
type ReadingRow = {
  title: string;
  definition: string;
  /** Unit, decimals, polarity, frequency and window: 'percent 1 higher monthly single'. */
  facts: string;
  /** The first day of its period. */
  start: string;
  /** '92.4', or both parts: '411 / 450'; null where there is none, as not available yet. */
  figure: string | null;
  labels?: [numerator: string, denominator: string];
  /** 'at least 95', 'at most 10, amber 12', 'between 10 and 20'. */
  target?: string;
  /** The figure of its direction of travel: '2017/18: 93.4', 'July 2017: 310'. */
  against?: string;
  /** The figures of the periods before, the newest first: '91 90.4 90'. */
  earlier?: string;
  /** The figures of others, each with its year: 'the England average 2017/18: 88.1'. */
  benchmarks?: string[];
  comments: string;
  note?: string;
  actions?: [text: string, owner: string, due: string][];
  before?: string;
};

/** What the rows of one service have in common. */
export type RowsOf = { code: string; glossary?: Term[]; rows: ReadingRow[] };

const scales: Partial<Record<Unit, number>> = { percent: 100, per_1000: 1000, per_10000: 10_000, per_100000: 100_000 };
const months = 'January February March April May June July August September October November December'.split(' ');

/** The days that a label is about: a council year, a month, or a quarter by its first and last month. */
function spanCalled(label: string): { from: string; until: string } | null {
  const [, year] = label.match(/\b(\d{4})\/\d\d\b/) ?? [];
  if (year) return { from: `${year}-04-01`, until: `${Number(year) + 1}-03-31` };
  const [, first = '', last = first, year4] = label.match(/\b([A-Z][a-z]+)(?: to ([A-Z][a-z]+))? (\d{4})\b/) ?? [];
  const [from, until] = [months.indexOf(first) + 1, months.indexOf(last) + 1];
  if (!year4 || from === 0 || until === 0) return null;
  const day = (month: number): string => `${year4}-${String(month).padStart(2, '0')}-01`;
  return { from: day(from), until: endOf({ frequency: 'monthly', start: day(until) }) };
}

const known = (label: string, value: string, span: KnownFigure['span']): KnownFigure => ({
  label,
  value,
  numerator: null,
  denominator: null,
  span,
});

/** '2017/18: 93.4' as a figure with its span. */
function labelledFigure(text: string): KnownFigure {
  const [label = '', value = ''] = text.split(': ');
  return known(label, value, spanCalled(label));
}

function targetIn(text: string | undefined): Target | null {
  if (!text) return null;
  const numbers = [...text.matchAll(/\d[\d.]*\d|\d/g)].map(([number]) => number);
  const [green = '', second = null] = numbers;
  if (text.startsWith('between'))
    return { shape: 'between', green, greenTo: second ?? green, amber: null, amberTo: null };
  return { shape: text.startsWith('at least') ? 'at_least' : 'at_most', green, amber: second };
}

function factsOf({ facts, figure, labels, against }: ReadingRow): MeasureFacts {
  const [unit, decimals, polarity, frequency, window] = facts.split(' ');
  const hasParts = figure?.includes('/') ?? false;
  return {
    unit: unit as Unit,
    decimals: Number(decimals),
    polarity: polarity as Polarity,
    frequency: frequency as Frequency,
    startMonth: 4,
    window: window as Window,
    since: null,
    lagDays: 20,
    comparator: against?.match(/^\d{4}\//) ? 'previous_year' : 'same_period_last_year',
    scale: hasParts ? (scales[unit as Unit] ?? 1) : null,
    numeratorLabel: labels?.[0] ?? null,
    denominatorLabel: labels?.[1] ?? null,
    countsPeople: false,
    compareAs: 'shown',
    noChangeBand: null,
    outsideHundred: false,
  };
}

function readingText(row: ReadingRow, number: number, { code, glossary = [], rows }: RowsOf): ReadingText {
  const facts = factsOf(row);
  const period: Period = periodContaining(row.start, { frequency: facts.frequency, startMonth: 4 });
  const [numerator = null, denominator = null] = facts.scale === null ? [] : (row.figure ?? '').split(' / ');
  const figures = { value: facts.scale === null ? row.figure : null, numerator, denominator };
  const value = readingValue(figures, facts);
  const target = targetIn(row.target);
  const comparator = row.against ? labelledFigure(row.against) : null;
  const judged = colourWithReason({ value, target, measure: facts });
  const moved = comparator && travel({ value, comparator, measure: facts, target });
  return {
    measure: {
      ...facts,
      number,
      code: `${code}-${String(number).padStart(2, '0')}`,
      title: row.title,
      definition: row.definition,
      whyNoTarget: target ? null : 'it is watched',
    },
    period,
    figures: { ...figures, missing: row.figure === null ? 'not_available_yet' : null },
    target,
    colour: judged.colour,
    direction: moved?.direction ?? null,
    comparator,
    earlier: (row.earlier ?? '')
      .split(' ')
      .filter((each) => each !== '')
      .map((each, index) => {
        const its = shift(period, -1 - index);
        return known(name(its), each, spanOf(its, facts));
      }),
    benchmarks: (row.benchmarks ?? []).map(labelledFigure),
    comments: row.comments,
    publicNote: row.note ?? null,
    actions: (row.actions ?? []).map(([text, owner, due]) => ({ text, owner, due })),
    commentsBefore: row.before ?? null,
    others: rows.flatMap((other, index) =>
      index + 1 === number ? [] : [{ number: index + 1, title: other.title, comments: other.comments }],
    ),
    glossary,
    hidden: [],
    corrects: null,
    today: addDays(endOf(period), 17),
  };
}

/** The readings of a service's rows, each with the words of the others beside it. */
export const readingTexts = (service: RowsOf): ReadingText[] =>
  service.rows.map((row, index) => readingText(row, index + 1, service));
