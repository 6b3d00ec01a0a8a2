import type { Council } from '@/db/queries/published/in-force';
import { listLimits } from '@/lib/open-data/list-limits';
import type { Content } from './answer';
import { jsonContent, openToAll } from './files/data-file';
import { moved } from './moved';
import { NotFound } from './not-found';
import { BadQuestion, problem } from './problem';
import { type Options, publicPage, type Question } from './public-page';

type ApiQuestion<Params> = Question<Params> & { council: Council };

/**
 * The route handler of an address of the interface for programs: JSON that anybody may keep and any site may read, and problem
 * details where there is none. Source: docs/rules.md, Open data.
 */
export function apiAnswer<Params = Record<never, never>>(
  find: (question: ApiQuestion<Params>) => Promise<object>,
  options?: Options,
): (request: Request, context?: { params: Promise<Params> }) => Promise<Response> {
  const answer = publicPage<Params>((question) => contentOrProblem(question, find), options);
  return async (request, context) => {
    const response = await answer(request, context);
    if (response.status < 400 || response.headers.get('content-type') === 'application/problem+json') return response;
    const wait = response.headers.get('retry-after');
    const headers: Record<string, string> = wait ? { 'Retry-After': wait } : {};
    return problem(response.status, troubles[response.status] ?? '', new URL(request.url).pathname, headers);
  };
}

const troubles: Record<number, string> = {
  429: 'More was asked for from this network than can be answered at once. Ask again after the seconds in Retry-After.',
  500: 'The answer could not be made. The fault is ours and has been noted.',
  503: 'The published figures cannot be reached at this moment. Ask again in a minute.',
};

async function contentOrProblem<Params>(
  question: ApiQuestion<Params>,
  find: (question: ApiQuestion<Params>) => Promise<object>,
): Promise<Content | Response> {
  const { request, path } = question;
  try {
    const found = await find(question);
    if (found instanceof Response) return found;
    return jsonContent(`${JSON.stringify(found)}\n`);
  } catch (error) {
    if (error instanceof BadQuestion) return problem(400, error.message, path);
    if (error instanceof NotFound) return (await moved(request)) ?? problem(404, error.sentence, path);
    throw error;
  }
}

/** The answer to a browser that asks first whether another site's page may read here: it may. */
export const apiOptions = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...openToAll,
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '86400',
      'Cache-Control': 'no-store',
    },
  });

/** How many things a page of a list is to have, the usual number unless it is said; throws BadQuestion for a number that is none. */
export function limitIn(query: URLSearchParams): number {
  const text = query.get('limit');
  if (text === null) return listLimits.usual;
  if (!/^[1-9]\d{0,2}$/.test(text) || Number(text) > listLimits.most)
    throw new BadQuestion(`limit has to be a whole number from 1 to ${listLimits.most}.`);
  return Number(text);
}

/** The first things of a list that was asked for with one more than the limit, and where the rest begins. */
export function pageOf<T>(
  all: T[],
  {
    limit,
    path,
    query,
    restAt,
  }: { limit: number; path: string; query: URLSearchParams; restAt: (page: T[], next: T) => Record<string, string> },
): { page: T[]; next: string | null } {
  const page = all.slice(0, limit);
  const [rest] = all.slice(limit);
  if (rest === undefined) return { page, next: null };
  const following = new URLSearchParams(query);
  for (const [name, value] of Object.entries(restAt(page, rest))) following.set(name, value);
  return { page, next: `${path}?${following}` };
}
