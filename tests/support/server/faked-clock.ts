import { execFileSync } from 'node:child_process';
import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A clock that every process started with its environment lives by, kept in a file: setting it moves all of them at once, timers
 * excepted. Needs faketime (`apt-get install faketime`), and fails with that sentence where it is not installed.
 */
export function fakedClock(folder: string) {
  const file = path.join(folder, 'clock');
  let library: string;
  try {
    library = execFileSync('faketime', ['-f', '+0', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' }).trim();
  } catch (error) {
    throw new Error('faketime is not installed: apt-get install faketime', { cause: error });
  }
  const write = (seconds: number) => {
    writeFileSync(`${file}.new`, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds).toFixed(3)}\n`);
    chmodSync(`${file}.new`, 0o644);
    renameSync(`${file}.new`, file);
  };
  write(0);
  return {
    env: { LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', DONT_FAKE_MONOTONIC: '1' },
    /** Makes it that instant now for all of them; it goes on from there. */
    set: (at: string) => write((Date.parse(at) - Date.now()) / 1000),
  };
}
