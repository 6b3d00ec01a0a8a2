import { offerSetUp } from '../db/commands/people/set-up-links';
import { oneTimeLink } from './program/one-time-link';
import { withRecord } from './with-record';

// Prints the one-time address of the set-up page; the one before, of an earlier start, opens nothing any more.
await withRecord(async (db) => {
  const offer = await offerSetUp(db);
  if (!offer) return 'There is a council in this database already.';
  const { address, until } = oneTimeLink(`/set-up/${offer.token}`, offer.expiresAt);
  return `This council has not been set up yet. Set it up here; the address works once, until ${until}:\n${address}`;
});
