import { prepareJobs } from '../app/job-queues';
import { inTurn, migrate } from '../db/migrate';
import { makeServingRole } from '../db/serving-role';
import { Refused } from '../lib/refused';

// As the owner: the tables, the jobs' schema, and the role that serves, where scripts/serving.mjs names one.
const { CANDOUR_SERVING_ROLE: role, CANDOUR_SERVING_PASSWORD: password } = process.env;
try {
  await migrate();
  await inTurn({}, prepareJobs);
  if (role) await makeServingRole(role, { password: password || null });
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
