import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** "nobody" on every common system: PostgreSQL refuses to run as root. */
const nobody = { uid: 65534, gid: 65534 };

/** Who runs the server: ourselves (null), or for root the owner of the cluster, or nobody. */
export function serverAccount(cluster) {
  if (process.getuid?.() !== 0) return null;
  const stats = statSync(cluster, { throwIfNoEntry: false });
  return stats && stats.uid !== 0 ? { uid: stats.uid, gid: stats.gid } : nobody;
}

/** Whether that account can enter a folder, asked of the system itself rather than worked out. */
export function canEnter(account, folder) {
  if (!account) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** A folder under /var/tmp that belongs to this data folder alone; throws a sentence when someone else made it. */
export function reachablePlace(dataFolder) {
  const place = `/var/tmp/candour-${createHash('sha256').update(path.resolve(dataFolder)).digest('hex').slice(0, 12)}`;
  mkdirSync(place, { recursive: true, mode: 0o711 });
  const stats = lstatSync(place);
  if (!stats.isDirectory() || stats.uid !== process.getuid()) {
    throw new Error(`${place} should be a folder that belongs to you, and it is not. Remove it, or set DATABASE_URL.`);
  }
  chmodSync(place, 0o711);
  return place;
}
