import type { Wish } from '@/lib/bring-in/wish';
import { Exact } from '@/lib/figure/decimal';
import type { Content } from '@/lib/reading/content';
import { parseDay } from '@/lib/time/day-entry';
import { formatDate } from '@/lib/time/period';
import type { Drafted, HistoryNow, MeasureNow } from './council-now';
import { creates, type Planned, refuses, same } from './planned';
import type { ReadingPeriod } from './reading-period';

/** Whether a row of readings speaks of a figure that was published elsewhere. */
export const isHistory = (fields: Record<string, string>): boolean =>
  Boolean(fields.published_where?.trim() || fields.published_on?.trim());

type Named = { wish: Wish; what: string; history: boolean };
type Figure = { fields: Wish['fields']; measure: MeasureNow; period: ReadingPeriod; content: Content };

/** What a row of history comes to: it is laid beside the service, for its head to confirm. */
export function planHistory(drafted: Drafted, named: Named, { fields, measure, period, content }: Figure): Planned {
  const where = fields.published_where?.trim() ?? '';
  if (where === '') return refuses(named, 'Say where this figure was published.', 'published_where');
  const on = parseDay(fields.published_on ?? '');
  if ('problem' in on) return refuses(named, on.problem, 'published_on');
  if (on.day > drafted.today) return refuses(named, `${formatDate(on.day)} has not come yet.`, 'published_on');
  if (on.day <= period.end)
    return refuses(named, `The period was not over on ${formatDate(on.day)}, when it was published.`, 'published_on');
  const here = measure.history.get(period.start);
  if (here && isSameFigure(here, content)) return same(named);
  const service = drafted.services.find(({ slug }) => slug === measure.serviceSlug);
  if (service?.firstEditionAsAt)
    return refuses(
      named,
      `${service.name} has published an edition already: figures that were published elsewhere come in before the first one.`,
    );
  if (service?.announced)
    return refuses(named, `${service.announced} without these figures: wait for it, or cancel it first.`);
  if (here)
    return refuses(
      named,
      `A figure of ${period.name} came in from elsewhere already, and it is another one.`,
      'figure',
    );
  if (measure.readings.has(period.start)) return refuses(named, 'A reading of this period is begun here.', 'period');
  if (content.missing !== null)
    return refuses(named, 'History is figures: leave the row out where there is none.', 'mark');
  const task = {
    step: 'lay_history',
    code: measure.draft.code,
    start: period.start,
    content,
    where,
    on: on.day,
  } as const;
  return creates(
    named,
    `Published in ${where} on ${formatDate(on.day)}; the head of ${service?.name} confirms it.${wordsLeft(content)}`,
    task,
  );
}

/** History is figures: what else a row says of its period is named, and stays behind. */
const wordsLeft = ({ comments, actions, unusual }: Content): string =>
  comments || unusual || actions.length > 0 ? ' What the row says beside its figure stays behind.' : '';

function isSameFigure(here: HistoryNow, { value, numerator, denominator, provisional }: Content): boolean {
  const isSame = (one: string | null, other: string | null) =>
    one === null || other === null ? one === other : new Exact(one).eq(other);
  return (
    isSame(here.value, value) &&
    isSame(here.numerator, numerator) &&
    isSame(here.denominator, denominator) &&
    here.provisional === provisional
  );
}
