import { nameCommittee } from '@/db/commands/committee/committees';
import { enterHoliday, removeHoliday } from '@/db/commands/committee/holidays';
import { dropMeeting, moveMeeting, setMeeting } from '@/db/commands/committee/meetings';
import { decideForMeasure, decideForService } from '@/db/commands/disclosure/decide';
import { askException, confirmException, endException } from '@/db/commands/disclosure/exceptions';
import { confirmHistory, discardHistory } from '@/db/commands/elsewhere/history-steps';
import { layHistory } from '@/db/commands/elsewhere/lay-history';
import { changeTerm, explainTerm, removeTerm } from '@/db/commands/glossary/terms';
import { enterBenchmark, removeBenchmark } from '@/db/commands/measure/benchmarks';
import { addMeasure } from '@/db/commands/measure/measure-add';
import { editMeasure, mendMeasure } from '@/db/commands/measure/measure-edit';
import { reorderMeasures } from '@/db/commands/measure/measure-order';
import { setOutturn } from '@/db/commands/measure/outturns';
import { rebaseMeasure, removeRebase } from '@/db/commands/measure/rebase';
import { redefineMeasure } from '@/db/commands/measure/redefine';
import { retireMeasure } from '@/db/commands/measure/retire';
import { setScreening } from '@/db/commands/measure/screening';
import { breakSeries, takeBreakBack } from '@/db/commands/measure/series-breaks';
import { nameSource } from '@/db/commands/measure/source';
import { setTarget, takeTargetBack } from '@/db/commands/measure/targets';
import { setTheme } from '@/db/commands/measure/theme';
import { closeYear } from '@/db/commands/measure/year-close';
import { endDeputy, nameDeputy } from '@/db/commands/people/deputies';
import { giveMeasures } from '@/db/commands/people/measures-given';
import { addPerson, endSessions, giveRole, invite, link, takeRole } from '@/db/commands/people/people';
import { changeDetails, comeBack, readdress, rename } from '@/db/commands/people/person-change';
import { leave, nameHead, nameOwner } from '@/db/commands/people/posts';
import { setRoles } from '@/db/commands/people/role-change';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, beginCorrection, returnReading, submitReading } from '@/db/commands/reading/reading-steps';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import { giveEarlyReading, readEarly, takeEarlyReading } from '@/db/commands/release/early-reading';
import { publishEdition } from '@/db/commands/release/editions';
import { moveRelease } from '@/db/commands/release/move-release';
import { releaseDue } from '@/db/commands/release/releases-due';
import { withdrawEdition } from '@/db/commands/release/withdraw';
import { changeCouncil } from '@/db/commands/service/council';
import { addService, changeService } from '@/db/commands/service/services';
import { hearCheck, silenceCheck } from '@/db/commands/service/silence';
import { acceptInvitation, linkByInvitation } from '@/db/commands/sign-in/invitations';
import { changePassword } from '@/db/commands/sign-in/passwords';
import { endOwnSessions, endSession, signOutEverywhere } from '@/db/commands/sign-in/sessions';
import { signInByPassword } from '@/db/commands/sign-in/sign-in';
import { signInByIdentity } from '@/db/commands/sign-in/single-sign-on';
import type { Database } from '@/db/connection/client';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { yearEndPage } from '@/db/queries/framework/year-end';
import { councilFields } from '@/lib/framework/council-entry';
import { measureFields } from '@/lib/framework/measure-change';
import { numberFields } from '@/lib/framework/measure-order';
import { type ServiceWords, serviceFields } from '@/lib/framework/service-entry';
import { months } from '../bring-in/laid-history';
import { bringIn, understood } from './brought';
import { draft, target } from './drafts';
import { everyWish } from './wishes';
import { content, emailOf, submitted, today, type workingCouncil } from './working-council';

type Council = Awaited<ReturnType<typeof workingCouncil>>;

const browser = { session: null, device: null, address: null };
const by = (minute: number) => ({ who: null, at: `2026-08-17T10:${String(minute).padStart(2, '0')}:00Z` });
const server = by(0);
const decision = { reason: 'The guide changed.', decidedBy: 'Cabinet', decidedOn: '2026-08-10' };
const [first, second] = ['a long walk by the river', 'a longer walk by the sea'];
const sso = 'https://login.testshire.example';

/**
 * One of every command that changes a row which the public or a right rests on, in an order in which each may be; a council
 * with three bus measures from March 2026 on. Every guarded table has at least two rows at the end.
 */
export function everyCommand(
  db: Database,
  { as, id, person, buses, trams, measures }: Council,
): [string, () => Promise<unknown>][] {
  const kept: Record<string, string> = {};
  let releases = 0;
  const approve = async (month: string) =>
    approveReading(db, as('Hana'), await submitted(db, as('Olive'), 'bus-01', content(), `2026-${month}-01`));
  const warnings = async (service: typeof buses, day: string) =>
    (await nextEdition(db, service, day, 'signed')).findings.warnings.map(({ id: finding }) => ({
      finding,
      reason: 'Known',
    }));
  const publish = async (day = today) => {
    const acting = as('Ada', { at: `${day}T11:00:00Z`, today: day });
    const acknowledged = await warnings(buses, day);
    return publishEdition(db, acting, { service: 'buses', asAt: day, note: null, acknowledged });
  };
  const correct = async (month: string, value: string) => {
    const reading = await db.query.readings.findFirst({
      where: (row, { and, eq }) => and(eq(row.periodStart, `2026-${month}-01`), eq(row.state, 'published')),
    });
    const begun = await beginCorrection(db, as('Olive'), {
      readingId: reading?.id ?? 0,
      version: reading?.version ?? 0,
    });
    const corrected = content({ value, publicNote: 'A depot was missed.' });
    const place = { code: 'bus-01', periodStart: `2026-${month}-01`, version: begun.version, content: corrected };
    await approveReading(
      db,
      as('Hana'),
      await submitReading(db, as('Olive'), await saveReading(db, as('Olive'), place)),
    );
  };
  const announce = async (month: string) => {
    const day = `2026-${month}-20`;
    const submission = await submitted(
      db,
      as('Otis', { at: `${day}T08:00:00Z`, today: day }),
      'tram-01',
      content(),
      `2026-0${Number(month) - 1}-01`,
    );
    await approveReading(db, as('Hester', { at: `${day}T08:10:00Z`, today: day }), submission);
    const acknowledged = await warnings(trams, day);
    const dueAt = `${day}T12:00:00Z`;
    const acting = as('Ada', { at: `${day}T09:00:00Z`, today: day });
    const { id: release } = await announceRelease(db, acting, {
      service: 'trams',
      asAt: day,
      note: null,
      acknowledged,
      dueAt,
    });
    releases = release;
    const later = `${day}T13:00:00Z`;
    const moved = () => moveRelease(db, acting, { id: release, dueAt, toAt: later, reason: 'The room is taken.' });
    return { id: release, seen: submission, acting, later, moved, day };
  };
  return [
    [
      'bring in what was published elsewhere, confirm it and throw it away',
      async () => {
        const tram = measures.at(-1)?.id ?? 0;
        const bring = (start: string) =>
          db.transaction((tx) =>
            layHistory(tx, {
              at: as('Ada').at,
              who: id.Ada,
              serviceId: trams.id,
              where: 'the annual report',
              on: '2026-03-20',
              importId: null,
              file: null,
              rows: months(tram, start, ['88', '89']),
            }),
          );
        await bring('2025-11-01');
        await confirmHistory(db, as('Hester'), { id: 1 });
        await bring('2026-01-01');
        await discardHistory(db, as('Ada'), { id: 2, reason: 'The wrong file' });
      },
    ],
    [
      'approve and publish',
      async () => {
        for (const month of ['03', '04', '05', '06']) await approve(month);
        await publish();
      },
    ],
    [
      'correct and publish, twice',
      async () => {
        for (const [month, value] of [
          ['03', '92'],
          ['04', '93'],
        ] as const) {
          await correct(month, value);
          await publish();
        }
      },
    ],
    [
      'add a service, and change it',
      async () => {
        const words: ServiceWords = {
          name: 'Ferries',
          slug: 'ferries',
          notice: null,
          place: 1,
          release: 'release',
          quarantineHours: null,
        };
        await addService(db, as('Ada'), { words });
        const changed = { ...words, slug: 'ferries-and-piers', notice: 'Counted at the quays.', place: 3 };
        await changeService(db, as('Ada'), { slug: 'ferries', words: changed, was: serviceFields(words) });
      },
    ],
    [
      'add a measure, change it and mend a slip in it',
      async () => {
        const before = draft({ code: 'ferry-01', title: 'Ferries that runn' });
        await addMeasure(db, as('Ada'), { service: 'ferries', draft: before });
        const changed = { ...before, lagDays: 30 };
        const was = measureFields(before);
        await editMeasure(db, as('Ada'), { code: 'ferry-01', draft: changed, was, reason: 'More time.' });
        const mended = { title: 'Ferries that run', definition: before.definition };
        await mendMeasure(db, as('Ada'), { code: 'ferry-01', ...mended, was: before, reason: 'A typo.' });
      },
    ],
    [
      'put measures in another order',
      async () => {
        const ferry = { code: 'ferry-01', title: 'Ferries that run', number: draft().number };
        const numbers = new Map([['ferry-01', ferry.number + 1]]);
        await reorderMeasures(db, as('Ada'), { service: 'ferries', numbers, was: numberFields([ferry]) });
      },
    ],
    [
      'change what is kept of the council',
      async () => {
        const before = { name: 'Testshire', contact: 'figures@testshire.example', areaCode: null, licence: null };
        const words = { ...before, areaCode: 'E06000999', licence: 'Open Government Licence v3.0' };
        await changeCouncil(db, as('Ada'), { words, was: councilFields(before) });
      },
    ],
    [
      'set targets, and take one back',
      async () => {
        const [first, second] = [target('80'), target('85', { effectiveFrom: '2026-10-01' })];
        await setTarget(db, as('Ada'), { code: 'ferry-01', draft: first, was: {} });
        const was = { 'the target from July 2026': 'at least 80%' };
        await setTarget(db, as('Ada'), { code: 'ferry-01', draft: second, was });
        await takeTargetBack(db, as('Ada'), { code: 'ferry-01', from: '2026-10-01', reason: 'The wrong year.' });
      },
    ],
    [
      'enter an outturn, and another in its place',
      async () => {
        const entered = { year: 2025, source: 'The return', reason: 'A quay was missed.' };
        await setOutturn(db, as('Ada'), { code: 'ferry-01', draft: { ...entered, value: '81' }, was: {} });
        const was = { 'the outturn of 2025/26': '81' };
        await setOutturn(db, as('Ada'), { code: 'ferry-01', draft: { ...entered, value: '82' }, was });
      },
    ],
    [
      'close a year',
      async () => {
        const ferry = draft({ number: 9, code: 'ferry-02', requiredFrom: '2026-03-01', window: 'snapshot' });
        await addMeasure(db, as('Ada'), { service: 'ferries', draft: ferry });
        await nameHead(db, server, { service: 'ferries', email: emailOf('Hester') });
        await nameOwner(db, server, { code: 'ferry-02', email: emailOf('Otis') });
        await setTarget(db, as('Ada'), {
          code: 'ferry-02',
          draft: target('80', { effectiveFrom: '2026-03-01' }),
          was: {},
        });
        const march = await submitted(db, as('Otis'), 'ferry-02', content(), '2026-03-01');
        await approveReading(db, as('Hester'), march);
        const page = await yearEndPage(db, await person('Ada'), 'ferries-and-piers', today);
        const { code, seen } = page?.rows.find(({ group }) => group === 'certain') ?? { code: '', seen: '' };
        await closeYear(db, as('Ada'), { service: 'ferries', confirm: [{ code, seen }] });
      },
    ],
    [
      'decide on small counts, and show some all the same',
      async () => {
        const decided = {
          method: 'hide',
          threshold: 5,
          reason: 'So few are recognised.',
          decidedBy: 'Cabinet',
        } as const;
        const decision = { ...decided, decidedOn: '2026-08-10' };
        await decideForService(db, as('Ada'), { service: 'ferries-and-piers', decision, was: 0 });
        const crew = draft({
          number: 11,
          code: 'ferry-03',
          requiredFrom: '2026-03-01',
          decimals: 0,
          countsPeople: true,
        });
        await addMeasure(db, as('Ada'), { service: 'ferries-and-piers', draft: crew });
        await nameOwner(db, server, { code: 'ferry-03', email: emailOf('Otis') });
        await decideForMeasure(db, as('Ada'), { code: 'ferry-03', decision, was: 0 });
        for (const [periodStart, comments] of [
          ['2026-03-01', 'The boats were laid up for the winter.'],
          ['2026-04-01', 'Sailings began again once the pier was mended.'],
        ] as const) {
          const few = content({ value: null, numerator: '3', denominator: '40', comments });
          const written = await submitted(db, as('Otis'), 'ferry-03', few, periodStart);
          await approveReading(db, as('Hester'), written);
          const figure = { code: 'ferry-03', periodStart, reason: 'They published it themselves.' };
          await askException(db, as('Otis'), figure);
        }
        await endException(db, as('Hester'), { id: 1, reason: 'They did not.' });
        await confirmException(db, as('Hester'), { id: 2 });
      },
    ],
    [
      'break a series, and take that back',
      async () => {
        const place = { code: 'bus-01', periodStart: '2026-08-01' };
        await breakSeries(db, as('Ada'), { ...place, reason: 'Trams left.' });
        await takeBreakBack(db, as('Ada'), { ...place, reason: 'They did not.' });
      },
    ],
    [
      'name a source',
      () => nameSource(db, server, { code: 'bus-01', source: 'The depots', ownerRole: 'Head of Buses' }),
    ],
    [
      'redefine',
      () =>
        redefineMeasure(db, server, {
          code: 'bus-02',
          from: '2026-06-01',
          definition: 'Less than a minute late.',
          ...decision,
        }),
    ],
    [
      'break series',
      async () => {
        for (const code of ['bus-02', 'bus-03'])
          await breakSeries(db, server, { code, periodStart: '2026-05-01', reason: `Trams left ${code}.` });
      },
    ],
    [
      'rebase',
      async () => {
        for (const month of ['04', '05', '06'])
          await rebaseMeasure(db, as('Ada'), {
            code: 'bus-01',
            periodStart: `2026-${month}-01`,
            reason: `A new timetable in month ${month}.`,
          });
      },
    ],
    [
      'remove a rebase',
      () => removeRebase(db, as('Ada'), { code: 'bus-01', periodStart: '2026-04-01', reason: 'The wrong month.' }),
    ],
    ['set screening', () => setScreening(db, as('Ada'), { code: 'bus-01', on: true, reason: 'Snow in March.' })],
    [
      'enter comparators',
      async () => {
        for (const name of ['England', 'North East', 'Ours'])
          await enterBenchmark(db, as('Ada'), {
            code: 'bus-01',
            name,
            source: 'DfT',
            alike: true,
            note: 'Alike.',
            values: [
              { from: '2026-03-01', until: '2026-03-31', value: '80' },
              { from: '2026-04-01', until: '2026-04-30', value: '81' },
            ],
          });
      },
    ],
    [
      'correct a comparator',
      () =>
        enterBenchmark(db, as('Ada'), {
          code: 'bus-01',
          name: 'England',
          source: 'DfT',
          alike: false,
          note: 'Not alike.',
          values: [{ from: '2026-03-01', until: '2026-03-31', value: '82' }],
        }),
    ],
    [
      'remove a comparator',
      () => removeBenchmark(db, as('Ada'), { code: 'bus-01', name: 'Ours', reason: 'It was ours.' }),
    ],
    [
      'retire, and publish without',
      async () => {
        for (const code of ['bus-02', 'bus-03'])
          await retireMeasure(db, server, { code, retiredOn: '2026-08-17', ...decision });
        await publish('2026-08-20');
      },
    ],
    [
      'withdraw editions',
      async () => {
        for (const number of [2, 3])
          await withdrawEdition(db, as('Ada', { at: '2026-08-20T12:00:00Z', today: '2026-08-20' }), {
            service: 'buses',
            number,
            reason: `Edition ${number} was a mistake.`,
          });
      },
    ],
    [
      'name committees',
      async () => {
        for (const slug of ['travel', 'roads'])
          await nameCommittee(db, server, { slug, name: slug, services: ['buses'] });
      },
    ],
    ['name a committee anew', () => nameCommittee(db, server, { slug: 'travel', name: 'Travel', services: ['trams'] })],
    [
      'set meetings',
      async () => {
        for (const day of ['2026-09-03', '2026-10-01', '2026-11-05'])
          await setMeeting(db, server, { committee: 'travel', day });
        await setMeeting(db, server, { committee: 'roads', day: '2026-12-01' });
      },
    ],
    [
      'drop a meeting',
      () => dropMeeting(db, server, { committee: 'travel', day: '2026-11-05', reason: 'No business.' }),
    ],
    [
      'move meetings',
      async () => {
        const reason = 'The room is taken.';
        await moveMeeting(db, server, { committee: 'travel', day: '2026-09-03', to: '2026-09-10', reason });
        await moveMeeting(db, by(1), { committee: 'travel', day: '2026-10-01', to: '2026-10-08', reason });
      },
    ],
    [
      'enter bank holidays, and take one away',
      async () => {
        for (const day of ['2026-09-21', '2026-10-19', '2026-11-16'])
          await enterHoliday(db, as('Ada'), { day, name: `Jubilee of ${day}`, insteadOf: null });
        await removeHoliday(db, as('Ada'), { day: '2026-11-16' });
      },
    ],
    [
      'explain words, change one and remove one',
      async () => {
        for (const term of ['FTE', 'LAC', 'YOT']) await explainTerm(db, as('Ada'), { term, meaning: 'Three letters.' });
        const was = { 'the word': 'FTE', 'the meaning': 'Three letters.' };
        await changeTerm(db, as('Ada'), { id: 1, words: { term: 'FTE', meaning: 'Full-time equivalent.' }, was });
        await removeTerm(db, as('Ada'), { id: 3, was: { 'the word': 'YOT', 'the meaning': 'Three letters.' } });
      },
    ],
    [
      'silence warnings for services, and show one again',
      async () => {
        for (const rule of ['W2', 'W3', 'W9'] as const)
          await silenceCheck(db, as('Ada'), { slug: 'buses', rule, reason: `Buses needs no ${rule}.` });
        await hearCheck(db, as('Ada'), { slug: 'buses', rule: 'W9' });
      },
    ],
    [
      'put a measure under a theme',
      () => setTheme(db, as('Ada'), { code: 'ferry-01', theme: 'Getting about', was: '' }),
    ],
    [
      'add a person, and invite again',
      async () => {
        await addPerson(db, server, { name: 'Zoe', email: 'zoe@testshire.example' });
        kept.token = (await invite(db, server, { email: 'zoe@testshire.example' })).token;
      },
    ],
    [
      'take up an invitation',
      async () => {
        kept.session = (await acceptInvitation(db, { token: kept.token ?? '', password: first, browser })).token;
      },
    ],
    [
      'change a password',
      async () => {
        const zoe = await db.query.people.findFirst({ where: (row, { eq }) => eq(row.name, 'Zoe') });
        await changePassword(db, { personId: zoe?.id ?? 0, present: first, wanted: second, browser });
      },
    ],
    [
      'sign in, and be refused',
      async () => {
        for (const password of [second, first]) {
          const begun = await signInByPassword(db, { email: 'zoe@testshire.example', password, browser });
          if ('token' in begun) kept.session = begun.token;
        }
      },
    ],
    [
      'sign in again in that browser',
      async () => {
        const begun = await signInByPassword(db, {
          email: 'zoe@testshire.example',
          password: second,
          browser: { ...browser, session: kept.session ?? null },
        });
        if ('token' in begun) kept.session = begun.token;
      },
    ],
    ['end other sessions', () => endOwnSessions(db, { token: kept.session ?? null, which: null })],
    ['sign out', () => endSession(db, kept.session ?? null)],
    ['rename', () => rename(db, server, { email: 'zoe@testshire.example', name: 'Zoe Park' })],
    [
      'readdress',
      () => readdress(db, server, { email: 'zoe@testshire.example', wanted: 'zoe.park@testshire.example' }),
    ],
    [
      'give roles',
      async () => {
        for (const role of ['councillor', 'administrator'] as const)
          await giveRole(db, server, { email: emailOf('Nora'), role });
      },
    ],
    ['take a role', () => takeRole(db, server, { email: emailOf('Nora'), role: 'councillor' })],
    [
      'set roles together, and back',
      async () => {
        await setRoles(db, as('Adam'), { id: id.Otis, roles: ['councillor'], seen: [] });
        await setRoles(db, as('Adam'), { id: id.Otis, roles: [], seen: ['councillor'] });
      },
    ],
    [
      'change name and address together',
      () =>
        changeDetails(db, as('Adam'), {
          id: id.Oskar,
          name: 'Oskar Park',
          email: 'oskar.park@testshire.example',
          seen: { name: 'Oskar', email: emailOf('Oskar') },
        }),
    ],
    [
      'link identities',
      async () => {
        for (const name of ['Nora', 'Cal'] as const)
          await link(db, server, { email: emailOf(name), issuer: sso, subject: `7-${name}` });
      },
    ],
    [
      'link by an invitation',
      async () => {
        const { token } = await invite(db, server, { email: emailOf('Dev') });
        await linkByInvitation(db, { token, issuer: sso, subject: '7-Dev', browser });
      },
    ],
    [
      'sign in by single sign-on',
      async () => {
        for (const subject of ['7-Nora', '7-Cal', 'nobody'])
          await signInByIdentity(db, { issuer: sso, subject, browser });
      },
    ],
    ['end sessions', () => endSessions(db, server, { email: emailOf('Nora') })],
    ['sign out everywhere', () => signOutEverywhere(db, id.Cal)],
    ['name an owner', () => nameOwner(db, server, { code: 'bus-02', email: emailOf('Nora') })],
    [
      'give measures, and back',
      async () => {
        await giveMeasures(db, as('Adam'), { from: id.Oskar, to: id.Otis, codes: ['bus-03'] });
        await giveMeasures(db, as('Adam'), { from: id.Otis, to: id.Oskar, codes: ['bus-03'] });
      },
    ],
    ['name a head', () => nameHead(db, server, { service: 'buses', email: emailOf('Nora') })],
    [
      'name deputies',
      async () => {
        for (const month of ['09', '10', '12'])
          await nameDeputy(db, server, {
            service: 'buses',
            email: emailOf('Dev'),
            fromDay: `2026-${month}-01`,
            untilDay: `2026-${month}-28`,
          });
        const tram = { service: 'trams', email: emailOf('Dev'), fromDay: '2026-09-01', untilDay: '2026-09-30' };
        await nameDeputy(db, server, tram);
      },
    ],
    [
      'end a deputyship before it began',
      () => endDeputy(db, server, { service: 'buses', email: emailOf('Dev'), untilDay: '2026-11-30' }),
    ],
    [
      'end a deputyship early',
      () => endDeputy(db, server, { service: 'buses', email: emailOf('Dev'), untilDay: '2026-10-10' }),
    ],
    ['leave', () => leave(db, by(7), { email: emailOf('Nora') })],
    ['come back', () => comeBack(db, by(8), { email: emailOf('Nora') })],
    [
      'announce, move, give and take early reading',
      async () => {
        const { id: release, acting, moved, day } = await announce('08');
        await moved();
        for (const [hour, name] of [
          ['09', 'Cal'],
          ['10', 'Dev'],
          ['11', 'Olive'],
        ] as const)
          await giveEarlyReading(db, acting, { id: release, email: emailOf(name), fromAt: `${day}T${hour}:00:00Z` });
        await readEarly(db, as('Cal', { at: `${day}T09:30:00Z`, today: day }), release);
        await takeEarlyReading(db, acting, { id: release, personId: id.Olive });
      },
    ],
    ['release', () => releaseDue(db, '2026-08-20T13:00:00Z')],
    [
      'announce, move and cancel',
      async () => {
        const { id: release, acting, later, moved } = await announce('09');
        await moved();
        await cancelRelease(db, acting, { id: release, dueAt: later, reason: 'Not yet.' });
      },
    ],
    [
      'bring in a file with one of each',
      async () => {
        await giveRole(db, server, { email: emailOf('Ada'), role: 'administrator' });
        const last = as('Ada', { at: '2026-09-21T08:00:00Z', today: '2026-09-21' });
        const file = await understood(db, last, everyWish());
        await bringIn(db, last, file.id);
        await takeRole(db, server, { email: emailOf('Ada'), role: 'administrator' });
        return file.counts.refuse === 0 ? null : Promise.reject(new Error('a row of the file was refused'));
      },
    ],
    [
      'a release fails',
      async () => {
        const day = '2026-09-21';
        const acting = as('Ada', { at: `${day}T09:00:00Z`, today: day });
        const acknowledged = await warnings(trams, day);
        const dueAt = `${day}T12:00:00Z`;
        await announceRelease(db, acting, { service: 'trams', asAt: day, note: null, acknowledged, dueAt });
        const last = await db.query.readings.findFirst({
          where: (row, { eq }) => eq(row.state, 'approved'),
          orderBy: (row, { desc }) => desc(row.id),
        });
        const readingVersion = { readingId: last?.id ?? 0, version: last?.version ?? 0 };
        await returnReading(db, as('Hester', { at: `${day}T10:00:00Z`, today: day }), {
          ...readingVersion,
          reason: 'Look again',
          suggested: null,
        });
        const [end] = await releaseDue(db, dueAt);
        if (!end || !('why' in end)) throw new Error(`release ${releases} did not fail`);
      },
    ],
  ];
}
