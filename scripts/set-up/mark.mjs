import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A file that says for which state of things a step was last done. It lives inside what it speaks of, and goes with it. */
export function mark(file) {
  return {
    says(state) {
      try {
        return readFileSync(file, 'utf8') === state;
      } catch {
        return false;
      }
    },
    write(state) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, state);
    },
    clear() {
      rmSync(file, { force: true });
    },
  };
}
