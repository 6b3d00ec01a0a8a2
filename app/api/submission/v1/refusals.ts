import { forOneReader } from '@/app/_server/cache-and-policy-headers';
import { noteInVain } from '@/app/_server/waits/bounded-waits';
import { unreachable } from '@/db/connection/unreachable';
import { Mistyped, type Problem } from '@/lib/form/form-state';
import { KeyReused, OutOfScope, Refused, StepRefused, TokenOver } from '@/lib/form/refused';

const titles: Record<number, string> = {
  400: 'Not a request that can be read',
  401: 'Not known',
  403: 'Not in the scope of this token',
  405: 'Only POST is served here',
  409: 'Not as it stands now',
  413: 'Too long',
  415: 'Not JSON',
  422: 'Not a reading that can be kept',
  429: 'Too many requests',
  503: 'Not available just now',
};

type More = { errors?: Problem[]; headers?: Record<string, string> };

/** Why a reading was not taken, as problem details, each fault at its own field. Source: RFC 9457. */
export function refuse(status: number, detail: string, { errors = [], headers = {} }: More = {}): Response {
  const body = {
    type: 'about:blank',
    title: titles[status] ?? 'Trouble',
    status,
    detail,
    ...(errors.length > 0 && { errors: errors.map(({ field, sentence }) => ({ field, sentence })) }),
  };
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': forOneReader, ...headers },
  });
}

/** A token that is none, or opens nothing any more; which of them is told to nobody. Source: RFC 6750. */
export const unknownToken = (isSent: boolean): Response =>
  refuse(401, isSent ? new TokenOver().message : noToken, {
    headers: { 'WWW-Authenticate': `Bearer realm="Candour"${isSent ? ', error="invalid_token"' : ''}` },
  });

const noToken = 'Send the token of the system in the header Authorization, after the word Bearer.';

/** Too much is asked for at once: in so many seconds there is room again. */
export const wait = (seconds: number): Response =>
  refuse(429, 'More is sent than can be taken at once. Send it again after the seconds in Retry-After.', {
    headers: { 'Retry-After': String(seconds) },
  });

/** What a command refused, as an answer; any other error is a fault, and is thrown on. */
export function refusalOf(error: unknown): Response {
  if (error instanceof TokenOver) return unknownToken(true);
  if (error instanceof OutOfScope) return refuse(403, error.message);
  if (error instanceof KeyReused || error instanceof StepRefused) return refuse(409, error.message);
  if (error instanceof Mistyped) return refuse(422, error.message, { errors: error.problems });
  if (error instanceof Refused) return refuse(422, error.message);
  if (!unreachable(error)) throw error;
  noteInVain(error);
  return refuse(503, 'The record cannot be reached at this moment, so nothing was kept. Send it again in a minute.', {
    headers: { 'Retry-After': '60' },
  });
}
