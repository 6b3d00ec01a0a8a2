import { spawnSync } from 'node:child_process';
import { compiled } from '../../../scripts/program/compiled.mjs';

/** Publishes the next edition of a service on a day, in the demonstration of an environment. */
export function publishOn(env: NodeJS.ProcessEnv, service: string, day: string): void {
  const options = [...compiled('tests/support/council/publish-worker.ts'), service, day];
  const { stderr, status } = spawnSync(process.execPath, options, { env, encoding: 'utf8', timeout: 30_000 });
  if (status !== 0) throw new Error(`nothing was published: ${stderr}`);
}
