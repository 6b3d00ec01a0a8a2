/** Why a number in prose is no figure of a measure. Source: docs/rules.md, Numbers and dates. */
export type Exemption =
  | 'date'
  | 'year'
  | 'time'
  | 'ordinal'
  | 'telephone'
  | 'reference'
  | 'age'
  | 'duration'
  | 'scale'
  | 'idiom'
  | 'cited'
  | 'plan'
  | 'actions'
  | 'part'
  | 'another thing';

/** One number as it stands in a text. */
export type PlacedNumber = {
  at: number;
  quote: string;
  /** Exact, as a plain decimal. */
  value: string;
  /** Decimal places as written; 0 in words. */
  decimals: number;
};

/** A number in a text, with its place and what it is. */
export type NumberToken = {
  at: number;
  quote: string;
  /** `share` is x of y, `fraction` is part of one in words ("two thirds", "one in four"); `points` are percentage points. */
  kind: 'plain' | 'percent' | 'points' | 'money' | 'share' | 'fraction' | 'range';
  /** One number; two for a share (x and y), a fraction (x and y) and a range (from and to). */
  numbers: PlacedNumber[];
  /** Of a range: whether it is of percentages. */
  percent: boolean;
  inWords: boolean;
  /** "about 80", "over 80", "nearly 80". */
  hedge: 'about' | 'over' | 'under' | null;
  /** The lexemes that it takes: from the first up to before `until`. */
  from: number;
  until: number;
  sentence: number;
  /** Why it is no figure by its own shape or the words beside it; null where it may be one. */
  exempt: Exemption | null;
};

/** Digits that are no number as they stand. */
export type MalformedNumber = { at: number; quote: string; problem: string; mend: string; instead?: string };
