import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { breathe, damaged, tooMuch, Unreadable, type WorkbookLimits } from './workbook-limits';

/** The parts of a workbook by their names in lower case, as its format compares them. */
export type ZipParts = {
  names: string[];
  has: (name: string) => boolean;
  /** The bytes of a part as they are unpacked; none where it is not there. */
  read: (name: string) => AsyncIterable<Uint8Array>;
};

const pieceBytes = 16_384;

/** How many tags of XML begin in these bytes. Time goes by tags rather than by bytes. */
function tagsIn(bytes: Uint8Array): number {
  let tags = 0;
  for (let at = bytes.indexOf(0x3c); at >= 0; at = bytes.indexOf(0x3c, at + 1)) tags += 1;
  return tags;
}

const password = 'This file has a password. Take the password off, save it, and bring that in.';

/** A fault of the packing as a sentence. */
const asUnreadable = (fault: unknown): Unreadable => (fault instanceof Unreadable ? fault : new Unreadable(damaged));

function checkEntry(entry: Entry, entries: Map<string, Entry>): string {
  const name = entry.fileName.toLowerCase();
  if (entry.isEncrypted()) throw new Unreadable(password);
  if (entries.has(name)) throw new Unreadable(damaged);
  return name;
}

async function entriesIn(zip: ZipFile, limits: WorkbookLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new Unreadable(tooMuch.entries(limits));
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    entries.set(checkEntry(entry, entries), entry);
    if (entries.size % 100 === 0) await breathe();
  }
  return entries;
}

async function opened(bytes: Uint8Array, limits: WorkbookLimits) {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    return { zip, entries: await entriesIn(zip, limits) };
  } catch (fault) {
    throw asUnreadable(fault);
  }
}

/**
 * Opens a zip file that is in memory. Nothing is unpacked but the parts that are read, and of those no byte more than allowed, whatever
 * the file declares. `onBytes` hears how many packed bytes of a part are done.
 */
export async function openZip(
  bytes: Uint8Array,
  limits: WorkbookLimits,
  onBytes: (packed: number) => void,
): Promise<ZipParts> {
  const { zip, entries } = await opened(bytes, limits);
  let unpacked = 0;
  let tags = 0;

  async function* read(name: string): AsyncIterable<Uint8Array> {
    const entry = entries.get(name.toLowerCase());
    if (!entry) return;
    if (unpacked + entry.uncompressedSize > limits.unpackedBytes) throw new Unreadable(tooMuch.unpackedBytes(limits));
    try {
      const stream = await zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        unpacked += chunk.length;
        if (unpacked > limits.unpackedBytes) throw new Unreadable(tooMuch.unpackedBytes(limits));
        // A part that is not packed comes in one.
        for (let at = 0; at < chunk.length; at += pieceBytes) {
          const piece = chunk.subarray(at, at + pieceBytes);
          tags += tagsIn(piece);
          if (tags > limits.tags) throw new Unreadable(tooMuch.tags(limits));
          yield piece;
          onBytes((entry.compressedSize * piece.length) / Math.max(1, entry.uncompressedSize));
          await breathe();
        }
      }
    } catch (fault) {
      // Whoever takes the bytes throws elsewhere: only a fault of the packing arrives here.
      throw asUnreadable(fault);
    }
  }
  return { names: [...entries.keys()], has: (name) => entries.has(name.toLowerCase()), read };
}
