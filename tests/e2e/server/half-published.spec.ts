import { setTimeout as wait } from 'node:timers/promises';
import { script } from '../../../scripts/set-up/ready-database.mjs';
import { expect, test } from '../../support/browser/browser-test';
import { arrive, fieldsOfForm, forge } from '../../support/browser/signed-in';
import { ownServer } from '../../support/server/own-server';

const card = '/scorecards/childrens-social-care';
const release = '/releases/childrens-social-care';
// The second kills the database, the last is left alone.
const rounds = process.env.CANDOUR_STORM_ROUNDS ? 20 : 3;
const killsDatabase = (round: number): boolean => round % 3 === 2;

/** The edition that a page says it is, and the marks that it shows in two of its rows. */
function readingOf(html: string) {
  const mark = (code: string) => new RegExp(`<tbody id="${code}">.*?mark (\\d+)`, 's').exec(html)?.[1] ?? '0';
  return { edition: Number(/edition (\d+),/.exec(html)?.[1]), marks: [mark('csc-01'), mark('csc-20')] };
}

test('publications killed half-way, server or database: every page read is one edition whole, and none acknowledged is lost', async ({
  browser,
  expectTrouble,
}) => {
  test.setTimeout(300_000);
  expectTrouble(/50\d/);
  const server = await ownServer();
  const shown = new Map<number, string>();
  let [reading, pages] = [true, 0];
  const read = async () => {
    const answer = await fetch(server.address + card).catch(() => null);
    // A server that is killed in mid-sentence leaves a page that no browser shows.
    const html = answer?.status === 200 ? await answer.text().catch(() => null) : null;
    if (html === null) return null;
    const { edition, marks } = readingOf(html);
    pages += 1;
    expect(marks[0], `edition ${edition}`).toBe(marks[1]);
    expect(shown.get(edition) ?? marks[0], `edition ${edition}`).toBe(marks[0]);
    shown.set(edition, marks[0] as string);
    return edition;
  };
  const readers = Array.from({ length: 4 }, async () => {
    while (reading) await wait((await read()) === null ? 40 : 20);
  });
  try {
    const ada = await arrive(browser, server.address, 'Ada', { javaScriptEnabled: false });
    let acknowledged = 1;
    for (let round = 1; round <= rounds; round += 1) {
      // A page that is known is repeated while the database is away, so that a page says nothing of it.
      await expect(async () => void (await server.sql`select 1`)).toPass({ timeout: 20_000 });
      await server.sql`
        update measures set title = regexp_replace(title, '( mark \\d+)?$', ${` mark ${round}`}) where code in ('csc-01', 'csc-20')`;
      await expect(async () => expect((await ada.goto(release))?.status()).toBe(200)).toPass();
      const fields = await fieldsOfForm(ada, /^Publish edition/);
      const answered = forge(ada.request, server.address, release, fields).catch(() => null);
      // The last goes undisturbed, so that at least one is acknowledged.
      const undisturbed = round === rounds;
      await wait(undisturbed ? 0 : Math.random() * 400);
      if (undisturbed) await answered;
      else if (killsDatabase(round)) server.killDatabase();
      else await server.restart();
      const answer = await answered;
      if (killsDatabase(round) && !undisturbed) server.reviveDatabase();
      if (answer?.status() === 303) acknowledged = Number(/published=(\d+)/.exec(answer.headers().location ?? '')?.[1]);
      await expect(async () => expect(await read()).toBeGreaterThanOrEqual(acknowledged)).toPass({ timeout: 20_000 });
    }
    reading = false;
    await Promise.all(readers);
    expect(acknowledged).toBeGreaterThan(1);
    expect(pages).toBeGreaterThan(rounds);
    const [counts] = await server.sql`
      select (select count(*)::int from editions) as editions, (select count(distinct edition_id)::int from edition_rows) as whole,
        (select count(*)::int from events where kind = 'edition_published') as events`;
    expect(counts).toEqual({ editions: counts?.whole, whole: counts?.events, events: counts?.editions });
    // The titles were changed by hand, which verify would name: what is asked is whether the publications are whole.
    await server.sql`update measures set title = regexp_replace(title, ' mark \\d+$', '') where code in ('csc-01', 'csc-20')`;
    await script('verify', server.env);
  } finally {
    reading = false;
    await Promise.allSettled(readers);
    await server.stop();
  }
});
