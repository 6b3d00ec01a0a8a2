/** Where the form of a report is, and where it is sent to. */
export const formAddress = '/proofread';
export const sendAddress = '/api/proofread';

/** What is said at both where the council has not turned them on: as of any address that no page has. */
export const nobodyHere = 'There is no page at this address. It may have been cut short or mistyped.';
