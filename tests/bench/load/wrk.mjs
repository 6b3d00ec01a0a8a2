import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { run } from '../../../scripts/program/program.mjs';

const script = fileURLToPath(new URL('./wrk.lua', import.meta.url));

/** Whether wrk is installed: one core of it asks some 100,000 times a second, of autocannon 14,000. */
export const hasWrk = spawnSync('wrk', ['--version']).error === undefined;

/** As load.mjs says, by wrk. It counts bytes and not each answer, so that `atLeast` holds for their mean. */
export async function loadByWrk(url, { headers, connections, duration, atLeast = 0 }) {
  const sent = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const options = ['-t1', `-c${connections}`, `-d${duration}s`, '--timeout', '10s', '-s', script, ...sent, url];
  const { code, output } = await run('wrk', options);
  const line = output.split('\n').find((one) => one.startsWith('{'));
  if (code !== 0 || !line) throw new Error(`wrk failed on ${url}.\n${output.trim()}`);
  const { requests, microseconds, bytes, refused, lost, p50, p99 } = JSON.parse(line);
  const wrong =
    (refused > 0 && `${refused} answers of another status`) ||
    (lost > 0 && `${lost} lost answers`) ||
    (bytes / requests < atLeast && `${Math.round(bytes / requests)} bytes an answer, not ${atLeast}`);
  if (requests < 2 || wrong) throw new Error(`${url} under load: ${wrong || 'no answers'}.`);
  return { rate: (requests / microseconds) * 1_000_000, p50, p99 };
}
