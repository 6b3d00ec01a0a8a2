import { londonDay } from '@/lib/time/period';

/**
 * A person who asks for a change, and when: their id, an ISO instant and the day it is in London. The road loads the person
 * inside the transaction, so that a role that was taken away is gone. `key` is that of the form: the same form sent again by
 * the same person gets the first answer and changes nothing.
 */
export type Acting = {
  who: number;
  at: string;
  today: string;
  key?: string | null | undefined;
  /** The system that acts by its token, where one does; `who` is then the person who answers for it. */
  systemId?: number | undefined;
  /** The SHA-256 of what came with the key, where something else under the same key is refused. */
  digest?: string | undefined;
  /** Whether the change has begun; once it is `late`, nobody waits for it any more and it never begins. */
  start?: Start | undefined;
};

type Start = { begun: boolean; late: boolean };

/**
 * The same, or somebody at the server's own command line, who is named there and is not signed in: each event tells so. Null
 * is nobody whom the record knows, and may do what an administrator may; a record begins so. Without `today` it is the day
 * of the instant.
 */
export type Party = {
  who: number | null;
  at: string;
  today?: string;
  key?: string | null | undefined;
  systemId?: number | undefined;
  digest?: string | undefined;
  start?: Start | undefined;
  byCommand?: true;
};

/** Who makes a change and when, once the road has let them; `besides` them, whoever made the token of the system that acts. */
export type Doer = { who: number; at: string; besides?: number };

/** Everybody who counts as an author of what a doer writes. */
export const authorsOf = ({ who, besides }: Doer): number[] => [...new Set([who, besides ?? who])];

/** The day in London on which a party acts. */
export const dayOf = ({ at, today }: Party): string => today ?? londonDay(at);

/** Begins a change; throws where whoever asked for it was told that nothing was changed. */
export function begin({ start }: Party): void {
  if (start?.late) throw Object.assign(new Error('nobody waits for this change any more'), { code: 'ETIMEDOUT' });
  if (start) start.begun = true;
}
