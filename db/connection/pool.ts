import { connect, type Database } from './client';

type Pool = ReturnType<typeof connect>;
const processGlobals = globalThis as {
  candourPool?: Pool;
  candourPublicPool?: Pool;
  candourDoorPool?: Pool;
  candourJobsPool?: Pool;
  candourImportsPool?: Pool;
};

/** How long somebody who reads waits for an answer at most while the record is slow, in milliseconds, unless set otherwise. */
const usual = 3_000;

/**
 * How long the record may take while somebody waits, in milliseconds, connections included: a public page all in all, and a
 * statement of one; half a second at least is left to answer in. CANDOUR_PATIENCE is the whole wait in seconds; a process keeps
 * what it began with.
 */
export const readersPatience = (() => {
  const longest = Number(process.env.CANDOUR_PATIENCE || usual / 1_000) * 1_000;
  return { page: longest - 600, statement: longest - 500 };
})();

/** How long a form may wait for a lock, in milliseconds: its page is made again after it, within three seconds. */
const longestLock = 1_500;

/** The pool of the pages and forms behind the sign-in; kept on globalThis because a development reload would open another. */
export function database(): Database {
  processGlobals.candourPool ??= connect({ max: 10, limits: { lock_timeout: longestLock } });
  return processGlobals.candourPool.db;
}

/** The pool that asks who is there: it never stands behind what those who are there ask for. */
export function doorDatabase(): Database {
  processGlobals.candourDoorPool ??= connect({ max: 2, limits: { statement_timeout: readersPatience.statement } });
  return processGlobals.candourDoorPool.db;
}

/** The public pages' own pool: however busy the people behind the sign-in are, no reader waits behind them. */
export function publicDatabase(): Database {
  processGlobals.candourPublicPool ??= connect({
    max: 6,
    limits: { statement_timeout: readersPatience.statement },
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
