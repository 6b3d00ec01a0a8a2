import type { Page } from '@playwright/test';
import { afterAll, expect, test } from 'vitest';
import { endDeputy, nameDeputy } from '@/db/commands/people/deputies';
import { leave } from '@/db/commands/people/leave';
import { comeBack } from '@/db/commands/people/person-change';
import { nameHead, nameOwner } from '@/db/commands/people/posts';
import { giveRole, takeRole } from '@/db/commands/people/role-change';
import { arrive, type DemoName, fieldsOfForm, forge } from '../support/browser/signed-in';
import { builtServer, startBrowser } from '../support/server/built-server';

const rounds = Number(process.env.CANDOUR_STORM_REVOKED ?? 20);
const server = await builtServer();
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await server.stop();
});
const { db, sql, address } = server;
const by = () => ({ who: null, at: `2018-08-17T${new Date().toISOString().slice(11)}` });
const come = (name: DemoName): Promise<Page> => arrive(browser, address, name, { javaScriptEnabled: false });
const emailOf = (name: DemoName) => `${name.toLowerCase()}@candour.example`;
const service = 'childrens-social-care';
const reading = '/readings/csc-02/2018-07-01';
const release = `/releases/${service}`;

/** Everything that anybody has done so far, apart from what was refused. */
const tries = async () => {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from events
    where kind in ('reading_saved', 'reading_submitted', 'reading_approved', 'reading_returned', 'edition_published')`;
  return row?.n ?? -1;
};

/** The page is shown and the form works up to the moment at which the right is taken, and from the next request on neither does. */
async function revoked(
  who: Page,
  path: string,
  button: RegExp,
  typed: Record<string, string>,
  seen: boolean,
  take: () => Promise<unknown>,
  give: () => Promise<unknown>,
) {
  await who.goto(path);
  const fields = { ...(await fieldsOfForm(who, button)), ...typed };
  expect(Object.keys(fields).length).toBeGreaterThan(2);
  const status = async () => (await who.request.get(`${address}${path}`, { maxRedirects: 0 })).status();
  for (let round = 0; round < rounds; round += 1) {
    expect(await status(), `round ${round}, before`).toBe(200);
    await take();
    const before = await tries();
    expect(await status(), `round ${round}, the next request`).toBe(seen ? 200 : 307);
    const answer = await forge(who.request, address, path, { ...fields, key: crypto.randomUUID() });
    expect(answer.status(), `round ${round}, the form`).toBeLessThan(500);
    expect(await tries(), `round ${round}, the form`).toBe(before);
    await give();
  }
  const before = await tries();
  expect((await forge(who.request, address, path, { ...fields, key: crypto.randomUUID() })).status()).toBe(303);
  expect(await tries(), 'with the right again').toBe(before + 1);
}

test(`a data owner who is one no more, ${rounds} times: the next save is refused`, async () => {
  const typed = { numerator: '220', denominator: '267', comments: 'More new carers were approved.', intent: 'save' };
  const own = (name: DemoName) => () => nameOwner(db, by(), { code: 'csc-02', email: emailOf(name) });
  // Olive owns other measures of the service, so that she may still read.
  await revoked(await come('Olive'), reading, /Save draft/, typed, true, own('Otis'), own('Olive'));
}, 600_000);

test(`a head who is one no more, ${rounds} times: the review is gone, and the next approval is refused`, async () => {
  const olive = await come('Olive');
  await olive.goto(`${reading}/check`);
  await olive.getByRole('button', { name: /^Submit/ }).click();
  await olive.waitForURL(/work/);
  const [row] = await sql`select id from readings where state = 'submitted'`;
  const head = (name: DemoName) => () => nameHead(db, by(), { service, email: emailOf(name) });
  const reason = { reason: 'Say more.', suggested: '' };
  await revoked(
    await come('Hana'),
    `/reviews/${row?.id}`,
    /Return to its owner/,
    reason,
    false,
    head('Hester'),
    head('Hana'),
  );
}, 600_000);

test(`a deputy whose days are over, ${rounds} times: the review is gone, and the next approval is refused`, async () => {
  const olive = await come('Olive');
  await olive.goto(`${reading}/check`);
  await olive.getByRole('button', { name: /^Submit/ }).click();
  await olive.waitForURL(/work/);
  const [row] = await sql`select id from readings where state = 'submitted'`;
  const dev = { service, email: emailOf('Dev') };
  const take = () => endDeputy(db, by(), { ...dev, untilDay: '2018-08-16' });
  const give = () => nameDeputy(db, by(), { ...dev, fromDay: '2018-08-17', untilDay: '2018-09-14' });
  await revoked(await come('Dev'), `/reviews/${row?.id}`, /^Approve/, {}, false, take, give);
}, 600_000);

test(`a performance officer who is one no more, ${rounds} times: the release is gone, and nothing is published`, async () => {
  const role = { email: emailOf('Ada'), role: 'performance_officer' } as const;
  await revoked(
    await come('Ada'),
    release,
    /^Publish edition/,
    {},
    false,
    () => takeRole(db, by(), role),
    () => giveRole(db, by(), role),
  );
}, 600_000);

test(`somebody who leaves, ${rounds} times: their next request is led to sign in, and the session never comes back`, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const otis = await come('Otis');
    const status = async () => (await otis.request.get(`${address}/work`, { maxRedirects: 0 })).status();
    expect(await status()).toBe(200);
    await leave(db, by(), { email: emailOf('Otis') });
    expect(await status(), `round ${round}`).toBe(307);
    await comeBack(db, by(), { email: emailOf('Otis') });
    expect(await status(), `round ${round}, back again`).toBe(307);
    await otis.context().close();
  }
}, 600_000);
