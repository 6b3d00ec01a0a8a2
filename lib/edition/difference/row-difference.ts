import type { FrozenRow } from '@/lib/edition/edition';
import type { WordedChange } from '@/lib/edition/edition-change';
import type { MeasureSheet } from '@/lib/edition/measure-sheet';
import { followsFromFigures } from '@/lib/edition/row-notes';
import { namesOf } from '@/lib/reading/content-difference';
import { sameValue } from '@/lib/record/same-value';
import { statusAt } from '@/lib/status/data-status';
import { directionWords } from '@/lib/target/direction-of-travel';
import { judgementSentence } from '@/lib/target/judged-status';
import { colourWords } from '@/lib/target/target';
import { corrections, figureChange, figureText } from './figure-difference';
import { factsChanged, sheetChanges, summaryChanged } from './measure-sheet-difference';

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
    ...judgementChange(was, is),
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

function colourChange(was: FrozenRow, is: FrozenRow): WordedChange[] {
  const [before, after] = [was.rag.colour, is.rag.colour];
  if (before === after) return [];
  const from = before ? `was ${colourWords[before]}` : 'had no colour';
  return [['colour', after ? `Turned ${colourWords[after]}; ${from}.` : `Has no colour any more; ${from}.`]];
}

/** A judged status that comes, goes, or is judged anew of another colour or for another reason. */
function judgementChange({ rag: was }: FrozenRow, { rag: is }: FrozenRow): WordedChange[] {
  if (sameValue(was.judged, is.judged)) return [];
  const before = was.judged ? `; was judged ${colourWords[was.judged.colour]}` : '';
  if (is.judged && is.colour)
    return [['judgement', `${judgementSentence(is.judged)} By the rule it is ${colourWords[is.colour]}${before}.`]];
  return [['judgement', `Not judged any more: the rule’s colour stands${before}.`]];
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
  const alike = sameValue(drawn(was), drawn(is)) && was.trend.targets && is.trend.targets;
  const sameHistory = !alike || sameValue(was.trend.targets, is.trend.targets);
  const isSame = sameValue(was.target, is.target) && was.trend.target === is.trend.target;
  if (isSame) return sameHistory ? [] : [['target', 'The targets drawn on the trend changed.']];
  const rule = ({ target }: FrozenRow) => target.rule ?? figureText(target);
  return [['target', `Target ${rule(is)}; was ${rule(was)}.`]];
}

function comparisonChange(was: FrozenRow, is: FrozenRow, samePeriod: boolean): WordedChange[] {
  // With a new period the figure it is compared with is a new one as well, unless both are called the same.
  if (sameValue(was.previous, is.previous) || !(samePeriod || was.previous.label === is.previous.label)) return [];
  const [before, now] = [was.previous, is.previous];
  return [
    ['comparison', `Compared with ${figureText(now)} in ${now.label}; was ${figureText(before)} in ${before.label}.`],
  ];
}

function signalChange({ signal: was }: FrozenRow, { signal: is }: FrozenRow): WordedChange[] {
  if (!is || (sameValue(was?.variation, is.variation) && sameValue(was?.assurance, is.assurance))) return [];
  return [['signal', is.sentence]];
}

/** The names of what is worded otherwise. */
function wordsChanged(was: FrozenRow, is: FrozenRow, samePeriod: boolean): string[] {
  // Notes that follow from the figures or the target are listed with those.
  const otherNotes = (row: FrozenRow) => row.notes.filter((note) => !followsFromFigures(note));
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
    ...(was.theme === is.theme ? [] : ['theme']),
    ...(was.excepted === is.excepted ? [] : ['number of figures shown although they are small']),
    ...(was.frequency === is.frequency ? [] : ['frequency']),
    ...(samePeriod && !sameValue(was.period, is.period) ? ['name of the period'] : []),
    ...(samePeriod && was.comments !== is.comments ? ['comments'] : []),
    ...(samePeriod && !sameValue(was.actions, is.actions) ? ['actions'] : []),
    ...(sameValue(otherNotes(was), otherNotes(is)) ? [] : ['notes']),
    ...(sameValue(
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
    ...(sameValue(was.travel, is.travel) ? [] : ['words on the direction']),
    ...(sameValue(was.rag, is.rag) ? [] : ['words on the colour']),
    ...(was.signal?.sentence === is.signal?.sentence ? [] : ['words on the signal']),
    ...(sameValue(was.trend.growing ?? false, is.trend.growing ?? false) ? [] : ['drawing of the trend']),
    ...(figureText(was.current) === figureText(is.current) && !sameValue(markerOf(was), markerOf(is))
      ? ['reason for no figure']
      : []),
  ];
}

/** The marker of a figure that is not there; of one that is hidden, why as well. */
const markerOf = ({ current }: FrozenRow) => {
  if (current.text !== null) return null;
  return current.hidden ? current.why : (current.marker ?? null);
};

function overdueChange(was: FrozenRow, is: FrozenRow, then: string, now: string): WordedChange[] {
  const late = statusAt(is.schedule, now);
  const wasOverdue = statusAt(was.schedule, then).status === 'overdue';
  if (late.status !== 'overdue') return wasOverdue ? [['overdue', 'Nothing is overdue any more.']] : [];
  return wasOverdue && sameValue(was.schedule.gaps, is.schedule.gaps) ? [] : [['overdue', late.sentence]];
}

function calendarChange(was: FrozenRow, is: FrozenRow): WordedChange[] {
  const plan = ({ schedule: { latest: _, gaps: __, ...rest } }: FrozenRow) => rest;
  return sameValue(plan(was), plan(is)) ? [] : [['calendar', 'When its figures are due has changed.']];
}
