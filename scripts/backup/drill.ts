import { sql } from 'drizzle-orm';
import { connect, type Database } from '../../db/connection/client';
import { verifyRecord } from '../../db/queries/verify/verify';
import { verifyChains } from '../../db/queries/verify/verify-chains';
import { grants } from '../../db/set-up/serving-grants';
import { Refused } from '../../lib/form/refused';
import { backupLines } from './checksummed-file';
import { migrationFiles } from './migrations';
import { restoreLines } from './restore';
import { quoted } from './tables';
import { Head as Beginning } from './write-record';

/** How PostgreSQL says that somebody may not. */
const notAllowed = '42501';

type Drill = { events: number; editions: number; readings: number; since: number; isOlder: boolean };

/**
 * Proves a backup: restores it into a database of its own beside the record's, verifies that, compares it with the record and
 * removes it, however this ends. Answers what was restored, how many events the record has had since, and whether the backup
 * is of an earlier version, whose heads its upgrade has led on. Throws Refused for a backup that would not do.
 */
export async function drillBackup(db: Database, file: string): Promise<Drill> {
  const [place] = await db.execute<{ name: string }>(sql`select current_database() as name`);
  const name = `${place?.name.slice(0, 56)}_drill`;
  const isOlder = await isOfEarlierVersion(file);
  await makeDatabase(db, name);
  const copy = connect({ database: name, max: 1 });
  try {
    await restoreLines(copy.db, await backupLines(file));
    const { tampered, heads, checked } = await verifyRecord(copy.db);
    if (tampered)
      throw new Refused(`The restored copy is not whole: ${tampered.table} ${tampered.id}: ${tampered.what}.`);
    const counted = { events: 0, editions: 0, readings: 0, rows: 0, pages: 0 };
    const { tampered: missing } = await verifyChains(db, isOlder ? [] : heads, counted);
    if (missing)
      throw new Refused(`The backup and the record do not agree: ${missing.table} ${missing.id}: ${missing.what}.`);
    await mustHaveGrown(copy.db, db);
    const { events, editions, readings } = checked;
    return { events, editions, readings, since: counted.events - events, isOlder };
  } finally {
    await copy.end();
    await db.execute(sql`drop database if exists ${sql.identifier(name)} with (force)`);
  }
}

async function isOfEarlierVersion(file: string): Promise<boolean> {
  for await (const line of await backupLines(file))
    return Beginning.parse(JSON.parse(line)).migrations.length < migrationFiles().length;
  return false;
}

/** A drill that was killed has left its database, which nobody uses; one that is under way uses it. */
async function makeDatabase(db: Database, name: string): Promise<void> {
  try {
    await db.execute(sql`drop database if exists ${sql.identifier(name)}`);
    await db.execute(sql`create database ${sql.identifier(name)} template template0`);
  } catch (error) {
    const { code } = ((error as Error).cause ?? error) as { code?: string };
    if (code === '55006') throw new Refused('Another drill is under way.');
    if (code !== notAllowed) throw error;
    throw new Refused(
      'The owner of the record may not make databases here. Let an administrator type: alter role … createdb; or restore the ' +
        'backup into an empty database with npm run restore.',
    );
  }
}

/** Of each table to which rows are only ever added, the record has as many as its backup, or more. */
async function mustHaveGrown(copy: Database, record: Database): Promise<void> {
  for (const [table, changes] of Object.entries(grants)) {
    if (changes.some((change) => change !== 'insert')) continue;
    const [before, now] = [await rowsOf(copy, table), await rowsOf(record, table)];
    if (before > now) throw new Refused(`The backup has ${before} rows of ${table}, and the record ${now}.`);
  }
}

async function rowsOf(db: Database, table: string): Promise<number> {
  const [row] = await db.execute<{ rows: number }>(sql`select count(*)::int as rows from ${quoted(table)}`);
  return row?.rows ?? 0;
}
