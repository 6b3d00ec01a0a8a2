type Guarded = {
  /** The columns of its primary key, in the order in which a row is named by them. */
  key: string[];
  /** A key that is nobody's business stands in events by its SHA-256 alone. */
  hidden?: true;
  /** Rows that only pass: one that is gone took a way in with it, and no check needs to report it. */
  passing?: true;
};

/**
 * The tables that a public page or somebody's right rests on, beside those that verify walks by themselves (events, readings,
 * editions and what belongs to them). Each row's last event tells its hash. The triggers are made in
 * db/migrations, from 0005_the_record_defends_itself.sql on.
 */
export const guarded: Record<string, Guarded> = {
  council: { key: ['id'] },
  set_up_links: { key: ['token_hash'], hidden: true, passing: true },
  services: { key: ['id'] },
  measures: { key: ['id'] },
  targets: { key: ['id'] },
  outturns: { key: ['measure_id', 'year'] },
  definition_versions: { key: ['measure_id', 'version'] },
  series_breaks: { key: ['measure_id', 'period_start'] },
  rebases: { key: ['measure_id', 'period_start'] },
  benchmarks: { key: ['id'] },
  benchmark_values: { key: ['benchmark_id', 'until_day'] },
  withdrawals: { key: ['edition_id'] },
  revisions: { key: ['edition_id', 'code', 'period_start'] },
  departures: { key: ['edition_id', 'code'] },
  edition_terms: { key: ['edition_id', 'term'] },
  announcements: { key: ['id'] },
  announcement_moves: { key: ['announcement_id', 'moved_at'] },
  pre_release_readers: { key: ['announcement_id', 'person_id'] },
  committees: { key: ['id'] },
  committee_services: { key: ['committee_id', 'service_id'] },
  meetings: { key: ['committee_id', 'day'] },
  meeting_moves: { key: ['committee_id', 'from_day', 'moved_at'] },
  proclaimed_holidays: { key: ['day'] },
  glossary_terms: { key: ['id'] },
  silenced_checks: { key: ['service_id', 'rule'] },
  history_batches: { key: ['id'] },
  history_corrections: { key: ['id'] },
  disclosure_decisions: { key: ['id'] },
  disclosure_exceptions: { key: ['id'] },
  people: { key: ['id'] },
  systems: { key: ['id'] },
  system_measures: { key: ['system_id', 'measure_id'] },
  roles: { key: ['person_id', 'role'] },
  deputies: { key: ['id'] },
  identities: { key: ['issuer', 'subject'], hidden: true },
  invitations: { key: ['token_hash'], hidden: true, passing: true },
  sessions: { key: ['token_hash'], hidden: true, passing: true },
};

/** What an event tells of a row: its hash before and after, null where it was not there. */
export type RowChange = [was: string | null, now: string | null];

/** What events tell of rows, walked from the first to the last. */
export type Proofs = {
  /** The last hash of each row, by table and key ('targets 12'); null where it was removed. */
  rows: Map<string, string | null>;
  /** Whether an event has every row by now: from then on a row without an event is a stranger. */
  opened: boolean;
};
