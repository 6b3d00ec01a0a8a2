import { guarded } from './guarded';

/** A guard of the database: what it guards, its name, and its whole definition as PostgreSQL writes it. */
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
  withdrawals: 'withdrawals',
  announcement_moves: 'moves_of_releases',
  definition_versions: 'wordings',
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
export const triggers: Guard[] = [...forEver, ...ofReadings, ofNewReadings, ofVersions, ...ofTargets, ...telling];

/** The SHA-256 of what each function of the database does, so that one that does nothing in its place is seen. */
export const functions: Record<string, string> = {
  stands_for_ever: '2e66303f23d5d506bcbc6472e9567236cf214fe4a33a39495ac65e4dce01f2d3',
  stands_with_its_reading: 'be3c9d353adfa1c84008ffed5ab7402a4a98f2bbe0fbd5d1bcd40ab66ac030c9',
  another_pair_of_eyes: '5d10e687303ad407d4e0ef5114807dd06ac02bfbefb9f12d2f4216db84c87326',
  approvers_write_nothing: '5b2c4f41df79968d0f75bbe8c1929d5d42054078232b8ee20f7108ed9e0e7418',
  later_targets_are_decided: 'f00ba99e8d462c7320615b4797e81149298f4ff96f731401dc3f7dc0b4c18be0',
  targets_in_use_stand: '146c7ba34c3f4406907e2f8965e468a8b0add73f91d54e931d8088ac5028db24',
  tells_of_rows: '19724e58297593c84ac1854d6331a1a803cde2262b3cb4106ba5bf5d9d172586',
};
