import { formatDate } from '@/lib/time/period';
import { type Details, text, whom } from './detail-words';
import type { EventKind } from './event';
import { byWords, whereWords, whyWords } from './sign-in-event-words';

/** What events of people, their roles, posts, deputies and sign-ins say after the name of who did it. */
export const peoplePredicates = {
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
  deputy_ended: ({ deputy, untilDay, was }) =>
    `ended the deputyship of ${text(deputy) ?? 'somebody'}${text(untilDay) ? `: until ${formatDate(text(untilDay) as string)}` : ''}${text(was) ? ` instead of ${formatDate(text(was) as string)}` : ''}`,
} satisfies Partial<Record<EventKind, (details: Details) => string>>;

const roleOf = ({ role }: Details): string => (text(role) ?? 'somebody').replace('_', ' ');
const span = ({ fromDay, untilDay }: Details): string =>
  text(fromDay) && text(untilDay)
    ? ` from ${formatDate(text(fromDay) as string)} to ${formatDate(text(untilDay) as string)}`
    : '';
