import { connect } from '../db/client';
import { seedDemonstration } from '../db/seed';
import { Refused } from '../lib/refused';

const { db, end } = connect({ max: 1 });
try {
  const seeded = await seedDemonstration(db);
  console.log(seeded ? 'The demonstration council is here.' : 'The demonstration council was here already.');
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await end();
}
