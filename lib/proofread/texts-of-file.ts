import type { KnownFigure, ReadingText } from '@/lib/commentary/reading-text';
import { usualThreshold } from '@/lib/disclosure/highest-small-count';
import { readingValue } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import type { Polarity } from '@/lib/measure/measure';
import { type Direction, travel } from '@/lib/target/direction-of-travel';
import type { Target } from '@/lib/target/target';
import { colourWithReason } from '@/lib/target/why-this-colour';
import { periodContaining } from '@/lib/time/period';
import { actionsIn } from './action-in-file';
import { polarityBySigns } from './polarity-by-signs';
import type { RowOfFile } from './rows-of-file';

/** A row of a file as the checks of words read it, with what was read in it. */
export type TextOfFile = { row: RowOfFile; text: ReadingText };

/** As many characters of one text as are read. */
export const mostOfText = 20_000;

/** As many rows of one file as are read against one another. */
const mostCompared = 200;

/** The rows of a file as the checks read them; `withoutPolarity` are the measures whose better side their colours have to say. */
export function textsOfFile(rows: RowOfFile[], withoutPolarity: Set<string>, today: string): TextOfFile[] {
  const others = rows
    .slice(0, mostCompared)
    .map(({ measure: { number, title }, fields }) => ({ number, title, comments: wordsIn(fields.comments) ?? '' }))
    .filter(({ comments }) => comments !== '');
  return rows.map((row) => ({ row, text: textOf(row, { others, withoutPolarity, today }) }));
}

const wordsIn = (text: string | null | undefined): string | null => text?.trim().slice(0, mostOfText) || null;

type Ground = { others: ReadingText['others']; withoutPolarity: Set<string>; today: string };

function textOf(row: RowOfFile, { others, withoutPolarity, today }: Ground): ReadingText {
  const { measure, figures, fields, signs, missing } = row;
  const value = readingValue(figures, measure.facts) ?? figures.value;
  const comparator = comparatorOf(row);
  const green = row.target && 'green' in row.target ? row.target.green : null;
  const printed = { value: figures.value ?? value, green, before: comparator?.value ?? null, signs };
  const polarity: Polarity = withoutPolarity.has(measure.code)
    ? (polarityBySigns(printed) ?? 'none')
    : measure.facts.polarity;
  const facts = { ...measure.facts, polarity };
  const target = withoutPolarity.has(measure.code) ? turned(row.target, polarity) : row.target;
  const { number, code, title, definition, whyNoTarget } = measure;
  return {
    measure: { ...facts, number, code, title, definition, whyNoTarget: whyNoTarget ?? whyUnread(row.target, target) },
    period: row.period ?? periodContaining(today, facts),
    figures: { ...figures, missing },
    target,
    colour: colourWithReason({ value, target, measure: facts }).colour ?? signs.performance,
    direction: directionOf({ value, comparator, facts, target }) ?? (signs.travel === 'red' ? 'worsening' : null),
    comparator,
    earlier: row.earlier,
    benchmarks: row.benchmarks,
    comments: wordsIn(fields.comments),
    publicNote: null,
    actions: actionsIn(fields),
    commentsBefore: wordsIn(row.before),
    others: others.filter((other) => other.title !== title),
    glossary: [],
    hidden: hiddenIn(row),
    corrects: null,
    today,
  };
}

/** A single figure that was read as “at least”, by the side that is better; none where nothing says which. */
function turned(target: Target | null, polarity: Polarity): Target | null {
  if (target?.shape !== 'at_least') return target;
  if (polarity === 'lower') return { ...target, shape: 'at_most' };
  return polarity === 'higher' ? target : null;
}

/** A target that is there and cannot be judged by, since nothing says which figures meet it. */
const whyUnread = (printed: Target | null, target: Target | null): string | null =>
  printed !== null && target === null ? 'nothing in the file says which figures meet it' : null;

/** The year before the period, else the latest year that the file has. */
function comparatorOf({ outturns, period }: RowOfFile): KnownFigure | null {
  const before = outturns.filter(({ span }) => !period || !span || span.from <= period.start);
  return before.sort((one, two) => (two.span?.from ?? '').localeCompare(one.span?.from ?? ''))[0] ?? null;
}

function directionOf({
  value,
  comparator,
  facts,
  target,
}: {
  value: string | null;
  comparator: KnownFigure | null;
  facts: ReadingText['measure'] | RowOfFile['measure']['facts'];
  target: Target | null;
}): Direction | null {
  return comparator && travel({ value, comparator, measure: facts, target }).direction;
}

/** Counts of people that are small enough to be hidden in public, by the usual threshold. */
function hiddenIn({
  figures: { numerator, denominator },
  measure: { title, facts },
}: RowOfFile): ReadingText['hidden'] {
  if (!facts.countsPeople || numerator === null || denominator === null) return [];
  const rest = new Exact(denominator).minus(numerator).toFixed();
  const isSmall = (count: string) => /^\d+$/.test(count) && Number(count) >= 1 && Number(count) <= usualThreshold;
  return [numerator, denominator, rest]
    .filter((count, index, all) => isSmall(count) && all.indexOf(count) === index)
    .map((count) => ({ value: count, what: title }));
}
