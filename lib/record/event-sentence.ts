import { committeePredicates } from './committee-and-word-sentences';
import { changesIn, type Details, text } from './detail-words';
import { disclosurePredicates } from './disclosure-sentences';
import { elsewherePredicates } from './elsewhere-sentences';
import type { EventKind } from './event';
import { frameworkPredicates } from './framework-sentences';
import { peoplePredicates } from './people-sentences';
import { readingPredicates } from './reading-sentences';
import { stepWords } from './refused-step-words';
import { releasePredicates } from './release-sentences';
import { systemName, systemPredicates } from './system-sentences';

/** What an event's sentence is made from: its kind, its details, and who did it; null for the portal itself. */
export type EventFacts = { kind: EventKind; details: Record<string, unknown>; who: string | null };

/** What each kind of event says after the name of the person who did it; without full stop. */
const predicates: Record<EventKind, (details: Details) => string> = {
  demonstration_seeded: () => 'set up the demonstration council',
  step_refused: (details) => `tried to ${stepWords(details)}, and was told: “${text(details.why) ?? 'no'}”`,
  record_opened: ({ archived, upgraded }) => {
    if (archived) return 'was archived, and left everybody’s password and every system’s token behind';
    return upgraded ? 'wrote down the rows that its upgrade changed' : 'wrote down every row that no event had told of';
  },
  set_up_offered: () => 'offered a one-time address at which a council is set up',
  council_begun: ({ council, administrator }) =>
    `set up ${text(council) ?? 'the council'}, with ${text(administrator) ?? 'somebody'} as administrator and performance officer`,
  council_changed: (details) => `changed what is kept of the council: ${changesIn(details)}`,
  ...readingPredicates,
  ...releasePredicates,
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
