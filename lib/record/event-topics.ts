import type { EventKind } from './event';

/** What a history can be narrowed to, with its name in a list. */
export const eventTopics = {
  readings: 'Readings',
  editions: 'Editions and releases',
  measures: 'Measures and their series',
  council: 'Committees and the council',
  people: 'People and their posts',
  sign_in: 'Signing in',
  refusals: 'Tries that were refused',
} as const;

export type EventTopic = keyof typeof eventTopics;

const topics: Record<EventKind, EventTopic> = {
  demonstration_seeded: 'council',
  reading_saved: 'readings',
  reading_submitted: 'readings',
  reading_withdrawn: 'readings',
  reading_approved: 'readings',
  reading_returned: 'readings',
  correction_begun: 'readings',
  step_refused: 'refusals',
  edition_published: 'editions',
  signed_in: 'sign_in',
  sign_in_refused: 'refusals',
  signed_out: 'sign_in',
  sessions_ended: 'sign_in',
  person_invited: 'people',
  password_set: 'sign_in',
  identity_linked: 'people',
  role_given: 'people',
  role_taken: 'people',
  owner_named: 'people',
  head_named: 'people',
  deputy_named: 'people',
  person_left: 'people',
  edition_withdrawn: 'editions',
  release_announced: 'editions',
  release_moved: 'editions',
  release_cancelled: 'editions',
  release_failed: 'editions',
  pre_release_given: 'editions',
  pre_release_taken: 'editions',
  pre_release_read: 'editions',
  measure_retired: 'measures',
  committee_named: 'council',
  meeting_set: 'council',
  meeting_dropped: 'council',
  measure_rebased: 'measures',
  rebase_removed: 'measures',
  series_broken: 'measures',
  measure_redefined: 'measures',
  comparator_entered: 'measures',
  comparator_removed: 'measures',
  source_named: 'measures',
  screening_set: 'measures',
  person_returned: 'people',
  person_renamed: 'people',
  person_readdressed: 'people',
  deputy_ended: 'people',
  record_opened: 'council',
  sign_in_opened: 'people',
  set_up_offered: 'council',
  council_begun: 'council',
};

/** The kinds of event of a topic. */
export const kindsOf = (topic: EventTopic): EventKind[] =>
  (Object.keys(topics) as EventKind[]).filter((kind) => topics[kind] === topic);
