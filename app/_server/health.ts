import { moment } from '@/app/_server/clock';
import { publicDatabase } from '@/db/connection/pool';
import { clockOf, type Migrations, migrationsOf, rolesInUse } from '@/db/queries/server/server-health';
import { driftOf } from '@/lib/time/clock-drift';
import { jobsRun } from './jobs-connection';
import { serverTroubles } from './server-trouble';

/** How many seconds a server may take until its jobs run. */
const jobsPatience = 60;

type Readiness = {
  /** Whether this server can serve: its database answers, has a record, and is as new as this build or newer. */
  ready: boolean;
  database: 'answers' | 'not set up';
  migrations: Exclude<Migrations, null> | 'not shown';
  /** Whether the role that serves owns nothing. */
  roles: 'two' | 'one' | null;
  jobs: 'running' | 'not running';
  clock: 'agrees' | 'differs';
  /** What the people who run this server should see to, each in a sentence. */
  trouble: string[];
};

/** How this server stands to its database now; throws where that does not answer. */
export async function readiness(): Promise<Readiness> {
  const db = publicDatabase();
  const roles = await rolesInUse(db);
  const migrations = (await migrationsOf(db)) ?? 'not shown';
  const before = moment();
  const theirs = await clockOf(db);
  const clock = driftOf({ before, theirs, after: moment() }) === null ? 'agrees' : 'differs';
  const ready = roles !== null && migrations !== 'behind';
  const trouble = ready ? await serverTroubles(db) : [];
  if (migrations === 'behind')
    trouble.push('The database is older than this server: the start that migrates it has not ended, or did not begin.');
  if (!jobsRun() && process.uptime() > jobsPatience)
    trouble.push('The jobs of this server do not run: it releases nothing, and makes no papers.');
  const jobs = jobsRun() ? 'running' : 'not running';
  return { ready, database: roles ? 'answers' : 'not set up', migrations, roles, jobs, clock, trouble };
}
