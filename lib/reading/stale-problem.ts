import type { Problem } from '@/lib/form/form-state';
import type { Stale } from './stale';

/** The problems of a stale step: who changed what, and each field as it is now. */
export const staleProblems = ({ message, details }: Stale): Problem[] => [
  { field: null, sentence: message },
  ...details.differences.map(({ what, after }) => ({
    field: null,
    sentence: after === null ? `There is no ${what} there now.` : `The ${what} there now: “${after}”`,
  })),
];
