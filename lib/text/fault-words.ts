/** What is said where a page could not be made: to the public, behind the sign-in, and where the framework itself fails. */
export const faultWords = {
  heading: 'Something went wrong',
  sentence: 'This page could not be made. The fault is ours and has been noted. Please try again in a minute.',
};

/** What is said behind the sign-in where nothing is at an address, or nothing for this person: both alike. */
export const nothingHereWords = {
  heading: 'Page not found',
  sentence: 'There is nothing at this address, or nothing that you work on.',
};
