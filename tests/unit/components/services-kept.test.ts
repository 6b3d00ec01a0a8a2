import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ServicesKept } from '@/components/framework/services-kept';

const words = {
  name: 'Housing',
  slug: 'housing',
  notice: null,
  place: 1,
  release: 'release' as const,
  quarantineHours: null,
  contact: null,
};
const listed = (namesHeads: boolean, head: string | null) =>
  renderToStaticMarkup(
    createElement(ServicesKept, {
      links: [],
      services: [{ slug: 'housing', words, head, measures: 5, edition: null }],
      namesHeads,
      done: { change: undefined, slug: undefined },
    }),
  );

test('whoever may name heads is led on from a service without one', () => {
  expect(listed(true, null)).toContain('href="/settings/people/posts/housing"');
  expect(listed(true, 'Hana Price')).not.toContain('/settings/people/posts');
  expect(listed(false, null)).not.toContain('/settings/people/posts');
});
