import { Exact } from '@/lib/figure/decimal';
import { gap, shown, shownThreshold } from '@/lib/figure/figure';
import { round } from '@/lib/figure/rounding';
import type { MeasureFacts } from '@/lib/measure/measure';
import { alikeInLength, covered, lengthInWords, spanOf, whenCovered } from '@/lib/measure/span';
import type { PublishedReading } from '@/lib/series/published-reading';
import { endOf } from '@/lib/time/period';
import type { Benchmark } from '@/lib/trend/trend';
import { spanInSentence } from './benchmark-span';

type ReadingFigure = Pick<PublishedReading, 'start' | 'value'>;

/**
 * How a measure stands against somebody else's latest figure: compared only where both are counted alike, and a figure of our own
 * ends on the same day and covers as long a time. 'England: 78.4% for 1 April 2017 to 31 March 2018; ours in March 2018 is 81%, 2.6 percentage points
 * higher.'
 */
export function benchmarkSentence(benchmark: Benchmark, measure: MeasureFacts, readings: ReadingFigure[]): string {
  const { name, alike } = benchmark;
  const last = benchmark.values.at(-1);
  if (!last) return `No figure of ${name} has been entered yet.`;
  const theirs = `${name}: ${shownThreshold(last.value, measure)} ${spanInSentence(last)}`;
  if (!alike) return `${theirs}.`;
  const period = ({ start }: ReadingFigure) => ({ frequency: measure.frequency, start });
  const ourReading = readings.find((reading) => reading.value !== null && endOf(period(reading)) === last.until);
  if (!ourReading || ourReading.value === null) return `${theirs}; no figure of ours ends on the same day.`;
  const covers = { span: spanOf(period(ourReading), measure), words: covered(period(ourReading), measure) };
  if (!alikeInLength(covers.span, last))
    return `${theirs}; ours covers ${lengthInWords(covers.span)} (${covers.words}), so the two are not compared.`;
  const difference = new Exact(round(ourReading.value, measure.decimals)).minus(last.value);
  const ours = `ours ${whenCovered(period(ourReading), measure)} is ${shown(ourReading.value, measure)}`;
  if (difference.isZero()) return `${theirs}; ${ours}, the same.`;
  const side = difference.gt(0) ? 'higher' : 'lower';
  const better =
    measure.polarity === 'none' || measure.polarity === 'nearest'
      ? ''
      : difference.gt(0) === (measure.polarity === 'higher')
        ? ', and better'
        : ', and worse';
  return `${theirs}; ${ours}, ${gap(difference.toFixed(), measure)} ${side}${better}.`;
}
