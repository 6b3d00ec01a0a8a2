import postgres from 'postgres';
import { script } from '../../../scripts/set-up/ready-database.mjs';
import { ended, freePort, serve } from './served-process';
import { startCluster } from './worker-cluster';

/** The built application on a database that is migrated and empty, as a council's own `npm start` has it the first time. */
export const emptyServer = () => serverBeside('candour_empty');

/** The same on the demonstration with the year that it has lived, as `npm start` has it. */
export const livingServer = () =>
  serverBeside('candour_living', async (env) => {
    await script('demo', { ...env, CANDOUR_DEMO: 'living' });
  });

/** The built application on a database of its own, filled by its owner before anybody is served. */
async function serverBeside(name: string, fill?: (asOwner: NodeJS.ProcessEnv) => Promise<void>) {
  const cluster = await startCluster();
  const { PGHOST: host, PGUSER: owner } = cluster.server.env;
  const asOwner = (database: string) => postgres({ host, user: owner, database, max: 1, onnotice: () => {} });
  const first = asOwner('postgres');
  await first`create database ${first(name)}`;
  await first.end({ timeout: 5 });
  const port = await freePort();
  const { CANDOUR_TODAY: today, ...settings } = cluster.env;
  const env: NodeJS.ProcessEnv = { ...settings, PGDATABASE: name, PORT: String(port) };
  if (fill) env.CANDOUR_TODAY = today;
  await script('migrate', { ...env, PGUSER: owner, CANDOUR_SERVING_ROLE: cluster.env.PGUSER });
  await fill?.({ ...env, PGUSER: owner });
  const app = await serve(port, env);
  const sql = asOwner(name);
  return {
    address: `http://localhost:${port}`,
    env,
    sql,
    async stop() {
      await ended(app, 'SIGTERM');
      await sql.end({ timeout: 5 });
      await cluster.stop();
    },
  };
}
