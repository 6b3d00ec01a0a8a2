const key = Symbol.for('candour.request');
type Requests = { [key]?: { getStore(): { id: string } | undefined } };

/** The id of the request that is being answered, by scripts/server/request-id.mjs; null in a job, and in development. */
export const requestId = (): string | null => (globalThis as Requests)[key]?.getStore()?.id ?? null;

/** An id that an address brings along, where it may be one. */
export const requestIdIn = (query: URLSearchParams): string | null =>
  /^[\w@-]{8,40}$/.exec(query.get('request') ?? '')?.[0] ?? null;
