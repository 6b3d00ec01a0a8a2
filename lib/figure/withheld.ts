/**
 * What the public is not shown of a figure, and what it is shown instead. The figure beside it is what is left: null where it is
 * hidden or shown at fewer decimals. Source: docs/rules.md, Small counts of people.
 */
export type Withheld = {
  /** Why, in one public sentence that gives nothing away. */
  why: string;
  /** The value at fewer decimals, where it is shown so; null where it is hidden, and where it is shown as it is. */
  instead: { value: string; decimals: number } | null;
  /** The colour that the rule gives the figure; null where there is none, and where it would give the figure away. */
  colour: 'green' | 'amber' | 'red' | null;
  /** The direction of travel, where it may be said without the figure; null where it may not; absent where nobody weighed it. */
  travel?: {
    direction: 'improving' | 'worsening' | 'no_change' | 'increasing' | 'decreasing';
    colour: 'green' | 'red' | null;
  } | null;
};

/** The marker of a figure that is hidden, and what stands in a sentence, a table or a list in its place. */
export const hiddenMarker = '[c]';
export const hiddenWords = `${hiddenMarker} hidden`;

/** Why nothing can be said of a figure, as the end of "…, because". */
export const hiddenBecause = ({ instead }: Pick<Withheld, 'instead'>): string =>
  instead ? 'it is shown at fewer decimals only' : 'it is hidden';
