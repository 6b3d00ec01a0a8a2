import { headers } from 'next/headers';
import { settings } from '@/app/_server/server-settings';

/** The header in which proxy.ts says which address is being answered: pages and actions cannot know it otherwise. */
export const addressHeader = 'x-candour-address';

/**
 * Whether a request that wants to change something was sent by one of our own pages. Browsers name the origin of every
 * such request; one that names none, "null" or another is refused, and so is one that the browser itself calls foreign.
 */
export function fromOwnPage(sent: Headers): boolean {
  const origin = sent.get('origin');
  const site = sent.get('sec-fetch-site');
  if (!origin || (site !== null && site !== 'same-origin')) return false;
  const ownOrigin = settings().origin;
  if (ownOrigin) return origin === ownOrigin;
  const host = sent.get('host');
  return host !== null && (origin === `http://${host}` || origin === `https://${host}`);
}

/** The path and query of the page that is being answered, or null where the proxy did not say. */
export async function presentAddress(): Promise<string | null> {
  return (await headers()).get(addressHeader);
}

/** The origin at which people reach this site; without a setting, the one that the form came from, which `fromOwnPage` has checked. */
export async function siteOrigin(): Promise<string> {
  return settings().origin ?? (await headers()).get('origin') ?? '';
}
