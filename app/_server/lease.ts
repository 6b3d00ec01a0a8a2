import { setTimeout as wait } from 'node:timers/promises';

/**
 * How long a process may repeat what the record answered, in milliseconds from when it was asked. Whoever publishes waits until
 * that is over before saying so, so that no request after that word can meet what stood before.
 */
export const lease = 50;

/** What is repeated may rest on what was repeated: a page on the edition in force. */
const layers = 2;
/** What a process that was asked just before may still take to begin its answer. */
const margin = 10;

/** Resolves when every process shows what was committed before this call; a publication is called done only then. */
export async function shownEverywhere(): Promise<void> {
  await wait(layers * lease + margin);
}
