/**
 * The plain decimal of a figure as it is shown: '1,613' as 1613, '−£2.5k' as -2.5; null for a range, and for words. Editions hold
 * the figure that is compared with, and the target, only as they are shown.
 */
export function plainFigure(shownText: string): string | null {
  const [, minus, digits] = /^(−?)£?(\d[\d,]*(?:\.\d+)?)[%k]?$/.exec(shownText) ?? [];
  return digits === undefined ? null : `${minus ? '-' : ''}${digits.replaceAll(',', '')}`;
}
