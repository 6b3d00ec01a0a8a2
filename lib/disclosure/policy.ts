/** `hide` keeps small counts from the public; `show` shows them, for the reason that was decided. */
export const methods = ['hide', 'show'] as const;
export type Method = (typeof methods)[number];

/** What was decided on the small counts of a measure, or of every measure of a service that has no decision of its own. */
export type Policy = {
  method: Method;
  /** Counts from 1 up to this are small; at least 1. */
  threshold: number;
  reason: string;
  decidedBy: string;
  /** An ISO day. */
  decidedOn: string;
};

/** One figure that is shown in spite of its policy, for a reason that a second person confirmed. */
export type Exception = { start: string; revision: number; reason: string };
