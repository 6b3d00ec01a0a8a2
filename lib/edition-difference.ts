import { canonical } from './canonical';
import type { FrozenFigure, FrozenRow } from './edition';
import { label, type Period } from './period';
import { type Retirement, retirementSentence } from './retirement';
import { statusAt } from './status';
import { colourWords } from './target';
import { directionWords } from './travel';

/** The kinds of change between two editions, in the order in which a measure's are told. Source: DOMAIN.md section 7. */
export const editionChanges = [
  'new',
  'retired',
  'figure',
  'corrected',
  'colour',
  'direction',
  'target',
  'comparison',
  'words',
  'overdue',
  'calendar',
] as const;
export type EditionChange = (typeof editionChanges)[number];

/** One thing that changed between two editions: of which measure, and the sentence that says it. */
export type EditionDifference = {
  change: EditionChange;
  number: number;
  code: string;
  title: string;
  sentence: string;
};

/** An edition's rows, and the day that they tell of. */
export type Edition = { asAt: string; rows: FrozenRow[] };

/** What changed between two editions, each thing once, in report order; the retired come last, with why where that is known. */
export function editionDifferences(
  before: Edition,
  after: Edition,
  retirements: ({ code: string } & Retirement)[] = [],
): EditionDifference[] {
  const why = new Map(retirements.map((each) => [each.code, ` ${retirementSentence(each)}`]));
  const was = new Map(before.rows.map((row) => [row.code, row]));
  const is = new Set(after.rows.map(({ code }) => code));
  const told = (row: FrozenRow, change: EditionChange, sentence: string): EditionDifference => ({
    ...{ change, number: row.number, code: row.code, title: row.title, sentence },
  });
  return [
    ...after.rows.flatMap((row) => {
      const old = was.get(row.code);
      if (!old) return [told(row, 'new', `New: ${said(row.current)}${row.period ? ` for ${row.period.label}` : ''}.`)];
      return rowChanges(old, row, before.asAt, after.asAt).map(([change, sentence]) => told(row, change, sentence));
    }),
    ...before.rows
      .filter(({ code }) => !is.has(code))
      .map((row) => told(row, 'retired', `No longer on the scorecard.${why.get(row.code) ?? ''}`)),
  ];
}

const said = ({ text, why }: FrozenFigure): string => text ?? why.replace(/\.$/, '').toLowerCase();
const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

function rowChanges(was: FrozenRow, is: FrozenRow, then: string, now: string): [EditionChange, string][] {
  const samePeriod = was.period?.start === is.period?.start;
  return [
    ...figureChange(was, is, samePeriod),
    ...corrections(was, is, samePeriod),
    ...colourChange(was, is),
    ...directionChange(was, is),
    ...targetChange(was, is),
    ...(samePeriod && !same(was.previous, is.previous)
      ? [
          [
            'comparison',
            `Compared with ${said(is.previous)} in ${is.previous.label}; was ${said(was.previous)} in ${was.previous.label}.`,
          ] satisfies [EditionChange, string],
        ]
      : []),
    ...wordsChange(was, is, samePeriod),
    ...overdueChange(was, is, then, now),
    ...calendarChange(was, is),
  ];
}

function figureChange(was: FrozenRow, is: FrozenRow, samePeriod: boolean): [EditionChange, string][] {
  const [before, after] = [said(was.current), said(is.current)];
  if (!samePeriod) {
    const old = was.period ? `; was ${before} for ${was.period.label}` : '';
    return [['figure', `${is.period ? `${after} for ${is.period.label}` : `No result any more`}${old}.`]];
  }
  if (isCorrected(was, is)) return [];
  const place = is.period?.label ?? 'The figure';
  if (before !== after) return [['figure', `${place} is ${after}; was ${before}.`]];
  if (!same(was.current.marks, is.current.marks))
    return [['figure', `${place} is ${is.current.marks.includes('p') ? 'now provisional' : 'no longer provisional'}.`]];
  return was.realTerms === is.realTerms ? [] : [['figure', `The numbers behind ${place} changed.`]];
}

/** Whether the current figure is a correction that the earlier edition did not have. */
function isCorrected(was: FrozenRow, is: FrozenRow): boolean {
  // Of an earlier period the edition that corrected it alone has a note, which the next one drops.
  const notes = (row: FrozenRow) => row.notes.filter((note) => note.startsWith('Revised:'));
  return is.current.marks.includes('r') && (!was.current.marks.includes('r') || !same(notes(was), notes(is)));
}

/** The current figure corrected, and every earlier point of the trend that is another one now. */
function corrections(was: FrozenRow, is: FrozenRow, samePeriod: boolean): [EditionChange, string][] {
  const changes: [EditionChange, string][] = [];
  if (samePeriod && isCorrected(was, is)) {
    const [before, after] = [said(was.current), said(is.current)];
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

function colourChange(was: FrozenRow, is: FrozenRow): [EditionChange, string][] {
  const [before, after] = [was.rag.colour, is.rag.colour];
  if (before === after) return [];
  const from = before ? `was ${colourWords[before]}` : 'had no colour';
  return [['colour', after ? `Turned ${colourWords[after]}; ${from}.` : `Has no colour any more; ${from}.`]];
}

function directionChange(was: FrozenRow, is: FrozenRow): [EditionChange, string][] {
  const [before, after] = [was.travel.direction, is.travel.direction];
  if (before === after) return [];
  const word = (direction: typeof after) => (direction ? directionWords[direction] : 'Not compared');
  return [['direction', `${word(after)}; was ${word(before).toLowerCase()}.`]];
}

function targetChange(was: FrozenRow, is: FrozenRow): [EditionChange, string][] {
  if (same(was.target, is.target) && was.trend.target === is.trend.target) return [];
  const rule = ({ target }: FrozenRow) => target.rule ?? said(target);
  return [['target', `Target ${rule(is)}; was ${rule(was)}.`]];
}

function wordsChange(was: FrozenRow, is: FrozenRow, samePeriod: boolean): [EditionChange, string][] {
  // Notes that follow from the figures or the target are told with those.
  const kept = (row: FrozenRow) => row.notes.filter((note) => !/^(Revised|Target changed)/.test(note));
  const changed = [
    ...(was.title === is.title ? [] : ['title']),
    ...(was.definition === is.definition ? [] : ['definition']),
    ...(was.unit === is.unit && was.covers === is.covers && was.number === is.number ? [] : ['description']),
    ...(samePeriod && was.comments !== is.comments ? ['comments'] : []),
    ...(samePeriod && !same(was.actions, is.actions) ? ['actions'] : []),
    ...(samePeriod && !same(kept(was), kept(is)) ? ['notes'] : []),
  ];
  return changed.length === 0 ? [] : [['words', `The ${changed.join(', ')} changed.`]];
}

function overdueChange(was: FrozenRow, is: FrozenRow, then: string, now: string): [EditionChange, string][] {
  const late = statusAt(is.schedule, now);
  if (late.status !== 'overdue' || statusAt(was.schedule, then).status === 'overdue') return [];
  return [['overdue', late.sentence]];
}

function calendarChange(was: FrozenRow, is: FrozenRow): [EditionChange, string][] {
  const plan = ({ schedule: { latest: _, gaps: __, ...rest } }: FrozenRow) => rest;
  return same(plan(was), plan(is)) ? [] : [['calendar', 'When its figures are due has changed.']];
}
