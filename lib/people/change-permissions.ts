import { isAdministrator, isPerformanceOfficer, type Person } from './person';

/** Who may make a change, and what everybody else is told. */
export type Permission = {
  may: (who: Person) => boolean;
  otherwise: string;
  /** Whether somebody at the server's own command line may make it as well, where nobody is signed in. */
  commandLine: boolean;
};

const performanceOfficer = (otherwise: string): Permission => ({
  may: isPerformanceOfficer,
  otherwise,
  commandLine: false,
});

const administrator = (what: string): Permission => ({
  may: isAdministrator,
  otherwise: `Only an administrator can ${what}.`,
  commandLine: true,
});

/** What the performance officer keeps, and an administrator may change as well, at the command line too. */
const framework = (what: string): Permission => ({
  may: (who) => isPerformanceOfficer(who) || isAdministrator(who),
  otherwise: `Only the performance officer or an administrator can ${what}.`,
  commandLine: true,
});

const release = performanceOfficer('Only the performance officer can announce, move or cancel a release.');
const comparison = performanceOfficer(
  'Only the performance officer can change what the figures of a measure are held against: its baselines and comparators.',
);
const kept = performanceOfficer('Only the performance officer can change services, measures, targets and outturns.');
const council: Permission = {
  may: (who) => isPerformanceOfficer(who) || isAdministrator(who),
  otherwise: 'Only the performance officer or an administrator can change what is kept of the council.',
  commandLine: false,
};
const confirmation: Permission = {
  may: (who) => who.heads.length > 0 || who.deputises.length > 0,
  otherwise: 'Only a head of service or a deputy can confirm figures that were published elsewhere.',
  commandLine: false,
};
const correcting: Permission = {
  may: (who) => isPerformanceOfficer(who) || confirmation.may(who),
  otherwise:
    'Only the performance officer, a head of service or a deputy can correct figures that were published elsewhere.',
  commandLine: false,
};
/** Whoever works for a service may have brought figures in; whether they may throw these away is asked of them: lib/elsewhere. */
const throwingAway: Permission = {
  may: (who) => isPerformanceOfficer(who) || isAdministrator(who) || confirmation.may(who) || who.owns.length > 0,
  otherwise: 'Only those who work for a service can throw figures away that were published elsewhere.',
  commandLine: false,
};
/** Who may ask of which measure, and end what, is asked of them besides: lib/disclosure. */
const asking: Permission = {
  may: (who) => isPerformanceOfficer(who) || who.owns.length > 0,
  otherwise: 'Only the data owner of a measure or the performance officer can ask for a small figure to be shown.',
  commandLine: false,
};
const showing: Permission = {
  may: (who) => who.heads.length > 0 || who.deputises.length > 0,
  otherwise: 'Only a head of service or a deputy can confirm that a small figure is shown.',
  commandLine: false,
};
const hidingAgain: Permission = {
  may: (who) => asking.may(who) || showing.may(who),
  otherwise: 'Only those who work for a service can end an exception of its small figures.',
  commandLine: false,
};
const smallCounts = performanceOfficer('Only the performance officer can record what was decided on small counts.');
const people = administrator('look after people');
const committees = framework('look after committees');
const silence = performanceOfficer('Only the performance officer can silence warnings for a service.');
/** By its token a system sends readings, and nobody else does so: people write them on a page. */
const sending: Permission = {
  may: (who) => who.system !== undefined,
  otherwise: 'Only a system can send readings, by a token of its own.',
  commandLine: false,
};
const systems: Permission = {
  may: isAdministrator,
  otherwise: 'Only an administrator can look after systems that send readings.',
  commandLine: false,
};
const around = performanceOfficer('Only the performance officer can change bank holidays, the glossary and themes.');

/**
 * Who may make each change of a release, a measure, a committee or a person, by the name under which a refused try is kept.
 * Who may take which step with a reading stands in a table of its own, since it depends on the reading: lib/reading/workflow.ts.
 */
export const permissions = {
  // A release.
  publish: performanceOfficer('Only the performance officer can publish an edition.'),
  withdraw_edition: performanceOfficer('Only the performance officer can withdraw an edition.'),
  announce: release,
  move: release,
  cancel: release,
  list: release,
  // What the figures of a measure are held against.
  rebase: comparison,
  remove_rebase: comparison,
  set_screening: comparison,
  enter_comparator: comparison,
  remove_comparator: comparison,
  // A measure itself.
  retire: framework('retire measures'),
  redefine: framework('redefine a measure'),
  break_series: framework('break a series'),
  name_source: framework('name sources'),
  // The framework: services, measures, and what their figures should reach.
  add_service: kept,
  change_service: kept,
  reorder_measures: kept,
  add_measure: kept,
  change_measure: kept,
  mend_measure: kept,
  take_break_back: kept,
  take_retirement_back: kept,
  set_target: kept,
  take_target_back: kept,
  set_outturn: kept,
  close_year: kept,
  // Figures that were published elsewhere.
  confirm_history: confirmation,
  discard_history: throwingAway,
  correct_history: correcting,
  confirm_correction: confirmation,
  end_correction: correcting,
  // Small counts of people.
  decide_small_counts: smallCounts,
  decide_default: smallCounts,
  ask_exception: asking,
  confirm_exception: showing,
  end_exception: hidingAgain,
  // The council itself.
  change_council: council,
  // Files that are brought in. What a file changes is asked of each change besides.
  bring_in: {
    may: (who) => isPerformanceOfficer(who) || isAdministrator(who),
    otherwise: 'Only the performance officer or an administrator can bring in a file of the council.',
    commandLine: false,
  },
  bring_in_own: {
    may: (who) => who.owns.length > 0,
    otherwise: 'Only the data owner of a measure can bring in a file of its readings.',
    commandLine: false,
  },
  bring_in_readings: performanceOfficer('Only the performance officer can bring in readings for their owners.'),
  // Committees.
  name_committee: committees,
  set_meeting: committees,
  move_meeting: committees,
  drop_meeting: committees,
  // What stands around measures.
  enter_holiday: around,
  remove_holiday: around,
  explain_term: around,
  change_term: around,
  remove_term: around,
  set_theme: around,
  // Warnings about words.
  silence_check: silence,
  hear_check: silence,
  // People and their posts.
  add_person: people,
  invite: people,
  give_role: people,
  take_role: people,
  set_roles: people,
  end_sessions: people,
  open_sign_in: people,
  link_identity: people,
  rename: people,
  readdress: people,
  change_details: people,
  leave: people,
  come_back: people,
  name_owner: people,
  give_measures: people,
  name_head: people,
  name_deputy: people,
  end_deputy: people,
  // Systems that send readings.
  add_system: systems,
  scope_system: systems,
  end_system: systems,
  send_reading: sending,
} as const satisfies Record<string, Permission>;

/** A change that the table of permissions knows. */
export type Change = keyof typeof permissions;

/** Whether a person may make a change. */
export const may = (who: Person, change: Change): boolean => permissions[change].may(who);
