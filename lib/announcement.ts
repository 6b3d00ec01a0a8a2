/** The life of an announced release: waiting for its moment, released, called off, or failed at its moment. */
export const announcementStates = ['announced', 'released', 'cancelled', 'failed'] as const;
export type AnnouncementState = (typeof announcementStates)[number];

/** The London time of day at which releases happen unless another is chosen. Source: the Code of Practice for Statistics. */
export const usualTime = '09:30';
