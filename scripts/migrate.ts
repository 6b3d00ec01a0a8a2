import { prepareJobs } from '../app/_server/jobs-connection';
import { inTurn, migrate } from '../db/set-up/migrate';
import { makeServingRole } from '../db/set-up/serving-role';
import { Refused } from '../lib/form/refused';

// As the owner: the tables, the jobs' schema, and the role that serves, where scripts/server/serving-role.mjs names one.
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
