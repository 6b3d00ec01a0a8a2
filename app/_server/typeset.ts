import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { TypstDocument } from '@/lib/paper/typst-document';

/** The cuts of the pages' own families that papers are set in, as TrueType; both are under the SIL Open Font License. */
const cuts = [
  'public-sans/400Regular/PublicSans_400Regular.ttf',
  'public-sans/600SemiBold/PublicSans_600SemiBold.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
];

/** The files of the fonts of papers, as they lie in the packages. */
export const fontFiles = cuts.map((cut) => path.join(process.cwd(), 'node_modules/@expo-google-fonts', cut));

/** How long the typesetter stays without work, in milliseconds: it holds more memory than the rest of the server. */
const idleFor = 20_000;

type Waiting = { resolve: (bytes: Buffer) => void; reject: (why: Error) => void };
type Answer = { id: number } & ({ bytes: Uint8Array } | { why: string });
type Typesetter = { child: ChildProcess; waiting: Map<number, Waiting>; idle?: ReturnType<typeof setTimeout> };

/** Kept on globalThis because the pages and the start of the server are bundled apart. */
const processGlobals = globalThis as { candourTypesetter?: Typesetter; candourTypeset?: number };

/**
 * Sets a document, one after the other, in a process of its own, which ends when nothing is left to set: what takes some tenths of a
 * second holds nobody up here. Rejects where the document cannot be set, and where that process ends before it is.
 */
export function typeset(document: TypstDocument): Promise<Buffer> {
  const there = processGlobals.candourTypesetter;
  const typesetter = there?.child.connected ? there : begin();
  processGlobals.candourTypesetter = typesetter;
  clearTimeout(typesetter.idle);
  const id = (processGlobals.candourTypeset ?? 0) + 1;
  processGlobals.candourTypeset = id;
  return new Promise((resolve, reject) => {
    typesetter.waiting.set(id, { resolve, reject });
    holdOpen(typesetter);
    typesetter.child.send({ id, document }, (error) => error && settle(typesetter, { id, why: error.message }));
  });
}

function begin(): Typesetter {
  const program = path.join(/* turbopackIgnore: true */ process.cwd(), 'scripts/typeset/process.mjs');
  // What this server was started with, its secrets among it, is not for its helper.
  const env = { NODE_ENV: 'production' } as const;
  const child = fork(program, fontFiles, { serialization: 'advanced', execArgv: [], env });
  const typesetter: Typesetter = { child, waiting: new Map() };
  const over = (why: string) => {
    for (const id of typesetter.waiting.keys()) settle(typesetter, { id, why });
    clearTimeout(typesetter.idle);
  };
  child.on('message', (answer: Answer) => settle(typesetter, answer));
  child.once('error', (error) => over(error.message));
  child.once('exit', (code, signal) => over(`the typesetter ended: ${signal ?? code}`));
  return typesetter;
}

/** Gives whoever waits what they wait for; when nobody does, the process is let go before long. */
function settle(typesetter: Typesetter, answer: Answer): void {
  const { child, waiting } = typesetter;
  const found = waiting.get(answer.id);
  waiting.delete(answer.id);
  if ('bytes' in answer) found?.resolve(Buffer.from(answer.bytes));
  else found?.reject(new Error(`A document was not set: ${answer.why}`));
  if (waiting.size > 0) return;
  holdOpen(typesetter);
  clearTimeout(typesetter.idle);
  typesetter.idle = setTimeout(() => child.connected && child.disconnect(), idleFor).unref();
}

/** A program that is done does not wait for its helper, which ends with it; one that waits for a document does. */
function holdOpen({ child, waiting }: Typesetter): void {
  const way = waiting.size > 0 ? 'ref' : 'unref';
  child[way]();
  child.channel?.[way]();
}
