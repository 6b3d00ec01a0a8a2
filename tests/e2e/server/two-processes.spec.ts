import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '../../support/browser/browser-test';
import { arrive, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const card = '/scorecards/childrens-social-care';
const release = '/releases/childrens-social-care';
const editionIn = (html: string) => Number(/edition (\d+)/.exec(html)?.[1]);

test('published on one process, read on the other: no request that begins after the answer meets the edition before', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const server = await ownServer();
  try {
    const other = await server.another();
    const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
    const read = async (address: string) => editionIn(await (await fetch(address + card)).text());
    // A reader who hardly rests, so that the other process always has an answer at hand.
    let reading = true;
    const restless = (async () => {
      while (reading) {
        await read(other);
        await wait(3);
      }
    })();
    for (let number = 2; number <= 7; number += 1) {
      await server.sql`update measures set title = title || '.' where code = 'csc-01'`;
      await ada.goto(release);
      const fields = await fieldsOfForm(ada, /^Publish edition/);
      const answer = await forge(ada.request, server.address, release, fields);
      const [there, here] = await Promise.all([read(other), read(server.address)]);
      expect(answer.status()).toBe(303);
      expect([there, here]).toEqual([number, number]);
    }
    reading = false;
    await restless;
  } finally {
    await server.stop();
  }
});
