/**
 * Where the server listens: CANDOUR_HOST; else, for the demonstration, which anybody may sign in to, on this machine alone; else
 * (null) on every address that the machine has.
 */
export function hostToServe({ CANDOUR_HOST: host, DATABASE_URL: address } = process.env) {
  return host || (address ? null : 'localhost');
}
