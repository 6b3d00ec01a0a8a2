import { withoutEnd } from '@/lib/text/sentence-end';
import { formatInstant } from '@/lib/time/instant';
import { formatDate } from '@/lib/time/period';
import { type Details, text, whom } from './detail-words';
import type { EventKind } from './event';

const moment = (at: unknown): string => (text(at) ? ` for ${formatInstant(text(at) as string)}` : '');

/** What events of editions, their releases and who reads them early say after the name of who did it. */
export const releasePredicates = {
  edition_published: (details) => {
    const day = text(details.asAt);
    const acknowledged = Array.isArray(details.acknowledged) ? details.acknowledged.length : 0;
    const warnings = acknowledged
      ? `, with ${acknowledged} ${acknowledged === 1 ? 'warning' : 'warnings'} answered`
      : '';
    const rolling = details.rolling ? ' by approval' : '';
    return `published ${text(details.number) ? `edition ${text(details.number)}` : 'an edition'}${rolling}${day ? `, as at ${formatDate(day)}` : ''}${warnings}`;
  },
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
} satisfies Partial<Record<EventKind, (details: Details) => string>>;
