import { z } from 'zod';
import { shown } from '@/lib/figure/figure';
import { parseFigure } from '@/lib/figure/figure-entry';
import { round } from '@/lib/figure/rounding';
import { missing, unless } from '@/lib/form/fields-together';
import type { Problem } from '@/lib/form/form-state';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import type { MeasureFacts } from '@/lib/measure/measure';
import { latestYear, nameOfYear, spanOfYear } from '@/lib/series/measure-year';
import { isSlug } from '@/lib/text/page-address';
import type { KeptFields } from './meanwhile';

/** Whether the figure of a year is final, may still change, or is none. */
const outturnStandings = ['final', 'provisional', 'none'] as const;
export type OutturnStanding = (typeof outturnStandings)[number];

/** The final figure of a finished year of a measure as it was typed; `year` is the year that it began in. */
export type OutturnDraft = {
  year: number;
  value: string;
  source: string;
  /** Why another figure takes the place of one that is entered. */
  reason: string;
  standing?: OutturnStanding;
  /** Why it may still change, or why there is none. */
  why?: string;
  publicNote?: string;
};

/** The form that enters an outturn; its figure is judged against the measure. */
export const SetOutturn = z.strictObject({
  code: z.string().refine(isSlug),
  was: z.string().max(50_000),
  year: z.string().max(10),
  value: z.string().max(200, 'This is too long for a figure.'),
  standing: z.enum(outturnStandings).default('final'),
  why: textField(limits.outturnWhy).default(''),
  source: textField(limits.outturnSource),
  reason: textField(limits.changeReason),
  publicNote: textField(limits.publicNote).default(''),
  /** What the readings of a year said as the page showed them, and of which one. */
  ground: z.string().max(100).default(''),
  groundYear: z.string().max(10).default(''),
  /** Where the officer came from, and goes back to. */
  from: z.enum(['measure', 'year_end']).default('measure'),
  intent: z.enum(['effect', 'save']),
  seen: z.string().max(50_000).default(''),
});

type Measure = Pick<
  MeasureFacts,
  'unit' | 'decimals' | 'outsideHundred' | 'countsPeople' | 'startMonth' | 'digitsFollow'
>;

/** What is kept of a year; `shownIn` is the first edition that shows the figure. */
export type KeptOutturn = {
  year: number;
  value: string | null;
  whyNone?: string | null;
  whyProvisional?: string | null;
  source?: string | null;
  shownIn?: number | null;
};

/** As many finished years as an outturn may be entered for. */
const mostYears = 10;

/** The measure's own years that are over on a day, the latest first, by the years that they began in. */
export function finishedYears(measure: Pick<MeasureFacts, 'startMonth'>, today: string): number[] {
  const latest = latestYear(measure, today);
  return Array.from({ length: mostYears }, (_, index) => latest - index);
}

type Typed = Omit<OutturnDraft, 'year'> & { year: string };

/** An outturn as it is kept, or everything that is wrong with the form, each problem at its field. */
export function outturnDraft(
  typed: Typed,
  measure: Measure,
  outturns: KeptOutturn[],
  today: string,
): { input: Required<OutturnDraft> } | { problems: Problem[] } {
  const { standing = 'final', why = '', source, reason, publicNote = '' } = typed;
  const year = finishedYears(measure, today).find((each) => String(each) === typed.year);
  const before = outturns.find((outturn) => outturn.year === year);
  const figure = standing === 'none' ? { value: '' } : figureOf(typed.value, measure);
  const typedValue = 'value' in figure ? figure.value : null;
  const isBefore = typedValue && before?.value && isLeftAs(typedValue, before.value, measure);
  const value = isBefore ? (before.value as string) : typedValue;
  const problems: Problem[] = [
    ...(year === undefined ? [{ field: 'year', sentence: 'Choose a year that is over.' }] : []),
    ...('problem' in figure ? [figure.problem] : []),
    ...(standing === 'none' ? missing('why', why, 'Say why there is no figure for the year.') : []),
    ...(standing === 'provisional' ? missing('why', why, 'Say why the figure may still change.') : []),
    ...(standing === 'none' ? [] : missing('source', source, 'Say where the figure comes from.')),
    ...(before && value !== null ? changeProblems(before, value, { reason, publicNote }, measure) : []),
  ];
  return unless(problems, { year: year ?? 0, value: value ?? '', standing, why, source, reason, publicNote });
}

function figureOf(typed: string, measure: Measure): { value: string } | { problem: Problem } {
  const figure = parseFigure(typed, measure);
  if (!('problem' in figure)) return { value: figure.value };
  const { instead, problem, none } = figure;
  const sentence = typed.trim() === '' || none ? 'Enter the figure of the whole year.' : problem;
  return { problem: { field: 'value', sentence, ...(instead !== undefined && { instead }) } };
}

/** Another figure in the place of one that is entered says why, and tells the public where an edition has shown that. */
function changeProblems(
  before: KeptOutturn,
  value: string,
  { reason, publicNote }: Pick<Required<OutturnDraft>, 'reason' | 'publicNote'>,
  measure: Measure,
): Problem[] {
  if ((before.value ?? '') === value) return [];
  const kept = before.value === null ? 'That there is none' : shown(before.value, measure);
  const entered = `${kept} is entered for this year already: say why it changes.`;
  const published = `Edition ${before.shownIn} shows ${kept}: tell the public in a sentence why it changes.`;
  return [
    ...missing('reason', reason, entered),
    ...(before.shownIn && before.value !== null ? missing('publicNote', publicNote, published) : []),
  ];
}

/** Whether a year of the measure is over on a day. */
export const isOver = (measure: Pick<MeasureFacts, 'startMonth'>, year: number, today: string): boolean =>
  spanOfYear(measure, year).until < today;

/** The outturns of a measure by their years, as a form was opened with them. */
export const outturnFields = (outturns: KeptOutturn[], measure: Measure): KeptFields =>
  Object.fromEntries(
    outturns.map(({ year, value, whyProvisional }) => [
      `the outturn of ${nameOfYear(measure, year)}`,
      `${value === null ? 'none' : withoutTail(value)}${whyProvisional ? ', provisional' : ''}`,
    ]),
  );

/** A figure as a person would type it: without the many decimals of a quotient. */
const withoutTail = (value: string): string => (value.length > 12 ? trimmed(value, 6) : value);

const trimmed = (value: string, decimals: number): string => {
  const rounded = round(value, decimals);
  return rounded.includes('.') ? rounded.replace(/0+$/, '').replace(/\.$/, '') : rounded;
};

/** Decimals beyond those of the measure at which a figure stands in a field. */
const moreDecimals = 2;
const mostDecimals = 20;

/** A figure as it stands in a field, to be confirmed or typed over: without the many decimals of a quotient. */
export const fieldText = (value: string, { decimals }: Pick<MeasureFacts, 'decimals'>): string =>
  trimmed(value, decimals + moreDecimals);

/** Whether a figure was left in its field as it stood there. */
export const isLeftAs = (typed: string, value: string, measure: Pick<MeasureFacts, 'decimals'>): boolean =>
  round(typed, mostDecimals) === round(fieldText(value, measure), mostDecimals);
