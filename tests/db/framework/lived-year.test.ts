import { asc, eq } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { setOutturn } from '@/db/commands/measure/outturns';
import { redefineMeasure } from '@/db/commands/measure/redefine';
import { retireMeasure } from '@/db/commands/measure/retire';
import { setTarget } from '@/db/commands/measure/targets';
import { giveMeasures } from '@/db/commands/people/measures-given';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { openRecord } from '@/db/events/opening';
import { targetsOf } from '@/db/facts/measure-facts';
import { outturnPage } from '@/db/queries/framework/outturns';
import { editionInForce, rowsOf } from '@/db/queries/published/in-force';
import { releasePage } from '@/db/queries/release/release-page';
import { verifyRecord } from '@/db/queries/verify/verify';
import { editionRows, editions, measures } from '@/db/schema';
import type { FrozenRow } from '@/lib/edition/edition';
import { targetFields } from '@/lib/framework/target-effect';
import { statusAt } from '@/lib/status/data-status';
import { addDays, endOf } from '@/lib/time/period';
import { target } from '../../support/council/drafts';
import { content, type Name, refused, submitted, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

// A council lives from April 2026 to May 2027; what it does is done on the day on which a council would do it.
const { db } = await freshDatabase({ max: 4 });
const { as, id, person } = await workingCouncil(db, { buses: 5, from: '2026-04-01' });
// Each latest figure stands beside the year before.
await db.update(measures).set({ comparator: 'previous_year' });
await openRecord(db, '2026-04-01T08:00:00Z');

const on = (name: Name, day: string, time = '10:00') => as(name, { at: `${day}T${time}:00Z`, today: day });
const lastDay = (month: string) => endOf({ frequency: 'monthly', start: month });
const owners: Record<string, Name> = {
  'bus-01': 'Olive',
  'bus-02': 'Olive',
  'bus-03': 'Olive',
  'bus-04': 'Olive',
  'bus-05': 'Oskar',
};

/** A month's figure of a measure walks its road on a day. */
async function enter(code: string, month: string, value: string, day: string): Promise<void> {
  const sent = await submitted(db, on(owners[code] as Name, day), code, content({ value }), month);
  await approveReading(db, on('Hana', day, '11:00'), sent);
}

/** Ada publishes on a day, with an answer to whatever the checklist warns of; answers the rows by code. */
async function publish(day: string): Promise<Map<string, FrozenRow>> {
  const page = await releasePage(db, await person('Ada'), 'buses', day);
  expect(page?.findings.blockers, day).toEqual([]);
  const acknowledged = (page?.findings.warnings ?? []).map(({ id: finding }) => ({ finding, reason: 'It is known.' }));
  const request = { service: 'buses', asAt: day, note: null, acknowledged, seen: page?.seen ?? null };
  await publishEdition(db, on('Ada', day, '12:00'), request);
  const edition = await editionInForce(db, 'buses', `${day}T23:00:00.000Z`);
  return new Map((await rowsOf(db, edition?.id ?? 0)).map((row) => [row.code, row]));
}

const statusOn = (row: FrozenRow | undefined, day: string) => row && statusAt(row.schedule, day).status;

/** The figures of a month that nobody holds up, entered ten days after its end. */
async function enterAll(month: string, value: string, codes = Object.keys(owners)): Promise<void> {
  for (const code of codes) await enter(code, month, value, addDays(lastDay(month), 10));
}

/** Each edition as it was when it was published: its hash, and its rows as the database keeps them. */
const kept = new Map<number, string>();
async function keep(): Promise<void> {
  for (const { id: edition, sha256 } of await db.select().from(editions).orderBy(asc(editions.id))) {
    const rows = await db.select().from(editionRows).where(eq(editionRows.editionId, edition));
    const bytes = JSON.stringify([sha256, rows]);
    expect(kept.get(edition) ?? bytes, `edition ${edition}`).toBe(bytes);
    kept.set(edition, bytes);
  }
}

describe('twelve months of a council', () => {
  test('April to June: entered on time, approved, published, and judged each month', async () => {
    for (const [month, value, colour] of [
      ['2026-04-01', '91', 'green'],
      ['2026-05-01', '92', 'green'],
      ['2026-06-01', '88', 'red'],
    ] as const) {
      await enterAll(month, value);
      const day = addDays(lastDay(month), 20);
      const rows = await publish(day);
      expect([...rows.values()].map(({ rag }) => rag.colour)).toEqual(Array(5).fill(colour));
      expect([...rows.values()].map((row) => statusOn(row, day))).toEqual(Array(5).fill('up_to_date'));
      await keep();
    }
  });

  test('July: one figure is late; its row is overdue and says so, until it comes', async () => {
    await enterAll('2026-07-01', '91', ['bus-01', 'bus-02', 'bus-04', 'bus-05']);
    const late = await publish('2026-08-20');
    expect(late.get('bus-03')?.period?.label).toBe('Jun 2026');
    expect([statusOn(late.get('bus-03'), '2026-08-20'), statusOn(late.get('bus-01'), '2026-08-20')]).toEqual([
      'overdue',
      'up_to_date',
    ]);
    await enter('bus-03', '2026-07-01', '90', '2026-08-25');
    const row = (await publish('2026-08-26')).get('bus-03');
    expect([row?.period?.label, statusOn(row, '2026-08-26')]).toEqual(['Jul 2026', 'up_to_date']);
    await keep();
  });

  test('September: a new target is decided, and judges from October on and nothing before', async () => {
    await enterAll('2026-08-01', '92');
    await publish('2026-09-20');
    const [measure] = await db.select().from(measures).where(eq(measures.code, 'bus-01'));
    if (!measure) throw new Error('there is no measure');
    const was = targetFields(await targetsOf(db, [measure.id]), measure);
    const decided = { reason: 'More buses were bought.', decidedBy: 'Cabinet', decidedOn: '2026-09-22' };
    const draft = target('95', { effectiveFrom: '2026-10-01', decision: decided });
    await setTarget(db, on('Ada', '2026-09-24'), { code: 'bus-01', draft, was });
    await enterAll('2026-09-01', '93');
    expect((await publish('2026-10-20')).get('bus-01')).toMatchObject({ rag: { colour: 'green' } });
    await enterAll('2026-10-01', '93');
    const rows = await publish('2026-11-20');
    expect(rows.get('bus-01')?.rag).toMatchObject({ colour: 'red', sentence: expect.stringContaining('95%') });
    expect(rows.get('bus-02')?.rag.colour).toBe('green');
    await keep();
  });

  test('November: a measure has another owner, who enters it from then on', async () => {
    const all = { from: id.Olive, to: id.Otis, codes: ['bus-02'] };
    await giveMeasures(db, on('Adam', '2026-11-25'), all);
    expect(await refused(submitted(db, on('Olive', '2026-12-10'), 'bus-02', content(), '2026-11-01'))).toMatch(
      /own|Otis/,
    );
    owners['bus-02'] = 'Otis';
    await enterAll('2026-11-01', '96');
    expect((await publish('2026-12-20')).get('bus-02')?.current.text).toBe('96%');
    await keep();
  });

  test('December: a measure retires, and is gone from the edition after its last day', async () => {
    const why = { reason: 'The depot closed.', decidedBy: 'Cabinet', decidedOn: '2026-12-15' };
    await retireMeasure(db, on('Ada', '2026-12-28'), { code: 'bus-04', retiredOn: '2026-12-31', ...why });
    // December ends with its last day, so that no edition with the measure in it could have that figure.
    expect(await refused(submitted(db, on('Olive', '2027-01-10'), 'bus-04', content(), '2026-12-01'))).toMatch(
      /retired/,
    );
    delete owners['bus-04'];
    await enterAll('2026-12-01', '96');
    expect([...(await publish('2027-01-20')).keys()]).toEqual(['bus-01', 'bus-02', 'bus-03', 'bus-05']);
    await keep();
  });

  test('January: a measure is counted by another definition, and what was published keeps the old one', async () => {
    await redefineMeasure(db, on('Ada', '2027-01-25'), {
      code: 'bus-03',
      from: '2027-01-01',
      definition: 'How many journeys started less than a minute late.',
      reason: 'The national guide changed.',
      decidedBy: 'Cabinet',
      decidedOn: '2027-01-20',
    });
    await enterAll('2027-01-01', '97');
    expect((await publish('2027-02-20')).get('bus-03')).toMatchObject({
      definition: 'How many journeys started less than a minute late.',
    });
    const december = await editionInForce(db, 'buses', '2027-01-20T23:00:00.000Z');
    const [before] = (await rowsOf(db, december?.id ?? 0)).filter(({ code }) => code === 'bus-03');
    expect(before?.definition).toBe('How many journeys started on time.');
    await keep();
  });

  test('May: the year is closed, and the next one is judged beside it', async () => {
    for (const month of ['2027-02-01', '2027-03-01']) {
      await enterAll(month, '96');
      await publish(addDays(lastDay(month), 20));
    }
    for (const code of Object.keys(owners)) {
      const page = await outturnPage(db, await person('Ada'), code, '2027-05-04');
      const draft = { year: 2026, value: '93.1', source: 'The twelve months', reason: '' };
      await setOutturn(db, on('Ada', '2027-05-04'), { code, draft, was: page?.was ?? {} });
    }
    await enterAll('2027-04-01', '94');
    const rows = await publish('2027-05-20');
    expect([...rows.values()].map(({ previous, rag }) => [previous.label, previous.text, rag.colour])).toEqual([
      ['2026/27', '93%', 'red'],
      ['2026/27', '93%', 'green'],
      ['2026/27', '93%', 'green'],
      ['2026/27', '93%', 'green'],
    ]);
    await keep();
  });
});

afterAll(async () => {
  // Fourteen editions, none of which changed after its day, in a record that is whole.
  expect(kept.size).toBe(14);
  expect((await verifyRecord(db)).tampered).toBeNull();
});
