import { eq } from 'drizzle-orm';
import { councilOut } from '@/db/queries/bring-out/council-out';
import { dueOut } from '@/db/queries/bring-out/due-out';
import * as smallCounts from '@/db/queries/disclosure/decision-pages';
import { smallCountsPage } from '@/db/queries/disclosure/small-counts-page';
import { exceptionsWaitingFor } from '@/db/queries/disclosure/waiting-exceptions';
import { correctionsPage } from '@/db/queries/elsewhere/corrections-page';
import { historyPage } from '@/db/queries/elsewhere/history-elsewhere-page';
import { historyWaitingFor } from '@/db/queries/elsewhere/waiting-history';
import { peopleToNarrow } from '@/db/queries/history/history-page';
import { servicesOf } from '@/db/queries/history/history-services';
import * as narrowed from '@/db/queries/history/narrowed-history';
import { historyOfReading } from '@/db/queries/history/reading-history';
import { benchmarkPage } from '@/db/queries/measure/benchmarks';
import { measurePage } from '@/db/queries/measure/measure-page';
import { servicesAtWork } from '@/db/queries/overview/late-readings';
import { overviewOf } from '@/db/queries/overview/overview';
import { readingForm } from '@/db/queries/reading/reading-form';
import { readingPage } from '@/db/queries/reading/reading-page';
import { unsavedTypingOf } from '@/db/queries/reading/unsaved-typing';
import { announcedMoments, announcedRelease } from '@/db/queries/release/announcements';
import * as early from '@/db/queries/release/early';
import { releaseOrder, releasePage, releasesFor } from '@/db/queries/release/release-page';
import { withdrawPage } from '@/db/queries/release/withdraw-page';
import { reviewOrder, reviewPage, reviewsFor } from '@/db/queries/review/review-page';
import { reviewWords } from '@/db/queries/review/review-words';
import { clockOf, migrationsOf, rolesInUse } from '@/db/queries/server/server-health';
import { ownServices } from '@/db/queries/service/own-services';
import { publishedService } from '@/db/queries/service/published-service';
import { meetingsAround } from '@/db/queries/service/service-meetings';
import { servicePage } from '@/db/queries/service/service-page';
import { openReadingsOf, ownersOf } from '@/db/queries/service/unfinished-readings';
import { workingScorecard } from '@/db/queries/service/working-scorecard';
import { systemByToken } from '@/db/queries/submission/system-by-token';
import * as systems from '@/db/queries/submission/systems';
import { comingFor } from '@/db/queries/work/coming';
import { finishedLately } from '@/db/queries/work/finished';
import { awaitsFirstSteps, firstStepsFor } from '@/db/queries/work/first-steps';
import { ownCounts, ownReadings } from '@/db/queries/work/own-readings';
import { recentSteps } from '@/db/queries/work/recent-steps';
import { workOf } from '@/db/queries/work/work';
import { readings } from '@/db/schema';
import { everything } from '@/lib/record/history-question';
import { at, today } from './large-council';
import type { Question } from './scene';

const now = { today, now: at };
const ofMeasure = { question: { ...everything, measure: 'm-1-1' } };

/** What owners, heads and the performance officer ask at their desks, by the name of the function. */
export const deskQuestions: Record<string, Question> = {
  councilOut: (db, { ada }) => councilOut(db, ada, { whose: 'council', service: 'service-1', today }),
  dueOut: (db, { olive }) => dueOut(db, olive, { whose: 'own', service: null, today }),
  measureDecisionPage: (db, { ada }) => smallCounts.measureDecisionPage(db, ada, 'm-1-1'),
  serviceDecisionPage: (db, { ada }) => smallCounts.serviceDecisionPage(db, ada, 'service-1'),
  smallCountsPage: (db, { hana }) => smallCountsPage(db, hana, 'service-1', today),
  exceptionsWaitingFor: (db, { hana }) => exceptionsWaitingFor(db, hana, hana.heads),
  correctionsPage: (db, { hana }) => correctionsPage(db, hana, 'service-1', { figure: null, today }),
  historyPage: (db, { hana }) => historyPage(db, hana, 'service-1', { batch: null, page: 1, today }),
  historyWaitingFor: (db, { hana }) => historyWaitingFor(db, hana, hana.heads),
  historyOfReading: (db, { olive }) => historyOfReading(db, olive, { code: 'm-1-1', periodStart: '2026-06-01' }, today),
  peopleToNarrow: (db) => peopleToNarrow(db),
  servicesOf: (db, { ada }) => servicesOf(db, ada, today),
  historyOfMeasure: (db, { olive }) => narrowed.historyOfMeasure(db, olive, 'm-1-1', today),
  historyOfService: (db, { hana }) => narrowed.historyOfService(db, hana, 'service-1', today),
  'historyOfService narrowed to a measure': (db, { hana }) =>
    narrowed.historyOfService(db, hana, 'service-1', today, ofMeasure),
  historyOfCouncil: (db, { ada }) => narrowed.historyOfCouncil(db, ada),
  benchmarkPage: (db, { ada }) => benchmarkPage(db, ada, 'm-1-1'),
  measurePage: (db, { olive }) => measurePage(db, olive, 'm-1-1', today),
  servicesAtWork: (db, { ada }) => servicesAtWork(db, ada, today),
  overviewOf: (db, { ada }) => overviewOf(db, ada, now),
  readingForm: (db, { olive }) => readingForm(db, olive, 'm-1-1', '2026-07-01', today),
  readingPage: (db, { olive }) => readingPage(db, olive, 'm-1-1', '2026-07-01', today),
  'readingPage of what is published': (db, { olive }) => readingPage(db, olive, 'm-1-1', '2026-06-01', today),
  unsavedTypingOf: (db, { olive, measure }) =>
    unsavedTypingOf(db, { personId: olive.id, measureId: measure, periodStart: '2026-07-01', at }),
  announcedRelease: (db, { ada }) => announcedRelease(db, ada, 'service-1'),
  announcedMoments: (db) => announcedMoments(db, at),
  earlyReadings: (db, { ada }) => early.earlyReadings(db, ada, at),
  earlyPage: (db, { ada }) => early.earlyPage(db, ada, 1, at),
  releaseOrder: (db, { ada }) => releaseOrder(db, ada),
  releasesFor: (db, { ada }) => releasesFor(db, ada, today),
  releasePage: (db, { ada }) => releasePage(db, ada, 'service-1', today),
  withdrawPage: (db, { ada }) => withdrawPage(db, ada, 'service-1'),
  reviewOrder: (db, { hana }) => reviewOrder(db, hana, today),
  reviewsFor: (db, { hana }) => reviewsFor(db, hana, today),
  reviewPage: (db, { hana, submitted }) => reviewPage(db, hana, submitted, today),
  reviewWords: async (db, { submitted }) => {
    const rows = await db.select().from(readings).where(eq(readings.id, submitted));
    return reviewWords(
      db,
      rows.map((reading) => ({ reading, frequency: 'monthly' as const })),
      today,
    );
  },
  rolesInUse: (db) => rolesInUse(db),
  clockOf: (db) => clockOf(db),
  migrationsOf: (db) => migrationsOf(db),
  openReadingsOf: (db, { service }) => openReadingsOf(db, service, today),
  ownersOf: (db, { service }) => ownersOf(db, service),
  ownServices: (db, { hana }) => ownServices(db, hana, today),
  publishedService: (db, { olive }) => publishedService(db, olive, 'service-2', now),
  meetingsAround: (db) => meetingsAround(db, 'service-1', today),
  servicePage: (db, { hana }) => servicePage(db, hana, 'service-1', now),
  workingScorecard: (db, { hana }) => workingScorecard(db, hana, 'service-1', today),
  systemList: (db, { ada }) => systems.systemList(db, ada, today),
  systemChoices: (db, { ada }) => systems.systemChoices(db, ada),
  systemPage: (db, { ada }) => systems.systemPage(db, ada, 1, today),
  systemByToken: (db) => systemByToken(db, '0'.repeat(43)),
  comingFor: (db, { olive }) => comingFor(db, olive, today),
  finishedLately: (db, { olive }) => finishedLately(db, olive),
  recentSteps: (db, { olive }) => recentSteps(db, olive),
  'finishedLately of a head': (db, { hana }) => finishedLately(db, hana),
  firstStepsFor: (db, { ada }) => firstStepsFor(db, ada, today),
  awaitsFirstSteps: (db, { ada }) => awaitsFirstSteps(db, ada),
  ownCounts: (db, { olive }) => ownCounts(db, olive),
  ownReadings: (db, { olive }) => ownReadings(db, olive, { state: 'published', page: 1 }),
  workOf: (db, { olive }) => workOf(db, olive, today),
  'workOf a head': (db, { hana }) => workOf(db, hana, today),
  'workOf the performance officer': (db, { ada }) => workOf(db, ada, today),
};
