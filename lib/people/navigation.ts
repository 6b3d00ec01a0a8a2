import { may } from './permissions';
import { deputyship, type Person } from './person';

/** Whether a person reviews for some service on a day: as its head, or as a deputy. */
export const reviews = (who: Person, today: string): boolean =>
  who.heads.length > 0 || who.deputises.some(({ serviceId }) => deputyship(who, serviceId, today) !== null);

/** What a person's work may be, in the order in which it is offered. */
export function navigationOf(who: Person, today: string): { href: string; text: string }[] {
  return [
    { href: '/work', text: 'My work' },
    ...(who.owns.length > 0 ? [{ href: '/work/readings', text: 'My readings' }] : []),
    ...(reviews(who, today) ? [{ href: '/reviews', text: 'Reviews' }] : []),
    ...(may(who, 'publish') ? [{ href: '/releases', text: 'Releases' }] : []),
    { href: '/history', text: 'History' },
  ];
}
