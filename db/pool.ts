import { connect, type Database } from './client';

const kept = globalThis as { candourPool?: ReturnType<typeof connect> };

/** The pool that the application shares; kept on globalThis because a development reload would open another. */
export function database(): Database {
  kept.candourPool ??= connect();
  return kept.candourPool.db;
}
