/**
 * How long a request behind the sign-in waits for the record while others have just waited in vain, in milliseconds; while nobody
 * has, it waits as long as it takes. Together they leave room to answer within three seconds.
 */
export const patience = {
  /** Who is there. */
  door: 500,
  /** What a page is made of. */
  page: 2_000,
  /** What stands round a page. */
  frame: 500,
  /** A change, until it begins. */
  begin: 1_000,
  /** A page whose form has waited already, and the page that says that the record is away. */
  afterwards: 300,
} as const;
