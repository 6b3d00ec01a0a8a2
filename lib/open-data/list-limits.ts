/** How many things one page of a list of the interface for programs has: at most, and where nothing is said. */
export const listLimits = { most: 500, usual: 100 } as const;
