/** An address made of a name, in lower-case words: 'Children’s Social Care' → 'childrens-social-care'; '' where no letter is left. */
export function proposedAddress(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/['’‘]|\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? []).join('-').slice(0, 60).replace(/-$/, '');
}

/**
 * The code of a service's next measure: with the word and the digits of the codes that are there ('bus-04' after 'bus-03'),
 * or made of the first letters of the service's address.
 */
export function proposedCode(service: string, codes: string[], number: number): string {
  const last = codes.at(-1)?.match(/^(.*-)(\d+)$/);
  const initials = service
    .split('-')
    .map((word) => word[0])
    .join('');
  const start = last?.[1] ?? `${initials.length > 1 ? initials : service.slice(0, 3)}-`;
  return `${start}${String(number).padStart(last?.[2]?.length ?? 2, '0')}`;
}
