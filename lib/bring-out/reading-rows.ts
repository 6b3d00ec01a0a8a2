import { formatMonth } from '@/lib/time/day';
import { formatDate } from '@/lib/time/period';
import type { HistoryOut, ReadingOut } from './council-out';
import type { OutRow } from './council-sheets';
import { numberCell } from './number-cell';
import { markCell, plainWord } from './out-words';

/** The readings of a measure, a row for each period. */
export const readingRows = (code: string, readings: ReadingOut[]): OutRow[] =>
  readings.map((reading) => ({
    measure: code,
    period: formatMonth(reading.periodStart),
    figure: numberCell(reading.value),
    first_number: numberCell(reading.numerator),
    second_number: numberCell(reading.denominator),
    mark: markCell(reading.missing, reading.provisional),
    expected_on: reading.expectedOn && formatDate(reading.expectedOn),
    comments: reading.comments,
    unusual: reading.unusual,
    state: plainWord(reading.state),
    public_note: reading.publicNote,
    ...actionCells(reading.actions),
  }));

/** The figures of a measure that were published elsewhere, a row for each period, with where and when. */
export const historyRows = (code: string, history: HistoryOut[]): OutRow[] =>
  history.map(({ periodStart, provisional, where, on, value, numerator, denominator }) => ({
    measure: code,
    period: formatMonth(periodStart),
    figure: numberCell(value),
    first_number: numberCell(numerator),
    second_number: numberCell(denominator),
    mark: markCell(null, provisional),
    published_where: where,
    published_on: formatDate(on),
  }));

/** The first action in columns of its own, as a form takes it, and those after it a line each. */
function actionCells([first, ...further]: ReadingOut['actions']): OutRow {
  const day = (due: string | null) => due && formatDate(due);
  return {
    action: first?.text ?? null,
    action_owner: first?.owner ?? null,
    action_due: first ? day(first.due) : null,
    further_actions: further
      .map(({ text, owner, due }) => [text, owner, day(due)].filter(Boolean).join(' – '))
      .join('\n'),
  };
}
