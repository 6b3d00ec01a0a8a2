import { z } from 'zod';
import { shown } from '@/lib/figure/figure';
import { parseFigure } from '@/lib/figure/figure-entry';
import type { Problem } from '@/lib/form/form-state';
import { limits } from '@/lib/form/limits';
import { textField } from '@/lib/form/typed-text';
import type { MeasureFacts } from '@/lib/measure/measure';
import { yearName } from '@/lib/measure/span';
import { isSlug } from '@/lib/text/page-address';
import { addDays, addMonths, yearStart } from '@/lib/time/period';
import type { KeptFields } from './meanwhile';

/** The final figure of a finished year of a measure; `year` is the year that it began in. */
export type OutturnDraft = { year: number; value: string; source: string; reason: string };

/** The form that enters an outturn; its figure is judged against the measure. */
export const SetOutturn = z.strictObject({
  code: z.string().refine(isSlug),
  was: z.string().max(50_000),
  year: z.string().max(10),
  value: z.string().max(200, 'This is too long for a figure.'),
  source: textField(limits.outturnSource),
  reason: textField(limits.changeReason),
  intent: z.enum(['effect', 'save']),
  seen: z.string().max(50_000).default(''),
});

type Measure = Pick<
  MeasureFacts,
  'unit' | 'decimals' | 'outsideHundred' | 'countsPeople' | 'startMonth' | 'digitsFollow'
>;
export type Outturn = { year: number; value: string };

const month = (year: number, startMonth: number): string => `${year}-${String(startMonth).padStart(2, '0')}-01`;

/** The name of the measure's own year that began in a year: '2017/18', or '2017' for a calendar year. */
export const outturnYear = ({ startMonth }: Pick<MeasureFacts, 'startMonth'>, year: number): string =>
  yearName(month(year, startMonth));

/** As many finished years as an outturn may be entered for. */
const mostYears = 10;

/** The measure's own years that are over on a day, the latest first, by the years that they began in. */
export function finishedYears({ startMonth }: Pick<MeasureFacts, 'startMonth'>, today: string): number[] {
  const latest = Number(addMonths(yearStart(today, startMonth), -12).slice(0, 4));
  return Array.from({ length: mostYears }, (_, index) => latest - index);
}

/** An outturn as it is kept, or everything that is wrong with the form, each problem at its field. */
export function outturnDraft(
  typed: { year: string; value: string; source: string; reason: string },
  measure: Measure,
  outturns: Outturn[],
  today: string,
): { input: OutturnDraft } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const year = finishedYears(measure, today).find((each) => String(each) === typed.year);
  if (year === undefined) problems.push({ field: 'year', sentence: 'Choose a year that is over.' });
  const figure = parseFigure(typed.value, measure);
  if ('problem' in figure) {
    const { instead } = figure;
    const sentence = typed.value.trim() === '' || figure.none ? 'Enter the figure of the whole year.' : figure.problem;
    problems.push({ field: 'value', sentence, ...(instead !== undefined && { instead }) });
  }
  if (!typed.source) problems.push({ field: 'source', sentence: 'Say where the figure comes from.' });
  const before = outturns.find((outturn) => outturn.year === year);
  if (before && !typed.reason)
    problems.push({
      field: 'reason',
      sentence: `${shown(before.value, measure)} is entered for this year already: say why it changes.`,
    });
  if ('problem' in figure || year === undefined || problems.length > 0) return { problems };
  return { input: { year, value: figure.value, source: typed.source, reason: typed.reason } };
}

/** Whether a year of the measure is over on a day. */
export const isOver = ({ startMonth }: Pick<MeasureFacts, 'startMonth'>, year: number, today: string): boolean =>
  addDays(addMonths(month(year, startMonth), 12), -1) < today;

/** The outturns of a measure by their years, as a form was opened with them. */
export const outturnFields = (outturns: Outturn[], measure: Measure): KeptFields =>
  Object.fromEntries(outturns.map(({ year, value }) => [`the outturn of ${outturnYear(measure, year)}`, value]));
