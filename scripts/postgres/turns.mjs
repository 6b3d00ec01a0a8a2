import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** When a process was born, as its system counts it; null when there is no such process, '' when the system does not say. */
export function birth(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return null;
  }
  try {
    const [state, ...rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ');
    return state === 'Z' ? null : rest[18];
  } catch {
    return '';
  }
}

/**
 * Writes down that this process uses the server. `first` is true when nobody was written down before;
 * `leave()` answers whether nobody is left, so that the last one out stops the server.
 */
export function enter(folder) {
  const first = mkdirSync(folder, { recursive: true }) !== undefined;
  const mine = path.join(folder, `${process.pid}-${Math.random().toString(36).slice(2, 8)}`);
  writeFileSync(mine, birth(process.pid) ?? '');
  return {
    first,
    leave() {
      rmSync(mine, { force: true });
      try {
        for (const name of readdirSync(folder)) {
          const file = path.join(folder, name);
          const then = readFileSync(file, 'utf8');
          if (birth(Number.parseInt(name, 10)) !== then) rmSync(file, { force: true });
        }
        rmdirSync(folder);
        return true;
      } catch (error) {
        if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(error.code)) return false;
        throw error;
      }
    },
  };
}
