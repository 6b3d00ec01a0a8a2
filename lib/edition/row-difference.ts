import { namesOf } from '@/lib/reading/content-difference';
import { canonical } from '@/lib/record/canonical';
import { statusAt } from '@/lib/status/data-status';
import { directionWords } from '@/lib/target/direction-of-travel';
import { colourWords } from '@/lib/target/target';
import { label, type Period } from '@/lib/time/period';
import type { FrozenFigure, FrozenRow } from './edition';
import type { WordedChange } from './edition-change';
import type { MeasureSheet } from './measure-sheet';
import { factsChanged, sheetChanges, summaryChanged } from './measure-sheet-difference';

/** A figure as it is shown, or why there is none. */
export const figureText = ({ text, why }: FrozenFigure): string => text ?? why.replace(/\.$/, '').toLowerCase();
const same = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null);

/** A measure as an edition tells of it: the edition's day, the row, and the sheet where it is at hand. */
type Side = { asAt: string; row: FrozenRow; sheet: MeasureSheet | null };

/** What changed of a measure from one edition to another, each thing once: all that the later one shows differently. */
export function rowChanges(before: Side, after: Side): WordedChange[] {
  const [was, is] = [before.row, after.row];
  const samePeriod = was.period?.start === is.period?.start;
  const figures = [
    ...figureChange(was, is, samePeriod),
    ...corrections(was, is, samePeriod),
    ...colourChange(was, is),
    ...directionChange(was, is),
    ...targetChange(was, is),
    ...comparisonChange(was, is, samePeriod),
    ...sheetChanges(before.sheet, after.sheet),
    ...signalChange(was, is),
  ];
  const names = [
    ...wordsChanged(was, is, samePeriod),
    ...factsChanged(before.sheet, after.sheet),
    ...(figures.length > 0 ? [] : [...verdictChanged(was, is), ...summaryChanged(before.sheet, after.sheet)]),
  ];
  const words = namesOf([...new Set(names)]);
  const isElsewhere =
    figures.length === 0 && !words && !before.sheet && was.sheet && is.sheet && was.sheet !== is.sheet;
  return [
    ...figures,
    ...(words ? [['words', `${capital(words)} changed.`] satisfies WordedChange] : []),
    ...(isElsewhere ? [['words', 'What its page says beside this row changed.'] satisfies WordedChange] : []),
    ...overdueChange(was, is, before.asAt, after.asAt),
    ...calendarChange(was, is),
  ];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function figureChange(was: FrozenRow, is: FrozenRow, samePeriod: boolean): WordedChange[] {
  const [before, after] = [figureText(was.current), figureText(is.current)];
  if (!samePeriod) {
    const old = was.period ? `; was ${before} for ${was.period.label}` : '';
    return [['figure', `${is.period ? `${after} for ${is.period.label}` : `No result any more`}${old}.`]];
  }
  if (isCorrected(was, is)) return [];
  const place = is.period?.label ?? 'The figure';
  if (before !== after) return [['figure', `${place} is ${after}; was ${before}.`]];
  const provisional = is.current.marks.includes('p');
  if (was.current.marks.includes('p') !== provisional)
    return [['figure', `${place} is ${provisional ? 'now provisional' : 'no longer provisional'}.`]];
  if (!same(was.current.marks, is.current.marks)) return [['figure', `The marks of ${place} changed.`]];
  return was.realTerms === is.realTerms ? [] : [['figure', `The numbers behind ${place} changed.`]];
}

/** Whether the current figure is a correction that the earlier edition did not have. */
function isCorrected(was: FrozenRow, is: FrozenRow): boolean {
  // Of an earlier period the edition that corrected it alone has a note, which the next one drops.
  const notes = (row: FrozenRow) => row.notes.filter((note) => note.startsWith('Revised:'));
  return is.current.marks.includes('r') && (!was.current.marks.includes('r') || !same(notes(was), notes(is)));
}

/** The current figure corrected, and every earlier point of the trend that is another one now. */
function corrections(was: FrozenRow, is: FrozenRow, samePeriod: boolean): WordedChange[] {
  const changes: WordedChange[] = [];
  if (samePeriod && isCorrected(was, is)) {
    const [before, after] = [figureText(was.current), figureText(is.current)];
    const moved = before === after ? 'the figure stays as it was' : `was ${before}, now ${after}`;
    changes.push(['corrected', `${is.period?.label ?? 'The figure'} corrected: ${moved}.`]);
  }
  const old = new Map(was.trend.points.map((point) => [point.start, point.value]));
  const current = samePeriod ? is.period?.start : null;
  for (const { start, value } of is.trend.points) {
    const before = old.get(start);
    if (start === current || before === undefined || before === value) continue;
    const period: Period = { frequency: is.frequency, start };
    changes.push(['corrected', `${label(period)} corrected: was ${before ?? 'none'}, now ${value ?? 'none'}.`]);
  }
  return changes;
}

function colourChange(was: FrozenRow, is: FrozenRow): WordedChange[] {
  const [before, after] = [was.rag.colour, is.rag.colour];
  if (before === after) return [];
  const from = before ? `was ${colourWords[before]}` : 'had no colour';
  return [['colour', after ? `Turned ${colourWords[after]}; ${from}.` : `Has no colour any more; ${from}.`]];
}

function directionChange(was: FrozenRow, is: FrozenRow): WordedChange[] {
  const [before, after] = [was.travel.direction, is.travel.direction];
  if (before === after) return [];
  const word = (direction: typeof after) => (direction ? directionWords[direction] : 'Not compared');
  return [['direction', `${word(after)}; was ${word(before).toLowerCase()}.`]];
}

function targetChange(was: FrozenRow, is: FrozenRow): WordedChange[] {
  const drawn = ({ trend }: FrozenRow) => trend.points.map(({ start }) => start);
  // Where other periods are drawn, other targets are as well; older editions do not say which were.
  const alike = same(drawn(was), drawn(is)) && was.trend.targets && is.trend.targets;
  const sameHistory = !alike || same(was.trend.targets, is.trend.targets);
  const isSame = same(was.target, is.target) && was.trend.target === is.trend.target;
  if (isSame) return sameHistory ? [] : [['target', 'The targets drawn on the trend changed.']];
  const rule = ({ target }: FrozenRow) => target.rule ?? figureText(target);
  return [['target', `Target ${rule(is)}; was ${rule(was)}.`]];
}

function comparisonChange(was: FrozenRow, is: FrozenRow, samePeriod: boolean): WordedChange[] {
  // With a new period the figure it is compared with is a new one as well, unless both are called the same.
  if (same(was.previous, is.previous) || !(samePeriod || was.previous.label === is.previous.label)) return [];
  const [before, now] = [was.previous, is.previous];
  return [
    ['comparison', `Compared with ${figureText(now)} in ${now.label}; was ${figureText(before)} in ${before.label}.`],
  ];
}

function signalChange({ signal: was }: FrozenRow, { signal: is }: FrozenRow): WordedChange[] {
  if (!is || (same(was?.variation, is.variation) && same(was?.assurance, is.assurance))) return [];
  return [['signal', is.sentence]];
}

/** The names of what is worded otherwise. */
function wordsChanged(was: FrozenRow, is: FrozenRow, samePeriod: boolean): string[] {
  // Notes that follow from the figures or the target are listed with those.
  const otherNotes = (row: FrozenRow) => row.notes.filter((note) => !/^(Revised|Target changed)/.test(note));
  const invented = (row: FrozenRow) =>
    row.trend.points.filter(({ illustrative }) => illustrative).map(({ start }) => start);
  const shared = new Set(was.trend.points.map(({ start }) => start));
  const stays = (row: FrozenRow, start: string) => row.trend.points.some((point) => point.start === start);
  return [
    ...(was.title === is.title ? [] : ['title']),
    ...(was.definition === is.definition ? [] : ['definition']),
    ...(was.unit === is.unit ? [] : ['unit']),
    ...(was.covers === is.covers ? [] : ['span of the figures']),
    ...(was.number === is.number ? [] : ['place on the scorecard']),
    ...(was.frequency === is.frequency ? [] : ['frequency']),
    ...(samePeriod && !same(was.period, is.period) ? ['name of the period'] : []),
    ...(samePeriod && was.comments !== is.comments ? ['comments'] : []),
    ...(samePeriod && !same(was.actions, is.actions) ? ['actions'] : []),
    ...(same(otherNotes(was), otherNotes(is)) ? [] : ['notes']),
    ...(same(
      invented(was).filter((start) => stays(is, start)),
      invented(is).filter((start) => shared.has(start)),
    )
      ? []
      : ['marks of invented figures']),
  ];
}

/** The names of the words about a figure that changed: they follow from it, and are listed only where nothing else is. */
function verdictChanged(was: FrozenRow, is: FrozenRow): string[] {
  return [
    ...(same(was.travel, is.travel) ? [] : ['words on the direction']),
    ...(same(was.rag, is.rag) ? [] : ['words on the colour']),
    ...(was.signal?.sentence === is.signal?.sentence ? [] : ['words on the signal']),
    ...(same(was.trend.growing ?? false, is.trend.growing ?? false) ? [] : ['drawing of the trend']),
    ...(figureText(was.current) === figureText(is.current) && !same(markerOf(was), markerOf(is))
      ? ['reason for no figure']
      : []),
  ];
}

const markerOf = ({ current }: FrozenRow) => ('marker' in current ? (current.marker ?? null) : null);

function overdueChange(was: FrozenRow, is: FrozenRow, then: string, now: string): WordedChange[] {
  const late = statusAt(is.schedule, now);
  const wasOverdue = statusAt(was.schedule, then).status === 'overdue';
  if (late.status !== 'overdue') return wasOverdue ? [['overdue', 'Nothing is overdue any more.']] : [];
  return wasOverdue && same(was.schedule.gaps, is.schedule.gaps) ? [] : [['overdue', late.sentence]];
}

function calendarChange(was: FrozenRow, is: FrozenRow): WordedChange[] {
  const plan = ({ schedule: { latest: _, gaps: __, ...rest } }: FrozenRow) => rest;
  return same(plan(was), plan(is)) ? [] : [['calendar', 'When its figures are due has changed.']];
}
