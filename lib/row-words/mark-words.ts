import type { FrozenFigure, Mark } from '@/lib/edition/edition';
import { markerWords } from '@/lib/figure/missing-reason';
import { hiddenWords } from '@/lib/figure/withheld';

/** What the marks beside a figure say, spelled out. */
export const markWords: Record<Mark, string> = {
  p: 'provisional',
  r: 'revised',
  e: 'estimated',
  b: 'break in series',
  h: 'published elsewhere',
};

/** What stands beside a figure in words: that it is rounded, and its marks. */
export const besideFigure = (figure: FrozenFigure & { why: null }, marks: Mark[]): string[] => [
  ...(figure.rounded ? ['rounded'] : []),
  ...marks.map((mark) => `[${mark}] ${markWords[mark]}`),
];

/**
 * What stands in the place of a figure that there is not: its marker in words, or with `reason` why there is none and when it is
 * expected. An edition from before there were markers says "none"; the reason stands in the row's words.
 */
export function noFigureWords({ marker, why, hidden }: FrozenFigure & { text: null }, reason: boolean): string {
  if (!marker) return 'none';
  if (hidden) return hiddenWords;
  const words = reason ? `${why.charAt(0).toLowerCase()}${why.slice(1).replace(/\.$/, '')}` : markerWords[marker];
  return `[${marker}] ${words}`;
}

/** The words of a target's rule beside its figure: 'at most'; none for a range such as "30 to 40", which says all by itself. */
export function ruleWords({ text, rule }: FrozenFigure & { rule: string | null }): string | null {
  const end = text === null ? -1 : (rule?.indexOf(` ${text}`) ?? -1);
  return end > 0 && rule ? rule.slice(0, end) : null;
}
