import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Refused } from '../../lib/form/refused';

const block = 512;
/** As many bytes as the size in a header can say. */
const mostBytes = 8 ** 11 - 1;

/** A file in an archive: its name, where its bytes begin, and how many they are. */
export type Entry = { name: string; at: number; size: number };

/**
 * The header of a file as POSIX.1-1988 (ustar) has it, with nothing of the machine that writes it: no owner, and 1 January 1970
 * as its time, so that the same files make the same bytes.
 */
function header(name: string, size: number): Buffer {
  if (size > mostBytes) throw new Refused(`${name} would have ${size} bytes: an archive holds 8 GiB in one file.`);
  const bytes = Buffer.alloc(block);
  const octal = (value: number, at: number, length: number) =>
    bytes.write(value.toString(8).padStart(length - 1, '0'), at, 'latin1');
  bytes.write(name, 0, 'latin1');
  octal(0o644, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  bytes.write('        0', 148, 'latin1');
  bytes.write('ustar\0', 257, 'latin1');
  bytes.write('00', 263, 'latin1');
  octal(0, 329, 8);
  octal(0, 337, 8);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}

const padding = (size: number): number => (block - (size % block)) % block;

/** What stands in a file: its bytes and its lines are counted, and hashed, as they are written. */
export type Written = { name: string; bytes: number; rows: number; sha256: string };
export type Write = (line: string) => Promise<void>;
/** Writes one file of an archive, line by line. */
export type AddFile = (name: string, lines: (write: Write) => Promise<void>) => Promise<Written>;

/** Writes an archive: complete under its name, or not there at all. It holds what one file hands over at a time. */
export async function writeTar<T>(path: string, files: (add: AddFile) => Promise<T>): Promise<T> {
  if (existsSync(path)) throw new Refused(`${path} is there already. Choose another name; nothing was written.`);
  const part = `${path}.part`;
  const handle = await open(part, 'w', 0o600);
  try {
    let end = 0;
    const write = async (bytes: Buffer) => {
      await handle.writeFile(bytes);
      end += bytes.length;
    };
    const result = await files(async (name, lines) => {
      const start = end;
      await write(Buffer.alloc(block));
      const written = await countedLines(name, lines, write);
      await write(Buffer.alloc(padding(written.bytes)));
      await handle.write(header(name, written.bytes), 0, block, start);
      return written;
    });
    await write(Buffer.alloc(2 * block));
    await handle.sync();
    await handle.close();
    renameSync(part, path);
    return result;
  } catch (error) {
    await handle.close().catch(() => undefined);
    rmSync(part, { force: true });
    throw error;
  }
}

/** Hands the bytes of lines on, with how many there were and their SHA-256. */
export async function countedLines(
  name: string,
  lines: (write: Write) => Promise<void>,
  pass: (bytes: Buffer) => Promise<void> = async () => undefined,
): Promise<Written> {
  const hash = createHash('sha256');
  let bytes = 0;
  let rows = 0;
  await lines(async (some) => {
    const text = Buffer.from(`${some}\n`, 'utf8');
    hash.update(text);
    bytes += text.length;
    rows += some.split('\n').length;
    await pass(text);
  });
  return { name, bytes, rows, sha256: hash.digest('hex') };
}

/**
 * The files of an archive, in their order. It is read as strictly as it is written: each header byte for byte, zeros where
 * there is nothing, two empty blocks at the end. Null for anything else.
 */
export async function entriesOf(file: FileHandle): Promise<Entry[] | null> {
  const { size: length } = await file.stat();
  const entries: Entry[] = [];
  for (let at = 0; at + 2 * block <= length; ) {
    const found = await bytesAt(file, at, block);
    if (isEmpty(found))
      return at + 2 * block === length && isEmpty(await bytesAt(file, at, 2 * block)) ? entries : null;
    const name = found.toString('latin1', 0, 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(found.toString('latin1', 124, 135), 8);
    if (!Number.isSafeInteger(size) || size > length || !header(name, size).equals(found)) return null;
    if (!isEmpty(await bytesAt(file, at + block + size, padding(size)))) return null;
    entries.push({ name, at: at + block, size });
    at += block + size + padding(size);
  }
  return null;
}

const isEmpty = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);

/** The bytes at a place of a file; fewer where it ends. */
export async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
