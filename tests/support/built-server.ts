import { buildApplication } from '../../scripts/build.mjs';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import makeDemonstration from './demonstration-cluster';
import { ownServer } from './own-server';

/** A server of a storm's own, as browser tests have it: the application is built and the demonstration made where they are not. */
export async function builtServer(wishes?: Parameters<typeof ownServer>[0]) {
  await buildApplication(process.env);
  if (!process.env.CANDOUR_BROWSER_DATA) {
    process.env.CANDOUR_BROWSER_DATA = temporaryFolder('browser');
    await makeDemonstration();
  }
  return ownServer(wishes);
}
