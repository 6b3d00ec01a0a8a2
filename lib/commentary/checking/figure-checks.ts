import { readingValue } from '@/lib/figure/computed-value';
import type { Finding } from '../finding';
import type { ReadingText } from '../reading-text';

/**
 * What a reading and its measure lack: a figure or a reason (B4), a target or a reason for having none (B5). The form and the
 * checklist ask for these by themselves, so that nobody is told twice. Source: docs/rules.md, Words and figures.
 */
export function figureFindings({ measure, figures, target }: ReadingText): Finding[] {
  const findings: Finding[] = [];
  const nowhere = { quote: '', at: 0 };
  const value = readingValue(figures, measure);
  if (value === null && figures.missing === null)
    findings.push({
      rule: 'B4',
      place: { field: 'figures' },
      ...nowhere,
      sentence: 'There is no figure, and no reason for having none.',
      mend: 'Give the figure, or choose a reason.',
    });
  if (measure.polarity !== 'none' && target === null && !measure.whyNoTarget)
    findings.push({
      rule: 'B5',
      place: { field: 'measure' },
      ...nowhere,
      sentence: 'The measure has neither a target nor a reason for having none.',
      mend: 'Set a target, or say why there is none.',
    });
  return findings;
}
