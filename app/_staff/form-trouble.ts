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
