import { say } from '../program/step.mjs';
import { councilOf, script } from './ready-database.mjs';

/** Where the record has no council yet: prints the one-time address at which it is set up. The server serves either way. */
export async function printSetUpAddress(env) {
  try {
    if (await councilOf(env)) return;
    await script('set-up-address', env);
    console.log();
  } catch (error) {
    say(`Whether the council is set up could not be asked (${error.message}).`);
  }
}
