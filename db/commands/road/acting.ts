/**
 * Who asks for a change, and when: a person's id, an ISO instant and the day it is in London. The command loads the
 * person itself, inside its transaction, so that a role taken away meanwhile is gone. `key` is that of the form: the same
 * form sent again by the same person gets the first answer and changes nothing (each command sees to it by itself).
 */
export type Acting = { who: number; at: string; today: string; key?: string | null | undefined };
