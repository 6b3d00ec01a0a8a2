import { connect, type Database } from './client';

type Pool = ReturnType<typeof connect>;
const processGlobals = globalThis as { candourPool?: Pool; candourPublicPool?: Pool; candourJobsPool?: Pool };

/**
 * How long anything that somebody waits for may take in the record, in milliseconds: a public page one statement, a form one
 * lock. Both leave room to answer within three seconds.
 */
const patience = 2_500;

/** The pool of the pages and forms behind the sign-in; kept on globalThis because a development reload would open another. */
export function database(): Database {
  processGlobals.candourPool ??= connect({ limits: { lock_timeout: patience } });
  return processGlobals.candourPool.db;
}

/** The public pages' own pool: however busy the people behind the sign-in are, no reader waits behind them. */
export function publicDatabase(): Database {
  processGlobals.candourPublicPool ??= connect({ max: 6, limits: { statement_timeout: patience }, single: true });
  return processGlobals.candourPublicPool.db;
}

/** The jobs' pool: nobody waits for them, so that they may wait for a lock as long as a statement may last. */
export function jobsDatabase(): Database {
  processGlobals.candourJobsPool ??= connect({ max: 2 });
  return processGlobals.candourJobsPool.db;
}
