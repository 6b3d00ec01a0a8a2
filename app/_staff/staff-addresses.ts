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

/** What stands behind the sign-in under the public address of a measure. */
const staffMeasurePages = ['working', 'comparators'];

const folders = staffFolders.join('|');
const measurePages = staffMeasurePages.join('|');

/** The same as patterns of the framework, which reads them from `proxy.ts` without running it. */
export const staffPatterns = [`/(${folders})`, `/(${folders})/:path*`, `/measures/:code/(${measurePages})`];

const staffAddress = new RegExp(`^/(${folders}|measures/[^/]+/(${measurePages}))(/|$)`);

/** Whether a path leads behind the sign-in. */
export const isStaffAddress = (path: string): boolean => staffAddress.test(path);
