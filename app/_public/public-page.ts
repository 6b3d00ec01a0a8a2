import { log } from '@/app/_server/log';
import { unreachable } from '@/db/connection/unreachable';
import type { Council } from '@/db/queries/published/in-force';
import { pageInTime } from './in-time';
import { keepLast, lastKnown } from './last-known';
import { published } from './published-answer';
import { layReady } from './ready-pages';
import { allServices, notFound, tell } from './sentence';

/** A wrong address: what a reader is told instead of a page, thrown by whoever finds it out. */
export class NotFound extends Error {
  override name = 'NotFound';
  constructor(
    readonly sentence: string,
    readonly council: Council | null = null,
    readonly link = allServices,
  ) {
    super(sentence);
  }
}

/**
 * Answers a public address: the page, a 404 in a sentence, and never the inside of a fault. While the record is away, slow or
 * crowded: the page as it last was where that is known, marked so, else 503 in a sentence, within three seconds.
 */
export async function publicPage(request: Request, page: () => Promise<Response>): Promise<Response> {
  const begun = performance.now();
  try {
    const answer = await pageInTime(page);
    const bytes = published.get(answer);
    if (bytes) {
      keepLast(request.url, bytes);
      layReady(request, bytes, begun);
    }
    return answer;
  } catch (error) {
    if (error instanceof NotFound) return notFound(error.sentence, error.council, error.link);
    if (unreachable(error)) {
      log.warn({ error }, 'the database cannot be reached in time');
      return lastKnown(request.url) ?? tell(away);
    }
    log.error({ error }, 'a public page failed');
    return tell(failed);
  }
}

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
  heading: 'Something went wrong',
  sentence: 'This page could not be made. The fault is ours and has been noted; please try again later.',
  link,
};
