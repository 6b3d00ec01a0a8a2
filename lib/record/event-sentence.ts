import { withoutEnd } from '@/lib/text/sentence-end';
import { formatInstant } from '@/lib/time/instant';
import { formatDate } from '@/lib/time/period';
import { changesIn, councilPredicates } from './council-sentences';
import { type Details, judgedWords, reading, text, whom } from './detail-words';
import { disclosurePredicates } from './disclosure-sentences';
import { elsewherePredicates } from './elsewhere-sentences';
import type { EventKind } from './event';
import { byWords, whereWords, whyWords } from './sign-in-words';
import { stepWords } from './step-words';
import { systemName, systemPredicates } from './system-sentences';

/** What an event's sentence is made from: its kind, its details, and who did it; null for the portal itself. */
export type EventFacts = { kind: EventKind; details: Record<string, unknown>; who: string | null };

const version = ({ version }: Details): string => (version ? ` (version ${text(version)})` : '');
const judged = (details: Details): string => {
  const words = judgedWords(details);
  return words ? `, and judged it ${words.colour} where the rule gives ${words.rule}: ${words.reason}` : '';
};
const listed = (value: unknown): string => {
  const names = Array.isArray(value) ? value.map((name) => `the ${name}`) : [];
  return names.length < 2 ? (names[0] ?? 'nothing') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};
/** What each kind of event says after the name of the person who did it; without full stop. */
const predicates: Record<EventKind, (details: Details) => string> = {
  demonstration_seeded: () => 'set up the demonstration council',
  reading_saved: (details) => {
    if (details.first) return `began ${reading(details)}`;
    if (details.accepted) return `accepted the suggested wording for ${reading(details)}${version(details)}`;
    const words = Array.isArray(details.inWordsOf)
      ? `, in words that ${details.inWordsOf.join(' and ')} suggested`
      : '';
    return `changed ${listed(details.changed)} of ${reading(details)}${version(details)}${words}`;
  },
  reading_submitted: (details) => `submitted ${reading(details)}${version(details)}`,
  reading_withdrawn: (details) => `withdrew ${reading(details)}`,
  reading_approved: (details) =>
    `approved ${reading(details)}${details.version ? `, seen as version ${text(details.version)}` : ''}${judged(details)}`,
  reading_returned: (details) => {
    const wording = details.suggested ? ', with suggested wording' : '';
    return `returned ${reading(details)}${wording}: ${withoutEnd(text(details.reason) ?? 'no reason')}`;
  },
  correction_begun: (details) => `began a correction of ${reading(details)}`,
  step_refused: (details) => `tried to ${stepWords(details)}, and was told: “${text(details.why) ?? 'no'}”`,
  edition_published: (details) => {
    const day = text(details.asAt);
    const acknowledged = Array.isArray(details.acknowledged) ? details.acknowledged.length : 0;
    const warnings = acknowledged
      ? `, with ${acknowledged} ${acknowledged === 1 ? 'warning' : 'warnings'} answered`
      : '';
    const rolling = details.rolling ? ' by approval' : '';
    return `published ${text(details.number) ? `edition ${text(details.number)}` : 'an edition'}${rolling}${day ? `, as at ${formatDate(day)}` : ''}${warnings}`;
  },
  signed_in: ({ by }) => `signed in${byWords[text(by) ?? ''] ?? ''}`,
  sign_in_refused: ({ why }) => `was refused at sign-in${whyWords[text(why) ?? ''] ?? ''}`,
  sign_in_opened: (details) => `let ${whom(details)} sign in again after too many tries`,
  signed_out: () => 'signed out',
  sessions_ended: ({ why }) => `was signed out ${whereWords[text(why) ?? ''] ?? 'everywhere'}`,
  person_invited: (details) => `invited ${whom(details)}`,
  password_set: () => 'set a password',
  identity_linked: ({ issuer }) => `was linked to single sign-on at ${text(issuer) ?? 'a provider'}`,
  role_given: (details) => `gave ${whom(details)} the role of ${roleOf(details)}`,
  role_taken: (details) => `took the role of ${roleOf(details)} from ${whom(details)}`,
  owner_named: ({ code, owner, was }) => {
    const measure = text(code) ?? 'a measure';
    if (owner) return `named ${text(owner)} as data owner of ${measure}${was ? ` in place of ${text(was)}` : ''}`;
    return `left ${measure}${was ? `, which ${text(was)} owned,` : ''} without a data owner`;
  },
  head_named: ({ head, was }) =>
    head
      ? `named ${text(head)} as head of service${was ? ` in place of ${text(was)}` : ''}`
      : `left the service${was ? `, which ${text(was)} headed,` : ''} without a head`,
  deputy_named: (details) => `named ${text(details.deputy) ?? 'somebody'} as deputy${span(details)}`,
  person_left: (details) => `recorded that ${whom(details)} has left`,
  person_returned: (details) => `recorded that ${whom(details)} has come back`,
  person_renamed: ({ was, name }) => `changed the name of ${text(was) ?? 'somebody'} to ${text(name) ?? 'another'}`,
  person_readdressed: (details) =>
    `changed the address of ${whom(details)} from ${text(details.was) ?? 'one'} to ${text(details.address) ?? 'another'}`,
  record_opened: ({ archived, upgraded }) => {
    if (archived) return 'was archived, and left everybody’s password and every system’s token behind';
    return upgraded ? 'wrote down the rows that its upgrade changed' : 'wrote down every row that no event had told of';
  },
  set_up_offered: () => 'offered a one-time address at which a council is set up',
  council_begun: ({ council, administrator }) =>
    `set up ${text(council) ?? 'the council'}, with ${text(administrator) ?? 'somebody'} as administrator and performance officer`,
  deputy_ended: ({ deputy, untilDay, was }) =>
    `ended the deputyship of ${text(deputy) ?? 'somebody'}${text(untilDay) ? `: until ${formatDate(text(untilDay) as string)}` : ''}${text(was) ? ` instead of ${formatDate(text(was) as string)}` : ''}`,
  edition_withdrawn: ({ number, reason }) =>
    `withdrew edition ${text(number) ?? ''}: ${withoutEnd(text(reason) ?? 'no reason')}`,
  release_announced: (details) => `announced edition ${text(details.number) ?? ''}${moment(details.dueAt)}`,
  release_moved: (details) =>
    `moved the release of edition ${text(details.number) ?? ''} to${moment(details.toAt).replace(' for', '')}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  release_cancelled: ({ number, reason }) =>
    `cancelled the release of edition ${text(number) ?? ''}: ${withoutEnd(text(reason) ?? 'no reason')}`,
  release_failed: ({ number, why }) =>
    `could not release edition ${text(number) ?? ''}: ${withoutEnd(text(why) ?? 'no reason')}`,
  pre_release_given: (details) =>
    `let ${whom(details)} read edition ${text(details.number) ?? ''} before its release${moment(details.fromAt).replace(' for', ', from')}`,
  pre_release_taken: (details) => `took early reading of edition ${text(details.number) ?? ''} from ${whom(details)}`,
  pre_release_read: ({ number }) => `read edition ${text(number) ?? ''} before its release`,
  measure_retired: ({ measure, reason }) =>
    `retired measure ${text(measure) ?? ''}: ${withoutEnd(text(reason) ?? 'no reason')}`,
  measure_rebased: (details) =>
    `rebased process control of measure ${text(details.measure) ?? ''} from ${text(details.period) ?? 'a period'}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  rebase_removed: (details) =>
    `took back the rebase of measure ${text(details.measure) ?? ''} from ${text(details.period) ?? 'a period'}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  series_broken: (details) =>
    `recorded a break in the series of measure ${text(details.measure) ?? ''} from ${text(details.period) ?? 'a period'}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  measure_redefined: (details) =>
    `gave measure ${text(details.measure) ?? ''} a new definition (version ${text(details.version) ?? ''}) from ${text(details.period) ?? 'a period'}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  comparator_entered: (details) =>
    `entered ${details.figures === 1 ? '1 figure' : `${text(details.figures) ?? 'no'} figures`} of ${whom(details)} beside measure ${text(details.measure) ?? ''}`,
  comparator_removed: (details) =>
    `removed the figures of ${whom(details)} beside measure ${text(details.measure) ?? ''}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  source_named: (details) =>
    `named the source of measure ${text(details.measure) ?? ''} and who answers for it: ${text(details.source) ?? 'none'}; ${text(details.ownerRole) ?? 'nobody'}`,
  service_added: ({ service }) => `added the service ${text(service) ?? ''}`,
  service_changed: (details) => `changed ${text(details.service) ?? 'the service'}: ${changesIn(details)}`,
  measure_added: ({ measure, title }) => `added measure ${text(measure) ?? ''}, ${text(title) ?? 'without a title'}`,
  measure_changed: (details) =>
    `changed measure ${text(details.measure) ?? ''}: ${changesIn(details)}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  measure_mended: (details) =>
    `mended a slip in measure ${text(details.measure) ?? ''}: ${changesIn(details)}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  break_removed: (details) =>
    `took back the break in the series of measure ${text(details.measure) ?? ''} from ${text(details.period) ?? 'a period'}: ${withoutEnd(text(details.reason) ?? 'no reason')}`,
  target_set: ({ measure, period, target, was, reason }) =>
    `set the target of measure ${text(measure) ?? ''} from ${text(period) ?? 'a period'}: ${text(target) ?? 'none'}${text(was) ? ` instead of ${text(was)}` : ''}${text(reason) ? `: ${withoutEnd(text(reason) as string)}` : ''}`,
  target_removed: ({ measure, period, was, reason }) =>
    `took back the target of measure ${text(measure) ?? ''} from ${text(period) ?? 'a period'}, ${text(was) ?? 'none'}: ${withoutEnd(text(reason) ?? 'no reason')}`,
  outturn_set: outturnWords,
  council_changed: (details) => `changed what is kept of the council: ${changesIn(details)}`,
  measures_reordered: ({ service }) => `put the measures of ${text(service) ?? 'the service'} in another order`,
  screening_set: ({ measure, now, reason }) =>
    `turned screening ${text(now) ? 'on' : 'off'} for measure ${text(measure) ?? ''}: ${withoutEnd(text(reason) ?? 'no reason')}`,
  ...councilPredicates,
  ...elsewherePredicates,
  ...disclosurePredicates,
  ...systemPredicates,
};

/** A figure that its readings gave was confirmed; another one was entered. */
function outturnWords({ measure, year, value, was, reason, how, source, provisional }: Details): string {
  const isConfirmed = text(how) !== null && how !== 'typed';
  const reached = isConfirmed && text(source) ? ` (${text(source)})` : '';
  const figure = `${isConfirmed ? 'confirmed' : 'entered'} the outturn of measure ${text(measure) ?? ''} for ${text(year) ?? 'a year'}: ${text(value) ?? 'none'}${reached}`;
  const isNone = value === 'none' && !text(was);
  const before = text(was) && was !== value ? ` instead of ${text(was)}` : '';
  const because = (before || isNone) && text(reason) ? `: ${withoutEnd(text(reason) as string)}` : '';
  const mark = text(provisional) ? `, provisional: ${withoutEnd(text(provisional) as string)}` : '';
  return `${figure}${before}${because}${mark}`;
}

/** The name of the file that brought an event; null where none did. */
function fileOf(details: Details): string | null {
  const { import: named } = details;
  return typeof named === 'object' && named !== null ? text((named as Details).file) : null;
}

const moment = (at: unknown): string => (text(at) ? ` for ${formatInstant(text(at) as string)}` : '');

const roleOf = ({ role }: Details): string => (text(role) ?? 'somebody').replace('_', ' ');
const span = ({ fromDay, untilDay }: Details): string =>
  text(fromDay) && text(untilDay)
    ? ` from ${formatDate(text(fromDay) as string)} to ${formatDate(text(untilDay) as string)}`
    : '';

/** Who made a change at the command line before it asked for a name, and who begins a record there. */
export const unnamed = 'Somebody at the command line';
/** The doers of events without a person, where it is not somebody at the command line. */
const unnamedDoers: Partial<Record<EventKind, string>> = {
  release_failed: 'The portal',
  record_opened: 'The portal',
  set_up_offered: 'The portal',
  sign_in_refused: 'Somebody',
};

/** An event as one sentence: 'Hana Malik approved July 2018 for measure 8, seen as version 3.' */
export function eventSentence({ kind, details, who }: EventFacts): string {
  const deputised = text(details.for);
  const predicate = predicates[kind](details);
  const system = systemName(details);
  const person = who ?? unnamedDoers[kind] ?? unnamed;
  const doer = system ? `${system}, for which ${person} answers,` : person;
  const file = kind === 'file_brought_in' ? null : fileOf(details);
  const ways = [
    ...(who && details.way === 'command_line' ? ['by command line'] : []),
    ...(file ? [`by the file ${file}`] : []),
  ];
  const way = ways.length > 0 ? `, ${ways.join(', ')},` : '';
  return `${doer}${way}${deputised ? `, for ${deputised},` : ''} ${predicate}${/[.!?]”$/.test(predicate) ? '' : '.'}`;
}
