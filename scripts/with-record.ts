import { connect, type Database } from '../db/connection/client';
import { Refused } from '../lib/form/refused';

/** Works on the record and prints what is answered; what was refused is a sentence on the error output and exit code 1. */
export async function withRecord(work: (db: Database) => Promise<string>): Promise<void> {
  const { db, end } = connect({ max: 1 });
  try {
    console.log(await work(db));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  } finally {
    await end();
  }
}
