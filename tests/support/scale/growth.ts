import { freshDatabase } from '../server/fresh-database';
import { type Explained, explainer } from './explained';
import { largeCouncil, type Size } from './large-council';
import { type Question, sceneOf } from './scene';

type Plans = Map<string, Explained[]>;

/** The plans of questions on a council of a size, which is made and dropped again. */
export async function questionPlans(size: Size, questions: Record<string, Question>): Promise<Plans> {
  const { end, ...here } = await freshDatabase({ max: 1 });
  await largeCouncil(here.db, here.sql, size);
  const plans = await plansHere(here, questions);
  await end();
  return plans;
}

/** The plans of questions on the council that a database holds. */
export async function plansHere(
  { db, sql, name }: Pick<Awaited<ReturnType<typeof freshDatabase>>, 'db' | 'sql' | 'name'>,
  questions: Record<string, Question>,
): Promise<Plans> {
  const scene = await sceneOf(db, sql);
  const { plansOf, end } = await explainer(name);
  const plans: Plans = new Map();
  for (const [question, ask] of Object.entries(questions)) plans.set(question, await plansOf((db) => ask(db, scene)));
  await end();
  return plans;
}

export type Grown = { question: string; buffers: string; more: number };

/** How many pages a question reads, all its statements together. */
const buffersOf = (plans: Explained[] | undefined): number =>
  (plans ?? []).reduce((sum, { buffers }) => sum + buffers, 0);

/** The questions that read more on a long history than on a short one: a fifth more, and more than a few pages for indexes that are deeper. */
export function grownWith(short: Plans, long: Plans): Grown[] {
  return [...long].flatMap(([question, plans]) => {
    const before = buffersOf(short.get(question));
    const after = buffersOf(plans);
    const allowed = Math.max(before * 1.2, before + 2 * plans.length + 8);
    return after > allowed ? [{ question, buffers: `${before} → ${after}`, more: after - before }] : [];
  });
}

/** The tables that every month adds to; what a council has a few hundred of may be read from end to end. */
const history = [
  'readings',
  'reading_versions',
  'actions',
  'events',
  'edition_rows',
  'edition_sheets',
  'edition_readings',
];

/** The questions that read a table of history from end to end, with the tables. */
export function scansOf(plans: Plans): { question: string; tables: string[] }[] {
  return [...plans].flatMap(([question, statements]) => {
    const tables = [...new Set(statements.flatMap(({ scanned }) => scanned))].filter((table) =>
      history.includes(table),
    );
    return tables.length > 0 ? [{ question, tables }] : [];
  });
}

/** What is history itself, and so grows with it: files of all figures, all targets of a measure. */
const isHistory = ['readingsKnown', 'councilOut', 'targetPage'];

/** What looks for missing periods from the first day on, of all measures that it is about. */
const looksFromTheFirstDay = ['dueOut', 'releasesFor', 'workOf the performance officer', 'servicesAtWork'];

/** What freezes a row of all readings, or compares a figure with all before it. */
const readsAWholeMeasure = ['measureRecord', 'outturnPage'];

/** What a better question, or another index, would mend. */
const toBeMended = [
  'historyOfMeasure',
  'historyOfService narrowed to a measure',
  'ownReadings',
  'finishedLately',
  'finishedLately of a head',
  'recentSteps',
  'revisionsOf',
  'revisionsOf a measure',
  'withdrawPage',
  'editionsWithoutPapers',
];

/** Questions that still grow with history, each for a reason; docs/scale.md tells of them. */
export const owed = new Set([...isHistory, ...looksFromTheFirstDay, ...readsAWholeMeasure, ...toBeMended]);

/** What grows only where a service has many measures: the same for the same reasons. */
export const owedOfLargeServices = new Set([
  ...owed,
  'measureList',
  'overviewOf',
  'workOf',
  'workOf a head',
  'openReadingsOf',
  'firstStepsFor',
  'unclosedFor',
  'reviewOrder',
  'reviewsFor',
  'reviewPage',
  'reviewWords',
  'nextMeasure',
  'keptService',
  // A quarter more: indexes are deeper, and targets and outturns ten times as many.
  'measurePage',
  'readingPage',
  'readingPage of what is published',
  'servicePage',
  'workingScorecard',
  'releasePage',
  'yearEndPage',
  'yearEndList',
  'proposedOutturn',
  // Counted off an index of all that is signed.
  'ownCounts',
  // All targets and outturns of a measure, or the targets of all.
  'keptMeasure',
  'keptMeasures',
]);

/**
 * What reads more of a long history in a large council and then no more, and how many pages at most: sheets that are packed on
 * those of an earlier edition, as none is after five years, have a look-up in an index for each; an edition of each service is
 * found by indexes with a level more.
 */
export function mostGrowth({ services, measures }: Pick<Size, 'services' | 'measures'>): Map<string, number> {
  const each = Math.ceil(measures / services);
  const [ofBases, ofCommittee] = [5 * each, 4 * 5 * each];
  return new Map([
    ['sheetsOf', ofBases],
    ['measuresOf', ofBases],
    ['paperSource', ofBases],
    ['jointBasis', ofCommittee],
    ['rowsOfEditions', 10 * services],
  ]);
}
