/** The lists of a release that come in pages, by the names of their numbers in its address. */
export const releaseLists = ['blockers', 'measures', 'changes', 'preview'] as const;

/** Which page of each list of a release is shown. */
export type ReleasePages = Record<(typeof releaseLists)[number], number>;
