/** What stops a reading or an edition until it is mended. Source: docs/rules.md, Words and figures. */
export const blockingRules = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8', 'B9', 'B10'] as const;
/** What may stand with a reason. */
export const warningRules = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8', 'W9'] as const;
type BlockingRule = (typeof blockingRules)[number];
export type WarningRule = (typeof warningRules)[number];
export type Rule = BlockingRule | WarningRule;

/** Which of a reading's texts a finding is about; `action` counts from 0; the figures and the measure's own words are not texts. */
export type Place =
  | { field: 'comments' | 'publicNote' | 'figures' | 'measure' }
  | { field: 'actionText' | 'actionOwner' | 'actionDue'; action: number };

/** One fault found in the words of a reading, or between its words and its figures. */
export type Finding = {
  rule: Rule;
  place: Place;
  /** The words that it is about, exactly as they stand in the text; '' where something is missing. */
  quote: string;
  /** Where the quote begins in its text, in UTF-16 units; 0 where it is ''. */
  at: number;
  /** What is wrong, in one sentence. */
  sentence: string;
  /** How to mend it, in one sentence. */
  mend: string;
  /** What the quote could be replaced by as it stands, where there is one true answer; otherwise absent. */
  instead?: string;
};

export const isBlocking = ({ rule }: Pick<Finding, 'rule'>): boolean =>
  (blockingRules as readonly string[]).includes(rule);

/** The name under which a finding is kept with its reason: the same as long as the rule, the place and the quoted words are. */
export const findingId = ({ rule, place, quote }: Pick<Finding, 'rule' | 'place' | 'quote'>): string =>
  [rule, place.field, 'action' in place ? place.action : '', quote].join(':');
