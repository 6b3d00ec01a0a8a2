import type { Database, Transaction } from '../../db/connection/client';
import { Refused } from '../../lib/form/refused';
import { dataPackage } from './data-package';
import { readMe } from './read-me';
import { archivedTables, folder, type Manifest, manifestText, type RecordPart, recordPart } from './record-part';
import { type AddFile, writeTar } from './tar';

/** Writes the whole council into an archive as it stands at one moment; the server may go on serving. Answers what it says of itself. */
export const writeArchive = (db: Database, path: string): Promise<Manifest> =>
  db.transaction((tx) => writeTar(path, (add) => addAll(tx, add)), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });

async function addAll(tx: Transaction, add: AddFile): Promise<Manifest> {
  const part = await recordPart(tx, add);
  if (part.council === '') throw new Refused('There is no council here yet, so there is nothing to archive.');
  const words = [
    await add(`${folder}/datapackage.json`, async (write) =>
      write(await dataPackage(tx, await archivedTables(tx), part)),
    ),
    await add(`${folder}/README.txt`, (write) => write(readMe(part.council))),
  ];
  const manifest = manifestOf(part, words);
  await add(`${folder}/manifest.json`, (write) => write(manifestText(manifest).trimEnd()));
  return manifest;
}

/** What an archive says of itself, in the order in which it is written. */
export const manifestOf = (part: RecordPart, words: Manifest['words']): Manifest => ({
  format: 'candour-archive',
  version: 1,
  council: part.council,
  migrations: part.migrations,
  data: part.data.map(({ name, rows, bytes, sha256 }) => ({ name, rows, bytes, sha256 })),
  words: words.map(({ name, rows, bytes, sha256 }) => ({ name, rows, bytes, sha256 })),
  counters: part.counters,
  heads: part.heads,
});
