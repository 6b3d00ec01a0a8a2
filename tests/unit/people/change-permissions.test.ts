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
  system: { ...nobody, system: { id: 1, name: 'Finance system', madeBy: 2, sends: [] } },
};

const publishes = ['performance officer'];
const keeps = ['performance officer', 'administrator', 'command line'];
const administers = ['administrator', 'command line'];
const release = 'Only the performance officer can announce, move or cancel a release.';
const comparison =
  'Only the performance officer can change what the figures of a measure are held against: its baselines and comparators.';
const framework = 'Only the performance officer can change services, measures, targets and outturns.';
const people = 'Only an administrator can look after people.';
const committees = 'Only the performance officer or an administrator can look after committees.';
const systems = 'Only an administrator can look after systems that send readings.';
const around = 'Only the performance officer can change bank holidays, the glossary and themes.';

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
  reorder_measures: [publishes, framework],
  mend_measure: [publishes, framework],
  take_break_back: [publishes, framework],
  take_retirement_back: [publishes, framework],
  set_target: [publishes, framework],
  take_target_back: [publishes, framework],
  set_outturn: [publishes, framework],
  close_year: [publishes, framework],
  confirm_history: [
    ['head of service', 'deputy'],
    'Only a head of service or a deputy can confirm figures that were published elsewhere.',
  ],
  discard_history: [
    ['data owner', 'head of service', 'deputy', 'performance officer', 'administrator'],
    'Only those who work for a service can throw figures away that were published elsewhere.',
  ],
  correct_history: [
    ['head of service', 'deputy', 'performance officer'],
    'Only the performance officer, a head of service or a deputy can correct figures that were published elsewhere.',
  ],
  confirm_correction: [
    ['head of service', 'deputy'],
    'Only a head of service or a deputy can confirm figures that were published elsewhere.',
  ],
  end_correction: [
    ['head of service', 'deputy', 'performance officer'],
    'Only the performance officer, a head of service or a deputy can correct figures that were published elsewhere.',
  ],
  decide_small_counts: [publishes, 'Only the performance officer can record what was decided on small counts.'],
  decide_default: [publishes, 'Only the performance officer can record what was decided on small counts.'],
  ask_exception: [
    ['data owner', 'performance officer'],
    'Only the data owner of a measure or the performance officer can ask for a small figure to be shown.',
  ],
  confirm_exception: [
    ['head of service', 'deputy'],
    'Only a head of service or a deputy can confirm that a small figure is shown.',
  ],
  end_exception: [
    ['data owner', 'head of service', 'deputy', 'performance officer'],
    'Only those who work for a service can end an exception of its small figures.',
  ],
  change_council: [
    ['performance officer', 'administrator'],
    'Only the performance officer or an administrator can change what is kept of the council.',
  ],
  bring_in: [
    ['performance officer', 'administrator'],
    'Only the performance officer or an administrator can bring in a file of the council.',
  ],
  bring_in_own: [['data owner'], 'Only the data owner of a measure can bring in a file of its readings.'],
  bring_in_readings: [publishes, 'Only the performance officer can bring in readings for their owners.'],
  name_committee: [keeps, committees],
  set_meeting: [keeps, committees],
  move_meeting: [keeps, committees],
  drop_meeting: [keeps, committees],
  enter_holiday: [publishes, around],
  remove_holiday: [publishes, around],
  explain_term: [publishes, around],
  change_term: [publishes, around],
  remove_term: [publishes, around],
  set_theme: [publishes, around],
  silence_check: [publishes, 'Only the performance officer can silence warnings for a service.'],
  hear_check: [publishes, 'Only the performance officer can silence warnings for a service.'],
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
  add_system: [['administrator'], systems],
  scope_system: [['administrator'], systems],
  end_system: [['administrator'], systems],
  send_reading: [['system'], 'Only a system can send readings, by a token of its own.'],
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
