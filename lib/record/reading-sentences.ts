import { withoutEnd } from '@/lib/text/sentence-end';
import { type Details, judgedWords, reading, text } from './detail-words';
import type { EventKind } from './event';

const version = ({ version }: Details): string => (version ? ` (version ${text(version)})` : '');
const judged = (details: Details): string => {
  const words = judgedWords(details);
  return words ? `, and judged it ${words.colour} where the rule gives ${words.rule}: ${words.reason}` : '';
};
const listed = (value: unknown): string => {
  const names = Array.isArray(value) ? value.map((name) => `the ${name}`) : [];
  return names.length < 2 ? (names[0] ?? 'nothing') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};

/** What events of readings on their way say after the name of who did it. */
export const readingPredicates = {
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
} satisfies Partial<Record<EventKind, (details: Details) => string>>;
