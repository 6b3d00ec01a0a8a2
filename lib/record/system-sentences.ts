import { withoutEnd } from '@/lib/text/sentence-end';
import { formatDate } from '@/lib/time/period';
import { type Details, text } from './detail-words';

/** The name of the system that did what an event says; null where a person did. */
export function systemName({ system }: Details): string | null {
  return typeof system === 'object' && system !== null ? text((system as Details).name) : null;
}

/** A system as it signs what it submits, beside the person who answers for it. */
export const systemSigned = (system: string, person: string): string => `${system} (${person} answers for it)`;

const codes = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(', ') : '');
const named = ({ name }: Details): string => text(name) ?? 'a system';

/** What each kind of event about a system says after the name of who did it. */
export const systemPredicates = {
  system_added: (details: Details) => {
    const until = text(details.untilDay) ? `, until ${formatDate(text(details.untilDay) as string)}` : '';
    return `made a token for ${named(details)}, for which ${text(details.responsible) ?? 'somebody'} answers${until}, to send readings of ${codes(details.measures)}`;
  },
  system_scoped: (details: Details) => {
    const [added, removed] = [codes(details.added), codes(details.removed)];
    const changes = [...(added ? [`${added} as well`] : []), ...(removed ? [`${removed} no more`] : [])];
    return `let ${named(details)} send ${changes.join(', and ')}`;
  },
  system_ended: (details: Details) => {
    const reason = text(details.reason);
    return `revoked the token of ${named(details)}${reason ? `: ${withoutEnd(reason)}` : ''}`;
  },
};
