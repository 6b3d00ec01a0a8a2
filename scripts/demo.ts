import { seedDemonstration } from '../db/demo/seed';
import { withRecord } from './with-record';

await withRecord(async (db) =>
  (await seedDemonstration(db)) ? 'The demonstration council is here.' : 'The demonstration council was here already.',
);
