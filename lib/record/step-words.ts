/** What an event tells beside its kind. */
export type Details = Record<string, unknown>;

/** A detail as text, or null where there is none. */
export const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;

/** 'July 2018 for measure 8'. */
export const reading = ({ period, measure }: Details): string =>
  period && measure
    ? `${text(period)} for measure ${text(measure)}`
    : measure
      ? `measure ${text(measure)}`
      : 'a reading';

/** The person whom an event is about. */
export const whom = (details: Details): string => text(details.name) ?? 'somebody';

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
  set_target: 'set a target for',
  take_target_back: 'take back a target of',
  set_outturn: 'set an outturn of',
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
  add_measure: 'add a measure',
  name_committee: 'name a committee',
  set_meeting: 'set a meeting',
  drop_meeting: 'drop a meeting',
};

/** What somebody tried to do whose step was refused: 'approve July 2018 for measure 8'. */
export function stepWords(details: Details): string {
  const step = text(details.step) ?? '';
  if (readingSteps[step]) return `${readingSteps[step]} ${reading(details)}`;
  if (measureSteps[step]) return `${measureSteps[step]} ${measure(details)}`;
  if (personSteps[step]) return `${personSteps[step]} ${whom(details)}`;
  return otherSteps[step] ?? 'do something';
}
