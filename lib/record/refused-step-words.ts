import { type Details, reading, text, whom } from './detail-words';

const measure = (details: Details): string => (details.measure ? reading(details) : 'a measure');

/** Steps of a reading, before its name. */
const readingSteps: Record<string, string> = {
  save: 'write',
  accept: 'accept the suggested wording for',
  submit: 'submit',
  withdraw: 'withdraw',
  approve: 'approve',
  return: 'return',
  correct: 'correct',
  ask_exception: 'ask for small figures to be shown in',
  confirm_exception: 'confirm that small figures are shown in',
  end_exception: 'hide again the small figures of',
  send_reading: 'send',
};

/** Steps of a measure, before its number. */
const measureSteps: Record<string, string> = {
  rebase: 'rebase process control of',
  remove_rebase: 'take back a rebase of',
  set_screening: 'set screening for',
  enter_comparator: 'enter figures of others beside',
  remove_comparator: 'remove figures of others beside',
  retire: 'retire',
  redefine: 'redefine',
  break_series: 'break the series of',
  name_source: 'name the source of',
  name_owner: 'name the data owner of',
  change_measure: 'change',
  mend_measure: 'mend the words of',
  take_break_back: 'take back a break in the series of',
  take_retirement_back: 'take back the retirement of',
  set_target: 'set a target for',
  take_target_back: 'take back a target of',
  set_outturn: 'set an outturn of',
  set_theme: 'set the theme of',
  decide_small_counts: 'decide on the small counts of',
};

/** Steps that concern a person, before their name. */
const personSteps: Record<string, string> = {
  invite: 'invite',
  give_role: 'give a role to',
  take_role: 'take a role from',
  set_roles: 'change the roles of',
  end_sessions: 'end the sessions of',
  open_sign_in: 'open the sign-in of',
  link_identity: 'tie an account of single sign-on to',
  rename: 'change the name of',
  readdress: 'change the address of',
  change_details: 'change the name or address of',
  leave: 'record the leaving of',
  come_back: 'record the return of',
  give_measures: 'give measures to',
};

/** Steps whose words are complete without a name. */
const otherSteps: Record<string, string> = {
  publish: 'publish an edition',
  withdraw_edition: 'withdraw an edition',
  announce: 'announce an edition',
  move: 'move a release',
  cancel: 'cancel a release',
  list: 'change who reads an edition early',
  add_person: 'add a person',
  name_head: 'name the head of the service',
  name_deputy: 'name a deputy',
  end_deputy: 'end a deputyship',
  add_service: 'add a service',
  change_service: 'change the service',
  close_year: 'close a year of the service',
  decide_default: 'decide on the small counts of the service',
  confirm_history: 'confirm figures that were published elsewhere',
  discard_history: 'throw away figures that were published elsewhere',
  add_measure: 'add a measure',
  bring_in: 'bring in a file',
  bring_in_own: 'bring in a file of readings',
  bring_in_readings: 'bring in readings for their owners',
  reorder_measures: 'put measures in another order',
  change_council: 'change what is kept of the council',
  name_committee: 'name a committee',
  set_meeting: 'set a meeting',
  move_meeting: 'move a meeting',
  drop_meeting: 'drop a meeting',
  enter_holiday: 'enter a bank holiday',
  remove_holiday: 'take a bank holiday away',
  explain_term: 'explain a term',
  change_term: 'change a term',
  remove_term: 'remove a term',
  silence_check: 'silence warnings for a service',
  hear_check: 'show silenced warnings again',
  add_system: 'make a token for a system',
  scope_system: 'change what a system may send',
  end_system: 'revoke the token of a system',
};

/** What somebody tried to do whose step was refused: 'approve July 2018 for measure 8'. */
export function stepWords(details: Details): string {
  const step = text(details.step) ?? '';
  if (readingSteps[step]) return `${readingSteps[step]} ${reading(details)}`;
  if (measureSteps[step]) return `${measureSteps[step]} ${measure(details)}`;
  if (personSteps[step]) return `${personSteps[step]} ${whom(details)}`;
  return otherSteps[step] ?? 'do something';
}
