import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stopLeftover } from '../postgres/server.mjs';

/** A folder under /tmp (short enough for a socket, open to the server's user) that carries the number of its process. */
export function temporaryFolder(kind) {
  const folder = mkdtempSync(`/tmp/candour-${kind}-${process.pid}-`);
  chmodSync(folder, 0o711);
  return folder;
}

/** Removes the folders of that kind whose process is gone, with the servers that a killed run left in them. */
export async function sweepTemporary(kind) {
  const prefix = `candour-${kind}-`;
  for (const name of readdirSync('/tmp').filter((entry) => entry.startsWith(prefix))) {
    if (isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    await stopLeftover(path.join('/tmp', name));
    rmSync(path.join('/tmp', name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
