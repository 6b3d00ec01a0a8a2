import { backupLines, writeBackup } from './backup/checksummed-file';
import { drillBackup } from './backup/drill';
import { restoreLines } from './backup/restore';
import { recordLines } from './backup/write-record';
import { withRecord } from './with-record';

const [task, file, ...more] = process.argv.slice(2);
if (!file || more.length > 0 || !['backup', 'restore', 'drill'].includes(task ?? '')) {
  console.error(
    'npm run backup -- FILE writes the whole record to a file; npm run backup -- --drill FILE proves that it can be restored; ' +
      'npm run restore -- FILE reads it into an empty database.',
  );
  process.exit(1);
}
const begin = performance.now();
const seconds = () => `${((performance.now() - begin) / 1000).toFixed(1)} s`;
await withRecord(async (db) => {
  if (task === 'backup') {
    const rows = await writeBackup(file, (write) => recordLines(db, write));
    return `${file} holds the whole record: ${rows} rows, in ${seconds()}.`;
  }
  if (task === 'drill') {
    const { events, editions, readings, since, isOlder } = await drillBackup(db, file);
    const copy = `${events} events, ${editions} editions and ${readings} readings were restored and are whole`;
    const heads = isOlder
      ? 'It is of an earlier version: make a new one, whose heads can be compared'
      : `Every head agrees with the record, which has had ${since} events since`;
    return `${file} can be restored: ${copy}. ${heads}. The copy is removed again, after ${seconds()}.`;
  }
  const { events, editions, readings } = await restoreLines(db, await backupLines(file));
  return `The record is restored and whole: ${events} events, ${editions} editions and ${readings} readings, in ${seconds()}.`;
});
