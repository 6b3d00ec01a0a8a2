/** The addresses behind the sign-in, each with everything under it. `proxy.ts` has to repeat them for the framework, word by word. */
export const staffFolders = [
  'sign-in',
  'invitation',
  'set-up',
  'first-steps',
  'account',
  'work',
  'overview',
  'services',
  'readings',
  'reviews',
  'releases',
  'early',
  'history',
  'settings',
];

const folders = staffFolders.join('|');

/**
 * The same, with the page of a measure at work under its public address, as patterns of the framework, which reads them from
 * `proxy.ts` without running it.
 */
export const staffPatterns = [`/(${folders})`, `/(${folders})/:path*`, '/measures/:code/working'];

const staffAddress = new RegExp(`^/(${folders}|measures/[^/]+/working)(/|$)`);

/** Whether a path leads behind the sign-in. */
export const isStaffAddress = (path: string): boolean => staffAddress.test(path);
