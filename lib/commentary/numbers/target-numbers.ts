import { Exact } from '@/lib/figure/decimal';
import { colourBandsOf } from '@/lib/target/colour';
import type { ReadingText } from '../reading-text';
import { type KnownNumber, lazily } from './known-number';

/** What a measure's figures are multiplied by where words give them in full: "4.86 million" where its title says millions. */
export function inFull({ unit, title, definition }: ReadingText['measure']): number {
  if (unit === 'pounds_thousand') return 1_000;
  if (unit === 'percent') return 1;
  const size = /(?<!per )(?:\b(thousands|millions)\b|£(m|k)\b|\((m|000s?)\))/i
    .exec(`${title}\n${definition}`)?.[0]
    .toLowerCase();
  if (!size) return 1;
  return /m/.test(size) ? 1_000_000 : 1_000;
}

/** What the target would need of the reading's own denominator: "about £484,000 off target", "12 more would have met it". */
function neededFor({ target, measure, figures: { denominator } }: ReadingText): KnownNumber[] {
  const bands = target ? colourBandsOf(target) : null;
  const limit = bands?.green.low ?? bands?.green.high ?? null;
  const { scale } = measure;
  if (limit === null || scale === null || scale === 1 || denominator === null) return [];
  const estimate = (Number(limit) * Number(denominator)) / scale;
  const exact = () => new Exact(limit).times(denominator).div(scale).toFixed();
  const what = 'what the target needs';
  return [
    lazily(
      {
        key: 'target/needed',
        role: 'target',
        part: 'numerator',
        percent: false,
        what,
        label: '',
        span: null,
        estimate,
        times: 1,
      },
      exact,
    ),
  ];
}

/** The thresholds of the target as numbers. */
function thresholds({ target, measure }: ReadingText): KnownNumber[] {
  const bands = target ? colourBandsOf(target) : null;
  if (!bands) return [];
  const limits: [string, string | null, string][] = [
    ['green', bands.green.low, 'the target'],
    ['green to', bands.green.high, 'the target'],
    ['amber', bands.amber?.low ?? null, 'the amber limit'],
    ['amber to', bands.amber?.high ?? null, 'the amber limit'],
  ];
  // A target of £1,500k is £1.5m in words.
  const sizes = inFull(measure) > 1 ? [1, inFull(measure)] : [1];
  return limits.flatMap(([key, value, what]) =>
    value === null
      ? []
      : sizes.map((size): KnownNumber => {
          const threshold = size === 1 ? value : new Exact(value).times(size).toFixed();
          return {
            key: size === 1 ? `target/${key}` : `target/${key}/in full`,
            role: 'target',
            part: 'threshold',
            value: threshold,
            estimate: Number(threshold),
            times: size,
            percent: measure.unit === 'percent',
            what,
            label: '',
            span: null,
          };
        }),
  );
}

/** Every number that a reading's target gives: its thresholds, and what they need of the denominator. */
export const targetNumbers = (text: ReadingText): KnownNumber[] => [...thresholds(text), ...neededFor(text)];
