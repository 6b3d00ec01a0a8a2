import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { arrive, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { startBalancer } from '../../support/server/balancer';
import { builtServer, startBrowser } from '../../support/server/built-server';
import { ended, freePort, serve } from '../../support/server/served-process';

const rounds = Number(process.env.CANDOUR_STORM_ROUNDS ?? 100);
const card = '/scorecards/childrens-social-care';
const release = '/releases/childrens-social-care';
const server = await builtServer();
const browser = await startBrowser();
const port = await freePort();
const other = await serve(port, server.env);
const otherAddress = `http://localhost:${port}`;
afterAll(async () => {
  await browser.close();
  await ended(other, 'SIGKILL');
  await server.stop();
});

/** Reads the scorecard again and again until it is told to stop; answers how often, and what was no page. */
async function restlessReader(address: string, pause: number, isOver: () => boolean) {
  let reads = 0;
  const wrong: string[] = [];
  while (!isOver()) {
    const answer = await fetch(address + card).catch((error: unknown) => String(error));
    if (typeof answer === 'string' || answer.status !== 200)
      wrong.push(typeof answer === 'string' ? answer : `${answer.status}`);
    else await answer.arrayBuffer();
    reads += 1;
    await wait(pause);
  }
  return { reads, wrong };
}

test(`a publication is seen on both processes at the next request, ${rounds} of ${rounds} times`, async () => {
  const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
  const editionAt = async (address: string) =>
    Number(/edition (\d+)/.exec(await (await fetch(address + card)).text())?.[1]);
  let over = false;
  const readers = [server.address, otherAddress].map((address) => restlessReader(address, 3, () => over));
  const begun = await editionAt(otherAddress);
  const seen: [there: number, here: number][] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await server.sql`update measures set title = title || '.' where code = 'csc-01'`;
    await ada.goto(release);
    const answer = await forge(ada.request, server.address, release, await fieldsOfForm(ada, /^Publish edition/));
    seen.push(await Promise.all([editionAt(otherAddress), editionAt(server.address)]));
    expect(answer.status()).toBe(303);
  }
  over = true;
  const ends = await Promise.all(readers);
  console.log(`${rounds} publications, ${ends.map(({ reads }) => reads).join(' and ')} reads beside them`);
  expect(seen).toEqual(seen.map((_, index) => [begun + index + 1, begun + index + 1]));
  expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
}, 3_600_000);

test('one of two processes is killed under load: a balancer that tries a GET again leaves no reader without a page', async () => {
  const balancer = await startBalancer([server.address, otherAddress]);
  let over = false;
  const readers = Array.from({ length: 8 }, () => restlessReader(balancer.address, 1, () => over));
  await wait(2_000);
  await ended(other, 'SIGKILL');
  await wait(2_000);
  over = true;
  const ends = await Promise.all(readers);
  await balancer.stop();
  const reads = ends.reduce((sum, each) => sum + each.reads, 0);
  console.log(`${reads} reads, ${balancer.triedAgain()} of them tried again at the other process`);
  expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(balancer.triedAgain()).toBeGreaterThan(0);
  expect(reads).toBeGreaterThan(100);
}, 120_000);
