import { importList } from '@/db/queries/bring-in/import-list';
import { importPage } from '@/db/queries/bring-in/import-page';
import { figuresLaidBy, madeBy } from '@/db/queries/bring-in/made';
import { keptCalendar } from '@/db/queries/committee/calendar';
import * as committees from '@/db/queries/committee/committees';
import { keptCouncil } from '@/db/queries/framework/council';
import { keptMeasure, newMeasurePlace } from '@/db/queries/framework/measure';
import { measureOrder } from '@/db/queries/framework/measure-order';
import { measureRecord } from '@/db/queries/framework/measure-record';
import { keptMeasures } from '@/db/queries/framework/measures';
import { nextMeasure } from '@/db/queries/framework/next-measure';
import { outturnPage, proposedOutturn } from '@/db/queries/framework/outturns';
import * as services from '@/db/queries/framework/services';
import { keptSilence } from '@/db/queries/framework/silenced-warnings';
import { targetPage } from '@/db/queries/framework/targets';
import { themePage } from '@/db/queries/framework/theme';
import { unclosedFor, yearEndList, yearEndPage } from '@/db/queries/framework/year-end';
import { termUse } from '@/db/queries/glossary/term-use';
import { keptGlossary, keptTerm, servicesWithWords } from '@/db/queries/glossary/terms';
import { accountOf, invitationOf, personAtAddress } from '@/db/queries/people/accounts-and-invitations';
import { demoChoices } from '@/db/queries/people/demo-choices';
import { givingPage } from '@/db/queries/people/giving-page';
import { peopleLeft } from '@/db/queries/people/people-left';
import { everybody } from '@/db/queries/people/people-list';
import { peoplePage, servicesHere } from '@/db/queries/people/people-page';
import { personPage } from '@/db/queries/people/person-page';
import { postsPage, servicePostsPage } from '@/db/queries/people/posts-page';
import { setUpOffer } from '@/db/queries/people/set-up';
import * as sessions from '@/db/queries/sign-in/sessions';
import { signInsPage } from '@/db/queries/sign-in/sign-ins';
import { today } from './large-council';
import type { Question } from './scene';

const token = '0'.repeat(43);

/** What is asked where a council looks after itself and where people sign in, by the name of the function. */
export const settingsQuestions: Record<string, Question> = {
  importList: (db, { ada }) => importList(db, ada),
  importPage: (db, { ada }) => importPage(db, { who: ada, id: 1 }),
  madeBy: (db) => madeBy(db, 1),
  figuresLaidBy: (db) => figuresLaidBy(db, 1),
  keptCalendar: (db, { ada }) => keptCalendar(db, ada, today),
  keptCommittees: (db, { ada }) => committees.keptCommittees(db, ada),
  keptCommittee: (db, { ada }) => committees.keptCommittee(db, ada, 'scrutiny'),
  servicesForCommittee: (db, { ada }) => committees.servicesForCommittee(db, ada),
  keptMeeting: (db, { ada }) => committees.keptMeeting(db, ada, 'scrutiny', '2026-09-10'),
  keptCouncil: (db, { ada }) => keptCouncil(db, ada),
  measureOrder: (db, { ada }) => measureOrder(db, ada, 'service-1'),
  measureRecord: (db, { ada }) => measureRecord(db, ada, 'm-1-1', today),
  keptMeasure: (db, { ada }) => keptMeasure(db, ada, 'm-1-1', today),
  newMeasurePlace: (db, { ada }) => newMeasurePlace(db, ada, 'service-1'),
  keptMeasures: (db, { ada }) => keptMeasures(db, ada, 'service-1', today),
  nextMeasure: (db) => nextMeasure(db, { code: 'm-1-1', number: 1 }, 'target'),
  proposedOutturn: (db, { ada }) => proposedOutturn(db, ada, { code: 'm-1-1', year: 2025 }, today),
  outturnPage: (db, { ada }) => outturnPage(db, ada, 'm-1-1', today),
  keptServices: (db, { ada }) => services.keptServices(db, ada),
  keptService: (db, { ada }) => services.keptService(db, ada, 'service-1'),
  addressProblems: (db, { ada }) => services.addressProblems(db, ada, 'service-3', null),
  presentSlug: (db) => services.presentSlug(db, 'service-0'),
  serviceChoices: (db, { ada }) => services.serviceChoices(db, ada),
  serviceNames: (db, { ada }) => services.serviceNames(db, ada),
  keptSilence: (db, { ada }) => keptSilence(db, ada, 'service-1'),
  targetPage: (db, { ada }) => targetPage(db, ada, 'm-1-1'),
  themePage: (db, { ada }) => themePage(db, ada, 'm-1-1'),
  yearEndPage: (db, { ada }) => yearEndPage(db, ada, 'service-1', today),
  unclosedFor: (db, { ada }) => unclosedFor(db, ada, today),
  yearEndList: (db, { ada }) => yearEndList(db, ada, today),
  termUse: (db, { ada }) => termUse(db, ada, { term: 'depot', meaning: 'Where buses stand.' }, null),
  keptGlossary: (db, { ada }) => keptGlossary(db, ada),
  keptTerm: (db, { ada }) => keptTerm(db, ada, '1'),
  servicesWithWords: (db, { ada }) => servicesWithWords(db, ada),
  givingPage: (db, { ada, olive }) => givingPage(db, ada, { from: olive.id, to: null, service: null }),
  invitationOf: (db) => invitationOf(db, token),
  personAtAddress: (db) => personAtAddress(db, 'olive@testshire.example'),
  accountOf: (db, { olive }) => accountOf(db, olive.id),
  demoChoices: (db) => demoChoices(db),
  peopleLeft: (db, { ada }) => peopleLeft(db, ada),
  everybody: (db) => everybody(db),
  peoplePage: (db, { ada }) => peoplePage(db, ada, today),
  servicesHere: (db) => servicesHere(db, today),
  personPage: (db, { ada, olive }) => personPage(db, ada, olive.id, today),
  postsPage: (db, { ada }) => postsPage(db, ada, today),
  servicePostsPage: (db, { ada }) => servicePostsPage(db, ada, 'service-1', today),
  whoIsSignedIn: (db) => sessions.whoIsSignedIn(db, token),
  personOfSession: (db) => sessions.personOfSession(db, token),
  ownSessions: (db, { olive }) => sessions.ownSessions(db, { personId: olive.id, token }),
  refusedBefore: (db) => sessions.refusedBefore(db, token),
  personOfEndedSession: (db) => sessions.personOfEndedSession(db, token),
  typingOf: (db, { olive }) => sessions.typingOf(db, { id: token, personId: olive.id }),
  setUpOffer: (db) => setUpOffer(db, token),
  signInsPage: (db, { ada }) => signInsPage(db, ada, null),
};
