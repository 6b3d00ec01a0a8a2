import { type Deputyship, isPerformanceOfficer, type Person } from './person';

/** The head for whom a person deputises in a service on a day, or null. */
export function deputyship(who: Person, serviceId: number, today: string): Deputyship | null {
  const spans = who.deputises.filter((span) => span.serviceId === serviceId);
  return spans.find(({ fromDay, untilDay }) => fromDay <= today && today <= untilDay) ?? null;
}

/** Whether a person acts as head of a service on a day: in their own right, or as a deputy. */
export const headsService = (who: Person, serviceId: number, today: string): boolean =>
  who.heads.includes(serviceId) || deputyship(who, serviceId, today) !== null;

/** The services that a person writes for or heads on a day, as a deputy too: those that they answer for by a post of their own. */
export const servicesByPost = (who: Person, today: string): number[] => {
  const posts = [...who.heads, ...who.deputises.map(({ serviceId }) => serviceId)];
  const headed = posts.filter((id) => headsService(who, id, today));
  return [...new Set([...headed, ...who.owns.map(({ serviceId }) => serviceId)])];
};

/** Whether a person may see what a service has not published: its owners and heads, and the performance officer. */
export const worksFor = (who: Person, serviceId: number, today: string): boolean =>
  isPerformanceOfficer(who) ||
  headsService(who, serviceId, today) ||
  who.owns.some((owned) => owned.serviceId === serviceId);

/**
 * The deputyship in which a person answers for a reading on a day; null for a head in their own right, and where the head
 * had a part in the reading: nobody acts for an author, so the deputy then answers in their own name.
 */
export function actsFor(who: Person, serviceId: number, authors: number[], today: string): Deputyship | null {
  if (who.heads.includes(serviceId)) return null;
  const span = deputyship(who, serviceId, today);
  return span && !authors.includes(span.headId) ? span : null;
}
