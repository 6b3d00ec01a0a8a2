import type { Wish } from '@/lib/bring-in/wish';
import { shown } from '@/lib/figure/figure';
import {
  finishedYears,
  isOver,
  type KeptOutturn,
  type OutturnDraft,
  outturnDraft,
  SetOutturn,
} from '@/lib/framework/outturn-entry';
import { may, permissions } from '@/lib/people/change-permissions';
import { nameOfYear } from '@/lib/series/measure-year';
import type { Drafted, MeasureNow } from './council-now';
import { asForm, choiceIn } from './file-form';
import { measureIn } from './named-measure';
import {
  changeSentence,
  changes,
  changesBetween,
  creates,
  type Planned,
  quoted,
  refuses,
  refusesBy,
  same,
} from './planned';

const columns: Record<string, string> = {
  year: 'year',
  value: 'figure',
  standing: 'standing',
  why: 'why',
  source: 'source',
  reason: 'reason',
  publicNote: 'public_note',
  'the figure': 'figure',
  'why it may still change': 'why',
  'why there is none': 'why',
};

const standings = ['final', 'provisional', 'none'] as const;

/** The measure and the year under which two rows of a file speak of the same outturn. */
export const outturnKey = ({ fields }: Wish): string | null =>
  fields.measure?.trim() && fields.year?.trim() ? `${fields.measure.trim()} ${yearText(fields.year)}` : null;

/** '2017/18', however its dash or its second year is written. */
const yearText = (typed: string): string =>
  typed
    .trim()
    .replace(/[–—-]/g, '/')
    .replace(/^(\d{4})\s*\/\s*(?:\d\d)?(\d\d)$/, '$1/$2');

/** What a row of outturns comes to. */
export function planOutturn(drafted: Drafted, wish: Wish): Planned {
  const { fields } = wish;
  const named = { wish, what: `Outturn of ${fields.measure?.trim() ?? ''} for ${fields.year?.trim() ?? ''}` };
  const found = measureIn(drafted, wish);
  if ('problem' in found) return refuses(named, found.problem, 'measure');
  const { measure } = found;
  const year = yearOf(measure, fields.year ?? '', drafted.today);
  if ('problem' in year) return refuses(named, year.problem, 'year');
  const existing = measure.outturns.find((outturn) => outturn.year === year.year);
  const form = asForm(SetOutturn, {
    code: measure.draft.code,
    was: '',
    year: String(year.year),
    value: fields.figure ?? '',
    standing: choiceIn(fields.standing || 'final', standings, () => []),
    why: fields.why ?? '',
    source: fields.source?.trim() || (existing?.source ?? '') || `The file ${drafted.party.fileName.slice(0, 200)}`,
    reason: fields.reason ?? '',
    publicNote: fields.public_note ?? '',
    intent: 'save',
  });
  if ('problems' in form) {
    if (form.problems.some(({ field }) => field === 'standing'))
      return refuses(named, 'Write whether the figure is final, provisional, or none.', 'standing');
    return refusesBy(named, form.problems, columns);
  }
  const judged = outturnDraft(form.input, measure.draft, measure.outturns, drafted.today);
  if ('problems' in judged) return refusesBy(named, judged.problems, columns);
  const draft = judged.input;
  const next = keptFrom(draft);
  const list = existing
    ? changesBetween(wish, outturnWords(existing, measure), outturnWords(next, measure), columns)
    : [];
  if (existing && list.length === 0) return same(named);
  const problem = found.locked ?? (may(drafted.party.who, 'set_outturn') ? null : permissions.set_outturn.otherwise);
  if (problem) return refuses(named, problem);
  const others = measure.outturns.filter((outturn) => outturn !== existing);
  drafted.measures.set(measure.draft.code, {
    ...measure,
    outturns: [...others, { ...next, shownIn: existing?.shownIn ?? null }],
  });
  const task = { step: 'set_outturn', code: measure.draft.code, draft } as const;
  if (existing) return changes(named, list, changeSentence(list), task);
  return creates(
    named,
    `${nameOfYear(measure.draft, draft.year)}: ${outturnWords(next, measure)['the figure'] || 'no figure'}.`,
    task,
  );
}

const keptFrom = ({ year, value, standing, why, source }: Required<OutturnDraft>): KeptOutturn => ({
  year,
  value: standing === 'none' ? null : value,
  whyNone: standing === 'none' ? why : null,
  whyProvisional: standing === 'provisional' ? why : null,
  source,
});

function outturnWords({ value, whyNone, whyProvisional }: KeptOutturn, { draft }: MeasureNow) {
  const isShort = value !== null && value.length <= 12;
  return {
    'the figure': value === null ? '' : isShort ? value : shown(value, draft),
    'why there is none': whyNone ?? '',
    'why it may still change': whyProvisional ?? '',
  };
}

/** The measure's own year that a text names, by the year in which it begins; or why it is none that can have an outturn. */
function yearOf(measure: MeasureNow, typed: string, today: string): { year: number } | { problem: string } {
  const text = yearText(typed);
  const finished = finishedYears(measure.draft, today);
  const isCalled = (year: number) =>
    nameOfYear(measure.draft, year) === text || (text === String(year) && measure.draft.startMonth === 1);
  const found = finished.find(isCalled);
  if (found !== undefined) return { year: found };
  const latest = finished[0] as number;
  const coming = [1, 2, 3].map((ahead) => latest + ahead).find(isCalled);
  if (coming !== undefined && !isOver(measure.draft, coming, today))
    return { problem: `The year ${nameOfYear(measure.draft, coming)} is not over yet, so that it has no outturn.` };
  const last = finished.at(-1) as number;
  return {
    problem: `${quoted(typed.trim())} is no year that can have an outturn: write one from ${nameOfYear(measure.draft, last)} to ${nameOfYear(measure.draft, latest)}, like that.`,
  };
}
