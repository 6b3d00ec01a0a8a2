import { headers } from 'next/headers';

/** The requests whose form came back with something wrong, by their headers, which are one object from the action to the page. */
const troubled = new WeakSet<object>();

/** Notes that the form of this request comes back with something wrong. */
export async function noteTrouble(): Promise<void> {
  troubled.add(await headers());
}

/**
 * What the title of a page begins with: 'Error: ' where its form came back with something wrong and the whole page is made again, as it
 * is without a script. With one, the error summary sees to the title. Source: GOV.UK Design System, error summary.
 */
export const titleStart = async (): Promise<string> => (troubled.has(await headers()) ? 'Error: ' : '');

/** The requests whose form met a record that was out of reach. */
const away = new WeakSet<object>();

/** Notes that the form of this request found the record out of reach, having waited for it as long as anybody should. */
export async function noteAway(): Promise<void> {
  away.add(await headers());
}

/** Whether this request has waited for the record already, so that its page does not wait as long again. */
export const hasWaited = async (): Promise<boolean> => away.has(await headers());
