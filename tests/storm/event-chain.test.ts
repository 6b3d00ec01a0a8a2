import { expect, test } from 'vitest';
import { record } from '@/db/events/append-events';
import { openRecord } from '@/db/events/opening';
import { verifyRecord } from '@/db/queries/verify/verify';
import { at, workingCouncil } from '../support/council/working-council';
import { alterations, alteredEvent } from '../support/record/altered-events';
import { afterTampering } from '../support/record/tampering';
import { freshDatabase } from '../support/server/fresh-database';

const force = (name: string, usual: number) => Number(process.env[name] ?? usual);
const [writers, rows, tampers] = [
  force('CANDOUR_STORM_WRITERS', 32),
  force('CANDOUR_STORM_EVENTS', 5000),
  force('CANDOUR_STORM_ALTERATIONS', 200),
];
const { db } = await freshDatabase({ max: writers });
const { id, buses } = await workingCouncil(db);
await openRecord(db, at);

/** So many events by each writer, all writers at once, each in a transaction of its own. */
async function written(each: number): Promise<void> {
  const event = { at, actorId: id.Olive, serviceId: buses.id, kind: 'signed_in', subject: 'person' } as const;
  const write = async (writer: number) => {
    for (let row = 0; row < each; row += 1)
      await db.transaction((tx) => record(tx, { ...event, subjectId: id.Olive, details: { writer, row } }));
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
}

test(`${tampers} alterations of a chain by a superuser, in ${alterations.length} ways: each names its row`, async () => {
  await written(30);
  const { heads, checked } = await verifyRecord(db);
  expect(checked.events).toBe(1 + writers * 30);
  const missed: unknown[] = [];
  for (let n = 0; n < tampers; n += 1) {
    // The first event of the council's own chain is number 1; a row has to have one before and one after it.
    const row = 3 + Math.floor(Math.random() * (writers * 30 - 3));
    const { way, statement, named } = alteredEvent(n, row, writers * 30 + 1);
    const verdict = await afterTampering(db, statement, heads);
    const found = verdict === 'refused' ? verdict : `${verdict.tampered?.table} ${verdict.tampered?.id}`;
    if (found !== `events ${named}`) missed.push({ way, row, found });
  }
  expect(missed).toEqual([]);
}, 3_600_000);

test(`${writers} writers of ${rows} events each make one chain without a fork`, async () => {
  const before = (await verifyRecord(db)).checked.events;
  await written(rows);
  const { tampered, checked } = await verifyRecord(db);
  expect([tampered, checked.events]).toEqual([null, before + writers * rows]);
  const forks = await db.$client`
    select previous from events where service_id = ${buses.id} group by previous having count(*) > 1`;
  expect(forks).toHaveLength(0);
}, 3_600_000);
