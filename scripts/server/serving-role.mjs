import { pbkdf2Sync } from 'node:crypto';

/** What a role says of itself: its database, its name, whether it may make roles, and whether it owns the record. */
const question = `select current_database() as database, current_user as role,
  (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as "makesRoles",
  (select pg_has_role(relowner, 'member') from pg_class where oid = to_regclass('public.events')) as owns`;

/** The name of the role that serves a database, where nobody gave one; PostgreSQL takes 63 bytes. */
export const servingRole = (database) => `${database.slice(0, 55)}_serving`;

/**
 * Who migrates the database of DATABASE_URL and who serves it. With CANDOUR_OWNER_URL these are the two addresses; without it,
 * the role of DATABASE_URL migrates, and where it may make roles the start makes one that serves, with a password worked out
 * from the owner's, so that every machine works out the same. Answers the environment to migrate with and the one to serve
 * with; `serving` is null, and `why` says why, where one role has to do both. Throws a sentence for settings
 * that contradict each other.
 */
export async function rolesOf(env) {
  const { CANDOUR_OWNER_URL: ownerAddress, ...rest } = env;
  if (ownerAddress) return givenRoles({ ...rest, DATABASE_URL: ownerAddress }, rest);
  const known = await mustAsk(rest, 'DATABASE_URL');
  if (known.owns === false)
    throw new Error(
      `“${known.role}” of DATABASE_URL serves this database and may not migrate it. ` +
        'Set CANDOUR_OWNER_URL to the owner’s address as well.',
    );
  const role = servingRole(known.database);
  if (!known.makesRoles) return { owner: rest, serving: null, role, known, why: `“${known.role}” may not make roles` };
  const secret = decodeURIComponent(addressOf(rest).password) || rest.PGPASSWORD || null;
  const password = secret && derivedPassword(secret, role);
  const serving = signedInAs(rest, role, password);
  const needed = password && !(await ask(serving).catch(() => null));
  return { owner: migrating(rest, role, needed ? password : null), serving, role, known };
}

/** Once the owner has migrated: the environment to serve with, and warnings where one role does both. */
export async function servingNow({ owner, serving, role, known, why }) {
  const { CANDOUR_SERVING_ROLE: _, CANDOUR_SERVING_PASSWORD: __, ...both } = owner;
  if (!serving) return { env: both, warnings: oneRole(known, role, why, 'create') };
  try {
    const now = await ask(serving);
    if (now.role === role && now.owns === false) return { env: serving, warnings: [] };
    return { env: both, warnings: oneRole(known, role, `who signs in as “${role}” is “${now.role}”`, 'alter') };
  } catch (error) {
    return { env: both, warnings: oneRole(known, role, `“${role}” cannot sign in (${wordsOf(error)})`, 'alter') };
  }
}

async function givenRoles(owner, serving) {
  const known = await mustAsk(owner, 'CANDOUR_OWNER_URL');
  const other = await mustAsk(serving, 'DATABASE_URL');
  if (known.database !== other.database)
    throw new Error(
      `CANDOUR_OWNER_URL leads to “${known.database}” and DATABASE_URL to “${other.database}”: two databases.`,
    );
  if (known.role === other.role)
    return {
      owner,
      serving: null,
      known,
      role: servingRole(known.database),
      why: `CANDOUR_OWNER_URL and DATABASE_URL both name “${known.role}”`,
    };
  return { owner: migrating(owner, other.role, null), serving, role: other.role, known };
}

const migrating = (env, role, password) => ({
  ...env,
  CANDOUR_SERVING_ROLE: role,
  ...(password && { CANDOUR_SERVING_PASSWORD: password }),
});

/** Slow to work out on purpose: a person who learns it is no nearer to the owner's. */
function derivedPassword(secret, role) {
  return pbkdf2Sync(secret, `candour ${role}`, 600_000, 32, 'sha256').toString('base64url');
}

/** An environment whose DATABASE_URL signs in as another role; an address without a host holds no name, so PGUSER does. */
function signedInAs(env, role, password) {
  const { PGPASSWORD: _, PGUSER: __, ...others } = env;
  const address = addressOf(env);
  if (address.host) {
    address.username = role;
    address.password = password ?? '';
    return { ...others, DATABASE_URL: address.href };
  }
  return { ...others, PGUSER: role, ...(password && { PGPASSWORD: password }) };
}

function addressOf({ DATABASE_URL: address }) {
  if (!URL.canParse(address))
    throw new Error('DATABASE_URL is not an address such as postgres://name:password@host/database.');
  return new URL(address);
}

function oneRole({ role, database }, serving, why, verb) {
  return [
    `One role, “${role}”, both owns and serves the database “${database}”: ${why}.`,
    'Whoever gets at the server could then drop the rules by which the record stands. To have two roles, let an administrator type',
    `    ${verb} role "${serving}" login noinherit password '…a long one…';`,
    'and set CANDOUR_OWNER_URL to what DATABASE_URL is now, and DATABASE_URL to the same address with that name and password.',
  ];
}

async function mustAsk(env, setting) {
  try {
    return await ask(env);
  } catch (error) {
    throw new Error(`The database does not answer (${wordsOf(error)}). Is it running, and is ${setting} right?`);
  }
}

const wordsOf = (error) => error.message || error.code;

/** The first row of an answer by the database that an environment leads to: of DATABASE_URL, or our own. */
export async function ask(env, statement = question) {
  const { default: postgres } = await import('postgres');
  const { username, password } = env.DATABASE_URL ? addressOf(env) : {};
  const who = { user: username ? null : env.PGUSER, password: password ? null : env.PGPASSWORD };
  const where = env.DATABASE_URL ? {} : { host: env.PGHOST, port: env.PGPORT, database: env.PGDATABASE };
  const credentials = Object.fromEntries(Object.entries({ ...who, ...where }).filter(([, value]) => value));
  const settings = { ...credentials, max: 1, connect_timeout: 5, onnotice: () => {} };
  const sql = env.DATABASE_URL ? postgres(env.DATABASE_URL, settings) : postgres(settings);
  try {
    const [row] = await sql.unsafe(statement);
    return row;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
