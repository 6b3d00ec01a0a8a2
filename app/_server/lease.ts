import { setTimeout as wait } from 'node:timers/promises';

/**
 * How long a process may repeat an answer of the record, in milliseconds from its question. A publication waits until
 * that is over before it is confirmed, so that no later request can get the edition before.
 */
export const lease = 50;

/** What is repeated may rest on what was repeated: a page on the edition in force. */
const layers = 2;
/** How long a process may still take to begin the answer to an earlier request, in milliseconds. */
const margin = 10;

/** Kept on globalThis because the pages and the start of the server are bundled apart. */
const processGlobals = globalThis as { candourWhenPublished?: () => void };

/** Has something done as soon as this process has published, while it waits until that is shown everywhere. */
export function whenPublished(task: () => void): void {
  processGlobals.candourWhenPublished = task;
}

/** Resolves when every process shows what was committed before this call; a publication is called done only then. */
export async function shownEverywhere(): Promise<void> {
  processGlobals.candourWhenPublished?.();
  await wait(layers * lease + margin);
}
