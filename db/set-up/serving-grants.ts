/** What the serving process may do to a table besides reading it. */
export type Change = 'insert' | 'update' | 'delete';

/**
 * What the commands do to each table, and nothing more: what stands for ever is only ever added to. A table that is new
 * has to be named here (a test says so). To lock a row is to the database as much as to update it.
 */
export const grants: Record<string, readonly Change[]> = {
  // What stands for ever.
  events: ['insert'],
  editions: ['insert'],
  edition_rows: ['insert'],
  edition_sheets: ['insert'],
  edition_readings: ['insert'],
  withdrawals: ['insert'],
  revisions: ['insert'],
  departures: ['insert'],
  edition_terms: ['insert'],
  announcement_moves: ['insert'],
  meeting_moves: ['insert'],
  definition_versions: ['insert'],
  reading_versions: ['insert'],
  disclosure_decisions: ['insert'],
  // The council.
  council: ['insert', 'update'],
  services: ['insert', 'update'],
  measures: ['insert', 'update'],
  targets: ['insert', 'delete'],
  outturns: ['insert', 'update'],
  deputies: ['insert', 'update', 'delete'],
  committees: ['insert', 'update'],
  committee_services: ['insert', 'delete'],
  meetings: ['insert', 'delete'],
  proclaimed_holidays: ['insert', 'delete'],
  glossary_terms: ['insert', 'update', 'delete'],
  silenced_checks: ['insert', 'delete'],
  // Its work.
  readings: ['insert', 'update'],
  actions: ['insert', 'delete'],
  history_batches: ['insert', 'update'],
  history_figures: ['insert', 'delete'],
  history_corrections: ['insert', 'update'],
  disclosure_exceptions: ['insert', 'update'],
  announcements: ['insert', 'update'],
  pre_release_readers: ['insert', 'update', 'delete'],
  series_breaks: ['insert', 'delete'],
  rebases: ['insert', 'delete'],
  benchmarks: ['insert', 'update', 'delete'],
  benchmark_values: ['insert', 'update', 'delete'],
  // Its people.
  people: ['insert', 'update'],
  roles: ['insert', 'delete'],
  identities: ['insert'],
  // Systems that send readings.
  systems: ['insert', 'update'],
  system_measures: ['insert', 'delete'],
  system_uses: ['insert', 'update'],
  // What passes.
  sessions: ['insert', 'update', 'delete'],
  invitations: ['insert', 'update', 'delete'],
  set_up_links: ['insert', 'update', 'delete'],
  devices: ['insert', 'update', 'delete'],
  guesses: ['insert', 'delete'],
  refused_sign_ins: ['insert', 'update', 'delete'],
  kept_typing: ['insert', 'delete'],
  unsaved_typing: ['insert', 'update', 'delete'],
  answers: ['insert', 'update', 'delete'],
  lived_day: ['insert', 'update', 'delete'],
  imports: ['insert', 'update', 'delete'],
  import_rows: ['insert', 'delete'],
  remembered_answers: ['insert', 'update'],
  renderings: ['insert', 'update', 'delete'],
  papers: ['insert', 'update'],
  committee_papers: ['insert', 'update'],
};
