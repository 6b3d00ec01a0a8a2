import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { appendFile, open } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, createGzip } from 'node:zlib';
import { Refused } from '../../lib/form/refused';

/** What stands after the compressed lines: the SHA-256 of every byte before it. */
const seal = (sha256: string) => `\nsha256 ${sha256}\n`;
const sealed = seal('0'.repeat(64)).length;

/** Writes a backup file: complete under its name, or not there at all. */
export async function writeBackup(
  path: string,
  lines: (write: (lines: string) => Promise<void>) => Promise<number>,
): Promise<number> {
  if (existsSync(path)) throw new Refused(`${path} is there already. Choose another name; nothing was written.`);
  const part = `${path}.part`;
  try {
    // A record of a million readings is written twice as fast, and takes a little more room.
    const gzip = createGzip({ level: 1 });
    const file = createWriteStream(part, { mode: 0o600 });
    const done = finished(gzip.pipe(file));
    done.catch(() => gzip.destroy());
    const rows = await lines(async (some) => {
      if (!gzip.write(`${some}\n`)) await Promise.race([once(gzip, 'drain'), done]);
    });
    gzip.end();
    await done;
    await appendFile(part, seal(await sha256Of(part, statSync(part).size)));
    const handle = await open(part, 'r+');
    await handle.sync();
    await handle.close();
    renameSync(part, path);
    return rows;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** The lines of a backup file, once every byte of it has been found as it was written. */
export async function backupLines(path: string): Promise<AsyncIterable<string>> {
  const size = existsSync(path) ? statSync(path).size : null;
  if (size === null) throw new Refused(`There is no file ${path}.`);
  const length = size - sealed;
  const isIntact = length > 0 && (await bytesFrom(path, length)) === seal(await sha256Of(path, length));
  if (!isIntact) throw new Refused(`${path} is damaged, cut short or no backup of Candour. Nothing was changed.`);
  return linesOf(createReadStream(path, { end: length - 1 }).pipe(createGunzip()));
}

/** The lines of a file whose last line ends as the others do. */
export async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncIterable<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const part of bytes) {
    const lines = (rest + decoder.write(part)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

async function sha256Of(path: string, length: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path, { end: length - 1 })) hash.update(part);
  return hash.digest('hex');
}

async function bytesFrom(path: string, start: number): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of createReadStream(path, { start })) parts.push(part);
  return Buffer.concat(parts).toString('latin1');
}
