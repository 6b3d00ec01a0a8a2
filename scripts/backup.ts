import { connect } from '../db/client';
import { Refused } from '../lib/refused';
import { backupLines, writeBackup } from './backup/file';
import { recordLines } from './backup/lines';
import { restoreLines } from './backup/restore';

const [task, file, ...more] = process.argv.slice(2);
if (!file || more.length > 0 || (task !== 'backup' && task !== 'restore')) {
  console.error(
    'npm run backup -- FILE writes the whole record to a file; npm run restore -- FILE reads it into an empty database.',
  );
  process.exit(1);
}
const { db, end } = connect({ max: 1 });
const begin = performance.now();
const seconds = () => `${((performance.now() - begin) / 1000).toFixed(1)} s`;
try {
  if (task === 'backup') {
    const rows = await writeBackup(file, (write) => recordLines(db, write));
    console.log(`${file} holds the whole record: ${rows} rows, in ${seconds()}.`);
  } else {
    const { events, editions, readings } = await restoreLines(db, await backupLines(file));
    console.log(
      `The record is restored and whole: ${events} events, ${editions} editions and ${readings} readings, in ${seconds()}.`,
    );
  }
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await end();
}
