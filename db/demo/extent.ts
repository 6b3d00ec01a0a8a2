/**
 * How much of the demonstration is there: `founding` is the founding report with one edition of each service, which the tests
 * hold; `living` is the same with the invented year before it.
 */
export const extents = ['founding', 'living'] as const;
export type Extent = (typeof extents)[number];

/** The extent that a setting asks for: the living one, unless it asks for the founding one. */
export const extentOf = (setting: string | undefined): Extent => (setting === 'founding' ? 'founding' : 'living');
