import { and, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, beginCorrection, returnReading, submitReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import type { Connection } from '@/db/connection/client';
import { deputies, events, measures, people, readings, readingVersions, roles, services } from '@/db/schema';
import { refusal } from '../../support/council/one-measure-council';
import {
  at,
  content,
  type Name,
  refused,
  submitted,
  today,
  workingCouncil,
} from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql: statement } = await freshDatabase();
const { as, id, buses, measures: measuresThere } = await workingCouncil(db, { buses: 1, from: '2016-01-01' });
const code = 'bus-01';
const own = 'Only the head of this service, or their deputy, can approve, and never what they wrote or submitted.';
const span = { serviceId: buses.id, headId: id.Hana, fromDay: '2016-01-01', untilDay: '2026-08-31' };

let month = 0;
const period = () => {
  month += 1;
  return `${2016 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
};
const owner = (name: Name) => db.update(measures).set({ ownerId: id[name] }).where(eq(measures.code, code));
const head = (name: Name) => db.update(services).set({ headId: id[name] }).where(eq(services.id, buses.id));
const reading = content({ unusual: 'It is a test.' });

beforeEach(async () => {
  await owner('Olive');
  await head('Hana');
  await db.delete(deputies);
  await db.insert(deputies).values({ ...span, deputyId: id.Dev });
});

describe('nobody approves', () => {
  test('what they submitted, with every role there is', async () => {
    await head('Olive');
    await db
      .insert(roles)
      .values((['performance_officer', 'administrator'] as const).map((role) => ({ personId: id.Olive, role })));
    const seen = await submitted(db, as('Olive'), code, reading, period());
    expect(await refused(approveReading(db, as('Olive'), seen))).toBe(own);
    await db.delete(roles).where(eq(roles.personId, id.Olive));
  });

  test('a reading into which they wrote, within another’s submission', async () => {
    const periodStart = period();
    await owner('Hana');
    const first = await saveReading(db, as('Hana'), { code, periodStart, version: null, content: reading });
    await owner('Olive');
    const again = content({ unusual: 'It is a test.', comments: 'All of it rewritten.', value: '95' });
    const second = await saveReading(db, as('Olive'), { code, periodStart, version: first.version, content: again });
    await submitReading(db, as('Olive'), second);
    expect(await refused(approveReading(db, as('Hana'), second))).toBe(own);
    expect(await refused(approveReading(db, as('Dev'), second))).toBe('accepted');
  });

  test('what they had submitted once, though another submitted it again', async () => {
    const periodStart = period();
    const first = await saveReading(db, as('Olive'), { code, periodStart, version: null, content: reading });
    await owner('Hana');
    await submitReading(db, as('Hana'), first);
    await returnReading(db, as('Dev'), { ...first, reason: 'Wait', suggested: null });
    await owner('Olive');
    await submitReading(db, as('Olive'), first);
    expect(await refused(approveReading(db, as('Hana'), first))).toBe(own);
  });

  test('as the deputy of oneself: Olive deputises for Hana; and a span for oneself cannot be stored', async () => {
    await db.insert(deputies).values({ ...span, deputyId: id.Olive });
    const seen = await submitted(db, as('Olive'), code, reading, period());
    expect(await refused(approveReading(db, as('Olive'), seen))).toBe(own);
    expect(await refusal(db.insert(deputies).values({ ...span, deputyId: id.Hana }))).toBe(
      'nobody_deputises_for_themselves',
    );
  });

  test('a correction of what they wrote themselves, though another corrects it', async () => {
    const periodStart = period();
    await owner('Hana');
    await head('Dev');
    const first = await submitted(db, as('Hana'), code, reading, periodStart);
    await approveReading(db, as('Dev'), first);
    await db.update(readings).set({ state: 'published', publishedAt: at }).where(eq(readings.id, first.readingId));
    await owner('Olive');
    await head('Hana');
    const begun = await beginCorrection(db, as('Olive'), first);
    const fixed = content({ unusual: 'It is a test.', publicNote: 'Counted twice.' });
    const version = await saveReading(db, as('Olive'), { code, periodStart, version: begun.version, content: fixed });
    await submitReading(db, as('Olive'), version);
    expect(await refused(approveReading(db, as('Hana'), version))).toBe(own);
  });
});

describe('a right that was taken meanwhile is gone', () => {
  const none = 'There is no such reading.';
  test.each([
    ['Hana is head no more', 'Hana', () => head('Hester'), none],
    ['Dev’s span ended yesterday', 'Dev', () => db.update(deputies).set({ untilDay: '2026-08-16' }), none],
    ['Dev’s head is head no more', 'Dev', () => head('Hester'), none],
    ['Dev’s span begins tomorrow', 'Dev', () => db.update(deputies).set({ fromDay: '2026-08-18' }), none],
  ] as const)('%s: refused, recorded, nothing approved', async (_, who, taken, sentence) => {
    const seen = await submitted(db, as('Olive'), code, reading, period());
    await taken();
    expect(await refused(approveReading(db, as(who), seen))).toBe(sentence);
    const [row] = await db.select().from(readings).where(eq(readings.id, seen.readingId));
    expect(row).toMatchObject({ state: 'submitted', approvedBy: null });
    const tries = and(
      eq(events.kind, 'step_refused'),
      eq(events.subjectId, seen.readingId),
      eq(events.actorId, id[who]),
    );
    expect(await db.$count(events, tries)).toBe(1);
  });

  test('Olive owns the measure no more, Hana has left, Ada publishes no more', async () => {
    const seen = await submitted(db, as('Olive'), code, reading, period());
    await owner('Oskar');
    expect(
      await refused(saveReading(db, as('Olive'), { code, periodStart: period(), version: null, content: reading })),
    ).toBe(none);
    await db.update(people).set({ leftAt: at }).where(eq(people.id, id.Hana));
    expect(await refused(approveReading(db, as('Hana'), seen))).toMatch(/not known here any more/);
    await db.update(people).set({ leftAt: null }).where(eq(people.id, id.Hana));
    await db.delete(roles).where(eq(roles.personId, id.Ada));
    const publication = { service: 'buses', asAt: today, note: null, acknowledged: [] };
    expect(await refused(publishEdition(db, as('Ada'), publication))).toMatch(/Only the performance officer/);
  });

  test('again and again, while the headship changes hands: whoever is not head approves nothing', async () => {
    for (let round = 0; round < 20; round += 1) {
      const seen = await submitted(db, as('Olive'), code, reading, period());
      const [, end] = await Promise.all([head('Hester'), refused(approveReading(db, as('Hana'), seen))]);
      expect(['accepted', none]).toContain(end);
      expect(await refused(approveReading(db, as('Hana'), seen))).not.toBe('accepted');
      await head('Hana');
    }
  });
});

describe('SQL straight into the table', () => {
  const approval = (by: number) =>
    ({ state: 'approved', approvedBy: by, approvedAt: at, approvedHash: 'a'.repeat(64) }) as const;

  test.each([
    ['the submitter approves', async () => approval(id.Olive)],
    ['an author approves', async () => ({ ...approval(id.Hana), authors: [id.Olive, id.Hana] })],
    [
      'a writer of a version approves, struck from the list of authors',
      async () => ({ ...approval(id.Olive), authors: [id.Nora], submittedBy: id.Nora }),
    ],
  ])('%s', async (_, values) => {
    const seen = await submitted(db, as('Olive'), code, reading, period());
    const attempt = db
      .update(readings)
      .set(await values())
      .where(eq(readings.id, seen.readingId));
    expect(await refusal(attempt)).toBe('two_pairs_of_eyes');
  });

  test('with nobody among the authors, so that it is neither true nor false who wrote', async () => {
    const periodStart = period();
    const row = {
      measureId: measuresThere[0]?.id,
      periodStart,
      submittedBy: id.Olive,
      submittedAt: at,
      ...approval(id.Hana),
    };
    const written = (authors: string) =>
      db.execute(sql`insert into readings (measure_id, period_start, value, state, authors, submitted_by, submitted_at,
        approved_by, approved_at, approved_hash) values (${row.measureId}, ${periodStart}, 91, 'approved', ${authors},
        ${row.submittedBy}, ${at}, ${row.approvedBy}, ${at}, ${row.approvedHash})`);
    for (const authors of ['{NULL}', `{NULL,${id.Olive}}`, `{${id.Olive},NULL}`])
      expect(await refusal(written(authors)), authors).toBe('every_author_is_somebody');
    expect(await refusal(written(`{${id.Olive},${id.Hana}}`))).toBe('two_pairs_of_eyes');
    expect(await refusal(written('{}'))).toBe('a_reading_has_an_author');
    const seen = await submitted(db, as('Olive'), code, reading, period());
    const nobody = sql`update readings set authors = array_append(authors, null) where id = ${seen.readingId}`;
    expect(await refusal(db.execute(nobody))).toBe('every_author_is_somebody');
  });

  const version = (readingId: number, number: number, author: number, on: Connection = db) =>
    on.execute(sql`insert into reading_versions (reading_id, version, content, ground, content_hash, author_id, at)
      values (${readingId}, ${number}, '{}', '{}', ${'b'.repeat(64)}, ${author}, ${at})`);

  test('the approver writes a version afterwards, of what is approved or published', async () => {
    const seen = await submitted(db, as('Olive'), code, reading, period());
    await approveReading(db, as('Hana'), seen);
    expect(await refusal(version(seen.readingId, 9, id.Hana))).toBe('two_pairs_of_eyes');
    await db.update(readings).set({ state: 'published', publishedAt: at }).where(eq(readings.id, seen.readingId));
    expect(await refusal(version(seen.readingId, 9, id.Hana))).toBe('two_pairs_of_eyes');
    expect(await db.$count(readingVersions, eq(readingVersions.readingId, seen.readingId))).toBe(1);
  });

  test.each([0, 1])(
    'the approver writes a version at the same moment, order %i: the second waits, and is refused',
    async (order) => {
      const seen = await submitted(db, as('Olive'), code, reading, period());
      const approve = (on: Connection) =>
        on.update(readings).set(approval(id.Hana)).where(eq(readings.id, seen.readingId));
      const write = (on: Connection) => version(seen.readingId, 9, id.Hana, on);
      const [first, second] = order === 0 ? [approve, write] : [write, approve];
      let ended: Promise<string> | undefined;
      await db.transaction(async (tx) => {
        await first(tx);
        let over = false;
        ended = refusal(second(db)).finally(() => {
          over = true;
        });
        // The first is not over before the second is, or waits for it.
        while (!over) {
          const [{ waiting } = { waiting: 0 }] = await statement<{ waiting: number }[]>`
          select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
          if (waiting > 0) break;
        }
      });
      expect(await ended).toBe('two_pairs_of_eyes');
    },
  );

  test('a table of the session’s own stands before the record’s: the rule looks at the record', async () => {
    const seen = await submitted(db, as('Olive'), code, reading, period());
    const change = { ...approval(id.Olive), authors: [id.Nora], submittedBy: id.Nora };
    const shadowed = db.transaction(async (tx) => {
      await tx.execute(sql`create temporary table reading_versions (reading_id int, author_id int) on commit drop`);
      await tx.update(readings).set(change).where(eq(readings.id, seen.readingId));
    });
    expect(await refusal(shadowed)).toBe('two_pairs_of_eyes');
  });
});
