import type { ReactElement } from 'react';
import { today } from '@/app/_server/clock';
import { log } from '@/app/_server/log';
import { requestId } from '@/app/_server/request-id';
import { AskerGone, unlessAskerGone } from '@/app/_server/waits/asker';
import type { Site } from '@/components/frame/public-document';
import { publicDatabase } from '@/db/connection/pool';
import { unreachable } from '@/db/connection/unreachable';
import { type Council, theCouncil } from '@/db/queries/published/in-force';
import { faultWords } from '@/lib/text/fault-words';
import { type Content, contentOf, type Sent, sendContent } from './answer';
import { pageInTime } from './in-time';
import { keepLast, lastKnown } from './last-known';
import { markup } from './markup';
import { moved } from './moved';
import { NotFound } from './not-found';
import { waitFor } from './public-allowance';
import { layReady } from './ready-pages';
import { notFound, notSetUpYet, sendSentence, tooManyRequests } from './sentence';
import { siteOf } from './site';

/** What somebody asks of a public address. */
export type Question<Params = Record<never, never>> = {
  request: Request;
  params: Params;
  /** The path of the address, and what stands behind its question mark. */
  path: string;
  query: URLSearchParams;
  /** The day that is today. */
  today: string;
};

/** What is found for a question: a page, published bytes such as a feed, or an answer that is neither, such as a redirect. */
export type PageResult = ReactElement | Content | Response;

export type Options = {
  /** Whether the page is costly to make, so that one network may ask for only so many. */
  costly?: boolean | ((query: URLSearchParams, path: string) => boolean);
  /** False where the address says what somebody looks for: the answer is then made for each who asks. */
  repeated?: boolean;
};

type Handler<Params> = (request: Request, context?: { params: Promise<Params> }) => Promise<Response>;

/**
 * The route handler of a public address: the page, a 404 in a sentence where `find` throws NotFound, and never the inside of a
 * fault. While the record is away, slow or crowded: the page as it last was where that is known, marked so, else 503 in a
 * sentence, within three seconds.
 */
export function publicAnswer<Params = Record<never, never>>(
  find: (question: Question<Params>) => PageResult | Promise<PageResult>,
  { costly = false, repeated = true }: Options = {},
): Handler<Params> {
  return async (request, context) => {
    const { pathname: path, searchParams: query } = new URL(request.url);
    const isCostly = typeof costly === 'function' ? costly(query, path) : costly;
    const wait = isCostly ? waitFor(request) : 0;
    if (wait > 0) return tooManyRequests(wait);
    const answer = async (request: Request) => {
      const params = ((await context?.params) ?? {}) as Params;
      return find({ request, params, path, query, today: today() });
    };
    return inTimeOrLastKnown(request, answer, { repeated, costly: isCostly });
  };
}

type Page<Params> = Question<Params> & { council: Council; site: Site };

/** The route handler of a public page that needs no edition to know the council; before there is one, what is missing. */
export function publicPage<Params = Record<never, never>>(
  page: (question: Page<Params>) => PageResult | Promise<PageResult>,
  options?: Options,
): Handler<Params> {
  return publicAnswer(async (question) => {
    const council = await theCouncil(publicDatabase());
    if (!council) return notSetUpYet(question.path);
    return page({ ...question, council, site: siteOf(council) });
  }, options);
}

async function inTimeOrLastKnown(
  request: Request,
  find: (request: Request) => Promise<PageResult>,
  { repeated, costly }: { repeated: boolean; costly: boolean },
): Promise<Response> {
  const made = async (request: Request) => {
    const begun = performance.now();
    const { response, repeatable } = await pageInTime(() => answerTo(request, () => find(request)));
    if (repeatable) {
      keepLast(request.url, repeatable);
      if (repeated) layReady(request, repeatable, { begun, again: costly ? null : askedAnew(made, request.url) });
    }
    return response;
  };
  try {
    return await made(request);
  } catch (error) {
    if (error instanceof AskerGone) return toNobody();
    if (unreachable(error)) {
      log.warn({ error }, 'the database cannot be reached in time');
      return lastKnown(request.url) ?? sendSentence({ ...away, request: requestId() });
    }
    log.error({ error }, 'a public page failed');
    return sendSentence({ ...failed, request: requestId() });
  }
}

/** Has the page of an address made as for somebody of whom nothing is known; holds no request. */
const askedAnew = (made: (request: Request) => Promise<Response>, url: string) => async () => made(new Request(url));

async function answerTo(request: Request, find: () => Promise<PageResult>): Promise<Sent> {
  try {
    unlessAskerGone();
    const result = await find();
    if (result instanceof Response) return { response: result, repeatable: null };
    if (!('etag' in result)) unlessAskerGone();
    const content = 'etag' in result ? result : contentOf(Buffer.from(await markup(result)));
    return await sendContent(request, content);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const elsewhere = await moved(request);
    if (elsewhere) return { response: elsewhere, repeatable: null };
    const council = await theCouncil(publicDatabase());
    if (!council) return { response: await notSetUpYet(new URL(request.url).pathname, 404), repeatable: null };
    return { response: await notFound(error.sentence, council, error.link), repeatable: null };
  }
}

/** Nobody reads it; the status is nginx's for a client that closed its request. */
const toNobody = () => new Response(null, { status: 499 });

const link = { href: '', text: 'Try again' };

const away = {
  status: 503,
  heading: 'Not available just now',
  sentence: 'The published figures cannot be reached at this moment. Nothing is lost; please try again in a minute.',
  link,
  headers: { 'Retry-After': '5' },
};

const failed = {
  status: 500,
  ...faultWords,
  link,
};
