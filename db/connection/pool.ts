import { connect, type Database } from './client';

type Pool = ReturnType<typeof connect>;
const processGlobals = globalThis as {
  candourPool?: Pool;
  candourPublicPool?: Pool;
  candourDoorPool?: Pool;
  candourJobsPool?: Pool;
  candourImportsPool?: Pool;
};

/**
 * How long anything that somebody waits for may take in the record, in milliseconds: a public page one statement, a form one
 * lock, after which its page is made again. Both leave room to answer within three seconds.
 */
const patience = { statement: 2_500, lock: 1_500 };

/** The pool of the pages and forms behind the sign-in; kept on globalThis because a development reload would open another. */
export function database(): Database {
  processGlobals.candourPool ??= connect({ max: 10, limits: { lock_timeout: patience.lock } });
  return processGlobals.candourPool.db;
}

/** The pool that asks who is there: it never stands behind what those who are there ask for. */
export function doorDatabase(): Database {
  processGlobals.candourDoorPool ??= connect({ max: 2, limits: { statement_timeout: patience.statement } });
  return processGlobals.candourDoorPool.db;
}

/** The public pages' own pool: however busy the people behind the sign-in are, no reader waits behind them. */
export function publicDatabase(): Database {
  processGlobals.candourPublicPool ??= connect({
    max: 6,
    limits: { statement_timeout: patience.statement },
    single: true,
  });
  return processGlobals.candourPublicPool.db;
}

/** The jobs' pool: nobody waits for them, so that they may wait for a lock as long as a statement may last. */
export function jobsDatabase(): Database {
  processGlobals.candourJobsPool ??= connect({ max: 2 });
  return processGlobals.candourJobsPool.db;
}

/** The pool of files that are brought in: one is worked on at a time, and how far it has come is written beside it. */
export function importsDatabase(): Database {
  processGlobals.candourImportsPool ??= connect({ max: 2 });
  return processGlobals.candourImportsPool.db;
}
