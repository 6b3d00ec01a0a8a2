import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from '../../support/browser/browser-test';
import '../../support/chance';
import { ownServer } from '../../support/server/own-server';
import { ended, freePort, serve } from '../../support/server/served-process';

const card = '/scorecards/childrens-social-care';
/** What is to lie ready, each kind of answer; a pattern stands for its random addresses. */
const ready = [
  '/',
  card,
  `${card}?show=red`,
  `${card}/2018-08-17`,
  `${card}/editions`,
  `${card}/editions/1`,
  `${card}/editions/1/data.csv`,
  `${card}/editions/1/data.json`,
  `${card}/editions/1/data.xlsx`,
  `${card}/editions/1/data.csv-metadata.json`,
  `${card}/editions/1/canonical.json`,
  `${card}/feed.xml`,
  `${card}/reds`,
  `${card}/retired`,
  `${card}/revisions`,
  '/measures/csc-01',
  '/measures/csc-01/2018-08-17',
  '/measures/csc-01/embed',
  '/measures/csc-01/card.png',
  '/measures/csc-01/data.csv',
  '/data',
  '/data/columns',
  '/data/figures.csv',
  '/data/scorecards.json',
  '/api/v1',
  '/api/v1/measures',
  '/api/v1/measures/csc-01/readings',
  '/api/v1/services',
  '/feed.xml',
  '/robots.txt',
  '/sitemap.xml',
  '/llms.txt',
  '/calendar',
  '/committees',
  '/themes',
  '/glossary',
  '/how-to-read',
  '/accessibility',
];
/** What the application makes each time: searches, what is nowhere, what leads elsewhere, what is behind the sign-in. */
const never = [
  '/search',
  '/search?q=children',
  '/nowhere',
  '/scorecards/roads-of-nowhere',
  '/work',
  '/sign-in',
  '/%zz',
];

const day = fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, '0'));
const address = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...ready) },
  { weight: 2, arbitrary: fc.constantFrom(...never) },
  { weight: 3, arbitrary: day.map((n) => `${card}/2018-09-${n}`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('red', 'amber', 'green', 'overdue', 'nothing', '').map((view) => `${card}?show=${view}`),
  },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }).map((n) => `/measures/csc-${String(n).padStart(2, '0')}`) },
);
const ask = fc.record({
  method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD'),
  coding: fc.constantFrom(
    '',
    'identity',
    'gzip',
    'br',
    'gzip, deflate, br, zstd',
    'deflate',
    '*',
    'gzip;q=0, br;q=0.5',
  ),
  known: fc.constantFrom('no', 'no', 'this', 'among', 'another'),
  cookie: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, 'theme=dark'),
});
/** How often each is asked of the server with what lies ready, and how many addresses besides: thousands of requests where a storm is asked for. */
const [repeats, besides] = process.env.CANDOUR_STORM_ROUNDS ? [6, 150] : [3, 12];
const alike = ({ method, known, cookie }: Ask): string => [method, known, cookie].join();
type Ask = { method: string; coding: string; known: string; cookie: string | undefined };

/** What may differ between two answers of the same: when they were given, in how many pieces, how packed, and as which request. */
const passing = new Set([
  'date',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'content-encoding',
  'x-request-id',
]);
const unpacked = { gzip: gunzipSync, br: brotliDecompressSync, deflate: inflateSync };
const agent = new Agent({ keepAlive: true, maxSockets: 4 });

type Answer = { same: string; isRepeated: boolean; coding: string | undefined; etag: string | undefined };

const answerTo = (
  origin: string,
  path: string,
  { method, coding, known, cookie }: Ask,
  etag?: string,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const tags = { no: undefined, this: etag, among: etag && `"other", ${etag}`, another: 'W/"another"' }[known];
    const headers = {
      Host: 'candour.test',
      'Accept-Encoding': coding,
      ...(tags && { 'If-None-Match': tags }),
      ...(cookie && { Cookie: cookie }),
      // Nobody asks for so many costly pages from one place.
      'X-Forwarded-For': `203.0.113.${Math.floor(Math.random() * 250)}`,
    };
    const { port } = new URL(origin);
    const sent = request({ host: 'localhost', port, path, method, headers, agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject);
      answer.on('end', () => {
        // On a machine that is busy with other things a page may take longer than its reader is kept waiting: who asks again at once
        // makes it busier.
        const isLate = answer.statusCode === 503 || answer.headers['x-candour-as-of'] !== undefined;
        const again = () => answerTo(origin, path, { method, coding, known, cookie }, etag);
        if (isLate) resolve(wait(500).then(again));
        else resolve(read(answer.statusCode ?? 0, answer.headers, Buffer.concat(parts)));
      });
    });
    // A connection that its server has just ended is no answer of it.
    const again = (error: Error) =>
      sent.reusedSocket
        ? resolve(answerTo(origin, path, { method, coding, known, cookie }, etag))
        : reject(new Error(`${method} ${path} ${coding}: ${error.message}`));
    sent.on('error', again).end();
  });

function read(status: number, headers: IncomingHttpHeaders, bytes: Buffer): Answer {
  const coding = headers['content-encoding'];
  const text = coding && bytes.length > 0 ? unpacked[coding as keyof typeof unpacked](bytes) : bytes;
  // Only ours says of a 304 what its page varies by.
  const vary = headers.vary?.replace(/, Accept-Encoding$/, '');
  const kept = Object.entries({ ...headers, vary }).filter(([name]) => !passing.has(name));
  const same = JSON.stringify([status, kept.sort(), text.toString('latin1')]);
  // The application sends its pages in pieces, whose length is not known before.
  const isRepeated = status === 200 && headers['content-length'] !== undefined && headers.etag !== undefined;
  return { same, isRepeated, coding, etag: headers.etag };
}

test('hundreds of requests at a server with what lies ready and at one without: the same status, headers and bytes', async () => {
  test.setTimeout(480_000);
  const server = await ownServer((origin) => ({ AUTH_URL: origin, CANDOUR_PROXIES: '1' }));
  const port = await freePort();
  const without = await serve(port, { ...server.env, CANDOUR_READY_PAGES: 'off' });
  try {
    const plain = `http://localhost:${port}`;
    const first: Ask = { method: 'GET', coding: 'identity', known: 'no', cookie: undefined };
    const differing = new Set<string>();
    const repeated = new Map<string, number>();
    const codings = new Set<string | undefined>();
    let looked = 0;
    const play = async (path: string, asks: Ask[]) => {
      const { etag } = await answerTo(plain, path, first);
      await answerTo(server.address, path, first);
      // However an answer is packed it is compared unpacked: what differs in nothing else is made once.
      const made = new Map(asks.map((one) => [alike(one), answerTo(plain, path, one, etag)]));
      const ours = asks.map((one) =>
        Promise.all(Array.from({ length: repeats }, () => answerTo(server.address, path, one, etag))),
      );
      looked += made.size + repeats * asks.length;
      for (const [index, one] of asks.entries()) {
        const theirs = (await made.get(alike(one))) as Answer;
        for (const each of (await ours[index]) as Answer[]) {
          if (each.isRepeated && one.method === 'GET') {
            repeated.set(path, (repeated.get(path) ?? 0) + 1);
            codings.add(each.coding);
          }
          if (each.same !== theirs.same) differing.add(`${path} ${JSON.stringify(one)}`);
        }
        if (theirs.isRepeated) differing.add(`${path} was repeated without what lies ready`);
      }
    };
    const whole = fc.sample(fc.array(ask, { minLength: 3, maxLength: 3 }), ready.length);
    for (const [index, path] of ready.entries()) await play(path, [first, ...(whole[index] ?? [])]);
    for (const [path, asks] of fc.sample(fc.tuple(address, fc.array(ask, { minLength: 4, maxLength: 4 })), besides))
      await play(path, asks);
    // What takes a busy machine longer to make than it may be repeated is asked for again, and may not be caught at all.
    for (const path of ready)
      for (let tries = 0; tries < 3 && !repeated.has(path); tries += 1) await play(path, [first, first]);
    expect([...differing]).toEqual([]);
    expect(looked).toBeGreaterThan(4 * repeats * (ready.length + besides));
    expect(ready.filter((path) => repeated.has(path)).length).toBeGreaterThan(ready.length / 2);
    expect(never.filter((path) => repeated.has(path))).toEqual([]);
    expect(codings).toEqual(new Set([undefined, 'gzip', 'br']));
  } finally {
    agent.destroy();
    await ended(without, 'SIGTERM');
    await server.stop();
  }
});
