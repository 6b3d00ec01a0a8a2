import { afterAll } from 'vitest';
import { prepareJobs } from '@/app/_server/jobs-connection';
import { connect } from '@/db/connection/client';
import { makeServingRole } from '@/db/set-up/serving-role';

/** The role that serves a test's own database, made as `npm start` makes it, and a connection that is signed in as it. */
export async function asServing(owner: { name: string; sql: ReturnType<typeof connect>['sql'] }) {
  const role = `${owner.name}_serving`;
  const password = 'nine lives of the cat';
  await prepareJobs();
  await makeServingRole(role, { password, database: owner.name });
  const serving = connect({ database: owner.name, user: role, password, max: 8 });
  afterAll(async () => {
    await serving.end();
    await owner.sql.unsafe(`drop owned by "${role}"`);
    await owner.sql.unsafe(`drop role "${role}"`);
  });
  return { role, password, ...serving };
}
