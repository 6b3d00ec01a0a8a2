import type { Span } from '@/lib/measure/span';

/** Whose figure a number is. */
export type Role = 'own' | 'target' | 'comparator' | 'earlier' | 'benchmark' | 'corrected';

/** A number that the words of a reading may use, with what it is. */
export type KnownNumber = {
  /** The same for the same figure before and after a change. */
  key: string;
  role: Role;
  part: 'value' | 'numerator' | 'denominator' | 'rest' | 'threshold';
  /** Exact, as a plain decimal; worked out when it is looked at. */
  readonly value: string;
  /** About the value, in plain arithmetic: what is far from a number need not be worked out. */
  estimate: number;
  /** What the figure was multiplied by: 1,000 for £1,184,000 of a measure in thousands; 1 for the figure as it is kept. */
  times: number;
  /** Whether it is a percentage: then a number with a % may be it. */
  percent: boolean;
  /** What a sentence calls it: "the target", "the figure for May 2018". */
  what: string;
  /** The name of its time or place in lower case, as a sentence may have it; '' for the reading's own and its target. */
  label: string;
  span: Span | null;
};

/** The two parts of a figure that the reading knows, as plain decimals without padding. */
export type KnownParts = About & {
  numerator: string;
  denominator: string;
  /** The denominator less the numerator. */
  rest: string;
};

/** What the numbers of one figure have in common. */
export type About = Pick<KnownNumber, 'role' | 'key' | 'what' | 'label' | 'span'>;

/** A number whose exact value is worked out once, when it is first looked at. */
export function lazily(number: Omit<KnownNumber, 'value'>, exact: () => string): KnownNumber {
  const { key, role, part, percent, what, label, span, estimate, times } = number;
  let value: string | null = null;
  return {
    key,
    role,
    part,
    percent,
    what,
    label,
    span,
    estimate,
    times,
    get value() {
      value ??= exact();
      return value;
    },
  };
}
