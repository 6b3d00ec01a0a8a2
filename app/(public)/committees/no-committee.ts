export const noCommittee = 'There is no committee at this address.';

/** The way to the committees from an address that has none. */
export const allCommittees = { href: '/committees', text: 'All committees' };
