import type { Party } from '../../db/commands/road/who-and-when';
import type { Database } from '../../db/connection/client';
import { personAtAddress } from '../../db/queries/people/accounts-and-invitations';
import { Refused } from '../../lib/form/refused';

/** What was typed behind a command: its words, and the e-mail address of the person whose act it is. */
export type Typed = { words: string[]; by: string | null };

/** Takes `--by <e-mail>` out of the words of a command, wherever it stands. */
export function wordsBy(typed: string[]): Typed {
  const at = typed.indexOf('--by');
  return at < 0 ? { words: typed, by: null } : { words: typed.toSpliced(at, 2), by: typed[at + 1] ?? null };
}

/**
 * The person of the record whose act at the command line it is, named with `--by`; the command asks for their role. Throws where
 * nobody is named, or nobody who is here.
 */
export async function namedParty(db: Database, by: string | null): Promise<Party> {
  if (!by) throw new Refused('Say whose act this is, as the history will tell: --by ines@council.gov.uk');
  const person = await personAtAddress(db, by);
  if (!person) throw new Refused(`Nobody here has the address “${by}”: name the person who does this with --by.`);
  return { who: person.id, at: new Date().toISOString(), byCommand: true };
}

/** For what changes nothing, or begins a record in which nobody is known yet. */
export const nobody = (): Party => ({ who: null, at: new Date().toISOString() });
