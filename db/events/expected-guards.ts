import { guarded } from './guarded';

/**
 * A guard that the database must have: what it guards, its name, and its whole definition as PostgreSQL writes it. Guards are made in
 * db/migrations; what is listed here is held against them.
 */
export type Guard = { table: string; name: string; definition: string };

/** What is never changed or removed, and what its triggers are called after. */
const standing: Record<string, string> = {
  events: 'events',
  editions: 'editions',
  edition_rows: 'edition_rows',
  reading_versions: 'reading_versions',
  edition_sheets: 'edition_sheets',
  edition_readings: 'edition_readings',
  revisions: 'revisions',
  departures: 'departures',
  edition_terms: 'edition_terms',
  withdrawals: 'withdrawals',
  announcement_moves: 'moves_of_releases',
  meeting_moves: 'moves_of_meetings',
  definition_versions: 'wordings',
  disclosure_decisions: 'disclosure_decisions',
};

const trigger = (table: string, name: string, when: string, how: string): Guard => ({
  table,
  name,
  definition: `CREATE TRIGGER ${name} ${when} ON public.${table} ${how}()`,
});

const forEver = Object.entries(standing).flatMap(([table, name]) => [
  trigger(table, `${name}_stand_for_ever`, 'BEFORE DELETE OR UPDATE', 'FOR EACH ROW EXECUTE FUNCTION stands_for_ever'),
  trigger(table, `${name}_are_never_emptied`, 'BEFORE TRUNCATE', 'FOR EACH STATEMENT EXECUTE FUNCTION stands_for_ever'),
]);

const ofReadings = [
  trigger(
    ...(['readings', 'published_readings_stand_for_ever', 'BEFORE DELETE OR UPDATE'] as const),
    "FOR EACH ROW WHEN ((old.state = 'published'::reading_state)) EXECUTE FUNCTION stands_for_ever",
  ),
  trigger(
    ...(['actions', 'published_actions_stand_for_ever', 'BEFORE INSERT OR DELETE OR UPDATE'] as const),
    'FOR EACH ROW EXECUTE FUNCTION stands_with_its_reading',
  ),
  trigger(
    ...([
      'readings',
      'approvals_take_another_pair_of_eyes',
      'BEFORE UPDATE OF approved_by, approved_for, authors',
    ] as const),
    'FOR EACH ROW WHEN ((new.approved_by IS NOT NULL)) EXECUTE FUNCTION another_pair_of_eyes',
  ),
];

const ofNewReadings = trigger(
  ...(['readings', 'new_approvals_take_another_pair_of_eyes', 'BEFORE INSERT'] as const),
  'FOR EACH ROW WHEN ((new.approved_for = ANY (new.authors))) EXECUTE FUNCTION another_pair_of_eyes',
);

const ofJudgements = [
  trigger(
    'readings',
    'judged_status_is_signed',
    'BEFORE UPDATE',
    'FOR EACH ROW WHEN (((new.judged_colour IS NOT NULL) OR (old.judged_colour IS NOT NULL))) EXECUTE FUNCTION judged_status_is_signed',
  ),
  trigger(
    'readings',
    'new_readings_are_not_judged',
    'BEFORE INSERT',
    'FOR EACH ROW WHEN ((new.judged_colour IS NOT NULL)) EXECUTE FUNCTION judged_status_is_signed',
  ),
];

const ofVersions = trigger(
  ...(['reading_versions', 'versions_take_another_pair_of_eyes', 'BEFORE INSERT'] as const),
  'FOR EACH ROW EXECUTE FUNCTION approvers_write_nothing',
);

const ofTargets = [
  trigger(
    'targets',
    'later_targets_are_decided',
    'AFTER INSERT OR UPDATE',
    'FOR EACH ROW EXECUTE FUNCTION later_targets_are_decided',
  ),
  trigger(
    'targets',
    'targets_in_use_stand',
    'BEFORE DELETE OR UPDATE',
    'FOR EACH ROW EXECUTE FUNCTION targets_in_use_stand',
  ),
];

const ofServices = trigger(
  'services',
  'addresses_stay',
  'BEFORE INSERT OR UPDATE OF slug, earlier_slugs',
  'FOR EACH ROW EXECUTE FUNCTION addresses_stay',
);

const ofHistory = [
  trigger(
    'history_figures',
    'history_figures_stand',
    'BEFORE DELETE OR UPDATE',
    'FOR EACH ROW EXECUTE FUNCTION history_figures_stand',
  ),
  trigger(
    'history_figures',
    'history_figures_are_never_emptied',
    'BEFORE TRUNCATE',
    'FOR EACH STATEMENT EXECUTE FUNCTION history_figures_stand',
  ),
  trigger(
    'history_figures',
    'history_figures_fit',
    'AFTER INSERT',
    'REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION history_figures_fit',
  ),
  trigger(
    'readings',
    'no_reading_beside_history',
    'BEFORE INSERT',
    'FOR EACH ROW EXECUTE FUNCTION no_reading_beside_history',
  ),
  trigger(
    'editions',
    'no_edition_while_history_waits',
    'BEFORE INSERT',
    'FOR EACH ROW EXECUTE FUNCTION no_edition_while_history_waits',
  ),
];

/** What waits and then ends once: its rows are guarded by a function of their own. */
const endsOnce = (table: string): Guard[] => [
  trigger(table, `${table}_stand`, 'BEFORE INSERT OR DELETE OR UPDATE', `FOR EACH ROW EXECUTE FUNCTION ${table}_stand`),
  trigger(table, `${table}_are_never_emptied`, 'BEFORE TRUNCATE', `FOR EACH STATEMENT EXECUTE FUNCTION ${table}_stand`),
];

const tellings = {
  told_when_added: ['INSERT', 'NEW TABLE AS rows_after'],
  told_when_changed: ['UPDATE', 'OLD TABLE AS rows_before NEW TABLE AS rows_after'],
  told_when_removed: ['DELETE', 'OLD TABLE AS rows_before'],
};

const telling = Object.entries(guarded).flatMap(([table, { key, hidden }]) =>
  Object.entries(tellings).map(([name, [when, rows]]) => ({
    table,
    name,
    definition: `CREATE TRIGGER ${name} AFTER ${when} ON public.${table} REFERENCING ${rows} FOR EACH STATEMENT EXECUTE FUNCTION tells_of_rows('${key.join(',')}'${hidden ? ", 'hidden'" : ''})`,
  })),
);

/** Every trigger by which the database itself keeps the record. */
export const triggers: Guard[] = [
  ...forEver,
  ...ofReadings,
  ofNewReadings,
  ...ofJudgements,
  ofVersions,
  ...ofTargets,
  ofServices,
  ...endsOnce('history_batches'),
  ...ofHistory,
  ...endsOnce('history_corrections'),
  ...endsOnce('disclosure_exceptions'),
  ...telling,
];
