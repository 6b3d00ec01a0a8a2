import { archived, leftOut, withheld } from './contents';

/** What an archive is, for whoever unpacks it. */
export function readMe(council: string): string {
  const files = Object.entries(archived).map(([table, about]) => `  data/${table}.ndjson\n      ${about}`);
  const stays = Object.entries(leftOut).map(([table, why]) => `  ${table}: ${why}`);
  const columns = Object.entries(withheld).flatMap(([table, hidden]) =>
    Object.entries(hidden).map(([column, why]) => `  ${table}, column ${column}: ${why}`),
  );
  return `${council}: the whole record of its performance portal

This archive was made by Candour (npm run archive -- FILE). It is an uncompressed tar file: Windows 10 and later,
macOS and Linux unpack it with  tar -xf FILE.

What is in it

  README.txt         this text
  datapackage.json   every file, column and rule of the data, after Frictionless Data (datapackage.org)
  manifest.json      how many rows and bytes each file has and its SHA-256, the counters, and the heads of the chains
${files.join('\n')}

How the data is written

  Each file is UTF-8 and has one JSON object a line (NDJSON), in the order of its key. Nothing is rounded: a decimal is
  text ("12.50"), an instant is UTC to the microsecond ("2018-08-17T08:30:00.000000Z"), a day is "2018-08-17", and what
  is not there is null. Numbers of rows (id) are those of the record, so that one table leads to another.

What stays behind, and why

${stays.join('\n')}
${columns.join('\n')}

  So nobody can sign in by a password where this archive is opened: people get a new invitation. Where somebody had a
  password, the last event of the archive (record_opened, "archived") says that their row is without it now.

Opening it again

  npm run archive -- --open FILE   in an empty installation of Candour, of this version or a newer one. Everything is
  checked, down to each event's SHA-256, and what is opened and archived again has the same bytes.

The same is in docs/archive-format.md of Candour, with what each check finds.`;
}
