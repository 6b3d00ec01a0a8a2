import PgBoss from 'pg-boss';

/** The queue that starts a release at its moment, the one that looks each minute for a missed one, that of the chain heads, and of papers. */
export const queues = { release: 'release-due', sweep: 'sweep', heads: 'heads', papers: 'papers' } as const;

/** The queue by which pg-boss itself keeps its times; it would make it when it starts, and a role that serves may not. */
const schedules = '__pgboss__send-it';

/** Whether this process takes part in the jobs by now: app/_server/jobs.ts keeps them where every bundle sees them. */
export const jobsRun = (): boolean => (globalThis as { candourJobs?: unknown }).candourJobs !== undefined;

/** Two connections of the jobs' own, to where db/connection/client.ts leads; what they keep is in a schema of its own. */
export function jobsConnection(): PgBoss.ConstructorOptions {
  const address = process.env.DATABASE_URL;
  const place = address ? { connectionString: address } : { host: process.env.PGHOST };
  const patience = { connectionTimeoutMillis: 3_000, statement_timeout: 15_000 };
  return {
    ...place,
    ...patience,
    application_name: 'candour jobs',
    schema: 'jobs',
    max: 2,
    // The owner makes the tables and queues when it migrates; the serving role only uses them.
    migrate: false,
  } as PgBoss.ConstructorOptions;
}

/** As the owner: makes the schema of the jobs and their queues, or brings them up to date. Twice is as once. */
export async function prepareJobs(): Promise<void> {
  const boss = new PgBoss({ ...jobsConnection(), migrate: true, supervise: false, schedule: false });
  let trouble: Error | undefined;
  boss.on('error', (error) => {
    trouble ??= error;
  });
  try {
    await boss.start();
    for (const queue of [schedules, ...Object.values(queues)]) await boss.createQueue(queue);
  } finally {
    await boss.stop({ graceful: false });
  }
  if (trouble) throw trouble;
}
