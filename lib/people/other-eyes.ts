import { type Deputyship, deputyship, type Person } from './person';

/**
 * The deputyship in which a person answers for a reading on a day; null for a head in their own right, and where the head
 * had a part in the reading: nobody acts for an author, so the deputy then answers in their own name.
 */
export function actsFor(who: Person, serviceId: number, authors: number[], today: string): Deputyship | null {
  if (who.heads.includes(serviceId)) return null;
  const span = deputyship(who, serviceId, today);
  return span && !authors.includes(span.headId) ? span : null;
}

type Named = { id: number; name: string };

/** Who must be named where nobody of a service's head and deputies may approve a reading, or null while somebody may. */
export function nobodyLeft(heads: Named[], authors: number[], service: string): string | null {
  if (heads.some(({ id }) => !authors.includes(id))) return null;
  if (heads.length === 0) return `Nobody heads ${service}: name a head, who can approve this.`;
  const names = heads.map(({ name }) => name);
  const listed = names.length < 2 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `${listed} wrote part of this: name a deputy or another head for ${service}.`;
}
