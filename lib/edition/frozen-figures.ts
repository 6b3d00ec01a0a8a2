import { shown, withheldFigure } from '@/lib/figure/figure';
import { missingMarkers, missingWords } from '@/lib/figure/missing-reason';
import type { Withheld } from '@/lib/figure/withheld';
import type { MeasureFacts } from '@/lib/measure/measure';
import type { Compared } from '@/lib/series/compared-figure';
import type { MeasureRecord, ReadingRecord } from '@/lib/series/measure-record';
import { targetFigure } from '@/lib/target/target';
import type { TargetRecord } from '@/lib/target/target-in-force';
import { formatDate } from '@/lib/time/period';
import type { FrozenFigure, FrozenRow, Mark } from './edition';
import { notClosedYet } from './not-closed-yet';

/** The figure of a row, its marker where it has none, or what the public is shown in its place. */
export function currentFigure(
  value: string | null,
  reading: ReadingRecord | null,
  measure: MeasureFacts,
): FrozenFigure {
  const shownFigure = figure(value, currentWhy(reading), measure, reading?.withheld);
  if (shownFigure.text !== null || !reading?.missing) return shownFigure;
  return { ...shownFigure, marker: missingMarkers[reading.missing] };
}

/** The figure that a row is compared with, what it stands for, and its marks. */
export function earlierFigure(comparator: Compared, measure: MeasureFacts): FrozenRow['previous'] {
  const { value, label, withheld } = comparator;
  return {
    ...figure(value, whyNoEarlier(comparator), measure, withheld),
    label,
    ...earlierMarks(comparator),
  };
}

/** The marks of a reading: provisional, revised, published elsewhere. */
export function marksOf({ provisional, revision, elsewhere }: ReadingRecord): Mark[] {
  const marks: [Mark, boolean][] = [
    ['p', provisional],
    ['r', revision > 0],
    ['h', elsewhere !== undefined],
  ];
  return marks.flatMap(([mark, isSo]) => (isSo ? [mark] : []));
}

/** The target's figure, or why there is none. */
export function targetText(target: TargetRecord | null, measure: MeasureRecord): FrozenFigure {
  const text = target && targetFigure(target.target, measure);
  if (text) return { text, why: null };
  return { text: null, why: measure.whyNoTarget ? sentence(measure.whyNoTarget) : 'No target is set.' };
}

/** Whether the public is not shown a figure in full. */
export const isKeptBack = (shownFigure: FrozenFigure): boolean =>
  shownFigure.text === null ? shownFigure.hidden === true : shownFigure.rounded !== undefined;

/** Whether any figure of rows is hidden, whether any is rounded for the same reason, and how many are shown in spite of it. */
export function keptBackIn(rows: Pick<FrozenRow, 'current' | 'previous' | 'excepted'>[]) {
  const figures = rows.flatMap(({ current, previous }): FrozenFigure[] => [current, previous]).filter(isKeptBack);
  return {
    hidden: figures.some(({ text }) => text === null),
    rounded: figures.some(({ text }) => text !== null),
    excepted: rows.reduce((sum, { excepted = 0 }) => sum + excepted, 0),
  };
}

function figure(
  value: string | null,
  why: string,
  measure: MeasureFacts,
  withheld: Withheld | undefined,
): FrozenFigure {
  if (value !== null) return { text: shown(value, measure), why: null };
  if (!withheld) return { text: null, why, marker: 'x' };
  const text = withheldFigure(withheld, measure);
  return text === null
    ? { text, why: withheld.why, marker: 'c', hidden: true }
    : { text, why: null, rounded: withheld.why };
}

/** Why the column of the earlier figure is empty: nobody has closed that year, the measure's own reason, or nothing. */
function whyNoEarlier({ isOpen, label, why }: Compared): string {
  if (isOpen) return notClosedYet(label);
  return why ? sentence(why) : 'No earlier figure.';
}

/** The marks beside the earlier figure; none where it is final, was never another, and was entered here. */
function earlierMarks({ outturn, elsewhere }: Compared): { marks?: Mark[] } {
  const marks: Mark[] = [];
  if (outturn?.whyProvisional) marks.push('p');
  if (outturn?.was) marks.push('r');
  if (elsewhere) marks.push('h');
  return marks.length > 0 ? { marks } : {};
}

function currentWhy(reading: ReadingRecord | null): string {
  if (!reading) return 'No result yet.';
  const reason = reading.missing ? missingWords[reading.missing].title : 'No figure';
  return reading.expectedOn ? `${reason}; expected ${formatDate(reading.expectedOn)}.` : `${reason}.`;
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, '')}.`;
