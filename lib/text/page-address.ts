/** Whether a text may be the name of a service or the code of a measure in an address: lower-case words and hyphens. */
export function isSlug(text: string): boolean {
  return text.length <= 100 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

/** Where a person goes after signing in without another address in mind. */
export const home = '/work';

/**
 * An address on our own site to send somebody to: a path with its query, as browsers would read it. Everything else, such
 * as //elsewhere, /\elsewhere, /.//elsewhere, javascript: or a path with a line break, is answered with `home`.
 */
export function ownAddress(address: unknown): string {
  if (typeof address !== 'string' || address.length > 2_000) return home;
  // Browsers drop tabs and line breaks, and read a backslash as a slash.
  if (!/^\/[!-[\]-~]*$/.test(address)) return home;
  const base = 'http://own.invalid';
  if (!URL.canParse(address, base)) return home;
  const url = new URL(address, base);
  if (url.origin !== base || url.pathname.includes('//')) return home;
  return url.pathname + url.search + url.hash;
}

/** Where to go after signing in: where a person wanted to be, but never in a circle. */
export function addressAfterSignIn(wanted: unknown): string {
  const address = ownAddress(wanted);
  return /^\/(sign-in|api)(?![\w-])/.test(address) ? home : address;
}

/** The same address with one more word in its query. */
export function withQuery(address: string, name: string, value: string): string {
  const url = new URL(address, 'http://own.invalid');
  url.searchParams.set(name, value);
  return url.pathname + url.search + url.hash;
}
