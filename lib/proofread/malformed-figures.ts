import type { Finding } from '@/lib/commentary/finding';
import { parseFigure } from '@/lib/figure/figure-entry';
import type { MeasureFacts } from '@/lib/measure/measure';

const mend = 'Write the figure in digits, with a point before its decimals.';

/** B3: a figure of a file that cannot be read as it stands. Source: docs/rules.md, Words and figures. */
export function malformedFindings(fields: Record<string, string>, facts: MeasureFacts): Finding[] {
  return ['figure', 'first_number', 'second_number'].flatMap((column) => {
    const typed = fields[column]?.trim() ?? '';
    const parsed = typed === '' ? null : parseFigure(typed, column === 'figure' ? facts : { ...facts, unit: 'number' });
    return parsed && 'problem' in parsed && !parsed.none
      ? [{ rule: 'B3', place: { field: 'figures' }, quote: '', at: 0, sentence: parsed.problem, mend }]
      : [];
  });
}
