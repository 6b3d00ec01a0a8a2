import { expect, test } from 'vitest';
import type { Person } from '@/lib/people/person';
import { homeOf, navigationOf } from '@/lib/people/staff-links';

const person = (more: Partial<Person>): Person => ({
  id: 1,
  name: 'Somebody',
  roles: [],
  owns: [],
  heads: [],
  deputises: [],
  ...more,
});
const today = '2026-08-17';
const buses = { slug: 'buses', name: 'Buses' };
const texts = (who: Person, services: { slug: string; name: string }[] = []) =>
  navigationOf(who, today, services).map(({ text }) => text);

const owner = person({ owns: [{ measureId: 1, serviceId: 1 }] });
const councillor = person({ roles: ['councillor'] });

test('each person is offered where their work begins first, then the scorecard of their service', () => {
  expect(texts(owner, [buses])).toEqual(['My work', 'Scorecard', 'My readings', 'Overview', 'History']);
  expect(texts(person({ heads: [1] }), [buses])).toEqual(['My work', 'Scorecard', 'Reviews', 'Overview', 'History']);
  expect(texts(person({ roles: ['performance_officer'] }))).toEqual([
    'My work',
    'Releases',
    'Overview',
    'Settings',
    'History',
  ]);
  expect(texts(councillor)).toEqual(['Overview', 'My work', 'History']);
});

test('whoever has several services finds each by its name', () => {
  const ways = navigationOf(owner, today, [buses, { slug: 'trams', name: 'Trams' }]);
  expect(ways.slice(1, 3)).toEqual([
    { href: '/services/buses', text: 'Buses' },
    { href: '/services/trams', text: 'Trams' },
  ]);
});

test('a councillor begins at the overview, unless they have a part in the work as well', () => {
  expect(homeOf(councillor)).toBe('/overview');
  expect(homeOf(person({ roles: ['councillor', 'performance_officer'] }))).toBe('/work');
  expect(homeOf(person({ roles: ['councillor'], owns: owner.owns }))).toBe('/work');
  expect(homeOf(person({}))).toBe('/work');
});

test('while a council begins, those who take its first steps are led there', () => {
  const ada = person({ roles: ['performance_officer', 'administrator'] });
  expect(navigationOf(ada, today, [], true)[0]).toEqual({ href: '/first-steps', text: 'First steps' });
  expect(navigationOf(ada, today, []).map(({ href }) => href)).not.toContain('/first-steps');
  expect([homeOf(ada, true), homeOf(ada, false)]).toEqual(['/first-steps', '/work']);
});
