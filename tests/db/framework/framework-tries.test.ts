import { desc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { addMeasure } from '@/db/commands/measure/measure-add';
import { editMeasure, mendMeasure } from '@/db/commands/measure/measure-edit';
import { reorderMeasures } from '@/db/commands/measure/measure-order';
import { setOutturn } from '@/db/commands/measure/outturns';
import { retireMeasure, takeRetirementBack } from '@/db/commands/measure/retire';
import { breakSeries, takeBreakBack } from '@/db/commands/measure/series-breaks';
import { takeTargetBack } from '@/db/commands/measure/target-removal';
import { setTarget } from '@/db/commands/measure/targets';
import { closeYear } from '@/db/commands/measure/year-close';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { announceRelease } from '@/db/commands/release/announce';
import { cancelRelease } from '@/db/commands/release/cancel-release';
import type { Acting } from '@/db/commands/road/who-and-when';
import { addService, changeService } from '@/db/commands/service/services';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { draftOf } from '@/db/facts/measure-draft';
import { yearEndPage } from '@/db/queries/framework/year-end';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, measures as kept } from '@/db/schema';
import { measureFields } from '@/lib/framework/measure-differences';
import { numberFields } from '@/lib/framework/measure-order';
import { type ServiceWords, serviceFields } from '@/lib/framework/service-entry';
import { targetFields } from '@/lib/framework/target-effect';
import { type Change, permissions } from '@/lib/people/change-permissions';
import { eventSentence } from '@/lib/record/event-sentence';
import { decision, draft, target } from '../../support/council/drafts';
import { at, content, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 12 });
const { as, id, person, buses, measures } = await workingCouncil(db, { buses: 3, from: '2026-05-01' });
// Measure 2 has a figure at the end of the year before.
await db.update(kept).set({ window: 'snapshot', requiredFrom: '2026-03-01' }).where(eq(kept.code, 'bus-02'));
await openRecord(db, at);
const march = await submitted(db, as('Olive'), 'bus-02', content({ unusual: 'So it was.' }), '2026-03-01');
await approveReading(db, as('Hana'), march);
const [first] = measures;
if (!first) throw new Error('there is no measure');
await breakSeries(db, { who: null, at }, { code: 'bus-01', periodStart: '2026-06-01', reason: 'Trams left.' });
await retireMeasure(db, { who: null, at }, { code: 'bus-03', retiredOn: '2026-08-31', ...decision });

const words: ServiceWords = {
  name: 'Buses',
  slug: 'buses',
  notice: null,
  place: 1,
  release: 'release',
  quarantineHours: null,
  contact: null,
};
const april = { 'the target from April 2026': 'at least 90%' };

/** Every change of the framework, in an order in which each may be, with what its refused try is told as. */
const commands: [step: Change, told: string, run: (acting: Acting) => Promise<unknown>][] = [
  [
    'add_service',
    'add a service',
    (acting) => addService(db, acting, { words: { ...words, slug: 'ferries', name: 'Ferries', place: 3 } }),
  ],
  [
    'change_service',
    'change the service',
    (acting) =>
      changeService(db, acting, { slug: 'buses', words: { ...words, notice: 'New.' }, was: serviceFields(words) }),
  ],
  [
    'reorder_measures',
    'put measures in another order',
    (acting) => {
      const numbers = new Map([['bus-02', 9]]);
      const own = measures.filter(({ serviceId }) => serviceId === first.serviceId);
      return reorderMeasures(db, acting, { service: 'buses', numbers, was: numberFields(own) });
    },
  ],
  ['add_measure', 'add a measure', (acting) => addMeasure(db, acting, { service: 'buses', draft: draft() })],
  [
    'change_measure',
    'change measure 1',
    (acting) =>
      editMeasure(db, acting, {
        code: 'bus-01',
        draft: { ...draftOf(first), lagDays: 30 },
        was: measureFields(draftOf(first)),
        reason: 'The depots need longer.',
      }),
  ],
  [
    'mend_measure',
    'mend the words of measure 1',
    (acting) =>
      mendMeasure(db, acting, {
        code: 'bus-01',
        title: first.title,
        definition: `${first.definition} `.replace('How', 'Of how'),
        was: first,
        reason: 'A typo.',
      }),
  ],
  [
    'take_break_back',
    'take back a break in the series of measure 1',
    (acting) => takeBreakBack(db, acting, { code: 'bus-01', periodStart: '2026-06-01', reason: 'They did not.' }),
  ],
  [
    'take_retirement_back',
    'take back the retirement of measure 3',
    (acting) => takeRetirementBack(db, acting, { code: 'bus-03', reason: 'The count goes on.' }),
  ],
  [
    'set_target',
    'set a target for measure 1',
    (acting) => setTarget(db, acting, { code: 'bus-01', draft: target('95'), was: april }),
  ],
  [
    'take_target_back',
    'take back a target of measure 1',
    (acting) => takeTargetBack(db, acting, { code: 'bus-01', from: '2026-07-01', reason: 'The wrong year.' }),
  ],
  [
    'set_outturn',
    'set an outturn of measure 1',
    (acting) =>
      setOutturn(db, acting, {
        code: 'bus-01',
        draft: { year: 2025, value: '88', source: 'The return', reason: '' },
        was: {},
      }),
  ],
  [
    'close_year',
    'close a year of the service',
    async (acting) => {
      const page = await yearEndPage(db, await person('Ada'), 'buses', today);
      const seen = page?.rows.find(({ code }) => code === 'bus-02')?.seen ?? '';
      return closeYear(db, acting, { service: 'buses', confirm: [{ code: 'bus-02', seen }] });
    },
  ],
];

test('every change of the framework is tried here', () => {
  const { otherwise } = permissions.add_service;
  const kept = (Object.keys(permissions) as Change[]).filter((change) => permissions[change].otherwise === otherwise);
  expect(commands.map(([step]) => step)).toEqual(kept);
  expect(Object.keys(targetFields([], first))).toEqual([]);
});

test('while a release is announced nothing of its service changes, and each try is told so', async () => {
  const { findings } = await nextEdition(db, buses, today, 'signed');
  const acknowledged = findings.warnings.map((warning) => ({ finding: warning.id, reason: 'Known' }));
  const dueAt = '2026-08-18T08:30:00Z';
  const release = await announceRelease(db, as('Ada'), {
    service: 'buses',
    asAt: today,
    note: null,
    dueAt,
    acknowledged,
  });
  for (const [step, , run] of commands.filter(([name]) => name !== 'add_service'))
    expect(await refused(run(as('Ada'))), step).toMatch(
      /^Edition 1 is announced for 09:30 on 18 August 2026 .*wait for it, or cancel it/,
    );
  await cancelRelease(db, as('Ada'), { id: release.id, dueAt, reason: 'Not yet.' });
});

describe.each(commands)('%s', (step, told, run) => {
  test('by anybody else is refused, kept in the record with what they were told, and changes nothing', async () => {
    for (const name of ['Hana', 'Dev', 'Olive', 'Cal', 'Adam', 'Otis', 'Hester', 'Nora'] as const) {
      const before = await db.$count(events);
      expect(await refused(run(as(name)))).toBe(permissions[step].otherwise);
      expect(await db.$count(events)).toBe(before + 1);
      const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
      expect(event).toMatchObject({ kind: 'step_refused', actorId: id[name], details: { step } });
      expect(eventSentence({ kind: 'step_refused', details: event?.details ?? {}, who: name })).toBe(
        `${name} tried to ${told}, and was told: “${permissions[step].otherwise}”`,
      );
    }
  });

  test('the officer’s form sent five times at once is answered once', async () => {
    const keyed = as('Ada', { key: step.padEnd(16, '-') });
    const before = await db.$count(events);
    const ends = await Promise.allSettled(Array.from({ length: 5 }, () => run(keyed)));
    for (const end of ends) expect(end).toEqual({ status: 'fulfilled', value: expect.any(String) });
    expect(await db.$count(events)).toBe(before + 1);
  });
});

test('the record holds', async () => expect((await verifyRecord(db)).tampered).toBeNull());
