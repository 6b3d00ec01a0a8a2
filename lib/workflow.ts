/** The states of a reading, in the order of its road (DOMAIN section 6). */
export const states = ['draft', 'submitted', 'returned', 'approved', 'published'] as const;
export type State = (typeof states)[number];
