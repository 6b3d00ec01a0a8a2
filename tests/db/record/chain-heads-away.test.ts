import { execFile } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { asc, isNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepAway } from '@/app/_server/chain-heads-away';
import { prepareJobs } from '@/app/_server/jobs-connection';
import { record } from '@/db/events/append-events';
import { openRecord } from '@/db/events/opening';
import { sha256 } from '@/db/hashing/sha256';
import { headsKept } from '@/db/queries/server/server-health';
import { headsNow } from '@/db/queries/verify/chain-heads';
import { verifyRecord, verifyWithin } from '@/db/queries/verify/verify';
import { events, livedDay } from '@/db/schema';
import { headsIn, headsText, headsTrouble } from '@/lib/record/chain-head';
import { chainText } from '@/lib/record/chain-text';
import { compiled } from '../../../scripts/program/compiled.mjs';
import { at, submitted, workingCouncil } from '../../support/council/working-council';
import { freshDatabase } from '../../support/server/fresh-database';
import { jobsProcess } from '../../support/server/jobs-process';

const { db } = await freshDatabase();
const { as, buses } = await workingCouncil(db);
// A council's own record lives by the clock of its database.
await db.delete(livedDay);
await openRecord(db, at);
await submitted(db, as('Olive'), 'bus-01');

const folder = mkdtempSync('/tmp/candour-heads-');
const file = path.join(folder, 'heads');

/** An address of the council's choice: it keeps what it is sent, and tells it to whoever knows the word; or fails, or leads on. */
const kept: string[] = [];
let mood: 'well' | 'ill' | 'elsewhere' = 'well';
const server = createServer(async (request, response) => {
  if (request.headers.authorization !== 'Bearer nine-lives') return response.writeHead(401).end();
  if (mood === 'ill') return response.writeHead(500).end();
  if (mood === 'elsewhere') return response.writeHead(307, { Location: '/other' }).end();
  if (request.method === 'POST') kept.push(Buffer.concat(await request.toArray()).toString());
  response.end(kept.join(''));
});
let url = '';
beforeAll(async () => {
  await prepareJobs();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/heads`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test('the heads are those that verify walks to, and come back from the text that is kept', async () => {
  const { heads } = await verifyRecord(db);
  expect(heads.length).toBeGreaterThan(1);
  expect(await headsNow(db)).toEqual(heads);
  expect(headsIn(`{"chain":"bus${headsText(heads, at)}{"chain":"cut`)).toEqual(heads);
});

test('a server’s jobs take them to the file and to the address by themselves, and the jobs remember that', async () => {
  const one = jobsProcess({ CANDOUR_HEADS_FILE: file, CANDOUR_HEADS_URL: url, CANDOUR_HEADS_TOKEN: 'nine-lives' });
  const output = await one.says(/have left this machine|met a fault/);
  while ((await headsKept(db)).state === 'active') await wait(20);
  await one.end();
  expect(output).not.toContain('met a fault');
  const heads = await headsNow(db);
  expect(headsIn(readFileSync(file, 'utf8'))).toEqual(heads);
  expect(headsIn(kept.join(''))).toEqual(heads);
  expect(output).not.toContain('nine-lives');
});

test('npm run verify reads them from the address, with the word', async () => {
  const env = { ...process.env, CANDOUR_HEADS_URL: url, CANDOUR_HEADS_TOKEN: 'nine-lives' };
  const verify = (place: string) => {
    const options = [...compiled('scripts/verify.ts'), '--against', place];
    return promisify(execFile)(process.execPath, options, { env }).then(({ stdout }) => stdout);
  };
  expect(await verify(url)).toMatch(/^The record is whole/);
});

test('the file is appended to, even after a line that was cut; each head that was kept is compared, not only the last', async () => {
  appendFileSync(file, '{"chain":"buses","ev');
  const before = readFileSync(file, 'utf8');
  await db.transaction((tx) =>
    record(tx, {
      at,
      actorId: null,
      serviceId: buses.id,
      kind: 'source_named',
      subject: 'measure',
      subjectId: 1,
      details: {},
    }),
  );
  const undone = new Error('undone');
  const forging = db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    // The whole chain anew with another beginning, and its head kept as the forger's next day would.
    let previous: string | null = null;
    for (const { id, hash: _, previous: __, ...event } of await tx
      .select()
      .from(events)
      .where(isNull(events.serviceId))
      .orderBy(asc(events.id))) {
      const altered = { ...event, at: '2020-01-01T00:00:00Z' };
      const hash = sha256(chainText(altered, previous));
      await tx.execute(
        sql`update events set at = ${altered.at}, previous = ${previous}, hash = ${hash} where id = ${id}`,
      );
      previous = hash;
    }
    await keepAway(headsText(await headsNow(tx), at), { file, url: null, token: null });
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith(before)).toBe(true);
    expect(headsIn(text).length).toBe(4);
    expect((await verifyWithin(tx)).tampered).toBeNull();
    expect((await verifyWithin(tx, headsIn(text))).tampered).toMatchObject({
      what: expect.stringContaining('than the one that was kept elsewhere'),
    });
    throw undone;
  });
  await expect(forging).rejects.toBe(undone);
});

test.each([
  ['a folder that is not there', () => ({ file: '/tmp/no-such-folder/heads' }), 'well', 'ENOENT'],
  ['a word that does not fit', () => ({ url, token: 'eight-lives' }), 'well', 'answered 401'],
  ['an address that is ill', () => ({ url }), 'ill', 'answered 500'],
  ['one that leads on', () => ({ url }), 'elsewhere', 'fetch failed'],
  ['one where nobody listens', () => ({ url: 'http://127.0.0.1:9' }), 'well', 'fetch failed'],
] as const)('%s is a failure, and nothing is taken for kept', async (_, place, its, why) => {
  mood = its;
  const settings = { file: null, url: null, token: 'nine-lives', ...place() };
  const sent = kept.length;
  await expect(keepAway('Heads', settings)).rejects.toThrow(why);
  expect(kept.length).toBe(sent);
});

test('a failed try is logged, and waits to be tried again; that is told until one succeeds', async () => {
  expect(await headsKept(db)).toEqual({ last: expect.any(String), state: 'completed' });
  await db.execute(sql`delete from jobs.job where name = 'heads'`);
  const blocked = path.join(folder, 'blocked');
  writeFileSync(blocked, '');
  const one = jobsProcess({ CANDOUR_HEADS_FILE: path.join(blocked, 'heads') });
  const output = await one.says(/ENOTDIR/);
  let found = await headsKept(db);
  while (found.state === 'active') {
    await wait(20);
    found = await headsKept(db);
  }
  await one.end();
  expect(output).toContain('the jobs met a fault');
  expect(found).toEqual({ last: null, state: 'retry' });
  expect(headsTrouble(found, at)).toBe('The heads of the record do not leave this machine. They never have.');
});
