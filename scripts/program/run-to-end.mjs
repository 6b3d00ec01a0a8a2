import { readFileSync } from 'node:fs';
import { stopPrograms } from './program.mjs';

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Runs a command from beginning to end. What `body` opens it closes through `atEnd`, last opened first, however the
 * command ends: by itself, by a fault (a sentence, exit code 1), by a signal, or because npm, which started it, is gone.
 */
export async function command(body) {
  const endings = [];
  let ending = false;
  const end = async (code) => {
    if (ending) return;
    ending = true;
    await stopPrograms();
    for (const close of endings.reverse()) {
      try {
        await close();
      } catch (error) {
        console.error(sentence(error));
        code ||= 1;
      }
    }
    process.exit(code);
  };
  let serving = false;
  for (const [signal, code] of Object.entries(signals)) {
    // A signal is how a server ends well; a set-up that it interrupts was not finished.
    process.on(signal, () => {
      if (!ending) console.log('\nStopping.');
      void end(serving ? 0 : code);
    });
  }
  leaveWithParent(() => void end(1));
  try {
    const code = await body({
      atEnd: (close) => endings.push(close),
      serving: () => {
        serving = true;
      },
    });
    await end(code ?? 0);
  } catch (error) {
    if (!ending) console.error(`\n${sentence(error)}`);
    await end(1);
  }
}

function sentence(error) {
  return process.env.DEBUG ? error.stack : error.message;
}

/** npm (or a test runner) that is killed outright takes nobody with it: without this, its server would keep the port. */
function leaveWithParent(leave) {
  if (!process.env.npm_lifecycle_event && !process.env.CANDOUR_LEAVE_WITH_PARENT) return;
  const before = above();
  setInterval(() => above() !== before && leave(), 500).unref();
}

/** Our parent; and when that is only the shell that npm put between us, the shell's parent as well. */
function above() {
  try {
    const shell = /^\S*sh\0-c\0/.test(readFileSync(`/proc/${process.ppid}/cmdline`, 'utf8'));
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').pop();
    return shell ? `${process.ppid} ${stat?.split(' ')[1]}` : `${process.ppid}`;
  } catch {
    return `${process.ppid}`;
  }
}
