import { shown } from '@/lib/figure/figure';
import type { MeasureRecord } from '@/lib/series/measure-record';
import { nameOfYear, requiredInYear } from '@/lib/series/measure-year';
import { withoutEnd } from '@/lib/text/sentence-end';
import { type NewTarget, newTarget } from './new-target';
import { isCertain, type Proposal } from './proposal';

/** What was entered of a year: by whom and on which day, and the figure as it was stored where its readings gave it. */
export type Entered = {
  value: string | null;
  whyNone: string | null;
  whyProvisional: string | null;
  source: string | null;
  by: string | null;
  on: string | null;
  /** The figure that was confirmed of a proposal; null where it was typed. */
  confirmed: string | null;
};

/** Where a measure stands at the end of its year: somebody must look, all is certain, it is closed, or it was not counted in it. */
type YearEndGroup = 'need' | 'certain' | 'closed' | 'uncounted';

/** One measure on the page that closes a year. */
export type YearEndRow = {
  number: number;
  code: string;
  title: string;
  group: YearEndGroup;
  /** The year in which the measure's own year began. */
  startsIn: number;
  /** The measure's own year where it is another than the council's. */
  ownYear: string | null;
  previous: string;
  /** The figure that is proposed or was entered; null for none. */
  figure: string | null;
  isProvisional: boolean;
  /** How it was reached, or what is open. */
  words: string;
  target: NewTarget;
  action: 'enter' | 'decide' | 'write' | null;
};

type Scene = {
  measure: MeasureRecord;
  proposal: Proposal;
  entered: Entered | null;
  /** Whether somebody is known to whom one can write about what is not here. */
  hasContact: boolean;
  councilYear: string;
};

/** The row of a measure, and the group in which it stands. Source: docs/rules.md, Year end. */
export function yearEndRow({ measure, proposal, entered, hasContact, councilYear }: Scene): YearEndRow {
  const { year, name } = proposal;
  const before = measure.outturns.find((outturn) => outturn.year === year - 1);
  const target = newTarget(measure, year + 1);
  const standing = entered
    ? enteredStanding(measure, proposal, entered)
    : openStanding(measure, proposal, target, hasContact);
  return {
    number: measure.number,
    code: measure.code,
    title: measure.title,
    startsIn: year,
    ownYear: name === councilYear ? null : name,
    previous: before ? shown(before.value, measure) : 'not held',
    target,
    ...standing,
  };
}

type Standing = Pick<YearEndRow, 'group' | 'figure' | 'isProvisional' | 'words' | 'action'>;

function enteredStanding(measure: MeasureRecord, { value: now, open }: Proposal, entered: Entered): Standing {
  const { value, whyNone, whyProvisional, source, by, on, confirmed } = entered;
  const figure = value === null ? null : shown(value, measure);
  const who = by ? ` by ${by}${on ? ` on ${on}` : ''}` : '';
  if (whyProvisional) {
    const words = `Marked provisional${who}: ${withoutEnd(whyProvisional)}`;
    return { group: 'need', figure, isProvisional: true, words, action: 'decide' };
  }
  if (confirmed !== null && (now === null || shown(now, measure) !== shown(confirmed, measure))) {
    const since =
      now === null
        ? `since then, ${open[0]?.sentence}`
        : `corrected since, its figures now give ${shown(now, measure)}`;
    const words = `Confirmed as ${figure}${who}; ${since}`;
    return { group: 'need', figure, isProvisional: false, words, action: 'decide' };
  }
  const words = value === null ? `There is none: ${withoutEnd(whyNone ?? 'no reason')}` : (source ?? 'Entered earlier');
  return { group: 'closed', figure, isProvisional: false, words, action: null };
}

function openStanding(measure: MeasureRecord, proposal: Proposal, target: NewTarget, hasContact: boolean): Standing {
  const { year, name, value, words, open } = proposal;
  const figure = value === null ? null : shown(value, measure);
  if (requiredInYear(measure, year).length === 0) {
    const uncounted = `Not counted yet in ${nameOfYear(measure, year)}`;
    return { group: 'uncounted', figure: null, isProvisional: false, words: uncounted, action: null };
  }
  const isMissing = open.some(({ kind }) => kind === 'missing');
  if (measure.frequency === 'annual' && !isMissing) {
    const own = value === null ? (open[0]?.sentence ?? '') : `Its own figure of ${name}, which stands for the year`;
    return { group: 'closed', figure, isProvisional: false, words: own, action: null };
  }
  const isProvisional = open.some(({ kind }) => kind === 'provisional');
  if (isCertain(proposal) && !target.isWanting) return { group: 'certain', figure, isProvisional, words, action: null };
  const openWords = open.map(({ sentence }) => sentence).join('. ');
  const needed = openWords.startsWith(words) ? openWords : `${words}. ${openWords}`;
  const action = isMissing && hasContact ? 'write' : value === null ? 'enter' : 'decide';
  return { group: 'need', figure, isProvisional, words: openWords === '' ? words : needed, action };
}
