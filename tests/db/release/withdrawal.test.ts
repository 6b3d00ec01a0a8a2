import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { approveReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { withdrawEdition } from '@/db/commands/release/withdraw';
import { editionsOf } from '@/db/queries/published/editions';
import { latestEditions } from '@/db/queries/published/feed';
import { editionByNumber, editionInForce, servicesInForce } from '@/db/queries/published/in-force';
import { releasePage } from '@/db/queries/release/release-page';
import { events, withdrawals } from '@/db/schema';
import { refusal } from '../../support/council/one-measure-council';
import { content, ending, refused, submitted, today, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const { as, person } = await workingCouncil(db);
const late = [{ finding: 'overdue:bus-02:2026-07-01', reason: 'The bureau is late.' }];
const publish = (acknowledged = late) =>
  publishEdition(db, as('Ada'), { service: 'buses', asAt: today, note: null, acknowledged });
const withdrawal = { service: 'buses', number: 2, reason: ' It showed the figure of a neighbour. ' };
const at = '2026-08-17T09:42:00Z';

test('only the performance officer, only with a reason, only what is there, and once', async () => {
  await approveReading(db, as('Hana'), await submitted(db, as('Olive'), 'bus-01'));
  expect(await publish()).toEqual({ number: 1 });
  await approveReading(db, as('Hana'), await submitted(db, as('Oskar'), 'bus-02', content({ value: '80' })));
  expect(await publish([])).toEqual({ number: 2 });
  for (const who of ['Olive', 'Hana', 'Dev', 'Adam', 'Cal', 'Otis', 'Hester', 'Nora'] as const)
    expect(await refused(withdrawEdition(db, as(who), withdrawal))).toMatch(/^Only the performance officer/);
  expect(await refused(withdrawEdition(db, as('Ada'), { ...withdrawal, reason: ' ' }))).toMatch(/^Tell the public/);
  expect(await refused(withdrawEdition(db, as('Ada'), { ...withdrawal, number: 9 }))).toBe('There is no such edition.');
  expect(await refused(withdrawEdition(db, as('Ada'), { ...withdrawal, service: 'ferries' }))).toMatch(
    /no such service/,
  );
  const ends = await Promise.all(Array.from({ length: 4 }, () => ending(withdrawEdition(db, as('Ada'), withdrawal))));
  expect(ends.filter((end) => 'done' in end)).toHaveLength(1);
  expect(ends.flatMap((end) => ('refused' in end ? [end.refused] : []))).toEqual(
    Array(3).fill('Edition 2 has been withdrawn already.'),
  );
  expect(await db.$count(events, eq(events.kind, 'edition_withdrawn'))).toBe(1);
});

test('the edition before is in force from that moment on, and was not before it', async () => {
  const number = async (before: string) => (await editionInForce(db, 'buses', before))?.head.number;
  expect(await number('2026-08-17T09:42:00Z')).toBeUndefined();
  expect(await number('2026-08-18T00:00:00Z')).toBe(1);
  expect(await editionByNumber(db, 'buses', 2)).toMatchObject({
    latest: { number: 1 },
    withdrawal: { reason: 'It showed the figure of a neighbour.' },
  });
  expect((await servicesInForce(db, '2026-08-18T00:00:00Z')).map(({ head }) => head.number)).toEqual([1]);
  expect((await editionsOf(db, 'buses', 9)).map(({ number, withdrawal }) => [number, withdrawal !== null])).toEqual([
    [2, true],
    [1, false],
  ]);
  // One more than is asked for says whether there are others.
  expect(await editionsOf(db, 'buses', 9, 1)).toHaveLength(2);
  expect((await latestEditions(db, null)).map(({ number, withdrawal }) => [number, withdrawal?.reason])).toEqual([
    [2, 'It showed the figure of a neighbour.'],
    [1, undefined],
  ]);
});

test('the next edition is compared with the one in force, not with the withdrawn one', async () => {
  const page = await releasePage(db, await person('Ada'), 'buses', today);
  expect(page?.inForce?.number).toBe(1);
  expect(page?.lastEdition?.number).toBe(2);
});

test('what was withdrawn may be published again, as a further edition', async () => {
  expect(await publish([])).toEqual({ number: 3 });
  expect((await editionInForce(db, 'buses', '2026-08-18T00:00:00Z'))?.head.number).toBe(3);
  expect(await refused(publish([]))).toBe('The next edition would be the same as edition 3, which is in force.');
});

test('a withdrawal stands for ever', async () => {
  expect(await refusal(db.update(withdrawals).set({ reason: 'Another' }))).toBe('stands_for_ever');
  expect(await refusal(db.delete(withdrawals))).toBe('stands_for_ever');
  expect(await refusal(db.execute(sql`truncate withdrawals`))).toBe('stands_for_ever');
  const again = { editionId: 1, withdrawnAt: at, withdrawnBy: as('Ada').who, reason: '  ' };
  expect(await refusal(db.insert(withdrawals).values(again))).toBe('a_withdrawal_says_why');
});
