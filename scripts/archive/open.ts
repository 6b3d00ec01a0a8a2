import { sql } from 'drizzle-orm';
import { takeSetUpTurn } from '../../db/commands/people/set-up-links';
import type { Database, Transaction } from '../../db/connection/client';
import { carryOver } from '../../db/events/carried-over';
import { type Verified, verifyWithin } from '../../db/queries/verify/verify';
import { Refused } from '../../lib/form/refused';
import { mustBeEmpty } from '../backup/empty-database';
import { appliedMigrations, layMigrations, migrateBetween, migrationFiles } from '../backup/migrations';
import { fillTable } from '../backup/rows';
import { quoted } from '../backup/tables';
import { archived } from './contents';
import { setCounters } from './counters';
import type { Archive } from './read';
import { archivedTables, columnList, dataFile, manifestText, recordPart } from './record-part';
import { countedLines } from './tar';
import { manifestOf } from './write';

/**
 * Opens an archive in an empty installation and checks the record against itself, in one transaction: a refusal or a fault leaves
 * the installation as it was. Archived again it has the same bytes: that is looked at before anything is kept.
 */
export function openArchive(db: Database, { manifest, lines }: Archive): Promise<Verified['checked']> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await takeSetUpTurn(tx);
    const known = migrationFiles();
    if (manifest.migrations.some((hash, index) => known[index]?.hash !== hash))
      throw new Refused(
        'This archive is of another or a newer version of Candour. Open it with that one, or bring this one up to date; nothing was changed.',
      );
    await layTables(tx, manifest.migrations);
    for (const table of await archivedTables(tx)) {
      if (!manifest.data.some(({ name }) => name === dataFile(table.name)))
        throw new Refused(`This archive has no file for ${table.name}. Nothing was changed.`);
      const rows = lines(dataFile(table.name));
      await fillTable(tx, { name: table.name, columns: columnList(table) }, rows).catch((error) =>
        unfit(table.name, error),
      );
    }
    await setCounters(tx, manifest.counters);
    await tx.execute(sql`set constraints all immediate`);
    const again = await recordPart(tx, countedLines);
    if (manifestText(manifestOf(again, manifest.words)) !== manifestText(manifest))
      throw new Refused(
        'This archive is not as it was written: opened, it would say something else. Nothing was changed.',
      );
    const upgrade = () => migrateBetween(tx, manifest.migrations.length, known.length);
    await carryOver(tx, new Date().toISOString(), upgrade);
    const { tampered, checked } = await verifyWithin(tx, manifest.heads);
    if (tampered)
      throw new Refused(
        `What was archived was not whole: ${tampered.table} ${tampered.id}: ${tampered.what}. Nothing was changed.`,
      );
    return checked;
  });
}

/** Makes the tables as the archive's version had them, or takes those that a start has made where no council was set up since. */
async function layTables(tx: Transaction, migrations: string[]): Promise<void> {
  const [here] = await tx.execute<{ council: string | null; events: string | null }>(
    sql`select to_regclass('public.council')::text as council, to_regclass('drizzle.__drizzle_migrations')::text as events`,
  );
  if (!here?.council || !here.events) {
    await mustBeEmpty(tx);
    return layMigrations(tx, migrations.length);
  }
  const [council] = await tx.execute<{ name: string }>(sql`select name from public.council`);
  if (council)
    throw new Refused(
      `${council.name} is here already. An archive is opened in an empty installation: set CANDOUR_DATA to a new folder, or DATABASE_URL to an empty database. Nothing was changed.`,
    );
  if ((await appliedMigrations(tx)).join() !== migrations.join())
    throw new Refused(
      'This archive is of an earlier version than the tables that are here. Open it in a database in which Candour was never started (a new CANDOUR_DATA, or createdb): it is brought to this version there. Nothing was changed.',
    );
  await forgetOffers(tx);
}

/** Empties what a start writes before there is a council: the addresses that it offered. Refuses where there is anything else. */
async function forgetOffers(tx: Transaction): Promise<void> {
  const [other] = await tx.execute(sql`select from public.events where kind::text <> 'set_up_offered' limit 1`);
  let full = other ? 'events' : null;
  for (const name of Object.keys(archived)) {
    const [row] = name === 'events' ? [] : await tx.execute(sql`select from public.${quoted(name)} limit 1`);
    if (row) full ??= name;
  }
  if (full) throw new Refused(`This installation is not empty: there are rows in ${full}. Nothing was changed.`);
  await tx.execute(sql`alter table public.events disable trigger user`);
  await tx.execute(sql`delete from public.events`);
  await tx.execute(sql`alter table public.events enable trigger user`);
  await tx.execute(sql`delete from public.set_up_links`);
}

/** A row that the database does not take is a sentence; everything else is a fault. */
function unfit(table: string, error: unknown): never {
  const { code = '', message } = ((error as Error).cause ?? error) as { code?: string; message: string };
  if (!/^2[23]/.test(code)) throw error;
  throw new Refused(
    `This archive is not as it was written: ${table} has a row that does not fit (${message}). Nothing was changed.`,
  );
}
