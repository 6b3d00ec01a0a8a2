import { canonical } from './canonical';

export const eventKinds = [
  'demonstration_seeded',
  'reading_saved',
  'reading_submitted',
  'reading_withdrawn',
  'reading_approved',
  'reading_returned',
  'correction_begun',
  'step_refused',
  'edition_published',
  'signed_in',
  'sign_in_refused',
  'signed_out',
  'sessions_ended',
  'person_invited',
  'password_set',
  'identity_linked',
  'role_given',
  'role_taken',
  'owner_named',
  'head_named',
  'deputy_named',
  'person_left',
  'edition_withdrawn',
  'release_announced',
  'release_moved',
  'release_cancelled',
  'release_failed',
  'pre_release_given',
  'pre_release_taken',
  'pre_release_read',
  'measure_retired',
  'committee_named',
  'meeting_set',
  'meeting_dropped',
  'measure_rebased',
  'rebase_removed',
  'series_broken',
  'measure_redefined',
  'comparator_entered',
  'comparator_removed',
  'source_named',
  'screening_set',
  'person_returned',
  'person_renamed',
  'person_readdressed',
  'deputy_ended',
  'record_opened',
  'sign_in_opened',
  'set_up_offered',
  'council_begun',
  'service_added',
  'service_changed',
  'measure_added',
  'measure_changed',
  'measure_mended',
  'break_removed',
  'target_set',
  'target_removed',
  'outturn_set',
  'council_changed',
  'measures_reordered',
  'committee_changed',
  'meeting_moved',
  'holiday_proclaimed',
  'holiday_removed',
  'term_explained',
  'term_changed',
  'term_removed',
  'theme_set',
  'file_brought_in',
  'history_laid',
  'history_confirmed',
  'history_discarded',
  'check_silenced',
  'check_heard',
  'small_counts_decided',
  'exception_asked',
  'exception_confirmed',
  'exception_refused',
  'exception_withdrawn',
  'history_correction_laid',
  'history_corrected',
  'history_correction_ended',
  'system_added',
  'system_scoped',
  'system_ended',
] as const;
export type EventKind = (typeof eventKinds)[number];

export const subjects = [
  'council',
  'service',
  'measure',
  'reading',
  'edition',
  'person',
  'announcement',
  'committee',
  'system',
] as const;
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
