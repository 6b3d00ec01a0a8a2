/** The page on which the small counts of a service are looked at, and exceptions asked for and confirmed. */
export const smallCountsHref = (slug: string): string => `/services/${slug}/small-counts`;

/** Where it is decided on the small counts of a measure. */
export const measureDecisionHref = (code: string): string => `/settings/measures/${code}/small-counts`;

/** Where the default of a service is decided. */
export const serviceDecisionHref = (slug: string): string => `/settings/services/${slug}/small-counts`;
