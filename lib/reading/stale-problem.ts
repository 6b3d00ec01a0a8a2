import type { Problem } from '@/lib/form/form-state';
import type { Stale } from './stale';

/** What somebody is told who was not quick enough: who changed what, and each thing as it stands now. */
export const staleProblems = ({ message, of }: Stale): Problem[] => [
  { field: null, sentence: message },
  ...of.differences.map(({ what, after }) => ({
    field: null,
    sentence: after === null ? `There is no ${what} there now.` : `The ${what} there now: “${after}”`,
  })),
];
