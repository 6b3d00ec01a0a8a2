import { coloursByEdition } from '@/db/queries/overview/colours-by-edition';
import * as calendar from '@/db/queries/published/calendar';
import * as committeePapers from '@/db/queries/published/committee-papers';
import * as committees from '@/db/queries/published/committees';
import { councilState } from '@/db/queries/published/council-state';
import * as papers from '@/db/queries/published/edition-papers';
import * as editions from '@/db/queries/published/editions';
import * as feed from '@/db/queries/published/feed';
import * as glossary from '@/db/queries/published/glossary';
import * as inForce from '@/db/queries/published/in-force';
import { jointBasis } from '@/db/queries/published/joint-paper-source';
import { rendering } from '@/db/queries/published/kept-pages';
import * as measures from '@/db/queries/published/measures';
import * as openData from '@/db/queries/published/open-data';
import { paperSource } from '@/db/queries/published/paper-source';
import * as retired from '@/db/queries/published/retired';
import * as searchable from '@/db/queries/published/searchable';
import { rowsOfEditions } from '@/db/queries/published/standing-editions';
import { at, today } from './large-council';
import type { Question } from './scene';

const hash = '0'.repeat(64);

/** Every question of the public wall, by the name of its function, as a page or a file asks it. */
export const publicQuestions: Record<string, Question> = {
  coloursByEdition: (db) => coloursByEdition(db, at),
  releaseCalendar: (db) => calendar.releaseCalendar(db),
  comingReleases: (db) => calendar.comingReleases(db),
  keptCommitteePaper: (db) => committeePapers.keptCommitteePaper(db, 1, 'pdf'),
  committeePaperSizes: (db) => committeePapers.committeePaperSizes(db, 'scrutiny', at),
  committeesWithoutPapers: (db) => committeePapers.committeesWithoutPapers(db, at, 10),
  committeesInPublic: (db) => committees.committeesInPublic(db, at),
  committeeInPublic: (db) => committees.committeeInPublic(db, 'scrutiny', at),
  councilState: (db) => councilState(db, at, today),
  rowsOfEditions: async (db) => rowsOfEditions(db, (await councilState(db, at, today))?.editions ?? []),
  editionsOf: (db) => editions.editionsOf(db, 'service-1', 2_000_000_000),
  revisionsOf: (db) => editions.revisionsOf(db, 'service-1', { before: 2_000_000_000, code: null }),
  'revisionsOf a measure': (db) => editions.revisionsOf(db, 'service-1', { before: 2_000_000_000, code: 'm-1-1' }),
  correctedSince: (db, { latest }) => editions.correctedSince(db, latest),
  latestEditions: (db) => feed.latestEditions(db, null),
  'latestEditions of a service': (db) => feed.latestEditions(db, 'service-1'),
  feedRows: async (db) =>
    feed.feedRows(
      db,
      (await feed.latestEditions(db, 'service-1')).map(({ id }) => id),
    ),
  glossaryInPublic: (db) => glossary.glossaryInPublic(db),
  termsOf: (db, { latest }) => glossary.termsOf(db, latest),
  theCouncil: (db) => inForce.theCouncil(db),
  editionInForce: (db) => inForce.editionInForce(db, 'service-1', at),
  'editionInForce of an early day': (db) => inForce.editionInForce(db, 'service-1', '2022-08-17T09:42:00Z'),
  editionByNumber: (db) => inForce.editionByNumber(db, 'service-1', 2),
  editionWithMeasure: (db) => inForce.editionWithMeasure(db, 'm-1-1', at),
  firstPublished: (db) => inForce.firstPublished(db, 'service-1'),
  presentSlugInPublic: (db) => inForce.presentSlugInPublic(db, 'service-0'),
  rowsOf: (db, { latest }) => inForce.rowsOf(db, latest),
  servicesInForce: (db) => inForce.servicesInForce(db, at),
  jointBasis: (db) => jointBasis(db, 'scrutiny', { today, origin: 'https://testshire.example' }),
  rendering: (db, { latest }) => rendering(db, latest, hash),
  frozenPage: (db, { latest }) => measures.frozenPage(db, latest, 'm-1-1'),
  readingsPublished: (db, { latest }) => measures.readingsPublished(db, { editionId: latest, code: 'm-1-1', most: 24 }),
  oldestPublished: (db, { latest }) => measures.oldestPublished(db, latest, 'm-1-1'),
  sheetsOf: (db, { latest }) => measures.sheetsOf(db, [latest]),
  editionsInForce: (db) => openData.editionsInForce(db, at),
  measuresOf: (db, { latest }) => openData.measuresOf(db, [latest], { most: 50 }),
  readingsKnown: (db, { latest }) => openData.readingsKnown(db, latest, ['m-1-1']),
  'readingsKnown of a year': (db, { latest }) =>
    openData.readingsKnown(db, latest, ['m-1-1'], { from: '2025-08-01', until: '2026-07-01' }),
  latestReadings: (db, { latest }) => openData.latestReadings(db, [latest]),
  measureList: (db, { latest }) => openData.measureList(db, [latest]),
  measureCodes: (db, { latest }) => openData.measureCodes(db, [latest]),
  paperSource: async (db) => {
    const edition = await inForce.editionInForce(db, 'service-1', at);
    if (!edition) throw new Error('no edition is in force');
    return paperSource(db, edition, 'https://testshire.example/scorecards/service-1');
  },
  keptPaper: (db, { latest }) => papers.keptPaper(db, latest, 'pdf'),
  paperSizes: (db, { latest }) => papers.paperSizes(db, latest),
  editionsWithoutPapers: (db) => papers.editionsWithoutPapers(db, at, 10),
  departuresOf: (db) => retired.departuresOf(db, 'service-1', at),
  departureOf: (db) => retired.departureOf(db, 'm-1-1', at),
  lastRowOf: (db) => retired.lastRowOf(db, 'm-1-1', at),
  searchedEditions: (db) => searchable.searchedEditions(db, at),
  searchedMeasures: async (db) => searchable.searchedMeasures(db, await searchable.searchedEditions(db, at), today),
};
