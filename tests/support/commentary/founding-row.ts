import { childrensSocialCare } from '@/db/demo/childrens-social-care';
import type { DemoMeasure } from '@/db/demo/demo-measure';
import type { KnownFigure, ReadingText } from '@/lib/commentary/reading-text';
import { type Figures, readingValue } from '@/lib/figure/computed-value';
import type { Term } from '@/lib/glossary/term';
import { spanOf } from '@/lib/measure/span';
import type { Action } from '@/lib/reading/content';
import { travel } from '@/lib/target/direction-of-travel';
import { colourWithReason } from '@/lib/target/why-this-colour';
import { yearLabel } from '@/lib/time/council-year';
import { name, periodContaining } from '@/lib/time/period';

/** What a row of the report of 17 August 2018 says, and what of its figures is not as the demonstration has it. */
export type FoundingWords = {
  comments: string;
  actions?: Action[];
  title?: string;
  definition?: string;
  figures?: Figures;
  /** Counts of children that disclosure control hides in this row. */
  hidden?: { value: string; what: string }[];
  /** The row has neither a figure nor a reason for having none, and no word on its target. */
  unexplained?: true;
};

const reportDay = '2018-08-17';

function knownFigure(label: string, value: string, span: KnownFigure['span']): KnownFigure {
  return { label, value, numerator: null, denominator: null, span };
}

const outturnOf = ({ outturn }: DemoMeasure): KnownFigure | null =>
  outturn &&
  knownFigure(yearLabel(outturn.year), outturn.value, {
    from: `${outturn.year}-04-01`,
    until: `${outturn.year + 1}-03-31`,
  });

function textOf(measure: DemoMeasure, words: FoundingWords, others: ReadingText['others'], glossary: Term[]) {
  const { number, code, frequency } = measure;
  const facts = {
    unit: measure.unit,
    decimals: measure.decimals,
    polarity: measure.polarity,
    frequency,
    startMonth: 4,
    window: measure.window,
    since: measure.since ?? null,
    lagDays: measure.lagDays,
    comparator: measure.comparator,
    scale: measure.scale,
    numeratorLabel: measure.numeratorLabel ?? null,
    denominatorLabel: measure.denominatorLabel ?? null,
    countsPeople: measure.countsPeople,
    compareAs: 'shown' as const,
    noChangeBand: null,
    outsideHundred: false,
  };
  const calendar = { frequency, startMonth: 4 };
  const period = periodContaining(measure.latest?.start ?? reportDay, calendar);
  const { value = null, numerator = null, denominator = null, missing = null } = measure.latest ?? {};
  const figures = words.figures ?? { value, numerator, denominator };
  const counted = readingValue(figures, facts);
  const comparator = outturnOf(measure);
  const text: ReadingText = {
    measure: {
      ...facts,
      number,
      code,
      title: words.title ?? measure.title,
      definition: words.definition ?? measure.definition,
      whyNoTarget: words.unexplained ? null : (measure.whyNoTarget ?? null),
    },
    period,
    figures: { ...figures, missing: words.unexplained ? null : missing },
    target: measure.target,
    colour: colourWithReason({ value: counted, target: measure.target, measure: facts }).colour,
    direction: comparator && travel({ value: counted, comparator, measure: facts, target: measure.target }).direction,
    comparator,
    earlier: measure.history
      .map((earlier) => {
        const its = periodContaining(earlier.start, calendar);
        return { start: its.start, figure: knownFigure(name(its), earlier.value, spanOf(its, facts)) };
      })
      .filter(({ start }) => start < period.start)
      .sort((one, two) => two.start.localeCompare(one.start))
      .slice(0, 24)
      .map(({ figure }) => figure),
    benchmarks: [],
    comments: words.comments,
    publicNote: null,
    actions: words.actions ?? [],
    commentsBefore: null,
    others: others.filter((other) => other.number !== number),
    glossary,
    hidden: words.hidden ?? [],
    corrects: null,
    today: reportDay,
  };
  return text;
}

/** The report's 20 rows with these words: figures, periods and targets are those that it printed. */
export function foundingTexts(words: Record<number, FoundingWords>, glossary: Term[]): ReadingText[] {
  const rows = childrensSocialCare.map((measure) => {
    const its = words[measure.number];
    if (!its) throw new Error(`there are no words for measure ${measure.number}`);
    return { measure, its };
  });
  const others = rows.map(({ measure: { number, title }, its }) => ({
    number,
    title: its.title ?? title,
    comments: its.comments,
  }));
  return rows.map(({ measure, its }) => textOf(measure, its, others, glossary));
}
