import { spawnSync } from 'node:child_process';
import { compiled } from '../../../scripts/program/compiled.mjs';

type Output = { output: string; code: number | null };

/** What `npm run people -- …` says, on the database of an environment. */
export const peopleCommand = (env: NodeJS.ProcessEnv, ...words: string[]): Output => spoken('people', env, words);

/** What `npm run council -- …` says, on the database of an environment. */
export const councilCommand = (env: NodeJS.ProcessEnv, ...words: string[]): Output => spoken('council', env, words);

/** What the start of a server prints where there is no council: the one-time address of the set-up page. */
export const setUpAddress = (env: NodeJS.ProcessEnv): Output => spoken('set-up-address', env, []);

/** What `npm run verify -- …` says, on the database of an environment. */
export const verifyCommand = (env: NodeJS.ProcessEnv, ...words: string[]): Output => spoken('verify', env, words);

function spoken(script: string, env: NodeJS.ProcessEnv, words: string[]): Output {
  const options = [...compiled(`scripts/${script}.ts`), ...words];
  const { stdout, stderr, status } = spawnSync(process.execPath, options, { env, encoding: 'utf8', timeout: 30_000 });
  return { output: `${stdout}${stderr}`.trim(), code: status };
}

/** The path of the invitation link that the command printed. */
export function invitationIn(output: string): string {
  const [, path] = /https?:\/\/[^/\s]+(\/invitation\/[\w-]+)/.exec(output) ?? [];
  if (!path) throw new Error(`there is no link in: ${output}`);
  return path;
}
