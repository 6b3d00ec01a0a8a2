import { isPerformanceOfficer, type Person } from '@/lib/people/person';
import { headsService } from '@/lib/people/who-acts-as-head';
import { numberOf } from '@/lib/text/number-in-words';

/** What the steps need to know of a batch of history that waits: of which service it is, and who had a part in it. */
export type HistoryFacts = { serviceId: number; authors: number[] };

/** Why this person may not confirm a batch of history today, or null when they may. Source: docs/rules.md, History from elsewhere. */
export function confirmRefusal(who: Person, history: HistoryFacts, today: string): string | null {
  if (!headsService(who, history.serviceId, today))
    return 'Only the head of this service, or their deputy, can confirm figures that were published elsewhere.';
  if (history.authors.includes(who.id))
    return 'You had a part in bringing these figures in: another pair of eyes confirms them.';
  return null;
}

/** Why this person may not throw a batch of history away today, or null when they may. */
export function discardRefusal(who: Person, history: HistoryFacts, today: string): string | null {
  const may =
    isPerformanceOfficer(who) || headsService(who, history.serviceId, today) || history.authors.includes(who.id);
  return may
    ? null
    : 'Only the head of this service, their deputy, the performance officer or whoever brought these figures in can throw them away.';
}

/** '12 figures of 4 measures' */
export const historySize = ({ figures, measures }: { figures: number; measures: number }): string =>
  `${figures === 1 ? '1 figure' : `${figures.toLocaleString('en-GB')} figures`} of ${numberOf(measures, 'measure')}`;

/** What waits, and for whom: 'Twelve figures of …, published elsewhere, wait for Hana Malik: …'. */
export const waitingSentence = (waiting: { figures: number; measures: number; head: string | null }): string =>
  `${historySize(waiting)}, published elsewhere, ${waiting.figures === 1 ? 'waits' : 'wait'} for ${waiting.head ?? 'a head of service, who is to be named'}: they are confirmed or thrown away before the first edition.`;

/** The page on which the history of a service waits, and is read afterwards. */
export const historyElsewhereHref = (slug: string): string => `/services/${slug}/history-from-elsewhere`;
