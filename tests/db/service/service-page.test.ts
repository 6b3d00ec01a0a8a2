import { beforeAll, describe, expect, test } from 'vitest';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, beginCorrection, returnReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { ownServices } from '@/db/queries/service/own-services';
import { servicePage } from '@/db/queries/service/service-page';
import { committeeServices, committees, meetings } from '@/db/schema';
import { content, type Name, submitted, today, workingCouncil } from '../../support/council/working-council';
import { countedStatements } from '../../support/server/counted-statements';
import { freshDatabase } from '../../support/server/fresh-database';

const { db, sql } = await freshDatabase();
const { as, person, buses } = await workingCouncil(db, { buses: 6, from: '2026-06-01' });
const at = (time: string) => ({ at: `2026-08-17T${time}:00.000Z` });
const secret = 'Ein Zwischenstand';
const page = async (name: Name, slug = 'buses') =>
  servicePage(db, await person(name), slug, { today, now: `${today}T12:00:00Z` });
const working = async (name: Name) => {
  const found = await page(name);
  if (!found || !('working' in found)) throw new Error(`${name} does not work for it`);
  return found.working;
};
const published = async (name: Name) => {
  const found = await page(name);
  if (!found || !('published' in found)) throw new Error(`${name} reads more than what is published`);
  return found.published;
};
const july = { periodStart: '2026-07-01', version: null };

/**
 * Before anything is published nobody else has a page. Then June of bus-01 (Red, with an overdue action) and bus-02 is
 * published; of July bus-01 is submitted, 02 returned, 03 drafted, 04 approved, 05 and 06 (Oskar's) not begun and late.
 */
const before: Record<string, unknown> = {};
beforeAll(async () => {
  for (const name of ['Cal', 'Otis', 'Nora', 'Olive'] as const) before[name] = (await page(name)) !== null;
  const action = { text: 'Buy a bus', owner: 'Head of Buses', due: '2026-08-10' };
  const june = { bus01: content({ value: '71', actions: [action] }), bus02: content({ value: '92' }) };
  for (const [code, words] of [
    ['bus-01', june.bus01],
    ['bus-02', june.bus02],
  ] as const)
    await approveReading(
      db,
      // On a day when the action was still to come.
      as('Hana', { at: '2026-08-05T08:00:00.000Z', today: '2026-08-05' }),
      await submitted(
        db,
        as('Olive', { at: '2026-08-05T07:00:00.000Z', today: '2026-08-05' }),
        code,
        words,
        '2026-06-01',
      ),
    );
  const { warnings } = (await nextEdition(db, buses, today, 'signed')).findings;
  const acknowledged = warnings.map(({ id: finding }) => ({ finding, reason: 'Known' }));
  await publishEdition(db, as('Ada', at('09:00')), { service: 'buses', asAt: today, note: null, acknowledged });
  const words = content({ value: '64.3', comments: secret });
  await submitted(db, as('Olive', at('10:00')), 'bus-01', words);
  const back = await submitted(db, as('Olive', at('10:01')), 'bus-02', words);
  await returnReading(db, as('Hana', at('10:02')), { ...back, reason: 'Say more.', suggested: null });
  await saveReading(db, as('Olive', at('10:03')), { code: 'bus-03', ...july, content: words });
  await approveReading(db, as('Dev', at('10:05')), await submitted(db, as('Olive', at('10:04')), 'bus-04', words));
  const [committee] = await db.insert(committees).values({ slug: 'travel', name: 'Travel committee' }).returning();
  const committeeId = committee?.id ?? 0;
  await db.insert(committeeServices).values({ committeeId, serviceId: buses.id });
  await db.insert(meetings).values(['2026-07-20', '2026-08-03', '2026-09-07'].map((day) => ({ committeeId, day })));
});

const rowsOf = ({ groups }: Awaited<ReturnType<typeof working>>) =>
  groups.map(({ title, rows }) => [
    title,
    ...rows.map(({ readiness, act }) => `${readiness.code} ${readiness.period?.label}: ${act?.text ?? 'nothing'}`),
  ]);

describe('the working scorecard', () => {
  test('Olive reads first what is late and what came back, each with what she can do', async () => {
    const found = await working('Olive');
    expect(found.viewpoint).toBe('owner');
    const [now] = rowsOf(found);
    expect(now?.[0]).toBe('Now');
    expect(now).toContain('bus-02 Jul 2026: Answer');
    expect(now).toContain('bus-03 Jul 2026: Go on');
    expect(now).toContain('bus-05 Jul 2026: Enter Jul 2026');
    const rest = rowsOf(found).slice(1);
    expect(rest).toContainEqual(['With Hana', 'bus-01 Jul 2026: Take it back']);
    expect(rest).toContainEqual(['Approved, waiting for edition 2', 'bus-04 Jul 2026: View']);
    const others = rest.find(([title]) => title === 'With other owners');
    expect(others?.slice(1).every((row) => /^bus-06 .*: nothing$/.test(row))).toBe(true);
    expect(found.blockers).toEqual([]);
    expect([found.publishes, found.reviews]).toEqual([false, false]);
  });

  test('each row shows the edition in force and what the next one would say: figure, colour and direction', async () => {
    const rows = (await working('Olive')).groups.flatMap((group) => group.rows);
    const submittedRow = rows.find(({ readiness }) => readiness.code === 'bus-01' && readiness.state === 'submitted');
    expect(submittedRow).toMatchObject({
      targetWords: 'target at least 90%',
      published: { text: '71%', period: 'Jun 2026', colour: 'red' },
      next: { text: '64%', period: 'Jul 2026', colour: 'red', travel: { direction: 'worsening' } },
    });
    const missing = rows.find(({ readiness }) => readiness.code === 'bus-05');
    expect(missing).toMatchObject({ published: { text: null, colour: null }, next: null });
    const returned = rows.find(({ readiness }) => readiness.state === 'returned');
    expect(returned?.returned).toEqual({ by: 'Hana', at: '2026-08-17T10:02:00.000Z', reason: 'Say more.' });
  });

  test('Hana and her deputy read first what waits for their review; Ada all of it, and prepares the edition', async () => {
    for (const name of ['Hana', 'Dev'] as const) {
      const found = await working(name);
      expect(found.viewpoint).toBe('head');
      expect(rowsOf(found)[0]).toEqual(['Waiting for you', 'bus-01 Jul 2026: Review']);
      expect(found.sentence).toMatch(/^1 reading waits for your review\. /);
      expect(found.publishes).toBe(false);
    }
    const officer = await working('Ada');
    expect(officer.viewpoint).toBe('officer');
    expect(rowsOf(officer)[0]?.[0]).toBe('Late');
    expect(officer.publishes).toBe(true);
    expect(rowsOf(officer).flat().join()).not.toMatch(/Enter|Review|Correct/);
  });

  test('an approval that no longer fits blocks the edition, for Ada on its row as well; a draft without a figure shows none', async () => {
    await sql`alter table readings disable trigger user`;
    await sql`update readings set comments = 'Changed behind our back' where state = 'approved'`;
    const found = await working('Ada');
    expect(found.blockers).toHaveLength(1);
    const row = found.groups.flatMap(({ rows }) => rows).find(({ readiness }) => readiness.state === 'approved');
    expect(row?.blocks).toEqual([expect.stringContaining('does not fit what is there now')]);
    expect(found.sentence).toMatch(/^Edition 2 is not ready: 1 thing blocks it and /);
    expect((await working('Olive')).blockers).toEqual([]);
    await sql`update readings set comments = ${secret} where state = 'approved'`;
    await sql`update readings set value = null where state = 'draft'`;
    const draft = (await working('Olive')).groups.flatMap(({ rows }) => rows);
    expect(draft.find(({ readiness }) => readiness.state === 'draft')?.next).toBeNull();
    await sql`update readings set value = 64.3 where state = 'draft'`;
    await sql`alter table readings enable trigger user`;
  });
});

describe('what everybody else reads', () => {
  test('before anything is published a stranger finds nothing; a service that there is not, nobody finds', async () => {
    expect(before).toEqual({ Cal: false, Otis: false, Nora: false, Olive: true });
    for (const name of ['Cal', 'Ada'] as const) expect(await page(name, 'ferries')).toBeNull();
    expect(await page('Cal', 'trams')).toBeNull();
  });

  test('nothing unpublished is in the answer to a councillor, a stranger or another service’s owner and head', async () => {
    expect(JSON.stringify(await page('Olive'))).toContain('64');
    for (const name of ['Cal', 'Nora', 'Otis', 'Hester', 'Adam'] as const) {
      const text = JSON.stringify(await published(name));
      expect(text, name).toContain('71%');
      for (const trace of [secret, '64.3', '64%', 'Say more', 'submitted', 'returned'])
        expect(text, `${name} reads ${trace}`).not.toContain(trace);
    }
  });

  test('Cal reads the edition in force, its Reds with cause and action, overdue actions and figures, and the meetings', async () => {
    const found = await published('Cal');
    expect(found.head).toMatchObject({ number: 1, service: { slug: 'buses', name: 'Buses' } });
    expect(found.reds.map(({ code, comments }) => [code, comments])).toEqual([['bus-01', 'Fewer breakdowns.']]);
    expect(found.overdueActions).toEqual([
      {
        text: 'Buy a bus',
        owner: 'Head of Buses',
        due: '2026-08-10',
        daysLate: 7,
        measure: { number: 1, code: 'bus-01', title: 'Buses on time 1' },
      },
    ]);
    expect(found.overdue.length).toBeGreaterThan(0);
    expect(found.since).toMatchObject({ day: '2026-08-03', name: 'Travel committee', kind: 'first' });
    expect(found.nextMeeting?.day).toBe('2026-09-07');
    expect(found.early).toEqual([]);
  });
});

test('after a meeting at which the edition in force was already there, nothing has changed since', async () => {
  const later = { today: '2026-09-10', now: '2026-09-10T12:00:00Z' };
  const found = await servicePage(db, await person('Cal'), 'buses', later);
  const since = found && 'published' in found ? found.published.since : null;
  expect(since).toMatchObject({ day: '2026-09-07', kind: 'differences', was: 1, differences: [] });
});

test('a correction that is begun does not make its period late: what is published stands', async () => {
  const [june] = await sql`select r.id, r.version from readings r join measures m on m.id = r.measure_id
    where m.code = 'bus-02' and r.state = 'published'`;
  await beginCorrection(db, as('Olive', at('11:00')), { readingId: june?.id, version: june?.version });
  const rows = (await working('Olive')).groups.flatMap((group) => group.rows);
  const correction = rows.find(({ readiness: { code, period } }) => code === 'bus-02' && period?.label === 'Jun 2026');
  expect(correction).toMatchObject({ readiness: { state: 'draft', daysLate: 0 }, act: { text: 'Go on' } });
});

test('the ways to one’s work name the services that a person writes for or heads, and no others', async () => {
  const names = async (name: Name) => (await ownServices(db, await person(name), today)).map(({ slug }) => slug);
  for (const name of ['Olive', 'Hana', 'Dev'] as const) expect(await names(name), name).toEqual(['buses']);
  expect(await names('Hester')).toEqual(['trams']);
  for (const name of ['Ada', 'Cal', 'Nora'] as const) expect(await names(name), name).toEqual([]);
});

test('each page sends a set number of statements', async () => {
  const statements = await countedStatements();
  const sent = async (name: Name) => {
    const who = await person(name);
    return statements((counted) => servicePage(counted, who, 'buses', { today, now: `${today}T12:00:00Z` }));
  };
  expect({ owner: await sent('Olive'), officer: await sent('Ada'), councillor: await sent('Cal') }).toEqual({
    owner: 10,
    officer: 11,
    councillor: 7,
  });
});
