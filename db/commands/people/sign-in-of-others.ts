import type { Party } from '@/db/commands/road/who-and-when';
import { forgetGuesses } from '@/db/commands/sign-in/guesses';
import { linkIdentity } from '@/db/commands/sign-in/invitations';
import { endSessionsOf } from '@/db/commands/sign-in/sessions';
import type { Database } from '@/db/connection/client';
import { record } from '@/db/events/append-events';
import { sha256 } from '@/db/hashing/sha256';
import { changePerson, eventOf, type Whom } from './person-scene';

/** Ends every session of somebody else; answers how many were open. */
export function endSessions(db: Database, party: Party, whom: Whom): Promise<number> {
  return changePerson(db, party, { whom, step: 'end_sessions' }, (tx, { id }) =>
    endSessionsOf(tx, { personId: id, why: 'asked', actorId: party.who, at: party.at }),
  );
}

/** Lets somebody try again to sign in, from wherever too many wrong passwords were tried in their name. */
export function openSignIn(db: Database, party: Party, whom: Whom): Promise<string> {
  return changePerson(db, party, { whom, step: 'open_sign_in' }, async (tx, person) => {
    await forgetGuesses(tx, sha256(person.email.toLowerCase()));
    await record(tx, { ...eventOf(person.id, party), kind: 'sign_in_opened', details: { name: person.name } });
    return person.name;
  });
}

type Linking = { email: string; issuer: string; subject: string };

/** Ties an identity of single sign-on to a person, by issuer and subject. */
export function link(db: Database, party: Party, { email, issuer, subject }: Linking): Promise<string> {
  return changePerson(db, party, { whom: { email }, step: 'link_identity' }, async (tx, { id, name }) => {
    await linkIdentity(tx, { personId: id, issuer, subject, actorId: party.who, at: party.at });
    return name;
  });
}
