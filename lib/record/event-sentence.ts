import { withoutEnd } from '@/lib/text/sentence-end';
import { formatInstant } from '@/lib/time/instant';
import { formatDate } from '@/lib/time/period';
import { committeePredicates } from './committee-and-word-sentences';
import { changesIn, type Details, judgedWords, reading, text, whom } from './detail-words';
import { disclosurePredicates } from './disclosure-sentences';
import { elsewherePredicates } from './elsewhere-sentences';
import type { EventKind } from './event';
import { frameworkPredicates } from './framework-sentences';
import { peoplePredicates } from './people-sentences';
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
  record_opened: ({ archived, upgraded }) => {
    if (archived) return 'was archived, and left everybody’s password and every system’s token behind';
    return upgraded ? 'wrote down the rows that its upgrade changed' : 'wrote down every row that no event had told of';
  },
  set_up_offered: () => 'offered a one-time address at which a council is set up',
  council_begun: ({ council, administrator }) =>
    `set up ${text(council) ?? 'the council'}, with ${text(administrator) ?? 'somebody'} as administrator and performance officer`,
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
  council_changed: (details) => `changed what is kept of the council: ${changesIn(details)}`,
  ...peoplePredicates,
  ...frameworkPredicates,
  ...committeePredicates,
  ...elsewherePredicates,
  ...disclosurePredicates,
  ...systemPredicates,
};

/** The name of the file that brought an event; null where none did. */
function fileOf(details: Details): string | null {
  const { import: named } = details;
  return typeof named === 'object' && named !== null ? text((named as Details).file) : null;
}

const moment = (at: unknown): string => (text(at) ? ` for ${formatInstant(text(at) as string)}` : '');

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
