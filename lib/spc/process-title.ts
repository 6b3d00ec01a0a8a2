import { small } from '@/lib/text/number-in-words';
import { withoutEnd } from '@/lib/text/sentence-end';
import { label } from '@/lib/time/period';
import type { Trend } from '@/lib/trend/trend';
import { whenIn } from '@/lib/trend/trend-words';
import type { Process } from './frozen-process';

type Drawn = Extract<Process, { refused: null }>;

/**
 * What a process control chart shows, as its title: 'July 2018: seven months below average', or that it has no verdict.
 * Source: docs/rules.md, Is it a change or chance.
 */
export function processTitle(process: Drawn, { frequency }: Pick<Trend, 'frequency'>): string {
  const { variation, signalSentence, starts, values, segments } = process;
  const start = starts[values.findLastIndex((value) => value !== null)];
  if (variation === null || start === undefined)
    return segments.at(-1)?.limits ? 'No verdict on its latest figure' : 'Not enough figures yet for a normal range';
  const [fact = ''] = withoutEnd(signalSentence).split(':');
  return `${whenIn({ start, label: label({ frequency, start }) }, { frequency })}: ${small(fact)}`;
}
