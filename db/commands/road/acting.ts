import { londonDay } from '@/lib/time/period';

/**
 * A person who asks for a change, and when: their id, an ISO instant and the day it is in London. The road loads the person
 * inside the transaction, so that a role that was taken away is gone. `key` is that of the form: the same form sent again by
 * the same person gets the first answer and changes nothing.
 */
export type Acting = { who: number; at: string; today: string; key?: string | null | undefined };

/**
 * The same, or (null) somebody at the server's own command line, who is not signed in and may do what an administrator may.
 * Without `today` it is the day of the instant.
 */
export type Party = { who: number | null; at: string; today?: string; key?: string | null | undefined };

/** The day in London on which a party acts. */
export const dayOf = ({ at, today }: Party): string => today ?? londonDay(at);
