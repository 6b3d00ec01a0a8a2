// npm run test:storm: the tests of reliability at their full size. It takes about half an hour; npm test runs each of them small.
// CANDOUR_STORM_ROUNDS (200), CANDOUR_STORM_CROWD (32) and CANDOUR_STORM_WALKS (1500) say how hard it blows.
import './node-version.mjs';
import { command } from './command.mjs';
import { installPackages } from './install.mjs';
import { run } from './program.mjs';
import { inRepository } from './repository.mjs';

const force = { CANDOUR_STORM_ROUNDS: '200', CANDOUR_STORM_CROWD: '32', CANDOUR_STORM_WALKS: '1500' };

await command(async () => {
  await installPackages();
  const vitest = inRepository('node_modules', 'vitest', 'vitest.mjs');
  const env = { ...force, ...process.env };
  delete env.NODE_ENV;
  const { code } = await run(process.execPath, [vitest, 'run', '--project', 'storm', ...process.argv.slice(2)], {
    env,
    live: true,
  });
  return code;
});
