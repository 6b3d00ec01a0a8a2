import type { Kind, Place } from './wish';

/** What a file would do to one thing: make it, change it, leave it as it is, or be refused. */
export const planActions = ['create', 'change', 'same', 'refuse'] as const;
export type PlanAction = (typeof planActions)[number];

/** A field of something with what it is and what it would be; '' for nothing. `place` is the cell that asks for it. */
export type FieldChange = { field: string; before: string; after: string; place: Place | null };

/**
 * What one wish of a file comes to. A wish that also names somebody for a post has a further row for the post. `sentence` says what
 * happens, or why not; `what` names the thing.
 */
export type PlanRow = {
  kind: Kind;
  /** The post that the row is about, where it is not the thing itself. */
  post: 'owner' | 'head' | null;
  action: PlanAction;
  place: Place;
  what: string;
  sentence: string;
  changes: FieldChange[];
  /** Whether the row is history that was published elsewhere. */
  history: boolean;
};

export type PlanCounts = Record<PlanAction, number>;

/** How many rows of a plan do what. */
export function countRows(rows: Pick<PlanRow, 'action'>[]): PlanCounts {
  const counts: PlanCounts = { create: 0, change: 0, same: 0, refuse: 0 };
  for (const { action } of rows) counts[action] += 1;
  return counts;
}
