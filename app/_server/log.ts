import pino from 'pino';
import { requestId } from './request-id';

/** A message without what a query carried: the driver's list of values, and what PostgreSQL quotes of a value that it refuses. */
export const withoutValues = (message: string, code?: unknown): string => {
  const named = message.replace(/\nparams:[\s\S]*/, '');
  return typeof code === 'string' && code.startsWith('22') ? named.replace(/"[\s\S]*"/g, '"…"') : named;
};

/** What is logged of a fault: where and why, without the values that a query carried; the digest is what its page says. */
function fault(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: withoutValues(String(error)) };
  const { message, stack, cause } = error;
  const { code, digest } = error as { code?: unknown; digest?: unknown };
  const fields = {
    message: withoutValues(message, code),
    code,
    digest,
    stack: stack?.match(/^[ \t]+at .*/gm)?.join('\n'),
  };
  return cause === undefined ? fields : { ...fields, cause: fault(cause) };
}

/** An address without what stands behind its question mark, such as words that were searched for, and without a one-time link's secret. */
const plainAddress = (address: unknown): string =>
  String(address)
    .replace(/[?#][\s\S]*/, '')
    .replace(/^\/(invitation|set-up)\/.*/, '/$1/…');

/** One line of JSON for each thing worth knowing, on standard output, with the id of its request; secrets are never part of it. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  mixin: () => {
    const request = requestId();
    return request === null ? {} : { request };
  },
  serializers: { error: fault, address: plainAddress },
  redact: ['password', '*.password', 'token', '*.token'],
});
