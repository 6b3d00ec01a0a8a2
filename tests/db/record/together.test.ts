import { and, asc, eq, lt, type Placeholder, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { amongst } from '@/db/connection/amongst';
import type { Connection } from '@/db/connection/client';
import { preparedQuestions, together } from '@/db/connection/together';
import { personById, personIn } from '@/db/facts/person';
import { measures, people, readings, services } from '@/db/schema';
import { workingCouncil } from '../../support/council/working-council';
import { countedStatements } from '../../support/server/counted-statements';
import { explainedStatements } from '../../support/server/explained-statements';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase();
const { id } = await workingCouncil(db);
const counted = await countedStatements();
const plansOf = await explainedStatements();

const [measure] = await db.select().from(measures).where(eq(measures.code, 'bus-01'));
await db.insert(readings).values([
  {
    ...{ measureId: measure?.id ?? 0, periodStart: '2026-06-01', authors: [id.Olive, id.Hana], value: '0.10' },
    ...{
      comments: 'A “quoted” word, a \\ and\na line — 😀',
      submittedBy: id.Olive,
      submittedAt: '2026-08-01T10:00:00.123456Z',
    },
    ...{
      completed: [{ start: '2026-05-01', text: 'Done' }],
      state: 'submitted',
      numerator: '12345678901234567890.5',
      denominator: '3',
    },
  },
  { measureId: measure?.id ?? 0, periodStart: '2026-07-01', authors: [id.Olive], value: '7' },
]);

const earlier = alias(readings, 'earlier');
const sameMeasure = and(
  eq(earlier.measureId, readings.measureId),
  sql`${earlier.periodStart} < ${readings.periodStart}`,
);

const figures = (own: Connection, place: (name: 'ids' | 'before') => Placeholder) => ({
  found: own
    .select({ value: readings.value })
    .from(readings)
    .where(and(amongst(readings.measureId, place('ids')), lt(readings.periodStart, place('before'))))
    .orderBy(asc(readings.id)),
});

const questions = () => ({
  whole: db.select().from(readings).orderBy(asc(readings.id)),
  joined: db.select().from(measures).innerJoin(services, eq(services.id, measures.serviceId)).orderBy(asc(measures.id)),
  outer: db
    .select({ id: readings.id, was: { id: earlier.id, value: earlier.value, at: earlier.submittedAt } })
    .from(readings)
    .leftJoin(earlier, sameMeasure)
    .orderBy(asc(readings.id)),
  expressions: db
    .select({
      amount: sql<string>`${readings.value} * 1`,
      day: sql<string>`${readings.periodStart} + 1`,
      instant: sql<string | null>`${readings.submittedAt}`,
      long: sql<string>`count(*) over ()`,
      short: sql<number>`length(${readings.comments})`,
      yes: sql<boolean>`${readings.value} > 1`,
      list: sql<number[]>`${readings.authors}`,
      document: sql<unknown>`${readings.completed}`,
      mapped: sql`${readings.value}`.mapWith(Number),
      named: sql<string>`upper(${readings.state}::text)`.as('named'),
    })
    .from(readings)
    .orderBy(asc(readings.id)),
  distinct: db
    .selectDistinctOn([readings.measureId], { start: readings.periodStart })
    .from(readings)
    .orderBy(readings.measureId),
  none: db.select().from(people).where(eq(people.id, 0)),
});

test('what is asked together is answered as it is by itself, whatever its columns are, in one statement', async () => {
  const { whole, joined, outer, expressions, distinct, none } = questions();
  const apart = {
    ...{ whole: await whole, joined: await joined, outer: await outer, expressions: await expressions },
    ...{ distinct: await distinct, none: await none },
  };
  expect(await together(db, questions())).toEqual(apart);
  expect(apart.outer.map(({ was }) => was?.value ?? null)).toEqual([null, '0.10']);
  expect(await counted((own) => together(own, questions()))).toBe(1);
});

test('questions that are prepared are answered anew for each value, on whatever connection', async () => {
  const ask = preparedQuestions<{ ids: number[]; before: string }, ReturnType<typeof figures>>(figures);
  const ids = [measure?.id ?? 0];
  const texts = ({ found }: Awaited<ReturnType<typeof ask>>) => found.map(({ value }) => value);
  expect(texts(await ask(db, { ids, before: '2026-08-01' }))).toEqual(['0.10', '7']);
  expect(texts(await db.transaction((tx) => ask(tx, { ids, before: '2026-07-01' })))).toEqual(['0.10']);
  expect(texts(await ask(db, { ids: [], before: '2026-08-01' }))).toEqual([]);
});

test('a person is the same within another statement as by themselves, and nobody is null', async () => {
  for (const who of [id.Olive, id.Hana, id.Dev, id.Ada, 0])
    expect(await together(db, { who: personIn(who) })).toEqual({ who: await personById(db, who) });
});

test('a list within a question is worked out once, not once for each place that names it', async () => {
  const listed = sql<
    string[]
  >`(select coalesce(json_agg(${readings.periodStart} order by ${readings.periodStart}), '[]')
    from ${readings} where ${readings.measureId} = ${measures.id})`;
  const ask = (own: Connection) => ({ lists: own.select({ id: measures.id, listed }).from(measures) });
  const [plan] = await plansOf((own) => together(own, ask(own)));
  const readingsRead = [...(plan?.walked ?? []), ...(plan?.indexes ?? [])].filter((name) => /reading/.test(name));
  expect(readingsRead).toHaveLength(1);
  expect(await together(db, ask(db))).toEqual({ lists: await ask(db).lists });
});
