/**
 * Where the server listens: CANDOUR_HOST; else, for the demonstration, which anybody may sign in to, on this machine alone; else
 * (null) on every address that the machine has.
 */
export function hostToServe({ CANDOUR_HOST: host, DATABASE_URL: address } = process.env) {
  return host || (address ? null : 'localhost');
}

/** The number of the socket that a service manager holds for this very process (LISTEN_FDS), or null where there is none. */
export function givenSocket({ LISTEN_FDS: count, LISTEN_PID: whose } = process.env) {
  return count === '1' && whose === String(process.pid) ? 3 : null;
}
