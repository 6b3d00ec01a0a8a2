import { forOneReader } from '@/app/_server/cache-and-policy-headers';
import { faultWords } from '@/lib/text/fault-words';
import { openToAll } from './files/data-file';

/** A question that the interface for programs cannot answer as it was put: the sentence says why. */
export class BadQuestion extends Error {
  override name = 'BadQuestion';
}

const titles: Record<number, string> = {
  400: 'Not a question that can be answered',
  404: 'Not found',
  410: 'Withdrawn',
  429: 'Too many requests',
  500: faultWords.heading,
  503: 'Not available just now',
};

/** What is wrong, as problem details for programs, which nobody keeps. Source: RFC 9457. */
export function problem(status: number, detail: string, path: string, headers: Record<string, string> = {}): Response {
  const body = { type: 'about:blank', title: titles[status] ?? 'Trouble', status, detail, instance: path };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': forOneReader,
      ...openToAll,
      ...headers,
    },
  });
}
