import { and, desc, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { type Changed, saveReading } from '@/db/commands/reading/reading-save';
import {
  approveReading,
  beginCorrection,
  returnReading,
  submitReading,
  withdrawReading,
} from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { openRecord } from '@/db/events/opening';
import { sha256 } from '@/db/hashing/sha256';
import { editionInForce, rowsOf } from '@/db/queries/published/in-force';
import { reviewPage } from '@/db/queries/review/review-page';
import { verifyChains } from '@/db/queries/verify/verify-chains';
import { verifyReadings } from '@/db/queries/verify/verify-readings';
import { editionReadings, editions, events, measures, readings, readingVersions, services, targets } from '@/db/schema';
import { contentText } from '@/lib/reading/content';
import { judgingRefusals } from '@/lib/reading/judging';
import { eventChanges } from '@/lib/record/event-changes';
import { eventSentence } from '@/lib/record/event-sentence';
import { refusal } from '../../support/council/one-measure-council';
import { at, content, ending, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { afterTampering } from '../../support/record/tampering';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const { as, id, person, buses } = await workingCouncil(db, { buses: 30 });
await openRecord(db, at);

const reason = 'Half of July was a strike, and the other half met the target.';
const green = { colour: 'green', rule: 'red', reason } as const;
const redReading = content({ value: '80', unusual: 'It is so.' });

let measure = 0;
/** A Red July of a measure that no other test has touched, waiting for Hana. */
const waiting = (reading = redReading) =>
  submitted(db, as('Olive'), `bus-${String(++measure).padStart(2, '0')}`, reading);
const rowOf = async ({ readingId }: Changed) => {
  const [row] = await db.select().from(readings).where(eq(readings.id, readingId));
  return row as typeof readings.$inferSelect;
};
const lastEvent = async ({ readingId }: Changed) => {
  const theirs = and(eq(events.subject, 'reading'), eq(events.subjectId, readingId));
  const [event] = await db.select().from(events).where(theirs).orderBy(desc(events.id)).limit(1);
  return event as typeof events.$inferSelect;
};
const none = { judgedColour: null, ruleColour: null, judgedReason: null };
const columns = { judgedColour: 'green', ruleColour: 'red', judgedReason: reason } as const;

describe('a head of service judges a colour with the approval', () => {
  test('it is part of what is signed, and of the event, in a sentence and from old to new', async () => {
    const seen = await waiting();
    await approveReading(db, as('Hana'), { ...seen, judged: green });
    const row = await rowOf(seen);
    expect(row).toMatchObject({ state: 'approved', approvedBy: id.Hana, ...columns });
    const [version] = await db.select().from(readingVersions).where(eq(readingVersions.readingId, seen.readingId));
    if (!version) throw new Error('no version');
    expect(row.approvedHash).toBe(sha256(contentText(version.content, version.ground, green)));
    expect(row.approvedHash).not.toBe(version.contentHash);
    const { kind, details } = await lastEvent(seen);
    expect(eventSentence({ kind, details, who: 'Hana' })).toBe(
      'Hana approved July 2026 for measure 1, seen as version 1, and judged it Green where the rule gives Red: Half of July was a strike, and the other half met the target.',
    );
    expect(eventChanges(kind, details)).toEqual([
      { what: 'colour', before: 'Red by the rule', after: `Judged Green: ${reason.replace(/\.$/, '')}` },
    ]);
  });

  test('a deputy does so for her, and the public reads that it was the deputy', async () => {
    const seen = await waiting();
    await approveReading(db, as('Dev'), { ...seen, judged: green });
    expect(await rowOf(seen)).toMatchObject({ approvedBy: id.Dev, approvedFor: id.Hana, ...columns });
    const page = await reviewPage(db, await person('Hana'), seen.readingId, today);
    expect(page?.row.rag).toMatchObject({
      colour: 'red',
      judged: { colour: 'green', reason, by: 'deputy of the head of service' },
    });
    expect(page?.approved).toMatchObject({ by: 'Dev', for: 'Hana', judged: green });
  });

  test('without one an approval signs what it always signed', async () => {
    const seen = await waiting();
    await approveReading(db, as('Hana'), seen);
    const [version] = await db.select().from(readingVersions).where(eq(readingVersions.readingId, seen.readingId));
    expect(await rowOf(seen)).toMatchObject({ approvedHash: version?.contentHash, ...none });
    expect((await lastEvent(seen)).details).not.toHaveProperty('judged');
  });

  test('the review page offers it where the rule gives a colour, and to nobody but who may', async () => {
    const seen = await waiting();
    const judging = async (name: 'Hana' | 'Dev', readingId = seen.readingId) =>
      (await reviewPage(db, await person(name), readingId, today))?.judging;
    expect(await judging('Hana')).toEqual({ rule: 'red', by: 'head of service' });
    expect(await judging('Dev')).toEqual({ rule: 'red', by: 'deputy of the head of service' });
    await approveReading(db, as('Hana'), seen);
    expect(await judging('Hana')).toBeNull();
    const without = await waiting(content({ value: null, missing: 'not_collected' }));
    expect(await judging('Hana', without.readingId)).toBeNull();
  });
});

describe('it is refused, and nothing is approved', () => {
  const judgedBy = async (
    name: Parameters<typeof as>[0],
    seen: Changed,
    judged: { colour: 'green' | 'amber' | 'red'; rule: 'green' | 'amber' | 'red'; reason: string } = green,
  ) => {
    const sentence = await refused(approveReading(db, as(name), { ...seen, judged }));
    expect(await rowOf(seen)).toMatchObject({ state: 'submitted', approvedBy: null, ...none });
    return sentence;
  };

  test.each([
    ['the owner', 'Olive', /^Only the head of this service/],
    ['the performance officer', 'Ada', /^Only the head of this service/],
    ['the administrator', 'Adam', /^There is no such reading/],
    ['the head of another service', 'Hester', /^There is no such reading/],
  ] as const)('to %s, by whatever form', async (_, name, sentence) => {
    expect(await judgedBy(name, await waiting())).toMatch(sentence);
  });

  test('to the owner who heads the service by now, though another wrote it; and to whoever deputises for her', async () => {
    const seen = await waiting();
    const { measureId } = await rowOf(seen);
    await db.update(measures).set({ ownerId: id.Hana }).where(eq(measures.id, measureId));
    expect(await judgedBy('Hana', seen)).toBe(judgingRefusals.owner);
    expect(await judgedBy('Dev', seen)).toBe(judgingRefusals.owner);
    expect((await lastEvent(seen)).kind).toBe('step_refused');
    expect((await reviewPage(db, await person('Hana'), seen.readingId, today))?.judging).toBeNull();
    expect(await refused(approveReading(db, as('Hana'), seen))).toBe('accepted');
  });

  test('where the rule gives no colour: a reason in place of a figure', async () => {
    const seen = await waiting(content({ value: null, missing: 'suppressed_at_source' }));
    expect(await judgedBy('Hana', seen)).toBe(judgingRefusals.none);
  });

  test('where the rule gives that colour, or another one than was seen', async () => {
    const seen = await waiting();
    expect(await judgedBy('Hana', seen, { ...green, colour: 'red' })).toBe(
      'By the rule it is Red already: approve it as it is.',
    );
    const { measureId } = await rowOf(seen);
    await db.update(targets).set({ green: '70' }).where(eq(targets.measureId, measureId));
    expect(await judgedBy('Hana', seen)).toMatch(/^By the rule it is Green now, not Red as you saw it/);
  });

  test('with too short a reason', async () => {
    expect(await judgedBy('Hana', await waiting(), { ...green, reason: 'A strike.' })).toMatch(/at least 20/);
  });
});

describe('it lives as long as its approval', () => {
  test('a return takes it away, and what is submitted anew has none; the form of before is refused', async () => {
    const seen = await waiting();
    await approveReading(db, as('Hana'), { ...seen, judged: green });
    await returnReading(db, as('Hana'), { ...seen, reason: 'Say more.', suggested: null });
    expect(await rowOf(seen)).toMatchObject({ state: 'returned', ...none });
    const code = `bus-${String(measure).padStart(2, '0')}`;
    const rewritten = { ...redReading, comments: 'There was a strike.' };
    const place = { code, periodStart: '2026-07-01', version: seen.version, content: rewritten };
    const again = await submitReading(db, as('Olive'), await saveReading(db, as('Olive'), place));
    expect(await rowOf(again)).toMatchObject({ state: 'submitted', ...none });
    expect(await refused(approveReading(db, as('Hana'), { ...seen, judged: green }))).toMatch(/you saw version 1/);
    expect(await rowOf(again)).toMatchObject({ state: 'submitted', ...none });
  });

  test('by SQL it comes with no row, on no approval of before, is not altered, taken off or signed by the wrong hand', async () => {
    const seen = await waiting();
    const signed = { state: 'approved', approvedAt: at, approvedHash: 'a'.repeat(64), ...columns } as const;
    const set = (values: Partial<typeof readings.$inferInsert>, one = seen) =>
      refusal(db.update(readings).set(values).where(eq(readings.id, one.readingId)));
    const held = 'a_judged_status_is_signed';
    expect(await set(columns)).toBe(held);
    expect(await set({ ...signed, approvedBy: id.Ada })).toBe(held);
    expect(await set({ ...signed, approvedBy: id.Nora, approvedFor: id.Hana })).toBe(held);
    expect(await set({ ...signed, approvedBy: id.Dev, approvedAt: '2026-09-02T09:00:00Z' })).toBe(held);
    expect(await set({ ...signed, approvedBy: id.Olive })).toMatch(/two_pairs_of_eyes|a_judged_status_is_signed/);
    expect(await set({ ...signed, approvedBy: id.Hana, judgedColour: 'red' })).toBe(
      'a_judged_status_is_another_colour',
    );
    expect(await set({ ...signed, approvedBy: id.Hana, judgedReason: 'A strike.' })).toBe('a_judged_status_says_why');
    expect(await set({ ...signed, approvedBy: id.Hana, ruleColour: null })).toBe(held);
    const row = { ...signed, approvedBy: id.Hana, measureId: 1, periodStart: '2026-06-01', value: '80' };
    const written = { ...row, authors: [id.Olive], submittedBy: id.Olive, submittedAt: at };
    expect(await refusal(db.insert(readings).values(written))).toBe(held);

    const plain = await waiting();
    await approveReading(db, as('Hana'), plain);
    expect(await set(columns, plain)).toBe(held);
    await approveReading(db, as('Hana'), { ...seen, judged: green });
    for (const change of [
      { judgedColour: 'amber' },
      { judgedReason: `${reason} Or so.` },
      none,
      { approvedBy: id.Dev },
      { version: 9 },
    ] as Partial<typeof readings.$inferInsert>[])
      expect(await set(change), JSON.stringify(change)).toBe(held);
  });

  test('where another rule gives another colour by now, the approval does not hold and blocks the edition', async () => {
    const seen = await waiting(content({ value: '89.6', unusual: 'It is so.' }));
    await db
      .update(measures)
      .set({ compareAs: 'stored' })
      .where(eq(measures.code, `bus-${String(measure).padStart(2, '0')}`));
    await approveReading(db, as('Hana'), { ...seen, judged: green });
    await db
      .update(measures)
      .set({ compareAs: 'shown' })
      .where(eq(measures.code, `bus-${String(measure).padStart(2, '0')}`));
    const sentence = await refused(
      publishEdition(db, as('Ada'), { service: 'buses', asAt: today, note: null, acknowledged: [] }),
    );
    expect(sentence).toMatch(/approv/i);
    await returnReading(db, as('Hana'), { ...seen, reason: 'Once more.', suggested: null });
  });
});

describe('of several at the same moment', () => {
  test('one head or deputy wins, and what is signed is one judgement', async () => {
    for (let round = 0; round < 3; round += 1) {
      const seen = await waiting();
      const amber = { ...green, colour: 'amber' } as const;
      const ends = await Promise.all(
        [
          approveReading(db, as('Hana'), { ...seen, judged: green }),
          approveReading(db, as('Dev'), { ...seen, judged: amber }),
        ].map(ending),
      );
      expect(ends.filter((end) => 'done' in end)).toHaveLength(1);
      const row = await rowOf(seen);
      expect(row.judgedColour).toBe(row.approvedBy === id.Hana ? 'green' : 'amber');
    }
  });

  test('against a return: judged and then returned, or returned and refused; never judged and returned', async () => {
    for (let round = 0; round < 3; round += 1) {
      const seen = await waiting();
      await Promise.all([
        ending(approveReading(db, as('Hana'), { ...seen, judged: green })),
        ending(returnReading(db, as('Dev'), { ...seen, reason: 'Say more.', suggested: null })),
      ]);
      expect(await rowOf(seen)).toMatchObject({ state: 'returned', ...none });
    }
  });

  test('against a new save: what is judged is what was seen, or nothing is', async () => {
    for (let round = 0; round < 3; round += 1) {
      const seen = await waiting();
      const code = `bus-${String(measure).padStart(2, '0')}`;
      const edit = async () => {
        await withdrawReading(db, as('Olive'), seen);
        const rewritten = { ...redReading, value: '70' };
        const place = { code, periodStart: '2026-07-01', version: seen.version, content: rewritten };
        return submitReading(db, as('Olive'), await saveReading(db, as('Olive'), place));
      };
      await Promise.all([ending(approveReading(db, as('Hana'), { ...seen, judged: green })), ending(edit())]);
      const row = await rowOf(seen);
      expect([row.judgedColour, row.value, row.version]).toEqual(row.approvedBy ? ['green', '80', 1] : [null, '70', 2]);
    }
  });
});

describe('published', () => {
  test('both colours are frozen; a correction begins without one; and the record is whole', async () => {
    const rest = await db.select({ code: measures.code }).from(measures).where(eq(measures.serviceId, buses.id));
    const acknowledged = rest.flatMap(({ code }) =>
      ['open', 'overdue'].map((kind) => ({ finding: `${kind}:${code}:2026-07-01`, reason: 'Known.' })),
    );
    await publishEdition(db, as('Ada'), { service: 'buses', asAt: today, note: null, acknowledged });
    const [edition] = await db.select({ id: editions.id }).from(editions).limit(1);
    const [told] = await db.select().from(editionReadings).where(eq(editionReadings.code, 'bus-01'));
    expect(told?.reading).toMatchObject({ colour: 'red', judged: { colour: 'green', reason, by: 'head of service' } });
    expect(edition).toBeDefined();
    const inForce = await editionInForce(db, 'buses', '2999-12-31T00:00:00Z');
    const rows = await rowsOf(db, inForce?.id ?? 0);
    expect(rows[0]?.rag).toMatchObject({ colour: 'red', judged: { colour: 'green', reason, by: 'head of service' } });
    expect(rows.find(({ code }) => code === 'bus-03')?.rag).not.toHaveProperty('judged');
    const [first] = await db.select().from(readings).where(eq(readings.measureId, 1));
    const correction = await beginCorrection(db, as('Olive'), {
      readingId: first?.id ?? 0,
      version: first?.version ?? 0,
    });
    expect(await rowOf(correction)).toMatchObject({ state: 'draft', ...none });
    // Measures of this council were changed by hand, so that only what became of its readings is asked.
    const checked = { events: 0, editions: 0, readings: 0, rows: 0, pages: 0 };
    const { tampered, published } = await verifyChains(db, [], checked);
    expect([tampered, await verifyReadings(db, published, checked)]).toEqual([null, null]);
  });

  const judged = `judged_colour is not null`;
  test.each([
    [
      'a colour altered',
      `update readings set judged_colour = 'amber' where id = (select min(id) from readings where ${judged})`,
    ],
    [
      'the rule’s colour altered',
      `update readings set rule_colour = 'amber' where id = (select min(id) from readings where ${judged})`,
    ],
    [
      'a reason altered',
      `update readings set judged_reason = judged_reason || ' So.' where id = (select min(id) from readings where ${judged})`,
    ],
    [
      'one removed',
      `update readings set judged_colour = null, rule_colour = null, judged_reason = null where id = (select min(id) from readings where ${judged})`,
    ],
    [
      'one put in',
      `update readings set judged_colour = 'green', rule_colour = 'red', judged_reason = 'A strike that was never there.' where id = (select min(id) from readings where judged_colour is null and approved_hash is not null)`,
    ],
    [
      'one exchanged with none',
      `update readings set judged_colour = case when judged_colour is null then 'green' end,
        rule_colour = case when judged_colour is null then 'red' end,
        judged_reason = case when judged_colour is null then 'A strike that was never there.' end
      where id in ((select min(id) from readings where ${judged}),
        (select min(id) from readings where judged_colour is null and approved_hash is not null))`,
    ],
  ])('with the guards put aside, %s is found', async (_, statement) => {
    const verdict = await afterTampering(db, statement);
    expect(verdict === 'refused' ? verdict : verdict.tampered?.table).toBe('readings');
  });

  test('nobody but the head and her deputy ever judged', async () => {
    const bad = await db.execute(sql`
      select r.id from ${readings} r join ${measures} m on m.id = r.measure_id join ${services} s on s.id = m.service_id
      where r.judged_colour is not null and (r.approved_by not in (${id.Hana}, ${id.Dev}) or m.owner_id = r.approved_by)`);
    expect([...bad]).toEqual([]);
  });
});
