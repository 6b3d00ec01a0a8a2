import { database, port, user } from './address.mjs';

/** Makes the database when it is missing; answers whether it did, or the trouble when the server cannot be reached. */
export async function makeDatabase(socket) {
  const { default: postgres } = await import('postgres');
  const settings = { host: socket, port, user, max: 1, connect_timeout: 5, onnotice: () => {} };
  const sql = postgres({ ...settings, database });
  try {
    await sql`select 1`;
    return { created: false };
  } catch (error) {
    if (error.code !== '3D000') return { trouble: error };
  } finally {
    await sql.end({ timeout: 1 });
  }
  const first = postgres({ ...settings, database: 'postgres' });
  try {
    await first.unsafe(`create database ${database}`);
    return { created: true };
  } catch (error) {
    // Two processes on a new folder: the other one was quicker.
    return ['42P04', '23505'].includes(error.code) ? { created: true } : { trouble: error };
  } finally {
    await first.end({ timeout: 1 });
  }
}
