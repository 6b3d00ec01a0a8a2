import type { FrozenFigure, FrozenRow, TrendPoint } from '@/lib/edition/edition';
import type { WordedChange } from '@/lib/edition/edition-change';
import { isKeptBack } from '@/lib/edition/frozen-figures';
import { hiddenWords } from '@/lib/figure/withheld';
import { sameValue } from '@/lib/record/same-value';
import type { PublishedReading } from '@/lib/series/published-reading';
import { small } from '@/lib/text/number-in-words';
import { label, name } from '@/lib/time/period';

/** A figure as it is shown, that it is hidden, or why there is none. */
export const figureText = (figure: FrozenFigure): string => {
  if (figure.text !== null) return figure.rounded ? `${figure.text} (rounded)` : figure.text;
  return figure.hidden ? hiddenWords : small(figure.why.replace(/\.$/, ''));
};

/** What changed in the current figure of a row: another period, another figure, other marks, or other numbers behind it. */
export function figureChange(was: FrozenRow, is: FrozenRow, samePeriod: boolean): WordedChange[] {
  const [before, after] = [figureText(was.current), figureText(is.current)];
  if (!samePeriod) {
    const isHidden = is.trend.points.some(({ start, hidden }) => start === was.period?.start && hidden);
    const old = was.period ? `; was ${isHidden ? hiddenWords : before} for ${was.period.label}` : '';
    return [['figure', `${is.period ? `${after} for ${is.period.label}` : `No result any more`}${old}.`]];
  }
  if (isCorrected(was, is)) return [];
  const place = is.period?.label ?? 'The figure';
  // What is hidden or rounded by now is not said again in full.
  if (isKeptBack(is.current) && before !== after)
    return [['figure', `${place} is ${is.current.text === null ? 'hidden' : after} now.`]];
  if (before !== after) return [['figure', `${place} is ${after}; was ${before}.`]];
  const provisional = is.current.marks.includes('p');
  if (was.current.marks.includes('p') !== provisional)
    return [['figure', `${place} is ${provisional ? 'now provisional' : 'no longer provisional'}.`]];
  if (!sameValue(was.current.marks, is.current.marks)) return [['figure', `The marks of ${place} changed.`]];
  return was.realTerms === is.realTerms ? [] : [['figure', `The numbers behind ${place} changed.`]];
}

/** Whether the current figure is a correction that the earlier edition did not have. */
function isCorrected(was: FrozenRow, is: FrozenRow): boolean {
  // Of an earlier period the edition that corrected it alone has a note, which the next one drops.
  const notes = (row: FrozenRow) => row.notes.filter((note) => note.startsWith('Revised:'));
  return is.current.marks.includes('r') && (!was.current.marks.includes('r') || !sameValue(notes(was), notes(is)));
}

/** The current figure corrected, and every earlier point of the trend that is another one now. */
export function corrections(was: FrozenRow, is: FrozenRow, samePeriod: boolean): WordedChange[] {
  const changes: WordedChange[] = [];
  if (samePeriod && isCorrected(was, is)) {
    const [before, after] = [figureText(was.current), figureText(is.current)];
    const stays = after === hiddenWords ? 'the figure is not shown' : 'the figure stays as it was';
    const earlier = isKeptBack(is.current) ? '' : `was ${before}, `;
    const moved = before === after ? stays : `${earlier}now ${after}`;
    changes.push(['corrected', `${is.period?.label ?? 'The figure'} corrected: ${moved}.`]);
  }
  const old = new Map(was.trend.points.map((point) => [point.start, point]));
  const current = samePeriod ? is.period?.start : null;
  for (const point of is.trend.points) {
    const before = old.get(point.start);
    if (point.start === current || before === undefined || before.value === point.value) continue;
    changes.push(pointChange(label({ frequency: is.frequency, start: point.start }), before, point));
  }
  return changes;
}

/** A point of the trend that is another one now, was hidden, or is hidden now: what is hidden is not said again. */
function pointChange(period: string, was: TrendPoint, is: TrendPoint): WordedChange {
  if (is.hidden) return ['figure', `${period} is ${is.value === null ? 'hidden' : `rounded to ${is.value}`} now.`];
  if (was.hidden) return ['figure', `${period} is shown now: ${is.value ?? 'none'}.`];
  return ['corrected', `${period} corrected: was ${was.value ?? 'none'}, now ${is.value ?? 'none'}.`];
}

/**
 * The readings of earlier periods that an edition is the first to tell of: those that the row's own figure and its trend
 * do not show as new or corrected.
 */
export function earlierReadingChanges(was: FrozenRow, is: FrozenRow, readings: PublishedReading[]): WordedChange[] {
  const before = new Map(was.trend.points.map(({ start, value }) => [start, value]));
  const after = new Map(is.trend.points.map(({ start, value }) => [start, value]));
  const isShown = (start: string) => before.has(start) && after.has(start) && before.get(start) !== after.get(start);
  return readings
    .filter(({ start }) => start !== is.period?.start && !isShown(start))
    .map(({ start, value, why, corrects, hidden, again }): WordedChange => {
      const period = name({ frequency: is.frequency, start });
      const figure = value ?? (hidden ? hiddenWords : why ? small(why) : 'no figure');
      if (again) return ['figure', hidden ? `${period} is hidden now.` : `${period} is shown now: ${figure}.`];
      if (corrects) return ['corrected', `${period} corrected: was ${corrects.was ?? 'none'}, now ${figure}.`];
      return ['figure', `It tells of ${period} for the first time: ${figure}.`];
    });
}
