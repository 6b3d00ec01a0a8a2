import { expect, test } from 'vitest';
import { personById } from '@/db/facts/person';
import { historyOfMeasure, historyOfService } from '@/db/queries/history/narrowed-history';
import { reviewsFor } from '@/db/queries/review/review-list';
import { everything } from '@/lib/record/history-question';
import { submitted, today, workingCouncil } from '../../support/council/working-council';
import { explainedStatements } from '../../support/server/explained-statements';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql } = await freshDatabase();
const { as, person, id } = await workingCouncil(db, { buses: 3 });
const explained = await explainedStatements();

/** 4,000 measures of 20 services and 50 owners, with 12 published months and 24 events each. */
await sql.begin(async (tx) => {
  await tx`set local session_replication_role = replica`;
  await tx`set local statement_timeout = 0`;
  await tx`insert into services (slug, name, position) select 's-' || n, 'Service ' || n, 100 + n from generate_series(1, 20) n`;
  await tx`insert into people (name, email) select 'P' || n, 'p' || n || '@testshire.example' from generate_series(1, 50) n`;
  await tx`
    insert into measures (service_id, number, code, title, definition, unit, decimals, polarity, frequency, "window", lag_days,
      required_from, comparator, counts_people, owner_id)
    select (select id from services where slug = 's-' || (1 + n % 20)), n, 'm-' || n, 'Measure ' || n, 'Counted.', 'number', 0,
      'higher', 'monthly', 'single', 20, '2026-04-01', 'previous_period', false,
      (select id from people where name = 'P' || (1 + n % 50))
    from generate_series(1, 4000) n`;
  await tx`
    insert into readings (measure_id, period_start, state, value, authors, submitted_by, submitted_at, approved_by, approved_at,
      approved_hash, published_at)
    select m.id, (date '2026-07-01' - make_interval(months => n))::date, 'published', 71, array[m.owner_id], m.owner_id, now(),
      ${id.Hana}, now(), repeat('f', 64), now()
    from measures m, generate_series(0, 11) n where m.code like 'm-%'`;
  await tx`
    insert into events (at, actor_id, service_id, kind, subject, subject_id, details, previous, hash)
    select now(), m.owner_id, m.service_id, case n when 0 then 'reading_saved'::event_kind else 'reading_submitted' end, 'reading', r.id,
      '{}', md5(r.id || ' ' || n), encode(sha256(convert_to(r.id || ' ' || n, 'UTF8')), 'hex')
    from readings r join measures m on m.id = r.measure_id, generate_series(0, 1) n where m.code like 'm-%'`;
});
for (const code of ['bus-01', 'bus-02']) await submitted(db, as('Olive'), code);
await sql`analyze`;

const large = ['events', 'readings', 'measures', 'reading_versions'];
const indexes = (plans: Awaited<ReturnType<typeof explained>>) => plans.flatMap((plan) => plan.indexes);
const walked = (plans: Awaited<ReturnType<typeof explained>>) =>
  plans.flatMap((plan) => plan.walked.filter((table) => large.includes(table)));

test('a person is found with what they own by the index of owners', async () => {
  const plans = await explained((own) => personById(own, id.Olive));
  expect(indexes(plans)).toContain('measures_of_an_owner');
  expect(walked(plans)).toEqual([]);
});

test('what waits for a head is found by the index of what waits', async () => {
  const hana = await person('Hana');
  const plans = await explained(async (own) => expect(await reviewsFor(own, hana, today)).toHaveLength(2));
  // Either holds what is not published alone, whichever the planner takes.
  expect(
    ['submitted_readings', 'one_open_revision_per_period'].filter((name) => indexes(plans).includes(name)),
  ).not.toEqual([]);
  expect(walked(plans)).toEqual([]);
});

test('what happened to a measure is found by its subject, however much else happened', async () => {
  const [officer] = await sql<{ id: number }[]>`select id from people where name = 'P2'`;
  const who = { ...(await person('Ada')), id: officer?.id ?? 0 };
  for (const ask of [
    (own: typeof db) => historyOfMeasure(own, who, 'm-1', today),
    (own: typeof db) => historyOfService(own, who, 's-2', today, { question: { ...everything, measure: 'm-1' } }),
  ]) {
    const plans = await explained(async (own) => expect((await ask(own))?.lines).toHaveLength(24));
    const [lines] = plans.filter(({ text }) => text.includes('limit') && text.includes('"events"'));
    expect(lines?.indexes).toContain('events_of_a_subject');
    expect(walked(plans)).toEqual([]);
    expect(lines?.pages).toBeLessThan(600);
  }
});
