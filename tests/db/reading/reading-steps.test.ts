import { and, asc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { type Changed, saveReading } from '@/db/commands/reading/reading-save';
import {
  acceptSuggestion,
  approveReading,
  beginCorrection,
  returnReading,
  submitReading,
  withdrawReading,
} from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { actions, events, measures, readings, readingVersions, targets } from '@/db/schema';
import type { Content } from '@/lib/reading/content';
import { Stale } from '@/lib/reading/stale';
import { refusal } from '../../support/council/one-measure-council';
import { content, ending, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { as, id } = await workingCouncil(db, { buses: 24 });

let measure = 0;
/** A measure of Olive's that no other test has touched. */
const fresh = () => `bus-${String(++measure).padStart(2, '0')}`;
const place = (code: string, version: number | null, reading: Content) => ({
  code,
  periodStart: '2026-07-01',
  version,
  content: reading,
});
const save = (code: string, version: number | null, reading = content()) =>
  saveReading(db, as('Olive'), place(code, version, reading));
const rowOf = async (reading: Changed) => {
  const [row] = await db.select().from(readings).where(eq(readings.id, reading.readingId));
  return row as typeof readings.$inferSelect;
};
const kindsOf = async (reading: Changed) =>
  (
    await db
      .select({ kind: events.kind })
      .from(events)
      .where(and(eq(events.subject, 'reading'), eq(events.subjectId, reading.readingId)))
      .orderBy(asc(events.id))
  ).map(({ kind }) => kind);

describe('saving', () => {
  test('keeps what was typed, with its actions in order, as version 1, and records it', async () => {
    const plans = [
      { text: 'Hire drivers', owner: 'Head of Buses', due: '2026-09-01' },
      { text: 'Buy buses', owner: 'Director', due: null },
    ];
    const saved = await save(fresh(), null, content({ value: '91.50', actions: plans }));
    const row = await rowOf(saved);
    expect(row).toMatchObject({
      state: 'draft',
      version: 1,
      value: '91.5',
      authors: [id.Olive],
      comments: 'Fewer breakdowns.',
    });
    const listed = await db.select().from(actions).where(eq(actions.readingId, row.id)).orderBy(asc(actions.position));
    expect(listed.map(({ text, dueOn }) => [text, dueOn])).toEqual([
      ['Hire drivers', '2026-09-01'],
      ['Buy buses', null],
    ]);
    const [version] = await db.select().from(readingVersions).where(eq(readingVersions.readingId, row.id));
    expect(version?.content).toEqual(content({ value: '91.5', actions: plans }));
    expect(await kindsOf(saved)).toEqual(['reading_saved']);
  });

  test('another version replaces the actions, keeps the old content, and adds its author', async () => {
    const code = fresh();
    const first = await save(code, null, content({ actions: [{ text: 'A', owner: 'B', due: null }] }));
    await db.update(measures).set({ ownerId: id.Oskar }).where(eq(measures.code, code));
    const second = await saveReading(
      db,
      as('Oskar'),
      place(code, first.version, content({ value: '92', actions: [] })),
    );
    expect(second.version).toBe(2);
    expect(await rowOf(second)).toMatchObject({ value: '92', authors: [id.Olive, id.Oskar] });
    expect(await db.$count(actions, eq(actions.readingId, second.readingId))).toBe(0);
    const versions = await db.select().from(readingVersions).where(eq(readingVersions.readingId, second.readingId));
    expect(versions.map(({ authorId }) => authorId)).toEqual([id.Olive, id.Oskar]);
  });

  test('the same content changes nothing, whatever version was seen', async () => {
    const code = fresh();
    const first = await save(code, null);
    expect(await save(code, 1, content({ value: '91.0', comments: ' Fewer breakdowns. ' }))).toEqual(first);
    expect(await save(code, null)).toEqual(first);
    expect(await kindsOf(first)).toEqual(['reading_saved']);
  });

  test('a stale version is refused with who changed what and when, and is told in the record', async () => {
    const code = fresh();
    const first = await save(code, null);
    await save(code, 1, content({ value: '92', comments: 'It rained.' }));
    const late = await save(code, 1, content({ value: '93' })).catch((error) => error);
    expect(late).toBeInstanceOf(Stale);
    expect(late.message).toBe(
      'You changed the figure and the comments at 10:42 on 17 August 2026; you saw version 1, it is now version 2.',
    );
    expect(late.details).toMatchObject({ readingId: first.readingId, seenVersion: 1, now: 2 });
    expect(late.details.differences).toEqual([
      { what: 'figure', before: '91%', after: '92%' },
      { what: 'comments', before: 'Fewer breakdowns.', after: 'It rained.' },
    ]);
    expect(await rowOf(first)).toMatchObject({ value: '92', version: 2 });
    expect(await kindsOf(first)).toEqual(['reading_saved', 'reading_saved', 'step_refused']);
  });

  test.each([
    ['a figure that is none', content({ value: '9,3' }), /comma/],
    ['a figure that its parts do not give', content({ value: '90', numerator: '216', denominator: '267' }), /is 81%/],
    ['a denominator of 0', content({ value: null, numerator: '1', denominator: '0' }), /denominator is 0/],
    ['a figure beside a reason', content({ missing: 'not_collected' }), /keep one of them/],
  ])('%s is refused, and nothing is written', async (_, reading, sentence) => {
    const code = fresh();
    expect(await refused(save(code, null, reading))).toMatch(sentence);
    const none = await db
      .select()
      .from(readings)
      .innerJoin(measures, eq(measures.id, readings.measureId))
      .where(eq(measures.code, code));
    expect(none).toEqual([]);
  });

  test.each([
    ['a period that still runs', '2026-08-01', /has not ended yet/],
    ['a period before the first one', '2026-06-01', /first figure of this measure is for the period from 1 July 2026/],
    ['a day on which no period starts', '2026-07-02', /no such reading/],
    ['what is not a day', '2026-02-30', /no such reading/],
  ])('%s is refused', async (_, periodStart, sentence) => {
    expect(await refused(saveReading(db, as('Olive'), { ...place('bus-01', null, content()), periodStart }))).toMatch(
      sentence,
    );
  });

  test('a measure that is not there answers as one that may not be seen', async () => {
    const hidden = await refused(saveReading(db, as('Otis'), place('bus-01', null, content())));
    expect(await refused(saveReading(db, as('Otis'), place('bus-99', null, content())))).toBe(hidden);
  });
});

describe('the road', () => {
  test('submit, return with wording, accept, submit again, approve: each step writes its state, who, when and an event', async () => {
    const seen = await submitted(db, as('Olive'), fresh());
    expect(await rowOf(seen)).toMatchObject({ state: 'submitted', submittedBy: id.Olive });
    await returnReading(db, as('Hana'), {
      ...seen,
      reason: ' Say more. ',
      suggested: 'Fewer breakdowns than in June.',
    });
    expect(await rowOf(seen)).toMatchObject({ state: 'returned', returnedBy: id.Hana, returnReason: 'Say more.' });
    const accepted = await acceptSuggestion(db, as('Olive'), seen);
    expect(accepted.version).toBe(2);
    expect(await rowOf(accepted)).toMatchObject({
      state: 'returned',
      comments: 'Fewer breakdowns than in June.',
      suggested: null,
    });
    expect(await refused(acceptSuggestion(db, as('Olive'), accepted))).toMatch(/no suggested wording/);
    await submitReading(db, as('Olive'), accepted);
    expect(await refused(approveReading(db, as('Hana'), accepted))).toMatch(/never what they wrote or submitted/);
    await approveReading(db, as('Dev'), accepted);
    const row = await rowOf(accepted);
    expect(row).toMatchObject({ state: 'approved', approvedBy: id.Dev, approvedFor: null, returnReason: null });
    expect(row.authors).toEqual([id.Olive, id.Hana]);
    expect(await kindsOf(seen)).toEqual([
      'reading_saved',
      'reading_submitted',
      'reading_returned',
      'reading_saved',
      'reading_submitted',
      'step_refused',
      'reading_approved',
    ]);
  });

  test('Dev approves and returns for Hana, and the record says so', async () => {
    const seen = await submitted(db, as('Olive'), fresh());
    await approveReading(db, as('Dev'), seen);
    expect(await rowOf(seen)).toMatchObject({ approvedBy: id.Dev, approvedFor: id.Hana });
    await returnReading(db, as('Dev'), { ...seen, reason: 'A depot is missing', suggested: null });
    expect(await rowOf(seen)).toMatchObject({
      state: 'returned',
      approvedBy: null,
      approvedFor: null,
      approvedHash: null,
    });
    const rows = await db.select().from(events).where(eq(events.subjectId, seen.readingId));
    expect(
      rows
        .filter(({ kind }) => kind === 'reading_approved' || kind === 'reading_returned')
        .map(({ details }) => details.for),
    ).toEqual(['Hana', 'Hana']);
  });

  test('Olive takes it back before it is reviewed, and not after', async () => {
    const seen = await submitted(db, as('Olive'), fresh());
    await withdrawReading(db, as('Olive'), seen);
    expect((await rowOf(seen)).state).toBe('draft');
    await submitReading(db, as('Olive'), seen);
    await approveReading(db, as('Hana'), seen);
    expect(await refused(withdrawReading(db, as('Olive'), seen))).toBe(
      'Only a submitted reading that has not been reviewed can be withdrawn. Hana approved it at 10:42 on 17 August 2026.',
    );
  });

  test.each([
    ['neither a figure nor a reason', content({ value: null }), /Give the figure, or choose a reason/],
    ['a half empty sum', content({ value: null, numerator: '0', denominator: '0', missing: 'not_applicable' }), null],
    ['a reason', content({ value: null, missing: 'not_available_yet', expectedOn: '2026-09-01' }), null],
  ])('a reading with %s is submitted only if it answers the period', async (_, reading, sentence) => {
    const saved = await save(fresh(), null, reading);
    const end = await refused(submitReading(db, as('Olive'), saved));
    if (sentence) expect(end).toMatch(sentence);
    else expect(end).toBe('accepted');
  });

  test('a return needs a reason', async () => {
    const seen = await submitted(db, as('Olive'), fresh());
    expect(await refused(returnReading(db, as('Hana'), { ...seen, reason: ' ', suggested: null }))).toContain(
      'Say what should be changed, and why',
    );
    expect((await rowOf(seen)).state).toBe('submitted');
  });

  test('a figure far from its history is asked about, and goes with a reason', async () => {
    const code = fresh();
    const months = Array.from({ length: 7 }, (_, i) => ({ periodStart: `2025-0${i + 1}-01`, value: String(90 + i) }));
    const [own] = await db
      .update(measures)
      .set({ requiredFrom: '2025-01-01' })
      .where(eq(measures.code, code))
      .returning();
    for (const { periodStart, value } of months)
      await approveReading(db, as('Hana'), await submitted(db, as('Olive'), code, content({ value }), periodStart));
    const far = await save(code, null, content({ value: '9' }));
    expect(await refused(submitReading(db, as('Olive'), far))).toMatch(/^9% is far from the last 7 figures/);
    const sure = await save(code, far.version, content({ value: '9', unusual: 'The depot burnt down.' }));
    expect(await refused(submitReading(db, as('Olive'), sure))).toBe('accepted');
    expect(own?.requiredFrom).toBe('2025-01-01');
  });
});

describe('an approval', () => {
  test('signs what was seen, and what it was judged by', async () => {
    const code = fresh();
    const seen = await submitted(db, as('Olive'), code);
    await approveReading(db, as('Hana'), seen);
    const first = (await rowOf(seen)).approvedHash;
    await returnReading(db, as('Hana'), { ...seen, reason: 'Again', suggested: null });
    await submitReading(db, as('Olive'), seen);
    const [own] = await db.select({ id: measures.id }).from(measures).where(eq(measures.code, code));
    const target = { measureId: own?.id ?? 0, effectiveFrom: '2026-07-01', shape: 'at_least', green: '95' } as const;
    const decision = { reason: 'More is possible.', decidedBy: 'Cabinet', decidedOn: '2026-06-30' };
    await db.insert(targets).values({ ...target, ...decision });
    await approveReading(db, as('Hana'), seen);
    expect((await rowOf(seen)).approvedHash).not.toBe(first);
  });

  test('of a version that is not there any more is refused, and approves nothing', async () => {
    const code = fresh();
    const seen = await submitted(db, as('Olive'), code);
    await withdrawReading(db, as('Olive'), seen);
    const now = await save(code, seen.version, content({ value: '12' }));
    await submitReading(db, as('Olive'), now);
    expect(await refused(approveReading(db, as('Hana'), seen))).toBe(
      'Olive changed the figure at 10:42 on 17 August 2026; you saw version 1, it is now version 2.',
    );
    expect((await rowOf(now)).state).toBe('submitted');
  });

  test('a step that fails at its last statement leaves nothing behind', async () => {
    const seen = await submitted(db, as('Olive'), fresh());
    const before = await rowOf(seen);
    await db.execute(`create function fail() returns trigger language plpgsql as $$ begin raise 'no event'; end $$`);
    await db.execute('create trigger fail before insert on events for each row execute function fail()');
    expect(await refusal(approveReading(db, as('Hana'), seen))).toBe('no event');
    await db.execute('drop trigger fail on events');
    expect(await rowOf(seen)).toEqual(before);
  });
});

describe('a correction', () => {
  test('walks the same road beside the published figure, with a public note, and old tabs cannot overwrite it', async () => {
    const code = 'tram-01';
    const trams = { service: 'trams', asAt: today, note: null, acknowledged: [] };
    const seen = await submitted(db, as('Otis'), code);
    await approveReading(db, as('Hester'), seen);
    expect(await refused(beginCorrection(db, as('Otis'), seen))).toMatch(/can still be changed/);
    await publishEdition(db, as('Ada'), trams);
    expect(await refused(saveReading(db, as('Otis'), place(code, seen.version, content({ value: '12' }))))).toMatch(
      /cannot be edited now\. It was published at 10:42/,
    );
    const begun = await beginCorrection(db, as('Otis'), seen);
    expect(begun).toEqual({ readingId: expect.any(Number), version: seen.version + 1 });
    expect(await rowOf(begun)).toMatchObject({
      revision: 1,
      state: 'draft',
      value: '91',
      publicNote: null,
      authors: [id.Otis],
    });
    expect(await refused(beginCorrection(db, as('Otis'), seen))).toMatch(/begun already/);
    const old = await ending(saveReading(db, as('Otis'), place(code, seen.version, content({ value: '12' }))));
    expect(old).toMatchObject({ name: 'Stale' });
    const fixed = await saveReading(db, as('Otis'), place(code, begun.version, content({ value: '97' })));
    expect(await refused(submitReading(db, as('Otis'), fixed))).toMatch(/Tell the public/);
    const unclassed = content({ value: '97', publicNote: 'Counted twice.', revisionReason: null });
    const half = await saveReading(db, as('Otis'), place(code, fixed.version, unclassed));
    expect(await refused(submitReading(db, as('Otis'), half))).toMatch(/what kind of correction/);
    const noted = await saveReading(
      db,
      as('Otis'),
      place(code, half.version, content({ value: '97', publicNote: 'Counted twice.' })),
    );
    await submitReading(db, as('Otis'), noted);
    await approveReading(db, as('Hester'), noted);
    await publishEdition(db, as('Ada'), trams);
    expect(await rowOf(seen)).toMatchObject({ state: 'published', value: '91' });
    expect(await rowOf(noted)).toMatchObject({ state: 'published', value: '97' });
    expect(await refused(beginCorrection(db, as('Otis'), seen))).not.toBe('accepted');
  });

  test('the published figure and its actions stand, even against SQL', async () => {
    const published = eq(readings.state, 'published');
    expect(await refusal(db.update(readings).set({ value: '1' }).where(published))).toBe('stands_for_ever');
    expect(await refusal(db.delete(readings).where(published))).toBe('stands_for_ever');
    const [row] = await db.select({ id: readings.id }).from(readings).where(published);
    const added = { readingId: row?.id ?? 0, position: 1, text: 'x', owner: 'y' };
    expect(await refusal(db.insert(actions).values(added))).toBe('stands_for_ever');
  });
});
