import { parseFigure } from '@/lib/figure/figure-entry';
import type { Problem } from '@/lib/form/form-state';
import {
  type Comparator,
  comparators,
  type MeasureFacts,
  type Polarity,
  polarities,
  type Unit,
  units,
} from '@/lib/measure/measure';
import { isFreeAddress } from '@/lib/text/free-address';
import { parseDay } from '@/lib/time/day-entry';
import { parseMonth } from '@/lib/time/month-entry';
import {
  type Frequency,
  formatDate,
  frequencies,
  isStart,
  periodContaining,
  type Window,
  windows,
} from '@/lib/time/period';
import { notesOf } from './measure-notes';

/** Everything that is kept of a measure but its posts, its retirement and its series. */
export type MeasureDraft = MeasureFacts & {
  number: number;
  code: string;
  title: string;
  definition: string;
  requiredFrom: string;
  whyNoTarget: string | null;
  source: string | null;
  ownerRole: string | null;
  /** What a reader must know beside its figures, a sentence each. */
  notes: string[];
  digitsFollow: boolean;
  periodsAddUp: boolean;
};

/** What stands in the form of a measure, each text tidied and not too long. */
export type TypedMeasure = Record<
  | 'number'
  | 'code'
  | 'title'
  | 'definition'
  | 'unit'
  | 'decimals'
  | 'polarity'
  | 'frequency'
  | 'startMonth'
  | 'window'
  | 'since'
  | 'lagDays'
  | 'requiredFrom'
  | 'comparator'
  | 'noChangeBand'
  | 'scale'
  | 'numeratorLabel'
  | 'denominatorLabel'
  | 'whyNoTarget'
  | 'source'
  | 'ownerRole'
  | 'notes',
  string
> &
  Partial<Record<TickName, string | undefined>>;

/** What is so of a measure or not. */
const tickNames = ['countsPeople', 'outsideHundred', 'compareStored', 'digitsFollow', 'periodsAddUp'] as const;
type TickName = (typeof tickNames)[number];

const oneOf = <T extends string>(list: readonly T[], typed: string): T | null =>
  list.find((each) => each === typed) ?? null;

/** A measure as it is kept, or everything that is wrong with the form, each problem at its field. */
export function measureDraft(typed: TypedMeasure): { input: MeasureDraft } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (field: string, sentence: string) => problems.push({ field, sentence });
  const wholeNumber = (
    field: 'number' | 'decimals' | 'lagDays' | 'startMonth',
    least: number,
    most: number,
    sentence: string,
  ) => {
    const value = /^\d{1,4}$/.test(typed[field].trim()) ? Number(typed[field]) : Number.NaN;
    if (!(value >= least && value <= most)) wrong(field, sentence);
    return value;
  };
  const chosen = <T extends string>(field: keyof TypedMeasure, list: readonly T[], sentence: string): T => {
    const value = oneOf(list, typed[field] ?? '');
    if (value === null) wrong(field, sentence);
    return value ?? (list[0] as T);
  };
  const number = wholeNumber('number', 1, 9999, 'Give its number in the report, such as 7.');
  if (!isFreeAddress(typed.code)) wrong('code', 'Write the code in lower-case words with hyphens, such as bus-07.');
  const unit = chosen<Unit>('unit', Object.keys(units) as Unit[], 'Choose what its figure is.');
  const decimals = wholeNumber('decimals', 0, 6, 'Choose how many decimals are shown.');
  const polarity = chosen<Polarity>('polarity', polarities, 'Choose which way is better.');
  const frequency = chosen<Frequency>('frequency', frequencies, 'Choose how often there is a figure.');
  const startMonth = wholeNumber('startMonth', 1, 12, 'Choose the month in which its year begins.');
  const window = chosen<Window>('window', windows, 'Choose what each figure covers.');
  const since = sinceDay(typed, window, wrong);
  const lagDays = wholeNumber('lagDays', 0, 730, 'Give the days as a whole number from 0 to 730, such as 20.');
  const calendar = { frequency, startMonth: startMonth >= 1 && startMonth <= 12 ? startMonth : 4 };
  const requiredFrom = firstPeriod(typed.requiredFrom, calendar, wrong);
  const comparator = chosen<Comparator>('comparator', comparators, 'Choose what the latest figure is compared with.');
  const parts = partsOf(typed, wrong);
  const noChangeBand = bandOf(typed.noChangeBand, unit, wrong);
  const { notes, problem } = notesOf(typed.notes);
  if (problem) wrong('notes', problem);
  if (typed.outsideHundred && unit !== 'percent')
    wrong('outsideHundred', 'Only a percentage can be told to go below 0% or above 100%.');
  if (problems.length > 0) return { problems };
  return {
    input: {
      number,
      code: typed.code,
      title: typed.title,
      definition: typed.definition,
      unit,
      decimals,
      polarity,
      frequency,
      startMonth: calendar.startMonth,
      window,
      since,
      lagDays,
      requiredFrom,
      comparator,
      ...parts,
      countsPeople: typed.countsPeople === 'yes',
      outsideHundred: typed.outsideHundred === 'yes',
      compareAs: typed.compareStored === 'yes' ? 'stored' : 'shown',
      digitsFollow: typed.digitsFollow === 'yes',
      periodsAddUp: typed.periodsAddUp === 'yes',
      noChangeBand,
      whyNoTarget: typed.whyNoTarget || null,
      source: typed.source || null,
      ownerRole: typed.ownerRole || null,
      notes,
    },
  };
}

type Wrong = (field: string, sentence: string) => void;

function sinceDay({ since: typed }: TypedMeasure, window: Window, wrong: Wrong): string | null {
  if (window !== 'since') return null;
  const day = parseDay(typed);
  if ('day' in day) return day.day;
  wrong('since', typed.trim() ? day.problem : 'Enter the day from which everything is counted.');
  return null;
}

function firstPeriod(typed: string, calendar: { frequency: Frequency; startMonth: number }, wrong: Wrong): string {
  const month = parseMonth(typed);
  if ('problem' in month) {
    wrong(
      'requiredFrom',
      typed.trim() ? month.problem : 'Enter the month with which its first figure begins, such as April 2026.',
    );
    return '';
  }
  if (!isStart(month.start, calendar))
    wrong(
      'requiredFrom',
      `No period of it begins then: one begins on ${formatDate(periodContaining(month.start, calendar).start)}.`,
    );
  return month.start;
}

const scales = ['1', '100', '1000', '10000', '100000'];

function partsOf({ scale, numeratorLabel, denominatorLabel }: TypedMeasure, wrong: Wrong) {
  if (scale === '') {
    if (numeratorLabel || denominatorLabel)
      wrong('scale', 'The two numbers have names: choose how the figure is worked out of them, or take the names out.');
    return { scale: null, numeratorLabel: null, denominatorLabel: null };
  }
  if (!scales.includes(scale)) wrong('scale', 'Choose how the figure comes about.');
  if (!numeratorLabel) wrong('numeratorLabel', 'Say what the first number counts, such as “started on time”.');
  if (!denominatorLabel) wrong('denominatorLabel', 'Say out of what it is, such as “journeys”.');
  return { scale: Number(scale), numeratorLabel, denominatorLabel };
}

function bandOf(typed: string, unit: Unit, wrong: Wrong): string | null {
  if (typed === '') return null;
  const band = parseFigure(typed, { unit, outsideHundred: true, countsPeople: false });
  if ('value' in band && !band.value.startsWith('-')) return band.value;
  wrong('noChangeBand', 'value' in band ? 'A difference cannot be below 0.' : band.problem);
  return null;
}
