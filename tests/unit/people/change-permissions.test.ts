import { expect, test } from 'vitest';
import { type Change, may, permissions } from '@/lib/people/change-permissions';
import type { Person } from '@/lib/people/person';
import { stepNames } from '@/lib/reading/workflow';

const nobody: Person = { id: 1, name: 'Nora', roles: [], owns: [], heads: [], deputises: [] };
const everybody: Record<string, Person> = {
  nobody,
  'data owner': { ...nobody, owns: [{ measureId: 1, serviceId: 1 }] },
  'head of service': { ...nobody, heads: [1] },
  deputy: {
    ...nobody,
    deputises: [{ serviceId: 1, headId: 2, headName: 'Hana', fromDay: '2026-01-01', untilDay: '2026-12-31' }],
  },
  councillor: { ...nobody, roles: ['councillor'] },
  'performance officer': { ...nobody, roles: ['performance_officer'] },
  administrator: { ...nobody, roles: ['administrator'] },
};

const publishes = ['performance officer'];
const keeps = ['performance officer', 'administrator', 'command line'];
const administers = ['administrator', 'command line'];
const release = 'Only the performance officer can announce, move or cancel a release.';
const comparison =
  'Only the performance officer can change what the figures of a measure are held against: its baselines and comparators.';
const framework = 'Only the performance officer can change services, measures, targets and outturns.';
const people = 'Only an administrator can look after people.';
const committees = 'Only an administrator can look after committees.';

/** Who may make each change, and what everybody else is told, written down by hand. */
const expected: Record<Change, [who: string[], otherwise: string]> = {
  publish: [publishes, 'Only the performance officer can publish an edition.'],
  withdraw_edition: [publishes, 'Only the performance officer can withdraw an edition.'],
  announce: [publishes, release],
  move: [publishes, release],
  cancel: [publishes, release],
  list: [publishes, release],
  rebase: [publishes, comparison],
  remove_rebase: [publishes, comparison],
  set_screening: [publishes, comparison],
  enter_comparator: [publishes, comparison],
  remove_comparator: [publishes, comparison],
  retire: [keeps, 'Only the performance officer or an administrator can retire measures.'],
  redefine: [keeps, 'Only the performance officer or an administrator can redefine a measure.'],
  break_series: [keeps, 'Only the performance officer or an administrator can break a series.'],
  name_source: [keeps, 'Only the performance officer or an administrator can name sources.'],
  add_service: [publishes, framework],
  change_service: [publishes, framework],
  add_measure: [publishes, framework],
  change_measure: [publishes, framework],
  mend_measure: [publishes, framework],
  take_break_back: [publishes, framework],
  set_target: [publishes, framework],
  take_target_back: [publishes, framework],
  set_outturn: [publishes, framework],
  name_committee: [administers, committees],
  set_meeting: [administers, committees],
  drop_meeting: [administers, committees],
  add_person: [administers, people],
  invite: [administers, people],
  give_role: [administers, people],
  take_role: [administers, people],
  set_roles: [administers, people],
  end_sessions: [administers, people],
  open_sign_in: [administers, people],
  link_identity: [administers, people],
  rename: [administers, people],
  readdress: [administers, people],
  change_details: [administers, people],
  leave: [administers, people],
  come_back: [administers, people],
  name_owner: [administers, people],
  give_measures: [administers, people],
  name_head: [administers, people],
  name_deputy: [administers, people],
  end_deputy: [administers, people],
};

test('every role × every permission is as it is written down, with the sentence for everybody else', () => {
  const found = Object.fromEntries(
    (Object.keys(permissions) as Change[]).map((change) => {
      const who = Object.keys(everybody).filter((role) => may(everybody[role] as Person, change));
      const { otherwise, commandLine } = permissions[change];
      return [change, [commandLine ? [...who, 'command line'] : who, otherwise]];
    }),
  );
  expect(found).toEqual(expected);
});

test('no change has the name of a step of a reading, which has a table of its own', () => {
  expect(Object.keys(permissions).filter((change) => stepNames.some((step) => step === change))).toEqual([]);
});
