import { withoutEnd } from '@/lib/text/sentence-end';
import { formatDate } from '@/lib/time/period';
import { changesIn, type Details, text } from './detail-words';

const on = (day: unknown): string => (text(day) ? ` on ${formatDate(text(day) as string)}` : '');
const why = (reason: unknown): string => (text(reason) ? `: ${withoutEnd(text(reason) as string)}` : '');
const dayWords = (day: unknown): string => (text(day) ? formatDate(text(day) as string) : 'a day');

/** ' for Buses', where a word is only theirs. */
const forService = (service: unknown): string => (text(service) ? ` for ${text(service)}` : '');

/** ': 12 added, 3 changed, 40 left as they were, 2 refused'. */
function countWords(counts: unknown): string {
  if (typeof counts !== 'object' || counts === null) return '';
  const { create, change, same, refuse } = counts as Details;
  return `: ${text(create) ?? '0'} added, ${text(change) ?? '0'} changed, ${text(same) ?? '0'} left as they were, ${text(refuse) ?? '0'} refused`;
}

/** What each kind of event about committees, bank holidays and words says after the name of who did it. */
export const committeePredicates = {
  committee_named: ({ name }: Details) => `named the committee ${text(name) ?? ''}`,
  committee_changed: (details: Details) => `changed the committee ${text(details.name) ?? ''}: ${changesIn(details)}`,
  meeting_set: ({ day, committee }: Details) => `set a meeting of ${text(committee) ?? 'a committee'}${on(day)}`,
  meeting_moved: ({ day, toDay, committee, reason }: Details) =>
    `moved the meeting of ${text(committee) ?? 'a committee'}${on(day)} to ${dayWords(toDay)}${why(reason)}`,
  meeting_dropped: ({ day, committee, reason }: Details) =>
    `dropped the meeting of ${text(committee) ?? 'a committee'}${on(day)}${why(reason)}`,
  holiday_proclaimed: ({ day, name, insteadOf }: Details) =>
    `entered the bank holiday${on(day)}, ${text(name) ?? 'without a name'}${text(insteadOf) ? `, instead of ${dayWords(insteadOf)}` : ''}`,
  holiday_removed: ({ day, name }: Details) =>
    `took away the bank holiday${on(day)}, ${text(name) ?? 'without a name'}`,
  term_explained: ({ term, meaning, service }: Details) =>
    `explained “${text(term) ?? ''}”${forService(service)}: ${withoutEnd(text(meaning) ?? '')}`,
  term_changed: (details: Details) =>
    `changed what the glossary says of “${text(details.term) ?? ''}”${forService(details.service)}: ${changesIn(details)}`,
  term_removed: ({ term, meaning, service }: Details) =>
    `removed “${text(term) ?? ''}” from the glossary${forService(service)}: ${withoutEnd(text(meaning) ?? '')}`,
  check_silenced: ({ check, service, reason }: Details) =>
    `silenced warnings about ${text(check) ?? 'a check'} for ${text(service) ?? 'a service'}${why(reason)}`,
  check_heard: ({ check, service }: Details) =>
    `brought back warnings about ${text(check) ?? 'a check'} for ${text(service) ?? 'a service'}`,
  file_brought_in: ({ file, counts }: Details) =>
    `brought in the file ${text(file) ?? 'without a name'}${countWords(counts)}`,
};
