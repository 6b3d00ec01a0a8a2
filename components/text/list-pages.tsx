import { type PageOfList, pageHref, pageSentence } from '@/lib/form/page-of-list';

type Props = {
  place: PageOfList;
  /** The address of the first page, and the name of the page's number in it. */
  address: string;
  name?: string;
  /** The id of the list's heading, where the page has more than this list. */
  heading?: string;
  /** What is listed, for whoever hears the links apart from the list. */
  list: string;
};

/** Which part of a list is shown and the ways to the parts before and after it; nothing where one page shows all of it. */
export function ListPages({ place, address, name = 'page', heading, list }: Props) {
  const { page, pages } = place;
  if (pages === 1 && page === 1) return null;
  const href = (number: number) => `${pageHref(address, number, name)}${heading ? `#${heading}` : ''}`;
  return (
    <nav className="pages" aria-label={`Pages of ${list}`}>
      <span>{pageSentence(place)}</span>
      {page > 1 && (
        <a href={href(Math.min(page - 1, pages))} rel="prev">
          {page > pages ? 'Last page' : 'Previous page'}
        </a>
      )}
      {page < pages && (
        <a href={href(page + 1)} rel="next">
          Next page
        </a>
      )}
    </nav>
  );
}
