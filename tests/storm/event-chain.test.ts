import { expect, test } from 'vitest';
import { openRecord } from '@/db/opening';
import { verifyRecord } from '@/db/queries/verify';
import { record } from '@/db/record';
import { freshDatabase } from '../support/fresh-database';
import { afterTampering } from '../support/tampering';
import { at, workingCouncil } from '../support/working-council';

const [writers, rows, tampers] = [32, 1000, 40];
const { db } = await freshDatabase({ max: writers });
const { id, buses } = await workingCouncil(db);
await openRecord(db, at);

test(`${writers} writers of ${rows} events each make one chain without a fork`, async () => {
  const told = { at, actorId: id.Olive, serviceId: buses.id, kind: 'signed_in', subject: 'person' } as const;
  const write = async (writer: number) => {
    for (let row = 0; row < rows; row += 1)
      await db.transaction((tx) => record(tx, { ...told, subjectId: id.Olive, details: { writer, row } }));
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  const { tampered, checked } = await verifyRecord(db);
  expect([tampered, checked.events]).toEqual([null, 1 + writers * rows]);
}, 3_600_000);

test(`${tampers} rows of it, each altered by a superuser: every one is named`, async () => {
  for (let n = 0; n < tampers; n += 1) {
    const row = 1 + Math.floor(Math.random() * writers * rows);
    const said = await afterTampering(db, `update events set actor_id = ${id.Hana} where id = ${row}`);
    expect(said === 'refused' ? null : said.tampered).toMatchObject({ table: 'events', id: String(row) });
  }
}, 3_600_000);
