import { setTimeout as wait } from 'node:timers/promises';
import { waitingImports, workOnImport } from '@/db/commands/bring-in/work-on-import';
import { importsDatabase } from '@/db/connection/pool';
import { unreachable } from '@/db/connection/unreachable';
import { now, today } from './clock';
import { log } from './log';

/** Kept on globalThis because the pages and the start of the server are bundled apart. */
const processGlobals = globalThis as { candourFiles?: { line: Promise<void>; waiting: Set<number> } };

/** How long a page waits for a small file that it has just sent, and how often this process looks for files, in milliseconds. */
const smallFileMs = 2_000;
const lookMs = 1_000;

/** Puts a file in the line of this process, in which one is worked on after the other; resolves when its turn is over. */
function inLine(id: number): Promise<void> {
  processGlobals.candourFiles ??= { line: Promise.resolve(), waiting: new Set() };
  const files = processGlobals.candourFiles;
  if (files.waiting.has(id)) return files.line;
  files.waiting.add(id);
  files.line = files.line
    .then(() => workOnImport(importsDatabase(), id, { at: now(), today: today() }))
    .catch((error: unknown) => {
      if (!unreachable(error)) log.error({ error, file: id }, 'a file that is brought in met a fault');
    })
    .finally(() => files.waiting.delete(id));
  return files.line;
}

/** Has a file worked on that was just sent, answered or confirmed; a small one is through when this resolves, for a large one nobody waits. */
export async function workOnFile(id: number): Promise<void> {
  await Promise.race([inLine(id), wait(smallFileMs, undefined, { ref: false })]);
}

/** Looks each second for files that wait, those too that another process left in the middle. */
export function lookForFiles(): void {
  const look = async () => {
    for (const id of await waitingImports(importsDatabase())) void inLine(id);
  };
  setInterval(() => {
    look().catch((error: unknown) => {
      if (!unreachable(error)) log.error({ error }, 'files that are brought in cannot be looked for');
    });
  }, lookMs).unref();
}
