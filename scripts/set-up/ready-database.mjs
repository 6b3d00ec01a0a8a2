import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startPostgres } from '../postgres/server.mjs';
import { compiled } from '../program/compiled.mjs';
import { dataFolder, isGathered } from '../program/folders.mjs';
import { run } from '../program/program.mjs';
import { say, step } from '../program/step.mjs';
import { ask, rolesOf, servingNow, servingRole } from '../server/serving-role.mjs';
import { recordFingerprint } from './fingerprint.mjs';
import { mark } from './mark.mjs';

/** How the driver says that nobody is there, or that nobody there knows us. */
const unreachable =
  /connect E\w+ \S+|getaddrinfo \w+ \S+|CONNECT_TIMEOUT \S+|password authentication failed[^\n]*|database "[^"]*" does not exist/;

/** The demo's today: the date of the report that it shows. */
const demoToday = '2018-08-17';

/** Whether our own database is to hold the demo council: it is, unless CANDOUR_DEMO is off; `founding` leaves its lived year out. */
export function wantsDemonstration({ DATABASE_URL: address, CANDOUR_DEMO: demo } = process.env) {
  if (demo && !['off', 'living', 'founding'].includes(demo))
    throw new Error('CANDOUR_DEMO can be living, founding or off, or left out.');
  return !address && demo !== 'off';
}

/** The council of a record, with what it says of a demonstration; undefined while there is none. */
export const councilOf = (env) => ask(env, 'select demonstration from council');

/**
 * Opens the database: the one of DATABASE_URL, migrated; or our own, migrated and, unless CANDOUR_DEMO is off, with the demo
 * council in it.
 * Answers the environment for whatever is to use it, which signs in as the role that serves and owns nothing; or, for what
 * only the owner may do, as the owner. `atEnd` gets the way to close it, before anything is open.
 */
export async function openRecord(atEnd, { asOwner = false } = {}) {
  if (process.env.DATABASE_URL) {
    const roles = await rolesOf(process.env);
    await step('Bringing the database of DATABASE_URL up to date', () => script('migrate', roles.owner));
    const { env, warnings } = await servingNow(roles);
    for (const sentence of warnings) say(sentence);
    return { ...(asOwner ? roles.owner : env), ...signInSettings(), CANDOUR_PAGE_KEY: pageKey() };
  }
  if (isGathered)
    throw new Error(
      'There is no database in this image: set DATABASE_URL to a PostgreSQL 15 or newer, as compose.yaml does.',
    );
  const demonstration = wantsDemonstration();
  const starting = startPostgres({ dataFolder, say });
  atEnd(async () => (await starting.catch(() => null))?.stop());
  const server = await step('Starting PostgreSQL', () => starting);
  const env = {
    ...process.env,
    ...server.env,
    ...(demonstration && { CANDOUR_TODAY: process.env.CANDOUR_TODAY || demoToday }),
    AUTH_SECRET: process.env.AUTH_SECRET || ownSecret('auth-secret'),
    CANDOUR_PAGE_KEY: pageKey(),
  };
  for (const name of ['DATABASE_URL', 'CANDOUR_OWNER_URL']) delete env[name];
  const serving = { ...env, PGUSER: servingRole(server.env.PGDATABASE) };
  const done = mark(path.join(server.home, 'set-up-for'));
  const state = `${recordFingerprint()} ${demonstration ? env.CANDOUR_TODAY : 'without the demonstration'}`;
  const isBehind = server.created || !done.says(state);
  if (isBehind) {
    done.clear();
    await step('Bringing the database up to date', () =>
      script('migrate', { ...env, CANDOUR_SERVING_ROLE: serving.PGUSER }),
    );
  }
  if (isBehind || !demonstration) {
    const contradiction = contradictionOf(await councilOf(env), demonstration);
    if (contradiction) throw new Error(contradiction);
  }
  if (isBehind && demonstration) await step('Looking after the demo council', () => script('demo', env));
  if (isBehind) done.write(state);
  server.keep();
  return asOwner ? env : serving;
}

/** Why our own database, with this council or none, cannot be served as the settings ask; null where it can. */
export function contradictionOf(council, demonstration) {
  if (!council || Boolean(council.demonstration) === demonstration) return null;
  return demonstration
    ? 'This database holds a council of your own: start it with CANDOUR_DEMO=off. For the demonstration set CANDOUR_DATA to a folder that is new.'
    : 'This database holds the demonstration. For a council of your own set CANDOUR_DATA to a folder that is new; for the demonstration leave CANDOUR_DEMO out.';
}

/** What signing in needs where nobody has set it: enough to try a database on this machine, with a note that says so. */
function signInSettings() {
  const here = `http://localhost:${process.env.PORT || 3000}`;
  if (!process.env.AUTH_URL)
    say(`AUTH_URL is not set, so people can sign in at ${here} only. Set it to the address that they type.`);
  if (!process.env.AUTH_SECRET)
    say('AUTH_SECRET is not set, so this server made its own. Several servers must be given the same one.');
  return { AUTH_URL: process.env.AUTH_URL || here, AUTH_SECRET: process.env.AUTH_SECRET || ownSecret('auth-secret') };
}

/** What rendered pages are kept under: who can write into the database alone cannot put a page before the public. */
const pageKey = () => process.env.CANDOUR_PAGE_KEY || ownSecret('page-key');

/** A secret of our own server, made once and kept beside its database, for nobody else to read. */
function ownSecret(name) {
  const file = path.join(dataFolder, name);
  try {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, randomBytes(33).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}

/** Runs one of our TypeScript scripts against a database; its own words are shown, and throws a sentence when it fails. */
export async function script(name, env, words = []) {
  const options = [...compiled(`scripts/${name}.ts`), ...words];
  const line = (words) => words.trim() && say(words);
  const { code, output } = await run(process.execPath, options, { env, line });
  if (code === 0) return;
  const why = unreachable.exec(output)?.[0];
  if (why) throw new Error(`The database does not answer (${why}). Is it running, and is DATABASE_URL right?`);
  // What a script says in a sentence is its answer; anything with a stack is a fault, and is shown whole.
  throw new Error(
    /\n[ \t]+at /.test(output) ? `scripts/${name}.ts failed (exit code ${code}).\n${output.trim()}` : output.trim(),
  );
}
