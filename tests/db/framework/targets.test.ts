import { desc, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { retireMeasure } from '@/db/commands/measure/retire';
import { takeTargetBack } from '@/db/commands/measure/target-removal';
import { setTarget } from '@/db/commands/measure/targets';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, returnReading, submitReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { targetsOf } from '@/db/facts/measure-facts';
import { measureRecord } from '@/db/queries/framework/measure-record';
import { targetPage } from '@/db/queries/framework/targets';
import { editionInForce, rowsOf } from '@/db/queries/published/in-force';
import { verifyRecord } from '@/db/queries/verify/verify';
import { events, measures, targets } from '@/db/schema';
import { targetEffect, targetFields } from '@/lib/framework/target-effect';
import type { TargetDraft } from '@/lib/framework/target-entry';
import { eventSentence } from '@/lib/record/event-sentence';
import { decision, target } from '../../support/council/drafts';
import { mistyped } from '../../support/council/mistyped';
import { refusal } from '../../support/council/one-measure-council';
import { at, content, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const { as, person, buses, trams } = await workingCouncil(db, { buses: 5, from: '2026-04-01' });
await openRecord(db, at);

const rowOf = async (code: string) => {
  const [row] = await db.select().from(measures).where(eq(measures.code, code));
  if (!row) throw new Error(`${code} is not there`);
  return row;
};
const seenOf = async (code: string) => {
  const measure = await rowOf(code);
  return targetFields(await targetsOf(db, [measure.id]), measure);
};
const set = async (code: string, draft: TargetDraft, was?: Record<string, string>) =>
  setTarget(db, as('Ada'), { code, draft, was: was ?? (await seenOf(code)) });
const approve = async (code: string, value: string, month: string) =>
  approveReading(db, as('Hana'), await submitted(db, as('Olive'), code, content({ value }), `2026-${month}-01`));
const publish = async (day = today) => {
  const { findings } = await nextEdition(db, buses, day, 'signed');
  const acknowledged = findings.warnings.map((warning) => ({ finding: warning.id, reason: 'Known' }));
  const acting = as('Ada', { at: `${day}T11:00:00Z`, today: day });
  return publishEdition(db, acting, { service: 'buses', asAt: day, note: null, acknowledged });
};
const lastSentence = async () => {
  const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
  return event ? eventSentence({ kind: event.kind, details: event.details, who: 'Ada' }) : null;
};
const brokenApprovals = async () =>
  (await nextEdition(db, buses, today, 'signed')).findings.blockers.filter(({ id: found }) =>
    found.startsWith('approval'),
  );

describe('a target is set', () => {
  test('by its decision, told with the one before it, and judged from its period on', async () => {
    await approve('bus-01', '92', '05');
    await approve('bus-01', '92', '06');
    const here = await measureRecord(db, await person('Ada'), 'bus-01', today);
    if (!here) throw new Error('nothing to judge');
    expect(targetEffect(here.record, target('95', { effectiveFrom: '2026-06-01' }), today)).toEqual({
      sentences: [
        'June 2026’s 92% would be Red. Now it is Green.',
        'From June 2026: at least 95%.',
        'The next one would say: “Target changed from 90% to 95% from Jun 2026 by Cabinet on 30 June 2026: More buses were bought. On the old target this would be Green.”',
        'One approval would have to be given again, since an approval signs the target: June 2026.',
      ],
      figures: {
        caption: 'The figures from June 2026 on',
        rows: [{ period: 'June 2026', figure: '92%', now: 'green', next: 'red' }],
      },
    });
    await set('bus-01', target('95', { effectiveFrom: '2026-06-01' }));
    expect(await lastSentence()).toBe(
      'Ada set the target of measure 1 from June 2026: at least 95% instead of at least 90%: More buses were bought.',
    );
    // The approval of June signed the other target; that of May stands.
    expect(await brokenApprovals()).toHaveLength(1);
  });

  test('what is published keeps its colour, and the next edition tells the change', async () => {
    await approve('bus-02', '92', '06');
    await publishWithoutBroken();
    const before = await inForce('bus-02');
    expect(before?.rag.colour).toBe('green');
    await set('bus-02', target('95', { effectiveFrom: '2026-06-01' }));
    expect(await inForce('bus-02')).toEqual(before);
    expect(await brokenApprovals()).toEqual([]);
    await publish('2026-08-18');
    expect((await inForce('bus-02'))?.rag.colour).toBe('red');
    expect((await inForce('bus-02'))?.notes).toEqual([
      'Target changed from 90% to 95% from Jun 2026 by Cabinet on 30 June 2026: More buses were bought. On the old target this would be Green.',
    ]);
  });

  test('with why there is none, which the measure then says', async () => {
    const none = target('0', { target: { shape: 'none' }, whyNone: 'the service begins anew' });
    await set('bus-03', none);
    expect(await rowOf('bus-03')).toMatchObject({ whyNoTarget: 'the service begins anew' });
  });

  test.each<[string, Partial<TargetDraft>, RegExp]>([
    ['without a decision after another one', { decision: null }, /needs its decision/],
    ['decided on a day to come', { decision: { ...decision, decidedOn: '2026-08-18' } }, /has not come yet/],
    [
      'before the first period',
      { effectiveFrom: '2026-03-01' },
      /^The first period of this measure begins on 1 April 2026/,
    ],
    [
      'that is the one already',
      { target: { shape: 'at_least', green: '90', amber: null } },
      /^That is the target already/,
    ],
    ['out of the measure’s range', { target: { shape: 'at_least', green: '101', amber: null } }, /outside 0% to 100%/],
    [
      'the wrong way round',
      { target: { shape: 'at_most', green: '5', amber: null } },
      /does not fit a measure where higher/,
    ],
  ])('%s is refused', async (_, more, sentence) => {
    expect(await mistyped(set('bus-04', target('95', more)))).toMatch(sentence);
    expect(await db.$count(targets, eq(targets.measureId, (await rowOf('bus-04')).id))).toBe(1);
  });

  test('of two officers the second is told what the first set', async () => {
    const seen = await seenOf('bus-04');
    const both = await Promise.all([
      refused(set('bus-04', target('93'), seen)),
      refused(set('bus-04', target('94', { effectiveFrom: '2026-08-01' }), seen)),
    ]);
    expect(both).toContain('accepted');
    expect(both.find((end) => end !== 'accepted')).toMatch(
      /^Somebody changed the targets while you had the page open: the target from (July|August) 2026 is “at least 9\d%” by now, and was nothing\./,
    );
  });

  test('not for a retired measure', async () => {
    const retirement = { retiredOn: '2026-08-31', ...decision };
    await retireMeasure(db, as('Ada'), { code: 'bus-05', ...retirement });
    expect(await refused(set('bus-05', target('95')))).toBe(
      'Buses on time 5 is retired: nothing of it changes any more.',
    );
    expect((await targetPage(db, await person('Ada'), 'bus-05'))?.closed).toMatch(/^This measure is retired/);
  });
});

describe('a target by which nothing was judged', () => {
  test('gives way to another from the same period, and is taken back with a reason', async () => {
    await set('bus-04', target('97', { effectiveFrom: '2026-09-01' }));
    await set('bus-04', target('98', { effectiveFrom: '2026-09-01' }));
    expect(await lastSentence()).toBe(
      'Ada set the target of measure 4 from September 2026: at least 98% instead of at least 97%: More buses were bought.',
    );
    await takeTargetBack(db, as('Ada'), { code: 'bus-04', from: '2026-09-01', reason: 'The wrong year.' });
    expect(await lastSentence()).toBe(
      'Ada took back the target of measure 4 from September 2026, at least 98%: The wrong year.',
    );
    expect(await refused(takeTargetBack(db, as('Ada'), { code: 'bus-04', from: '2026-09-01', reason: 'Again.' }))).toBe(
      'There is no target from September 2026 any more.',
    );
  });

  test('once a reading was approved by it, or an edition was published with it, it stands', async () => {
    const back = (code: string, from: string) =>
      refused(takeTargetBack(db, as('Ada'), { code, from, reason: 'A mistake.' }));
    expect(await back('bus-02', '2026-04-01')).toMatch(
      /^June 2026 was approved by the target from April 2026, so it stands/,
    );
    expect(await back('bus-02', '2026-06-01')).toMatch(/^Edition 2 was published with the target from June 2026/);
    const first = target('80', { effectiveFrom: '2026-04-01', decision });
    expect(await refused(set('bus-02', first))).toMatch(/^June 2026 was approved by the target from April 2026/);
    const page = await targetPage(db, await person('Ada'), 'bus-02');
    expect(page?.targets.map(({ month, use }) => [month, use !== null])).toEqual([
      ['June 2026', true],
      ['April 2026', true],
    ]);
  });
});

test('a target that was set between the submission and the approval is the one that the approval signed', async () => {
  const saved = await submitted(db, as('Otis'), 'tram-01', content({ value: '92' }), '2026-06-01');
  await set('tram-01', target('95', { effectiveFrom: '2026-06-01' }));
  await approveReading(db, as('Hester'), saved);
  const [approval] = await db
    .select({ details: events.details })
    .from(events)
    .where(eq(events.kind, 'reading_approved'))
    .orderBy(desc(events.id))
    .limit(1);
  expect(approval?.details.ground).toMatchObject({ target: { shape: 'at_least', green: '95', amber: null } });
  expect(
    await refused(takeTargetBack(db, as('Ada'), { code: 'tram-01', from: '2026-06-01', reason: 'A mistake.' })),
  ).toMatch(/^June 2026 was approved by the target from June 2026, so it stands/);
  expect(await refusal(db.delete(targets).where(eq(targets.green, '95')))).toBe('targets_in_use_stand');
});

test('thresholds that are changed past every guard void the approval that signed them', async () => {
  const broken = async () =>
    (await nextEdition(db, trams, today, 'signed')).findings.blockers.filter(({ id: found }) =>
      found.startsWith('approval'),
    );
  expect(await broken()).toEqual([]);
  const { id: measureId } = await rowOf('tram-01');
  await db.execute(sql`alter table targets disable trigger targets_in_use_stand`);
  await db.execute(sql`update targets set green = 50 where measure_id = ${measureId} and green = 95`);
  expect(await broken()).toHaveLength(1);
  await db.execute(sql`update targets set green = 95 where measure_id = ${measureId} and green = 50`);
  await db.execute(sql`alter table targets enable trigger targets_in_use_stand`);
  expect(await broken()).toEqual([]);
});

describe('the database refuses as well', () => {
  const put = (code: string, values: object) =>
    refusal(
      (async () => {
        const { id: measureId } = await rowOf(code);
        await db
          .insert(targets)
          .values({ measureId, effectiveFrom: '2027-04-01', shape: 'at_least', green: '99', ...values });
      })(),
    );

  test('a later target without a decision, and one that comes before an undecided one', async () => {
    expect(await put('bus-03', {})).toBe('later_targets_are_decided');
    expect(await put('bus-03', { effectiveFrom: '2026-03-01' })).toBe('later_targets_are_decided');
    const undone = new Error('undone');
    const allowed = db.transaction(async (tx) => {
      const { id: measureId } = await rowOf('bus-03');
      await tx
        .insert(targets)
        .values({ measureId, effectiveFrom: '2027-04-01', shape: 'at_least', green: '99', ...decision });
      throw undone;
    });
    await expect(allowed).rejects.toBe(undone);
  });

  test('a change of one that is in use, and its removal; of one that is not, neither', async () => {
    const { id: measureId } = await rowOf('bus-02');
    const [used] = await targetsOf(db, [measureId]);
    expect(
      await refusal(
        db
          .update(targets)
          .set({ green: '10' })
          .where(eq(targets.id, used?.id ?? 0)),
      ),
    ).toBe('targets_in_use_stand');
    expect(await refusal(db.delete(targets).where(eq(targets.id, used?.id ?? 0)))).toBe('targets_in_use_stand');
    const unused = sql`delete from targets where measure_id = ${(await rowOf('bus-05')).id}`;
    const undone = new Error('undone');
    const allowed = db.transaction(async (tx) => {
      await tx.execute(unused);
      throw undone;
    });
    await expect(allowed).rejects.toBe(undone);
  });
});

test('an approval and a target that come at once: no approval is published by a target that it did not see', async () => {
  for (const round of [1, 2, 3, 4]) {
    const code = 'bus-04';
    const month = `2026-0${round + 3}-01`;
    const saved = await saveReading(db, as('Olive'), { code, periodStart: month, version: null, content: content() });
    const seen = await submitReading(db, as('Olive'), saved);
    const green = String(50 + round);
    const starts = [
      () => refused(approveReading(db, as('Hana'), seen)),
      () => refused(set(code, target(green, { effectiveFrom: month }))),
    ];
    await Promise.all((round % 2 ? starts : starts.toReversed()).map((start) => start()));
  }
  // Whichever was first: an approval that signed another target than the one in force holds its edition up.
  const { id: measureId } = await rowOf('bus-04');
  const own = await targetsOf(db, [measureId]);
  const broken = (await brokenApprovals()).map(({ id: found }) => found);
  const signed = await db.execute<{ id: number; start: string; target: number }>(sql`
    select r.id, r.period_start as start, (v.ground ->> 'targetId')::int as target from readings r
    join reading_versions v on v.reading_id = r.id and v.content_hash = r.approved_hash where r.measure_id = ${measureId}`);
  for (const { id: reading, start, target: by } of signed) {
    const inForce = own.findLast(({ effectiveFrom }) => effectiveFrom <= start)?.id;
    expect(broken.includes(`approval:${reading}`)).toBe(by !== inForce);
  }
  expect((await verifyRecord(db)).tampered).toBeNull();
});

test('nobody else sees the targets', async () => {
  for (const name of ['Hana', 'Olive', 'Cal', 'Adam', 'Nora'] as const)
    expect(await targetPage(db, await person(name), 'bus-01')).toBeNull();
});

async function inForce(code: string) {
  const edition = await editionInForce(db, 'buses', '2999-01-01T00:00:00Z');
  return (await rowsOf(db, edition?.id ?? 0)).find((row) => row.code === code);
}

/** The approval of June that does not hold any more is given again, so that there can be an edition. */
async function publishWithoutBroken() {
  for (const { href } of await brokenApprovals()) {
    const readingId = Number(href?.split('/').at(-1));
    const returned = await returnReading(db, as('Hana'), {
      readingId,
      version: 1,
      reason: 'A new target.',
      suggested: null,
    });
    await submitReading(db, as('Olive'), returned);
    await approveReading(db, as('Hana'), { readingId, version: returned.version });
  }
  return publish();
}
