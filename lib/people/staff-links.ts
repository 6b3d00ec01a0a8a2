import { may } from './change-permissions';
import type { Person } from './person';
import { settingsOf } from './settings-links';
import { deputyship } from './who-acts-as-head';

/** Whether a person reviews for some service on a day: as its head, or as a deputy. */
const reviews = (who: Person, today: string): boolean =>
  who.heads.length > 0 || who.deputises.some(({ serviceId }) => deputyship(who, serviceId, today) !== null);

/** Whether a councillor has no other part: then nothing can wait for them on a list of work. */
const onlyReads = (who: Person): boolean =>
  who.roles.every((role) => role === 'councillor') &&
  who.roles.length > 0 &&
  who.owns.length + who.heads.length + who.deputises.length === 0;

/**
 * Where a person goes who has signed in without an address in mind; `begins` while they are to be led through the first
 * steps of their council.
 */
export const homeOf = (who: Person, begins = false): string =>
  begins ? '/first-steps' : onlyReads(who) ? '/overview' : '/work';

type Way = { href: string; text: string };

type Service = { slug: string; name: string };

/**
 * What a person's work may be, in the order in which it is offered; `services` are those that they write for or head, and
 * `begins` is as above.
 */
export function navigationOf(who: Person, today: string, services: Service[], begins = false): Way[] {
  const scorecards = services.map(({ slug, name }) => ({
    href: `/services/${slug}`,
    text: services.length === 1 ? 'Scorecard' : name,
  }));
  const overview = { href: '/overview', text: 'Overview' };
  const work = { href: '/work', text: 'My work' };
  return [
    ...(begins ? [{ href: '/first-steps', text: 'First steps' }] : []),
    ...(onlyReads(who) ? [overview, work] : [work]),
    ...scorecards,
    ...(reviews(who, today) ? [{ href: '/reviews', text: 'Reviews' }] : []),
    ...(may(who, 'publish') ? [{ href: '/releases', text: 'Releases' }] : []),
    ...(who.owns.length > 0 ? [{ href: '/work/readings', text: 'My readings' }] : []),
    ...(onlyReads(who) ? [] : [overview]),
    ...(settingsOf(who).length > 0 ? [{ href: '/settings', text: 'Settings' }] : []),
    { href: '/history', text: 'History' },
  ];
}
