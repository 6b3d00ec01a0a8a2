import { canonical } from './canonical';

export const eventKinds = ['demonstration_seeded', 'edition_published'] as const;
export type EventKind = (typeof eventKinds)[number];

export const subjects = ['council', 'edition'] as const;
export type Subject = (typeof subjects)[number];

/** Something that happened, before it is chained: `at` is an ISO instant, `details` holds text, whole numbers and lists. */
export type Happening = {
  at: string;
  actorId: number | null;
  serviceId: number | null;
  kind: EventKind;
  subject: Subject;
  subjectId: number;
  details: Record<string, unknown>;
};

/** The text whose SHA-256 chains an event to the one before it; null begins a chain. */
export function chainText(happening: Happening, previous: string | null): string {
  return canonical({ ...happening, at: new Date(happening.at).toISOString(), previous });
}
