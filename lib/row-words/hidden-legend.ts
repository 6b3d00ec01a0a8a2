import { hiddenMarker } from '@/lib/figure/withheld';

/** What `keptBackIn` finds in rows. */
export type KeptBack = { hidden: boolean; rounded?: boolean; excepted?: number };

/** What the marker of hidden figures stands for, after the marker itself. */
export const hiddenMeaning =
  'stands in the place of a figure that is hidden, because it could tell of a single person or of a few, or because such a figure could be worked out from it.';

export const roundedMeaning = 'A figure that says “rounded” is shown at fewer decimals for the same reason.';

/** How many figures are shown although they are small. */
export const exceptedWords = (count: number): string =>
  count === 1
    ? '1 figure is shown although it is small, for a reason that two people confirmed.'
    : `${count} figures are shown although they are small, each for a reason that two people confirmed.`;

/** The same as one text; empty where nothing is kept back. */
export const hiddenNote = ({ hidden, rounded = false, excepted = 0 }: KeptBack): string =>
  [hidden && `${hiddenMarker} ${hiddenMeaning}`, rounded && roundedMeaning, excepted > 0 && exceptedWords(excepted)]
    .filter((sentence) => sentence !== false)
    .join(' ');
