import { fromBuffer } from 'yauzl';

/** The XML of each sheet of a workbook, unpacked without our own reader. */
export function partsOf(workbook: Uint8Array): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const parts: string[] = [];
    fromBuffer(Buffer.from(workbook), { lazyEntries: true }, (fault, zip) => {
      if (fault) return reject(fault);
      zip.on('error', reject);
      zip.on('end', () => resolve(parts));
      zip.on('entry', (entry) => {
        if (!/worksheets\/sheet\d+\.xml$/.test(entry.fileName)) return zip.readEntry();
        zip.openReadStream(entry, (trouble, stream) => {
          if (trouble) return reject(trouble);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            parts.push(Buffer.concat(chunks).toString());
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}
