import { compute } from '@/lib/figure/computed-value';
import { shown } from '@/lib/figure/figure';
import { round } from '@/lib/figure/rounding';
import type { MeasureFacts } from '@/lib/measure/measure';
import { travel } from '@/lib/target/direction-of-travel';
import type { Target } from '@/lib/target/target';
import { thresholdsFromTolerance } from '@/lib/target/tolerance';
import { colourWithReason } from '@/lib/target/why-this-colour';
import type { Case } from './rational-figures';

export type Answered = {
  stored: string;
  rounded: string;
  shown: string;
  amber: [string, string | null] | null;
  colour: string | null;
  direction: string | null;
};

/** What our own rules say of a case. */
export function answer(example: Case): Answered {
  const { shape, green, greenTo, tolerance, parts, polarity, decimals, unit, compareAs, digitsFollow, outsideHundred } =
    example;
  const measure = {
    unit,
    decimals,
    polarity,
    compareAs,
    digitsFollow,
    outsideHundred,
    noChangeBand: example.band,
    scale: parts?.scale ?? null,
    numeratorLabel: null,
    denominatorLabel: null,
  } as const satisfies Partial<MeasureFacts>;
  const stored = parts ? (compute(parts.numerator, parts.denominator, parts.scale) as string) : example.value;
  const wanted = shape === 'between' ? { shape, green, greenTo } : { shape, green };
  const thresholds = thresholdsFromTolerance(
    wanted,
    `within ${tolerance.size}${tolerance.share ? '%' : ' points'}`,
    measure,
  );
  const without: Target =
    shape === 'between' ? { shape, green, greenTo, amber: null, amberTo: null } : { shape, green, amber: null };
  const target = 'target' in thresholds ? thresholds.target : without;
  const amber =
    'target' in thresholds && target.shape !== 'none' && target.amber !== null
      ? ([target.amber, target.shape === 'between' ? target.amberTo : null] as [string, string | null])
      : null;
  const { colour } = colourWithReason({ value: stored, target, measure });
  const { direction } = travel({
    value: stored,
    comparator: { value: example.before, label: 'before' },
    measure,
    target,
  });
  return { stored, rounded: round(stored, decimals), shown: shown(stored, measure), amber, colour, direction };
}
