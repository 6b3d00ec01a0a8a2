import { readersPatience } from '@/db/connection/pool';

/**
 * How long a request waits for the record before it answers that the record is away. It may have waited for a page that lies
 * ready before (scripts/server/ready-pages/pages.mjs); both are within what is promised in all.
 */
const longest = readersPatience.page;

/** The record did not answer in time; a code makes it one of the ways in which it is out of reach. */
class Late extends Error {
  readonly code = 'ETIMEDOUT';
}

/** The record's answer, or after that time the error that it is out of reach. For questions only: the question goes on. */
export function inTime<T>(asking: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late('the record did not answer in time')), longest);
  });
  return Promise.race([asking, late]).finally(() => clearTimeout(timer));
}

let underWay = 0;
/** How many pages may be waiting for the record at once. */
const most = 500;

/** The same for a page: where too many are waiting already, none is begun. */
export function pageInTime<T>(page: () => Promise<T>): Promise<T> {
  if (underWay >= most) return Promise.reject(new Late('too many pages wait for the record'));
  underWay += 1;
  return inTime(
    page().finally(() => {
      underWay -= 1;
    }),
  );
}
