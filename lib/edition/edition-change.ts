/**
 * The kinds of change between two editions, in the order in which those of one measure are listed.
 * Source: docs/rules.md, Every date has an answer.
 */
const editionChanges = [
  'new',
  'retired',
  'figure',
  'corrected',
  'colour',
  'judgement',
  'direction',
  'target',
  'comparison',
  'comparator',
  'break',
  'baseline',
  'signal',
  'words',
  'overdue',
  'calendar',
] as const;
export type EditionChange = (typeof editionChanges)[number];

/** A change of one measure, and the sentence that says it. */
export type WordedChange = [change: EditionChange, sentence: string];
