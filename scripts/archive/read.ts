import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Refused } from '../../lib/form/refused';
import { linesOf } from '../backup/checksummed-file';
import { folder, Manifest, manifestText } from './record-part';
import { bytesAt, type Entry, entriesOf } from './tar';

/** An archive of which every byte was found as its manifest says. */
export type Archive = { manifest: Manifest; lines: (file: string) => AsyncIterable<string> };

const mostManifestBytes = 1024 * 1024;

/** Reads what an archive says of itself, and holds each of its files against that, before anything is made of it. */
export async function readArchive(path: string): Promise<Archive> {
  if (!existsSync(path)) throw new Refused(`There is no file ${path}.`);
  const file = await open(path, 'r');
  try {
    if (!(await file.stat()).isFile()) throw new Refused(`${path} is not a file.`);
    const entries = await entriesOf(file);
    const last = entries?.at(-1);
    if (!entries || last?.name !== `${folder}/manifest.json` || last.size > mostManifestBytes)
      throw new Refused(`${path} is damaged, cut short or no archive of Candour. Nothing was changed.`);
    const manifest = parsed((await bytesAt(file, last.at, last.size)).toString('utf8'));
    if (manifest === 'newer')
      throw new Refused(`${path} is in a newer format. Open it with a newer version of Candour; nothing was changed.`);
    const wrong = manifest ? await wrongFile(path, entries.slice(0, -1), manifest) : 'its manifest';
    if (!manifest || wrong)
      throw new Refused(`${path} is not as it was written: ${wrong} is not what it was. Nothing was changed.`);
    const placed = new Map(entries.map((entry) => [entry.name, entry]));
    return { manifest, lines: (name) => entryLines(path, placed.get(name)) };
  } finally {
    await file.close();
  }
}

/** The manifest as it is written and in no other way; 'newer' where another version of the format is named, null for anything else. */
function parsed(text: string): Manifest | 'newer' | null {
  try {
    const json: unknown = JSON.parse(text);
    const manifest = Manifest.safeParse(json).data;
    if (manifest) return manifestText(manifest) === text ? manifest : null;
    const { format, version } = json as { format?: unknown; version?: unknown };
    return format === 'candour-archive' && typeof version === 'number' && version > 1 ? 'newer' : null;
  } catch {
    return null;
  }
}

/** The first file that is not the one of the manifest, by its place, size, rows or SHA-256; null where all are. */
async function wrongFile(path: string, entries: Entry[], { data, words }: Manifest): Promise<string | null> {
  const files = [...data, ...words];
  if (entries.length !== files.length) return 'the list of its files';
  for (const [index, entry] of entries.entries()) {
    const file = files[index];
    if (file?.name !== entry.name || file.bytes !== entry.size) return entry.name;
    const hash = createHash('sha256');
    let rows = 0;
    for await (const part of bytesOf(path, entry)) {
      hash.update(part);
      for (const byte of part) if (byte === 10) rows += 1;
    }
    if (hash.digest('hex') !== file.sha256 || rows !== file.rows) return entry.name;
  }
  return null;
}

/** An empty file cannot be read from its first to its last byte. */
const bytesOf = (path: string, { at, size }: Entry): AsyncIterable<Buffer> | Buffer[] =>
  size === 0 ? [] : createReadStream(path, { start: at, end: at + size - 1 });

async function* entryLines(path: string, entry: Entry | undefined): AsyncIterable<string> {
  if (entry && entry.size > 0)
    yield* linesOf(createReadStream(path, { start: entry.at, end: entry.at + entry.size - 1 }));
}
