import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { whileWanted } from '@/app/_public/while-wanted';
import { AskerGone, asker } from '@/app/_server/waits/asker';
import { serverForReaders } from '../../support/requests/leaving-readers';

let begun: string[] = [];
let ended: string[] = [];
let outcomes: string[] = [];
let secondPiece: Promise<void>;
let goOn: () => void;

const pages = whileWanted<string>();
const underWay = new Map<string, Promise<string>>();

/** A page that is made once for all who ask for it meanwhile, in two pieces, of which the second waits until the test goes on. */
const page = (name: string) =>
  pages(name, (unlessAllGone) => {
    const making =
      underWay.get(name) ??
      inTwoPieces(name, unlessAllGone).finally(() => {
        underWay.delete(name);
      });
    underWay.set(name, making);
    return making;
  });

async function inTwoPieces(name: string, unlessAllGone: () => void): Promise<string> {
  begun.push(name);
  await secondPiece;
  unlessAllGone();
  ended.push(name);
  return name;
}

/** Answers with a page that has the name of its address before the dash. */
async function application({ url = '' }: IncomingMessage, response: ServerResponse) {
  const outcome = await page(url.split('-')[0] as string).catch((error) => {
    if (!(error instanceof AskerGone)) throw error;
    return 'given up';
  });
  outcomes.push(outcome);
  response.end(outcome);
}

const server = await serverForReaders(application);
afterAll(server.end);
beforeEach(() => {
  begun = [];
  ended = [];
  outcomes = [];
  secondPiece = new Promise((resolve) => {
    goOn = resolve;
  });
});

/** Readers of addresses whose requests are in work. */
async function readersOf(...paths: string[]) {
  const readers = paths.map(server.read);
  await Promise.all(readers.map(({ arrived }) => arrived));
  return readers;
}

test('a page that all who asked for it have left is given up before its next piece', async () => {
  const readers = await readersOf('/left-1', '/left-2', '/left-3');
  for (const reader of readers) await reader.leave();
  goOn();
  await vi.waitFor(() => expect(outcomes).toEqual(['given up', 'given up', 'given up']));
  expect([begun, ended]).toEqual([['/left'], []]);
});

test('a page that one of many still waits for is made, once, though whoever began it has gone', async () => {
  const [first, ...others] = await readersOf('/shared-1', '/shared-2', '/shared-3');
  await first?.leave();
  goOn();
  expect(await Promise.all(others.map(({ status }) => status))).toEqual([200, 200]);
  expect([begun, ended]).toEqual([['/shared'], ['/shared']]);
});

test('who comes in the moment in which it is given up has it made anew', async () => {
  const [first] = await readersOf('/anew-1');
  await first?.leave();
  const made = secondPiece.then(() => turn()).then(() => page('/anew'));
  const joined = secondPiece.then(() => page('/anew'));
  goOn();
  expect(await Promise.all([made, joined])).toEqual(['/anew', '/anew']);
});

test('a form is done to its end, though its sender has gone', async () => {
  const sender = new AbortController();
  const sent = fetch(`http://localhost:${server.port}/form-1`, { method: 'POST', signal: sender.signal });
  await vi.waitFor(() => expect(begun).toEqual(['/form']));
  const closed = server.closing('/form-1');
  sender.abort();
  await expect(sent).rejects.toThrow('aborted');
  await closed;
  goOn();
  await vi.waitFor(() => expect(outcomes).toEqual(['/form']));
});

test('nobody goes where nobody asked, and who was answered is not gone', async () => {
  expect(asker()()).toBe(false);
  let hasGone = () => true;
  const answering = await serverForReaders((_, response) => {
    hasGone = asker();
    response.end();
  });
  expect(await answering.read('/answered').status).toBe(200);
  await answering.end();
  expect(hasGone()).toBe(false);
});
