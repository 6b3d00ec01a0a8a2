import { dropMeeting, nameCommittee, setMeeting } from '@/db/commands/committee/committees';
import { enterBenchmark, removeBenchmark } from '@/db/commands/measure/benchmarks';
import { addMeasure } from '@/db/commands/measure/measure-add';
import { editMeasure, mendMeasure } from '@/db/commands/measure/measure-edit';
import { setOutturn } from '@/db/commands/measure/outturns';
import { rebaseMeasure, removeRebase } from '@/db/commands/measure/rebase';
import { redefineMeasure } from '@/db/commands/measure/redefine';
import { retireMeasure } from '@/db/commands/measure/retire';
import { setScreening } from '@/db/commands/measure/screening';
import { breakSeries, takeBreakBack } from '@/db/commands/measure/series-breaks';
import { nameSource } from '@/db/commands/measure/source';
import { setTarget, takeTargetBack } from '@/db/commands/measure/targets';
import { endDeputy, nameDeputy } from '@/db/commands/people/deputies';
import { giveMeasures } from '@/db/commands/people/measures-given';
import { addPerson, endSessions, giveRole, invite, link, takeRole } from '@/db/commands/people/people';
import { changeDetails, comeBack, readdress, rename } from '@/db/commands/people/person-change';
import { leave, nameHead, nameOwner } from '@/db/commands/people/posts';
import { setRoles } from '@/db/commands/people/role-change';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, beginCorrection, returnReading, submitReading } from '@/db/commands/reading/reading-steps';
import { announceRelease, cancelRelease, moveRelease } from '@/db/commands/release/announcements';
import { giveEarlyReading, readEarly, takeEarlyReading } from '@/db/commands/release/early-reading';
import { publishEdition } from '@/db/commands/release/editions';
import { releaseDue } from '@/db/commands/release/releases-due';
import { withdrawEdition } from '@/db/commands/release/withdraw';
import { addService, changeService } from '@/db/commands/service/services';
import { acceptInvitation, linkByInvitation } from '@/db/commands/sign-in/invitations';
import { changePassword } from '@/db/commands/sign-in/passwords';
import { endOwnSessions, endSession, signOutEverywhere } from '@/db/commands/sign-in/sessions';
import { signInByPassword } from '@/db/commands/sign-in/sign-in';
import { signInByIdentity } from '@/db/commands/sign-in/single-sign-on';
import type { Database } from '@/db/connection/client';
import { nextEdition } from '@/db/facts/next-edition';
import { measureFields } from '@/lib/framework/measure-change';
import { serviceFields } from '@/lib/framework/service-entry';
import { draft, target } from './drafts';
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
export function everyCommand(db: Database, { as, id, buses, trams }: Council): [string, () => Promise<unknown>][] {
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
        const words = { name: 'Ferries', notice: null, place: 1, release: 'release', quarantineHours: null } as const;
        await addService(db, as('Ada'), { slug: 'ferries', words });
        const changed = { ...words, notice: 'Counted at the quays.', place: 3 };
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
    ['drop a meeting', () => dropMeeting(db, server, { committee: 'travel', day: '2026-11-05' })],
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
      'a release fails',
      async () => {
        const day = '2026-09-21';
        const acting = as('Ada', { at: `${day}T09:00:00Z`, today: day });
        const acknowledged = await warnings(trams, day);
        const dueAt = `${day}T12:00:00Z`;
        await announceRelease(db, acting, { service: 'trams', asAt: day, note: null, acknowledged, dueAt });
        const last = await db.query.readings.findFirst({ where: (row, { eq }) => eq(row.state, 'approved') });
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
