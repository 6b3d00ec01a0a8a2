/** A one-time link as it is printed: its whole address, and until when it works, by the clock of London. */
export function oneTimeLink(path: string, expiresAt: string): { address: string; until: string } {
  const site = (process.env.AUTH_URL ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/$/, '');
  const until = new Date(expiresAt).toLocaleString('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return { address: site + path, until };
}
