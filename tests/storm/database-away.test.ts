import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { arrive, fieldsOfForm } from '../support/browser/signed-in';
import { builtServer, startBrowser } from '../support/server/built-server';

const seconds = Number(process.env.CANDOUR_STORM_AWAY ?? 60);
const clients = Number(process.env.CANDOUR_STORM_CLIENTS ?? 300);
// One proxy is believed, so that every client has an address of its own and no limit is met.
const server = await builtServer(() => ({ CANDOUR_PROXIES: '1' }));
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await server.stop();
});

type Kind = 'known' | 'public' | 'staff' | 'form';
type Answer = { kind: Kind; at: number; took: number; status: number; isKept: boolean };

const card = '/scorecards/childrens-social-care';
const known = ['/', card, '/measures/csc-02', '/committees'];
const desk = '/readings/csc-02/2018-07-01';
const words = 'Half a thought about placements, written while the record was away.';

const olive = await arrive(browser, server.address, 'Olive', { javaScriptEnabled: false });
const cookie = (await olive.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
await olive.goto(desk);
const fields = { ...(await fieldsOfForm(olive, /Save draft/)), numerator: '220', denominator: '267', intent: 'save' };

/** What a client of a kind asks for, the nth time. */
function ask(kind: Kind, client: number, n: number): [path: string, more: RequestInit] {
  const from = { 'X-Forwarded-For': `10.1.${client >> 8}.${client & 255}` };
  if (kind === 'known') return [known[n % known.length] as string, { headers: from }];
  if (kind === 'public') return [`${card}/reds?n=${client}-${n}`, { headers: from }];
  if (kind === 'staff') return [n % 2 ? '/work' : desk, { headers: { ...from, cookie } }];
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...fields, comments: words, key: crypto.randomUUID() }))
    body.set(name, value);
  return [
    desk,
    { method: 'POST', body, headers: { ...from, cookie, Origin: server.address, 'Sec-Fetch-Site': 'same-origin' } },
  ];
}

/** Each client asks, reads the answer and waits a while, for so long as `goes` says; answers all that came. */
async function crowd(goes: () => boolean): Promise<Answer[]> {
  const answers: Answer[] = [];
  const began = performance.now();
  const line = async (client: number) => {
    const kind: Kind = client % 10 < 5 ? 'known' : client % 10 < 7 ? 'public' : client % 10 < 9 ? 'staff' : 'form';
    await wait((client * 4_000) / clients);
    for (let n = 0; goes(); n += 1) {
      const [path, more] = ask(kind, client, n);
      const begun = performance.now();
      let answer = await fetch(server.address + path, { redirect: 'manual', ...more });
      // A page behind the sign-in leads to the sentence about its trouble, with what was typed.
      if (answer.status === 307)
        answer = await fetch(new URL(answer.headers.get('location') ?? '', server.address), more);
      const text = await answer.text();
      const [took, at] = [performance.now() - begun, (begun - began) / 1_000];
      answers.push({ kind, at, took, status: answer.status, isKept: text.includes(words) || answer.status === 303 });
      await wait(4_000);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => line(client)));
  return answers;
}

/** What came, in one line: how many of each kind by status, and how long the slowest took. */
function summary(answers: Answer[]): Record<string, string> {
  const lines: Record<string, string> = {};
  for (const kind of ['known', 'public', 'staff', 'form'] as const) {
    const own = answers.filter((answer) => answer.kind === kind);
    const statuses = [...new Set(own.map(({ status }) => status))].sort();
    const counts = statuses.map((status) => `${own.filter((answer) => answer.status === status).length} × ${status}`);
    lines[kind] = `${counts.join(', ')}; slowest ${Math.round(Math.max(...own.map(({ took }) => took)))} ms`;
  }
  return lines;
}

/** Seconds until a page of each kind is made of the record again. */
async function back(): Promise<number> {
  const began = performance.now();
  const fresh = async () => {
    const answers = await Promise.all([
      fetch(`${server.address}/readyz`),
      fetch(`${server.address}${card}/reds?back=${performance.now()}`, { headers: { 'X-Forwarded-For': '10.9.9.9' } }),
      fetch(`${server.address}/work`, { headers: { cookie, 'X-Forwarded-For': '10.9.9.8' }, redirect: 'manual' }),
    ]);
    return answers.every(({ status, headers }) => status === 200 && !headers.has('x-candour-as-of'));
  };
  while (!(await fresh())) await wait(100);
  return (performance.now() - began) / 1_000;
}

/** What holds of every answer while the record is away or locked. */
function holds(answers: Answer[]): void {
  expect(answers.filter(({ status }) => ![200, 303, 409, 503].includes(status)).slice(0, 5)).toEqual([]);
  expect(answers.filter(({ kind, status }) => kind === 'known' && status !== 200).slice(0, 5)).toEqual([]);
  // A form answers in three seconds, and gives back what was typed.
  expect(answers.filter(({ kind, took, isKept }) => kind === 'form' && (took > 3_000 || !isKept)).slice(0, 5)).toEqual(
    [],
  );
}

for (const path of known) await fetch(server.address + path);

test(`the database is away for ${seconds} s under ${clients} clients: known pages answer, forms keep what is typed, and all is back in 5 s`, async () => {
  const process = server.pid();
  let goes = true;
  const answers = crowd(() => goes);
  await wait(5_000);
  server.killDatabase();
  await wait(seconds * 1_000);
  server.reviveDatabase();
  const recovered = await back();
  goes = false;
  const all = await answers;
  console.log(`Back after ${recovered.toFixed(1)} s; ${JSON.stringify(summary(all))}`);
  holds(all);
  expect(all.filter(({ kind, status }) => kind !== 'known' && status === 503).length).toBeGreaterThan(clients / 2);
  expect(recovered).toBeLessThan(5);
  expect(server.pid()).toBe(process);
}, 600_000);

test(`readings are locked for ${seconds / 2} s under ${clients} clients: the same, and all is back at once`, async () => {
  let goes = true;
  const answers = crowd(() => goes);
  await wait(5_000);
  await server.sql.begin(async (tx) => {
    await tx`lock table readings in access exclusive mode`;
    await tx`select pg_sleep(${seconds / 2})`;
  });
  const recovered = await back();
  goes = false;
  const all = await answers;
  console.log(`Back after ${recovered.toFixed(1)} s; ${JSON.stringify(summary(all))}`);
  holds(all);
  expect(recovered).toBeLessThan(5);
}, 600_000);
