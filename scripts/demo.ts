import { extentOf } from '../db/demo/extent';
import { seedDemonstration } from '../db/demo/seed';
import { withRecord } from './with-record';

await withRecord(async (db) =>
  (await seedDemonstration(db, extentOf(process.env.CANDOUR_DEMO)))
    ? 'The demonstration council is here.'
    : 'The demonstration council was here already.',
);
