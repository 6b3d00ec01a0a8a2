/** Whether a text may be the name of a service or the code of a measure in an address: lower-case words and hyphens. */
export function isSlug(text: string): boolean {
  return text.length <= 100 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
