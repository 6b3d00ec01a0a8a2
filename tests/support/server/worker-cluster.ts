import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import postgres from 'postgres';
import { startPostgres } from '../../../scripts/postgres/server.mjs';
import { servingRole } from '../../../scripts/server/serving-role.mjs';
import { temporaryFolder } from '../../../scripts/set-up/temporary.mjs';
import { copyDemonstration, untouched } from './demonstration-cluster';

export type Cluster = Awaited<ReturnType<typeof startCluster>>;

/** A database server of its own with the demonstration in it, and the settings that an application on it needs. */
export async function startCluster() {
  const data = temporaryFolder('browser');
  copyDemonstration(data);
  const server = await startPostgres({ dataFolder: data, durable: false });
  const AUTH_SECRET = randomBytes(32).toString('hex');
  const { PGHOST: host, PGUSER: owner, PGDATABASE: name } = server.env;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...server.env,
    // As `npm start` has it: the application serves as a role that owns nothing, and only the test itself is the owner.
    PGUSER: servingRole(name),
    CANDOUR_TODAY: '2018-08-17',
    AUTH_SECRET,
    CANDOUR_PAGE_KEY: process.env.CANDOUR_BROWSER_PAGE_KEY,
    // Those of the demonstration lie in the copy. Making others takes the processor from what a test looks at.
    CANDOUR_PAPERS: 'asked',
    LOG_LEVEL: 'silent',
  };
  delete env.DATABASE_URL;
  const asOwner = (database: string) => postgres({ host, user: owner, database, max: 1, onnotice: () => {} });
  return {
    data,
    server,
    env,
    open: () => asOwner(name),
    /** The demonstration again as it was at first, whoever is still connected. */
    async renew() {
      const sql = asOwner('postgres');
      await sql`drop database ${sql(name)} with (force)`;
      await sql`create database ${sql(name)} template ${sql(untouched)} strategy file_copy`;
      // What is granted on a database itself is not in its template.
      await sql`revoke create, temporary on database ${sql(name)} from public`;
      await sql.end({ timeout: 5 });
    },
    async stop() {
      await server.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
