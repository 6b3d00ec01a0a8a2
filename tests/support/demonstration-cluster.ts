import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startPostgres } from '../../scripts/postgres.mjs';
import { script } from '../../scripts/record.mjs';
import { servingRole } from '../../scripts/serving.mjs';
import { temporaryFolder } from '../../scripts/temporary.mjs';

/** Where the demonstration's database lies ready to be copied, for all workers of a run. */
const ready = () => `${process.env.CANDOUR_BROWSER_DATA}/demonstration`;

/** Makes the demonstration's database once for a run: migrated, filled, and stopped. Playwright calls it before any test. */
export default async function makeDemonstration(): Promise<void> {
  const data = temporaryFolder('browser');
  const database = await startPostgres({ dataFolder: data, durable: false });
  const env: NodeJS.ProcessEnv = { ...process.env, ...database.env, CANDOUR_TODAY: '2018-08-17' };
  delete env.DATABASE_URL;
  await script('migrate', { ...env, CANDOUR_SERVING_ROLE: servingRole(database.env.PGDATABASE) });
  await script('demo', env);
  await database.stop();
  renameSync(path.join(data, 'postgres'), ready());
  rmSync(data, { recursive: true, force: true });
}

/** Puts a copy of the demonstration's database into a data folder, as the server's user has it. */
export function copyDemonstration(data: string): void {
  if (!existsSync(path.join(ready(), 'PG_VERSION'))) throw new Error('the demonstration’s database was not made');
  const { status, stderr } = spawnSync('cp', ['-a', ready(), path.join(data, 'postgres')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the demonstration’s database was not copied: ${stderr}`);
}
