import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { layReady } from '@/app/_public/ready-pages';
import { front } from '../../../scripts/server/front.mjs';
import { plainRequest } from '../../../scripts/server/ready-pages/plain-request.mjs';
import { answerAtSockets } from '../../../scripts/server/ready-pages/sockets.mjs';
import { commonHeaders } from '../../../scripts/server/security-headers.mjs';

const body = Buffer.from(`<!DOCTYPE html>${'<p>A scorecard.</p>'.repeat(200)}`);
const headers = { 'Content-Type': 'text/html', 'Cache-Control': 'public, max-age=0, s-maxage=1', ETag: 'W/"one"' };
const long = { body: Buffer.alloc(100_000, 'long '), headers };
/** Lays a page ready for a minute, or as one whose lease ended long ago. */
const lay = (
  path: string,
  { page = { body, headers }, isOver = false, again = null as null | (() => Promise<unknown>) } = {},
) =>
  layReady(new Request(`http://anywhere${path}`), page, {
    begun: performance.now() + (isOver ? -1_000 : 60_000),
    again,
  });

type Seen = { method?: string | undefined; url?: string | undefined; headers: object; body: string };
/** What servers' own parsers have read, and what was answered before them. */
let seen: Seen[] = [];
let noted: { url: string; status: number }[] = [];
let isStopping = false;
let [ours, plain] = [] as unknown as [Server, Server];

async function served(isOurs: boolean): Promise<Server> {
  const application = async (
    request: import('node:http').IncomingMessage,
    response: import('node:http').ServerResponse,
  ) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method, url, headers } = request;
    if (url !== '/end') seen.push({ method, url, headers, body: Buffer.concat(parts).toString() });
    response.end(`asked for ${url}`);
  };
  const commonOf = commonHeaders();
  const server = createServer({ keepAliveTimeout: 75_000 }, front(application, { commonOf }));
  if (isOurs)
    answerAtSockets(server, {
      commonOf,
      isStopping: () => isStopping,
      note: ({ url, status }) => noted.push({ url, status }),
      sweep: 20,
    });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return server;
}

beforeEach(async () => {
  [seen, noted, isStopping] = [[], [], false];
  [ours, plain] = await Promise.all([served(true), served(false)]);
  lay('/roads?show=red');
  lay('/measures/csc-01/embed');
  lay('/long.csv', { page: long });
});
afterEach(() => {
  for (const server of [ours, plain]) {
    server.close();
    server.closeAllConnections();
  }
});

/** However busy the machine is, what is to come comes before that. */
const soon = { timeout: 10_000, interval: 2 };

const opened = async (server: Server) => {
  const arrives = once(server, 'connection') as Promise<[Socket]>;
  const socket = connect({ port: (server.address() as AddressInfo).port, host: 'localhost', allowHalfOpen: true });
  onTestFinished(() => void socket.destroy());
  let [text, isOver] = ['', false];
  socket.on('data', (part) => {
    text += part.toString('latin1');
  });
  socket.on('end', () => {
    isOver = true;
  });
  socket.on('error', () => {});
  const [peer] = await arrives;
  let sent = 0;
  /** Sends bytes, and resolves when the server has read them: no two of these come in one piece. */
  const send = async (bytes: string) => {
    sent += bytes.length;
    socket.write(bytes, 'latin1');
    await vi.waitFor(() => expect(peer.destroyed || peer.bytesRead >= sent).toBe(true), soon);
  };
  const ends = () => vi.waitFor(() => expect(isOver).toBe(true), soon);
  return { socket, send, ends, text: () => text.replace(/^(Date|X-Request-Id): .*$/gm, '$1') };
};
/** What a server sends back for some bytes, piece by piece; it is asked to end then, unless it does so by itself. */
async function answersTo(server: Server, pieces: string[], endsItself = false): Promise<string> {
  const { send, ends, text } = await opened(server);
  for (const piece of endsItself ? pieces : [...pieces, get('/end', 'Connection: close')]) await send(piece);
  await ends();
  return text();
}
const get = (path: string, ...lines: string[]) =>
  `GET ${path} HTTP/1.1\r\nHost: candour.test\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`;
const [red, embed, csv] = ['/roads?show=red', '/measures/csc-01/embed', '/long.csv'];

test.each<[string, string[], number, 'ends'?]>([
  ['a page', [get(red)], 1],
  ['a page packed', [get(red, 'Accept-Encoding: gzip, deflate')], 1],
  ['a page that the reader has', [get(red, 'If-None-Match: "other", W/"one"')], 1],
  ['what others may frame', [get(embed)], 1],
  ['a long file', [get(csv)], 1],
  ['one page after the other', [get(red), get(csv), get(red, 'If-None-Match: W/"one"'), get(embed)], 4],
  ['a page twice in one piece', [get(red) + get(embed)], 0],
  ['a page in two pieces', [get(red).slice(0, 9), get(red).slice(9)], 0],
  ['the head alone', [get(red).replace('GET', 'HEAD')], 0],
  ['an older way to ask', [get(red).replace('1.1', '1.0')], 0, 'ends'],
  ['a connection that is to end', [get(red, 'Connection: close')], 0, 'ends'],
  ['no host', [`GET ${red} HTTP/1.1\r\n\r\n`], 0, 'ends'],
  ['two hosts', [get(red, 'Host: other.test')], 0],
  ['a whole address', [get(red).replace(red, `http://candour.test${red}`)], 0],
  ['a header over two lines', [get(red, 'X-Odd: one', ' two')], 0, 'ends'],
  ['a header with a space before its colon', [get(red, 'X-Odd : one')], 0, 'ends'],
  ['lines that end by half', [get(red).replaceAll('\r\n', '\n')], 0, 'ends'],
  ['no request at all', ['\x16\x03\x01\x02\x00\x01\r\n\r\n'], 0, 'ends'],
])('%s: the same bytes as by the server’s own parser', async (_, pieces, straight, ends) => {
  const [mine, theirs] = await Promise.all([ours, plain].map((server) => answersTo(server, pieces, ends === 'ends')));
  expect(mine).toBe(theirs);
  expect(noted).toHaveLength(straight);
});

test.each([
  ['somebody’s cookie', get(red, 'Cookie: session=1')],
  ['a question of the framework’s own', get(red, 'RSC: 1')],
  ['weighed codings', get(red, 'Accept-Encoding: gzip;q=0')],
  ['an address where nothing lies ready', get('/work')],
  ['an empty length', get(red, 'Cookie: a=1', 'Content-Length: 0')],
])(
  'who brings %s is led on, and so is whoever comes after on the same connection, in their order',
  async (_, first) => {
    const pieces = [get(red), first, get(red)];
    expect(await answersTo(ours, pieces)).toBe(await answersTo(plain, pieces));
    expect([noted.length, seen.length]).toEqual([1, 2]);
  },
);

test('a form arrives whole, in however many pieces, after a page on the same connection', async () => {
  const form = 'comments=Fewer+journeys'.repeat(9_000);
  const head = `POST /work HTTP/1.1\r\nHost: candour.test\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}\r\n\r\n`;
  const pieces = [get(red), head + form.slice(0, 10), form.slice(10, 100_000), form.slice(100_000)];
  expect(await answersTo(ours, pieces)).toContain('asked for /work');
  expect(seen).toEqual([expect.objectContaining({ method: 'POST', url: '/work', body: form })]);
});

test('a body in chunks after a page is a body, and no request', async () => {
  const chunked = `POST /work HTTP/1.1\r\nHost: candour.test\r\nTransfer-Encoding: chunked\r\n\r\n${(get(red).length).toString(16)}\r\n${get(red)}\r\n0\r\n\r\n`;
  expect(await answersTo(ours, [get(red), chunked])).toContain('asked for /work');
  expect(seen.map(({ method, body }) => [method, body])).toEqual([['POST', get(red)]]);
  expect(noted).toHaveLength(1);
});

test('a page that is made again is waited for, and what comes meanwhile on the same connection waits its turn', async () => {
  const again = async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    lay('/late', { page: { body: Buffer.from('made again'), headers } });
  };
  lay('/late', { isOver: true, again });
  const text = await answersTo(ours, [get('/late'), get(red), get('/work')]);
  expect(text).toMatch(/made again.*A scorecard.*asked for \/work/s);
  expect([noted.map(({ url }) => url), seen.length]).toEqual([['/late', red], 1]);
});

test('where it is not made again, or by request alone, the server’s own parser gets the request', async () => {
  for (const again of [null, async () => undefined]) {
    lay('/gone', { isOver: true, again });
    expect(await answersTo(ours, [get('/gone')])).toContain('asked for /gone');
  }
  expect(noted).toEqual([]);
});

test('who asks and says no more gets the answer, and then the end', async () => {
  const { socket, ends, text } = await opened(ours);
  socket.end(get(red));
  await ends();
  expect(text()).toContain('A scorecard');
});

test('a server that is stopping answers by itself, and ends each connection that asks nothing', async () => {
  const [asking, idle] = [await opened(ours), await opened(ours)];
  for (const { send } of [asking, idle]) await send(get(red));
  await vi.waitFor(() => expect(noted).toHaveLength(2), soon);
  isStopping = true;
  await asking.send(get(red));
  await vi.waitFor(() => expect(asking.text().match(/<!DOCTYPE/g)).toHaveLength(2), soon);
  ours.closeIdleConnections();
  await idle.ends();
  expect(noted).toHaveLength(2);
});

test('a connection on which nothing comes is ended in time, at first and between requests', async () => {
  ours.keepAliveTimeout = 80;
  const quiet = await opened(ours);
  await quiet.send(get(red));
  await quiet.ends();
  expect(quiet.text()).toContain('A scorecard');
  ours.headersTimeout = 50;
  const silent = await opened(ours);
  await silent.ends();
  expect(silent.text()).toBe('');
});

test('who waits for an answer is not quiet', async () => {
  ours.headersTimeout = 200;
  const { socket, text } = await opened(ours);
  const again = async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    lay('/late', { page: { body: Buffer.from('made again'), headers } });
  };
  lay('/late', { isOver: true, again });
  socket.write(get('/late'));
  // On a busy machine it may be made too late for the one who waits: then the application answers.
  await vi.waitFor(() => expect(text()).toMatch(/made again|asked for/), soon);
});

test('who does not read is not read either: what they ask for does not heap up', async () => {
  lay('/longest.csv', { page: { body: Buffer.alloc(1_000_000, 'long '), headers } });
  const { socket, send } = await opened(ours);
  socket.pause();
  for (let n = 0; n < 100; n += 1) await send(get('/longest.csv'));
  // A connection between two programs of one machine takes some megabytes.
  expect(noted.length).toBeLessThan(50);
  socket.resume();
});

/** Requests as they should be, and slips of all kinds in them. */
const name = fc.constantFrom(
  'Host',
  'host',
  'Accept',
  'X-Odd',
  'Content-Length',
  'Transfer-Encoding',
  'Connection',
  'Cookie',
  'Upgrade',
  'Expect',
  '',
  'A B',
  '__proto__',
);
const value = fc.oneof(
  fc.constantFrom(
    'candour.test',
    '0',
    '4',
    'chunked',
    'close',
    'keep-alive',
    'Keep-Alive',
    'gzip',
    '100-continue',
    'websocket',
    '',
  ),
  fc.string({ maxLength: 6 }),
);
const line = fc
  .tuple(name, fc.constantFrom(': ', ': ', ':', ' :', ':\t', ''), value, fc.constantFrom('', '', ' ', '\t'))
  .map((parts) => parts.join(''));
const usual = fc.constantFrom('Host: candour.test', 'Accept: text/html', 'User-Agent: a reader');
const seldom = <T>(usually: T, ...others: T[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(usually) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
const requestText = fc
  .record({
    method: seldom('GET', 'get', 'POST', 'GET ', ' GET'),
    path: fc.oneof(
      { weight: 3, arbitrary: fc.webPath().map((path) => `/${path}`) },
      fc.string({ maxLength: 6 }).map((text) => `/${text}`),
      fc.constantFrom('*', '', '/a b', '/\x7f'),
    ),
    version: seldom('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', ''),
    host: seldom('Host: candour.test\r\n', '', 'Host:\r\n', 'Host:candour.test\n'),
    lines: fc.array(fc.oneof({ weight: 2, arbitrary: usual }, line), { maxLength: 4 }),
    end: seldom('\r\n', '\n', '\r', '\r\n\r\n', '\r\nGET /other HTTP/1.1\r\nHost: a\r\n\r\n', 'more'),
  })
  .map(
    ({ method, path, version, host, lines, end }) =>
      `${method} ${path} ${version}\r\n${host}${lines.map((text) => `${text}\r\n`).join('')}${end}`,
  );

test('whatever is taken for a plain request the server’s own parser takes for the same, alone and without a body', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(requestText, async (text) => {
      const bytes = Buffer.from(text, 'latin1');
      const request = plainRequest(bytes);
      if (request === null) return;
      taken += 1;
      seen = [];
      const { socket, text: got } = await opened(plain);
      socket.write(bytes);
      await vi.waitFor(() => expect(got()).toContain(`asked for ${request.url}`), soon);
      // A request that is whole leaves room for the next one.
      socket.write(get('/next'));
      await vi.waitFor(() => expect(seen).toHaveLength(2), soon);
      expect(seen[0]).toEqual({
        method: 'GET',
        url: request.url,
        headers: expect.objectContaining(request.headers),
        body: '',
      });
      expect(seen[1]?.url).toBe('/next');
      socket.destroy();
    }),
    { numRuns: 400 },
  );
  expect(taken).toBeGreaterThan(40);
});
