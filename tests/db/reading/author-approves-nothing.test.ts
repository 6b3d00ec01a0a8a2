import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Changed, saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, returnReading, submitReading } from '@/db/commands/reading/reading-steps';
import { judgedColumns } from '@/db/facts/judged-columns';
import { readingPage } from '@/db/queries/reading/reading-page';
import { reviewPage } from '@/db/queries/review/review-page';
import { verifyChains } from '@/db/queries/verify/verify-chains';
import { verifyReadings } from '@/db/queries/verify/verify-readings';
import { readings } from '@/db/schema';
import { eyesCouncil, type Suggester, suggestion } from '../../support/council/eyes-council';
import { refusal } from '../../support/council/one-measure-council';
import { at, content, ending, refused, submitted, today } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const eyes = await eyesCouncil(db, 30);
const { as, id, ways, scenes, posts, asAtFirst, rowOf, other } = eyes;
const suggesters = ['Hana', 'Dev'] as const;

type Case = { name: string; code: string; by: Suggester; seen: Changed };
const cases: Case[] = [];
const tried: string[] = [];
let measure = 0;
const fresh = () => `bus-${String(++measure).padStart(2, '0')}`;
const judged = { colour: 'amber', rule: 'green', reason: 'It was a quiet month, and no test of anything.' } as const;
const page = async (name: 'Olive' | 'Hana', code: string) =>
  readingPage(db, await eyes.person(name), code, '2026-07-01', today);

/** Tries an approval that must not be, in the version that is there and the one before, and keeps count of it. */
async function mayNot(
  who: Parameters<typeof as>[0],
  { seen, name }: Case,
  more: { key?: string } = {},
  colour: typeof judged | null = null,
) {
  const end = await ending(approveReading(db, as(who, more), { ...seen, judged: colour }));
  tried.push(`${name}: ${who}`);
  // The rule refuses by itself; the sentence of the database would show that only the second lock held.
  expect(end, `${name}: ${who}`).toMatchObject({ refused: expect.stringMatching(/^(Only the head|There is no such)/) });
}

beforeAll(async () => {
  for (const [name, way] of Object.entries(ways))
    for (const by of suggesters) {
      const code = fresh();
      const seen = await submitReading(db, as('Olive'), await way(code, by));
      cases.push({ name: `${name}, suggested by ${by}`, code, by, seen });
    }
}, 60_000);

test('whose words it took over is an author of each, however they came in', async () => {
  expect(cases).toHaveLength(20);
  for (const { name, by, seen } of cases) expect((await rowOf(seen.readingId)).authors, name).toContain(id[by]);
});

describe('an author approves nothing', () => {
  test.each(Object.entries(scenes))('where %s', async (scene, { set, try: authors }) => {
    for (const by of suggesters) {
      await set(by);
      for (const one of cases.filter((one) => one.by === by))
        for (const who of authors(by)) await mayNot(who, { ...one, name: `${scene}: ${one.name}` });
      await asAtFirst();
    }
  });

  test('nor judges it another colour, whoever holds which post by then; nor does a deputy for an author', async () => {
    for (const [scene, { set, try: authors }] of Object.entries(scenes)) {
      for (const by of suggesters) {
        await set(by);
        for (const one of cases.filter((one) => one.by === by))
          for (const who of authors(by))
            await mayNot(who, { ...one, name: `judged, ${scene}: ${one.name}` }, {}, judged);
        await asAtFirst();
      }
    }
  });

  test('nor with the form of an earlier version, after the role had changed and changed back', async () => {
    for (const one of cases.filter(({ seen }) => seen.version > 1)) {
      await posts(one.by);
      await asAtFirst();
      const earlier = { ...one, seen: { ...one.seen, version: one.seen.version - 1 } };
      await mayNot(one.by, { ...earlier, name: `judged, replayed: ${one.name}` }, {}, judged);
      // Somebody who may is refused as well: what they judge is not what is there any more.
      tried.push(`judged by another, replayed: ${one.name}`);
      const end = await ending(approveReading(db, as(other(one.by)), { ...earlier.seen, judged }));
      expect(end, one.name).toMatchObject({ name: 'Stale' });
    }
  });

  test('with many ticked at once, and the same list sent again', async () => {
    for (const again of [1, 2])
      for (const one of cases)
        await mayNot(one.by, { ...one, name: `ticked ${again}: ${one.name}` }, { key: `k-${one.seen.readingId}` });
  });

  test('by SQL straight into the table, with the list of authors struck, emptied or unknown', async () => {
    const signed = (by: number) => ({
      state: 'approved',
      approvedBy: by,
      approvedAt: at,
      approvedHash: 'a'.repeat(64),
    });
    for (const { by, seen, name } of cases) {
      const struck = { authors: [id.Nora], submittedBy: id.Nora };
      const unknown = { authors: sql`'{NULL}'::int[]`, submittedBy: id.Nora };
      const tries = {
        'as an author': signed(id[by]),
        'struck from the list': { ...signed(id[by]), ...struck },
        'beside an unknown author': { ...signed(id[by]), ...unknown },
        'for an author': { ...signed(id.Ada), approvedFor: id[by] },
        'for one struck from the list': { ...signed(id.Ada), ...struck, approvedFor: id[by] },
        'judged by an author': { ...signed(id[by]), ...judgedColumns(judged) },
        'judged by an author who is struck from the list': { ...signed(id[by]), ...struck, ...judgedColumns(judged) },
        'judged by the owner': { ...signed(id.Olive), ...judgedColumns(judged) },
        'judged by the owner, struck from the list': { ...signed(id.Olive), ...struck, ...judgedColumns(judged) },
        'judged for an author': { ...signed(id.Ada), approvedFor: id[by], ...judgedColumns(judged) },
        'judged by nobody in particular': { ...signed(id.Nora), ...judgedColumns(judged) },
        'judged without an approval': judgedColumns(judged),
      };
      for (const [how, values] of Object.entries(tries)) {
        tried.push(`${how}: ${name}`);
        const attempt = db
          .update(readings)
          .set(values as Partial<typeof readings.$inferInsert>)
          .where(eq(readings.id, seen.readingId));
        expect(await refusal(attempt), `${how}: ${name}`).toMatch(
          /^(two_pairs_of_eyes|every_author_is_somebody|a_judged_status_is_signed)$/,
        );
      }
    }
  });
});

test('authors are never unknown: beside null nobody would be known to be another', async () => {
  const [{ seen }] = cases as [Case];
  for (const authors of ['{NULL}', `{${id.Olive},NULL}`, `{NULL,${id.Olive},NULL}`])
    expect(
      await refusal(
        db
          .update(readings)
          .set({ authors: sql`${authors}::int[]` })
          .where(eq(readings.id, seen.readingId)),
      ),
    ).toBe('every_author_is_somebody');
});

test('a new row is held to it as one that is changed', async () => {
  const row = {
    measureId: eyes.measures.at(-2)?.id ?? 0,
    periodStart: '2026-06-01',
    value: '91',
    state: 'approved' as const,
    authors: [id.Olive, id.Hana],
    submittedBy: id.Olive,
    submittedAt: at,
    approvedAt: at,
    approvedHash: 'a'.repeat(64),
  };
  const insert = (by: number, approvedFor: number | null) =>
    refusal(db.insert(readings).values({ ...row, approvedBy: by, approvedFor }));
  expect(await insert(id.Hana, null)).toBe('two_pairs_of_eyes');
  expect(await insert(id.Dev, id.Hana)).toBe('two_pairs_of_eyes');
  const judgedRow = { ...row, authors: [id.Olive], approvedBy: id.Hana, ...judgedColumns(judged) };
  expect(await refusal(db.insert(readings).values(judgedRow))).toBe('a_judged_status_is_signed');
});

test('where nobody is left who may approve, the pages say who must be named', async () => {
  const [{ code, seen }] = cases.filter(({ by }) => by === 'Hana') as [Case];
  await posts('Hana');
  const sentence = 'Hana wrote part of this: name a deputy or another head for Buses.';
  expect((await page('Olive', code))?.eyesMissing).toBe(sentence);
  expect((await reviewPage(db, await eyes.person('Hana'), seen.readingId, today))?.eyesMissing).toBe(sentence);
  await posts('Hana', ['Olive']);
  expect((await page('Olive', code))?.eyesMissing).toBe(
    'Olive and Hana wrote part of this: name a deputy or another head for Buses.',
  );
  await posts('Hana', ['Dev']);
  expect((await page('Olive', code))?.eyesMissing).toBeNull();
  const deputy = await reviewPage(db, await eyes.person('Dev'), seen.readingId, today);
  expect(deputy?.deputy).toMatch(/Hana wrote part of this, so you approve it in your own name\.$/);
});

test('somebody else approves each, in their own name where the head is an author', async () => {
  for (const [index, { by, seen, name }] of cases.entries()) {
    // Of Dev's words Hana signs herself, or another deputy does so for her, who is no author.
    const stranger = by === 'Dev' && index % 4 === 1;
    if (stranger) await posts('Hana', ['Dev', 'Nora']);
    const approver = stranger ? 'Nora' : other(by);
    expect(await refused(approveReading(db, as(approver), seen)), name).toBe('accepted');
    expect(await rowOf(seen.readingId), name).toMatchObject({
      approvedBy: id[approver],
      approvedFor: stranger ? id.Hana : null,
    });
    if (stranger) await asAtFirst();
  }
});

describe('what is no author’s', () => {
  test('a suggestion that was not taken leaves its writer free, and a deputy free to act for her', async () => {
    for (const approver of ['Hana', 'Dev'] as const) {
      const code = fresh();
      const first = await submitted(db, as('Olive'), code);
      await returnReading(db, as('Hana'), { ...first, reason: 'Say why.', suggested: suggestion });
      const mended = content({ comments: 'The contractor lost a third of its staff in spring.' });
      const place = { code, periodStart: '2026-07-01', version: first.version, content: mended };
      const seen = await submitReading(db, as('Olive'), await saveReading(db, as('Olive'), place));
      expect(await refused(approveReading(db, as(approver), seen))).toBe('accepted');
      expect(await rowOf(seen.readingId)).toMatchObject({
        authors: [id.Olive],
        approvedFor: approver === 'Dev' ? id.Hana : null,
      });
    }
  });

  test('a return in the name of an author says nobody for whom it is', async () => {
    const [{ seen }] = cases.filter(({ by }) => by === 'Hana') as [Case];
    await returnReading(db, as('Dev'), { ...seen, reason: 'Once more.', suggested: null });
    const [{ details } = { details: {} }] = await db.execute<{ details: Record<string, unknown> }>(sql`
      select details from events where kind = 'reading_returned' and subject_id = ${seen.readingId} order by id desc`);
    expect(details).not.toHaveProperty('for');
  });
});

test('of all of these, none was approved by an author or for one; and the record is whole', async () => {
  expect(tried.length).toBeGreaterThanOrEqual(600);
  expect(tried.filter((way) => way.startsWith('judged')).length).toBeGreaterThanOrEqual(300);
  const bad = await db.execute(sql`
    select id from readings r where approved_by is not null and (
      approved_by = any(authors) or approved_for = any(authors)
      or exists (select from events e where e.subject = 'reading' and e.subject_id = r.id
        and (e.details -> 'suggestedBy') @> any (array[to_jsonb(approved_by), to_jsonb(approved_for)])))`);
  expect([...bad]).toEqual([]);
  // The posts of this council were changed by hand, so that only what became of its readings is asked.
  const checked = { events: 0, editions: 0, readings: 0, rows: 0, pages: 0 };
  const { tampered, published } = await verifyChains(db, [], checked);
  expect([tampered, await verifyReadings(db, published, checked)]).toEqual([null, null]);
  expect(checked.readings).toBeGreaterThanOrEqual(20);
});
