import { missing } from '@/lib/form/fields-together';
import type { Problem } from '@/lib/form/form-state';

/** The reasons that are missing beside the warnings of a checklist, each at its own field: reason1, reason2 and so on. */
export const unanswered = (field: string, reasons: string[]): Problem[] =>
  reasons.flatMap((words, index) =>
    missing(`${field}${index + 1}`, words, 'Say why you publish all the same, or put it right.'),
  );

/** Each warning of a checklist with the reason why it is let stand. */
export const answersTo = (findings: string[], reasons: string[]): { finding: string; reason: string }[] =>
  findings.map((finding, index) => ({ finding, reason: reasons[index] ?? '' }));
