import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link among the staff pages, which fetches nothing before it is followed: each page is made for who reads it, so that fetching
 * all that a page links to would ask the server ten to twenty times for one look.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />;
}
