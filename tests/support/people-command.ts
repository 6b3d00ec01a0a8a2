import { spawnSync } from 'node:child_process';

/** What `npm run people -- …` says, on the database of an environment. */
export function peopleCommand(env: NodeJS.ProcessEnv, ...words: string[]): { said: string; code: number | null } {
  const options = ['--import', 'tsx', '--conditions=react-server', 'scripts/people.ts', ...words];
  const { stdout, stderr, status } = spawnSync(process.execPath, options, { env, encoding: 'utf8', timeout: 30_000 });
  return { said: `${stdout}${stderr}`.trim(), code: status };
}

/** The path of the invitation link that the command printed. */
export function invitationIn(said: string): string {
  const [, path] = /https?:\/\/[^/\s]+(\/invitation\/[\w-]+)/.exec(said) ?? [];
  if (!path) throw new Error(`there is no link in: ${said}`);
  return path;
}
