import { capital, listed, numberOf } from '@/lib/text/number-in-words';
import type { PlanAction, PlanCounts } from './plan-row-shape';
import type { Kind } from './wish';

/** What a kind of thing is called, one and several. */
export const kindWords: Record<Kind, { one: string; several: string }> = {
  service: { one: 'service', several: 'services' },
  person: { one: 'person', several: 'people' },
  measure: { one: 'measure', several: 'measures' },
  target: { one: 'target', several: 'targets' },
  outturn: { one: 'outturn', several: 'outturns' },
  comparator: { one: 'figure of others', several: 'figures of others' },
  reading: { one: 'reading', several: 'readings' },
};

const several = (count: number, kind: Kind): string => kindWords[kind][count === 1 ? 'one' : 'several'];
const rows = (count: number): string => (count === 1 ? 'row' : 'rows');

type Standing = {
  /** Open questions, cells that wait to be mended, rows that are refused, rows that are left out. */
  questions: number;
  cells: number;
  refused: number;
  leftOut: number;
};

/** How a file stands before it is brought in, as one sentence with its weightiest part by itself. */
export function standingParts({
  questions,
  cells,
  refused,
  leftOut,
}: Standing): Record<'start' | 'strong' | 'rest', string> {
  const be = (count: number) => (count === 1 ? 'is' : 'are');
  const rest = [
    cells > 0 && `${numberOf(cells, 'cell')} cannot be used`,
    refused > 0 &&
      `${numberOf(refused, 'row')} ${questions > 0 ? 'would be refused as it stands' : `${be(refused)} refused`}`,
    leftOut > 0 && `${numberOf(leftOut, 'row')} ${be(leftOut)} left out`,
  ].filter((part) => part !== false);
  const strong = questions > 0 ? `${capital(numberOf(questions, 'question'))} for you` : 'No question is open';
  return {
    start: 'Nothing is saved yet.',
    strong: rest.length > 0 ? `${strong},` : `${strong}.`,
    rest: rest.length > 0 ? `${listed(rest)}.` : '',
  };
}

type ByKind = { kind: Kind; counts: PlanCounts }[];
export type Count = { count: number; words: string };

type Planned = { byKind: ByKind; posts: PlanCounts; history: PlanCounts; counts: PlanCounts };

/** What a file would do, as counts with their words: what is new of each kind, then what is changed, left alone and refused. */
export function countWords({ byKind, posts, history, counts }: Planned, leftOut: number, drafts: string): Count[] {
  const news = byKind.map(({ kind, counts: { create } }) => ({
    kind,
    create: kind === 'reading' ? create - history.create : create,
  }));
  const made = news
    .filter(({ create }) => create > 0)
    .map(({ kind, create }) => ({
      count: create,
      words: `${several(create, kind)} would be ${kind === 'reading' ? drafts : 'new'}`,
    }));
  const named = posts.create + posts.change;
  const postWords = { count: named, words: named === 1 ? 'owner or head named' : 'owners or heads named' };
  const laid = { count: history.create, words: 'would be history, for the heads of service to confirm' };
  const added = [...made, ...(history.create > 0 ? [laid] : []), ...(named > 0 ? [postWords] : [])];
  const others: Count[] = [
    { count: counts.change - posts.change, words: added.length > 0 ? 'would be changed' : 'would be new or changed' },
    { count: counts.same, words: counts.same === 1 ? 'is here already' : 'are here already' },
    { count: counts.refuse, words: 'refused' },
    { count: leftOut, words: `${rows(leftOut)} left out` },
  ];
  return [...added, ...others.filter(({ count }, index) => count > 0 || (index === 0 && added.length === 0))];
}

/** The things that would be made or changed, for the button that does it: "7 measures", "3 targets and 12 readings". */
export function goodWords({ byKind, posts }: Pick<Planned, 'byKind' | 'posts'>): string | null {
  const good = byKind
    .map(({ kind, counts: { create, change } }) => ({ kind, count: create + change }))
    .filter(({ count }) => count > 0);
  const [main] = good.filter(({ kind }) => kind === 'measure');
  const named = main ? [main] : good.slice(0, 2);
  const posted = posts.create + posts.change;
  if (named.length === 0) return posted === 0 ? null : posted === 1 ? '1 owner or head' : `${posted} owners or heads`;
  const words = named.map(({ kind, count }) => `${count.toLocaleString('en-GB')} ${several(count, kind)}`);
  return main || good.length < 3 ? listed(words) : `${words.join(', ')} and more`;
}

/** What a file made and changed, as counts with their words. */
export const madeWords = (made: { kind: Kind; count: number }[], laid: number): Count[] => [
  ...made.map(({ kind, count }) => ({ count, words: several(count, kind) })),
  ...(laid > 0 ? [{ count: laid, words: laid === 1 ? 'figure as history' : 'figures as history' }] : []),
];

/** What a row of a plan would do or did. */
export const actionWords: Record<PlanAction, { before: string; after: string }> = {
  create: { before: 'New', after: 'Made' },
  change: { before: 'Changed', after: 'Changed' },
  same: { before: 'Left alone', after: 'Left alone' },
  refuse: { before: 'Refused', after: 'Refused' },
};

const startDoneWords: Record<string, string> = {
  stopped: 'It is stopped. Nothing of the file was brought in.',
};
const checkDoneWords: Record<string, string> = {
  answered: 'Your answers are saved, and the file was read again with them.',
  look: 'Your answers are saved, and the file was read again with them. Nothing is brought in yet: look at what it would do now.',
  same: 'Nothing was answered that was not answered before.',
};
const wordsIn = (list: Record<string, string>, name: unknown): string | null =>
  typeof name === 'string' && Object.hasOwn(list, name) ? (list[name] ?? null) : null;

/** What was just done on the page where files are sent, or on that of a file: by the name in the address. */
export const startDone = (name: unknown): string | null => wordsIn(startDoneWords, name);
export const checkDone = (name: unknown): string | null => wordsIn(checkDoneWords, name);
