import { demoCommittees } from '@/db/demo/committees';
import { demoServices } from '@/db/demo/services';
import type { Searchable } from '@/lib/search/search';

const shown = {
  unit: 'Number',
  current: { text: '83', why: null, marks: [] },
  period: 'Jul 2018',
  colour: 'red',
} as const;

/** A measure to be searched: what a test says of it, and the rest as in the first service of the demonstration. */
export const searchable = (facts: Pick<Searchable, 'code' | 'title'> & Partial<Searchable>): Searchable => ({
  ...shown,
  current: { ...shown.current, marks: [] },
  number: 1,
  definition: '',
  comments: null,
  standings: [],
  committees: [],
  service: { slug: 'childrens-social-care', name: "Children's Social Care" },
  ...facts,
});

/** The measures of the demonstration council as a search knows them. */
export const searchedCouncil: Searchable[] = demoServices.flatMap(({ slug, name, measures }) =>
  measures.map(({ code, number, title, definition, latest }) =>
    searchable({
      code,
      number,
      title,
      definition,
      service: { slug, name },
      comments: latest?.comments ?? null,
      committees: demoCommittees
        .filter(({ services }) => services.includes(slug))
        .map((committee) => ({
          slug: committee.slug,
          name: committee.name,
        })),
    }),
  ),
);
