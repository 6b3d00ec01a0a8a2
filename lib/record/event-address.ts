import { type Details, text } from './detail-words';
import type { EventKind } from './event';
import { kindsOf } from './event-topics';

const aboutReadings: ReadonlySet<EventKind> = new Set([...kindsOf('readings'), 'step_refused']);

const aboutCommittees: ReadonlySet<EventKind> = new Set([
  'committee_named',
  'committee_changed',
  'meeting_set',
  'meeting_moved',
  'meeting_dropped',
]);

/** Where the thing that an event is about can be seen; null for what has no page, or is not named. */
export function eventLink(kind: EventKind, details: Details, service: string | null): string | null {
  const [code, periodStart, number] = [text(details.code), text(details.periodStart), text(details.number)];
  if (code && periodStart && aboutReadings.has(kind)) return `/readings/${code}/${periodStart}`;
  if ((kind === 'edition_published' || kind === 'edition_withdrawn') && service && number)
    return `/scorecards/${service}/editions/${number}`;
  if (code) return `/measures/${code}/working`;
  const slug = text(details.slug);
  if (slug && aboutCommittees.has(kind)) return `/committees/${slug}`;
  if (kind.startsWith('history_') && service) return `/services/${service}/history-from-elsewhere`;
  if (kind === 'term_explained' || kind === 'term_changed') return '/glossary';
  return null;
}
