/** The highest count that is hidden where nobody has decided otherwise: 1 to 5 are, 0 is not. Source: docs/rules.md, Small counts of people. */
export const usualThreshold = 5;
/** The highest that a council may decide on. */
export const highestThreshold = 20;
