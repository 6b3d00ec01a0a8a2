const key = Symbol.for('candour.request');
type Requests = { [key]?: { getStore(): { hasGone: () => boolean } | undefined } };

/** Nobody waits any more for what was asked for, so that it was not made. */
export class AskerGone extends Error {}

const neverGoes = () => false;

/**
 * Whether whoever asked for what is being answered has gone meanwhile, by scripts/server/request-id.mjs; to be asked later, even by
 * what goes on for others. Outside of a request, in a job or where a page is made anew by itself, nobody goes.
 */
export const asker = (): (() => boolean) => (globalThis as Requests)[key]?.getStore()?.hasGone ?? neverGoes;

/** Throws AskerGone where whoever asked has gone: between two pieces of work that is for them alone. */
export function unlessAskerGone(): void {
  if (asker()()) throw new AskerGone('the reader has gone');
}
