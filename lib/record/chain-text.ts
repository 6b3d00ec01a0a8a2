import { canonical } from './canonical';
import type { Happening } from './event';

/** The text whose SHA-256 chains an event to the one before it; null begins a chain. */
export function chainText(happening: Happening, previous: string | null): string {
  return canonical({ ...happening, at: new Date(happening.at).toISOString(), previous });
}

/**
 * The same text in two parts, between which the hash of the event before stands as JSON: for the database, which alone knows that
 * hash when it writes.
 */
export function chainTextAround({ at, actorId, kind, details, ...rest }: Happening): { before: string; after: string } {
  const { serviceId, subject, subjectId } = rest;
  const before = canonical({ actorId, at: new Date(at).toISOString(), details, kind });
  return {
    before: `${before.slice(0, -1)},"previous":`,
    after: `,${canonical({ serviceId, subject, subjectId }).slice(1)}`,
  };
}
