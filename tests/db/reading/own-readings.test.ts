import { beforeAll, describe, expect, test } from 'vitest';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, beginCorrection, returnReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { historyOfReading } from '@/db/queries/history/reading-history';
import { comingFor } from '@/db/queries/work/coming';
import { finishedLately } from '@/db/queries/work/finished';
import { ownCounts, ownReadings } from '@/db/queries/work/own-readings';
import { measures, readings } from '@/db/schema';
import { pageSize } from '@/lib/form/page-of-list';
import { content, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql } = await freshDatabase();
const { as, person, id } = await workingCouncil(db, { buses: 6, from: '2026-06-01' });
const at = (time: string) => ({ at: `2026-08-17T${time}:00.000Z` });

/** June of bus-01 and bus-02 published; July: bus-01 submitted, 02 returned, 03 drafted, 04 approved; bus-06 is Oskar's. */
beforeAll(async () => {
  for (const code of ['bus-01', 'bus-02'])
    await approveReading(
      db,
      as('Hana', at('08:00')),
      await submitted(db, as('Olive', at('07:00')), code, content({ value: '88' }), '2026-06-01'),
    );
  const acknowledged = ['bus-01', 'bus-02', 'bus-03', 'bus-04', 'bus-05', 'bus-06'].flatMap((code) =>
    ['2026-06-01', '2026-07-01'].map((start) => ({ finding: `overdue:${code}:${start}`, reason: 'Known' })),
  );
  await publishEdition(db, as('Ada', at('09:00')), { service: 'buses', asAt: today, note: null, acknowledged });
  await submitted(db, as('Olive', at('10:00')), 'bus-01');
  const back = await submitted(db, as('Olive', at('10:01')), 'bus-02');
  await returnReading(db, as('Hana', at('10:02')), { ...back, reason: 'Say more.', suggested: null });
  const july = { periodStart: '2026-07-01', version: null, content: content() };
  await saveReading(db, as('Olive', at('10:03')), { code: 'bus-03', ...july });
  await approveReading(db, as('Dev', at('10:05')), await submitted(db, as('Olive', at('10:04')), 'bus-04'));
  await saveReading(db, as('Oskar', at('10:06')), { code: 'bus-06', ...july });
});

describe('an owner’s readings', () => {
  test('are counted by state, each period once, and are those of her own measures alone', async () => {
    const olive = await ownCounts(db, await person('Olive'));
    expect(olive).toEqual({ draft: 1, returned: 1, submitted: 1, approved: 1, published: 2 });
    expect(await ownCounts(db, await person('Oskar'))).toMatchObject({ draft: 1, published: 0 });
    for (const name of ['Hana', 'Ada', 'Cal'] as const)
      expect(Object.values(await ownCounts(db, await person(name)))).toEqual([0, 0, 0, 0, 0]);
  });

  test('say since when, by whom and with which figure, and lead to where they are withdrawn or corrected', async () => {
    const olive = await person('Olive');
    const states = ['draft', 'returned', 'submitted', 'approved', 'published'] as const;
    const found = await Promise.all(states.map((state) => ownReadings(db, olive, { state, page: 1 })));
    expect(found.map((items) => items.map(({ by, since, href }) => [by, since?.slice(11, 16), href]))).toEqual([
      [['Olive', '10:03', '/readings/bus-03/2026-07-01']],
      [['Hana', '10:02', '/readings/bus-02/2026-07-01']],
      [['Olive', '10:00', '/readings/bus-01/2026-07-01']],
      [['Dev', '10:05', '/readings/bus-04/2026-07-01']],
      [
        ['Hana', '09:00', '/readings/bus-01/2026-06-01'],
        ['Hana', '09:00', '/readings/bus-02/2026-06-01'],
      ],
    ]);
    expect(found[4]?.[0]).toMatchObject({ title: 'Buses on time 1', figure: '88%', period: { label: 'Jun 2026' } });
    expect(await ownReadings(db, await person('Cal'), { state: 'published', page: 1 })).toEqual([]);
  });

  test('a correction that is begun stands among the drafts, and no longer among what is published', async () => {
    const olive = await person('Olive');
    const [june] = await sql`select r.id, r.version from readings r join measures m on m.id = r.measure_id
      where m.code = 'bus-02' and r.state = 'published'`;
    await beginCorrection(db, as('Olive', at('11:00')), { readingId: june?.id, version: june?.version });
    expect(await ownCounts(db, olive)).toMatchObject({ draft: 2, published: 1 });
    const drafts = await ownReadings(db, olive, { state: 'draft', page: 1 });
    expect(drafts.map(({ correction, href }) => [correction, href])).toEqual([
      [false, '/readings/bus-03/2026-07-01'],
      [true, '/readings/bus-02/2026-06-01'],
    ]);
  });

  test('120 of them come in pages of 50, each once, the latest period first', async () => {
    const [own] = await db
      .insert(measures)
      .values({ ...(await anyMeasure()), code: 'bus-99', number: 99, ownerId: id.Nora })
      .returning();
    const signed = { submittedBy: id.Olive, submittedAt: today, approvedBy: id.Hana, approvedAt: today };
    await db.insert(readings).values(
      Array.from({ length: 120 }, (_, n) => ({
        measureId: own?.id ?? 0,
        value: '90',
        state: 'published' as const,
        authors: [id.Olive],
        periodStart: `${2010 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`,
        ...signed,
        approvedHash: 'a'.repeat(64),
        publishedAt: today,
      })),
    );
    const nora = await person('Nora');
    const pages = await Promise.all([1, 2, 3, 4].map((page) => ownReadings(db, nora, { state: 'published', page })));
    expect(pageSize).toBe(50);
    expect(pages.map((items) => items.length)).toEqual([50, 50, 20, 0]);
    const hrefs = pages.flat().map(({ href }) => href);
    expect(new Set(hrefs).size).toBe(120);
    expect(hrefs).toEqual(hrefs.toSorted().reverse());
    // A correction that is published takes the place of what it corrects.
    await db.insert(readings).values({
      measureId: own?.id ?? 0,
      value: '91',
      state: 'published',
      authors: [id.Olive],
      periodStart: '2015-03-01',
      revision: 1,
      publicNote: 'Counted twice.',
      revisionReason: 'error',
      ...signed,
      approvedHash: 'b'.repeat(64),
      publishedAt: today,
    });
    expect((await ownCounts(db, nora)).published).toBe(120);
    const again = await Promise.all([1, 2, 3].map((page) => ownReadings(db, nora, { state: 'published', page })));
    expect(again.flat().map(({ href, correction, figure }) => [href, correction, figure])).toEqual(
      hrefs.map((href) => (href.endsWith('/2015-03-01') ? [href, true, '91%'] : [href, false, '90%'])),
    );
  });

  async function anyMeasure() {
    const [row] = await db.select().from(measures).limit(1);
    if (!row) throw new Error('there is no measure');
    const { id: _, ...values } = row;
    return values;
  }
});

describe('finished lately', () => {
  const linesOf = async (name: Parameters<typeof person>[0]) =>
    (await finishedLately(db, await person(name))).map(({ who, verb, what }) => `${who} ${verb} ${what}`);

  test('says to an owner what she submitted and what others approved and published, with the measure’s title', async () => {
    expect(await linesOf('Olive')).toEqual([
      'Dev approved Buses on time 4, July 2026',
      'You submitted Buses on time 4, July 2026',
      'You submitted Buses on time 2, July 2026',
      'You submitted Buses on time 1, July 2026',
      'Ada published 2 of your readings, in edition 1 of Buses',
      'Hana approved Buses on time 2, June 2026',
    ]);
  });

  test('says to the others what they did themselves', async () => {
    expect(await linesOf('Hana')).toEqual([
      'You returned Buses on time 2, July 2026',
      'You approved Buses on time 2, June 2026',
      'You approved Buses on time 1, June 2026',
    ]);
    expect(await linesOf('Ada')).toEqual(['You published Buses, edition 1']);
    expect(await linesOf('Cal')).toEqual([]);
  });
});

test('what comes next: the day on which the readings of the running period fall due, and nothing for who works for none', async () => {
  const [next] = await comingFor(db, await person('Olive'), today);
  expect(next).toMatchObject({ day: '2026-09-14', what: 'The next 5 readings fall due' });
  expect(await comingFor(db, await person('Cal'), today)).toEqual([]);
});

test('the history of a reading that is not begun is empty; of a period that there is not, there is none', async () => {
  const olive = await person('Olive');
  const lines = async (periodStart: string) =>
    (await historyOfReading(db, olive, { code: 'bus-05', periodStart }, today))?.lines ?? null;
  expect(await lines('2026-07-01')).toEqual([]);
  for (const odd of ['2026-07-02', '2026-05-01', '2027-01-01', 'x'])
    expect([odd, await lines(odd)]).toEqual([odd, null]);
});
