import { numberOf } from '@/lib/text/number-in-words';

/** How many entries one page of a list shows. */
export const pageSize = 50;

/** A page of a list: which one was asked for, how many there are, and how many entries the list has. */
export type PageOfList = { page: number; pages: number; total: number };

/** The number of a page that an address asks for, from 1; the first for whatever is no number. */
export const pageFromAddress = (value: unknown): number =>
  typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1;

/** The place of a page in a list of so many entries; an empty list has one page. */
export const pageOfList = (total: number, page: number): PageOfList => ({
  page,
  pages: Math.max(1, Math.ceil(total / pageSize)),
  total,
});

/** The entries of a list that stand on a page; none where the list has no such page. */
export const entriesOn = <T>(list: T[], page: number): T[] => list.slice((page - 1) * pageSize, page * pageSize);

/** Which entries a page shows, of how many: "Showing 51 to 100 of 2,000."; of a page that there is not, how many pages there are. */
export function pageSentence({ page, pages, total }: PageOfList): string {
  if (page > pages) return `There is no page ${counted(page)}: the list has ${numberOf(pages, 'page')}.`;
  const first = (page - 1) * pageSize + 1;
  return `Showing ${counted(first)} to ${counted(Math.min(page * pageSize, total))} of ${counted(total)}.`;
}

/** An address with the number of a page; the first page is the address itself, and what else it asks for is kept. */
export function pageHref(address: string, page: number, name = 'page'): string {
  if (page === 1) return address;
  return `${address}${address.includes('?') ? '&' : '?'}${name}=${page}`;
}

/** The pages that an address asks for of several lists, by the name of the number of each. */
export const pagesFromAddress = <Name extends string>(
  names: readonly Name[],
  query: Record<string, unknown>,
): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, pageFromAddress(query[name])])) as Record<Name, number>;

/** The address of a page of several lists with one of them at its first page, and the others where they are. */
export const addressWithout = (path: string, pages: Record<string, number>, name: string): string =>
  Object.entries(pages).reduce(
    (address, [other, page]) => (other === name ? address : pageHref(address, page, other)),
    path,
  );

const counted = (number: number): string => number.toLocaleString('en-GB');
