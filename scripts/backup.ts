import { recordLines } from './backup/record-lines';
import { restoreLines } from './backup/restore';
import { backupLines, writeBackup } from './backup/sealed-file';
import { withRecord } from './with-record';

const [task, file, ...more] = process.argv.slice(2);
if (!file || more.length > 0 || (task !== 'backup' && task !== 'restore')) {
  console.error(
    'npm run backup -- FILE writes the whole record to a file; npm run restore -- FILE reads it into an empty database.',
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
  const { events, editions, readings } = await restoreLines(db, await backupLines(file));
  return `The record is restored and whole: ${events} events, ${editions} editions and ${readings} readings, in ${seconds()}.`;
});
