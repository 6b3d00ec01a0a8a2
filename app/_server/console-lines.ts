import { log, withoutValues } from './log';

/**
 * Has what the framework prints of a fault become a line of the log: it would print the whole message, which holds the values of
 * a query, and no id of the request.
 */
export function logConsole(): void {
  for (const level of ['error', 'warn'] as const)
    console[level] = (...args: unknown[]) => {
      const error = args.find((each) => each instanceof Error);
      const words = args.filter((each) => typeof each === 'string').join(' ');
      log[level](error ? { error } : {}, withoutValues(words).trim() || 'a request met a fault');
    };
}
