import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { compiled } from '../../../scripts/program/compiled.mjs';

/** A process that takes its part in the jobs, by a clock so many milliseconds ahead; the caller ends it. */
export function jobsProcess(env: Record<string, string>, ahead = 0) {
  const options = [...compiled('tests/support/server/jobs-worker.ts'), String(ahead)];
  const child = spawn(process.execPath, options, { env: { ...process.env, LOG_LEVEL: 'info', ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const over = once(child, 'exit');
  return {
    /** What it has said when that first fits; fails with all that it said when it ends before. */
    async says(what: RegExp): Promise<string> {
      while (!what.test(output)) {
        if (child.exitCode !== null) throw new Error(`it ended: ${output}`);
        await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), over]);
      }
      return output;
    },
    async end(): Promise<string> {
      child.kill('SIGKILL');
      await over;
      return output;
    },
  };
}
